import { inspectPagesOf } from "./walk.ts";

/** The village that counts: most pages have something to show there. */
inspectPagesOf((person) => person?.startsWith("sq-") === true);
