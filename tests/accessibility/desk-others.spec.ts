import { inspectPagesOf } from "./walk.ts";

inspectPagesOf((person) => person?.includes("-") === true && !person.startsWith("sq-"));
