import { pino } from "pino";
import { env } from "./env.ts";

/** The program's log. Never pass rows, names or identity numbers: only codes, ids and counts. */
export const log = pino({ level: env().LOG_LEVEL, base: null, redact: ["*.password", "*.idNumber", "*.detail"] });
