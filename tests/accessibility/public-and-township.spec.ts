import { inspectPagesOf } from "./walk.ts";

inspectPagesOf((person) => person === null || !person.includes("-"));
