import { pino } from "pino";

const levels = ["silent", "error", "warn", "info", "debug"] as const;

/** The program's log. Never pass rows, names or identity numbers: only codes, ids and counts. Its level is read here, not by `env()`, so that tools without a full environment can use it. */
export const log = pino({
  level: levels.find((level) => level === process.env["LOG_LEVEL"]) ?? "warn",
  base: null,
  redact: ["*.password", "*.idNumber", "*.detail"],
});
