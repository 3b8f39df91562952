import { readFileSync } from "node:fs";

/**
 * The time that pages, actions and routes go by. For trials that walk through the weeks of an election in minutes,
 * CUNXUAN_TEST_CLOCK_FILE names a file with an offset in milliseconds, read anew each time; `npm start` refuses the
 * variable unless the demonstration is asked for. Sessions never use this clock.
 */
export function clock(): Date {
  const file = process.env["CUNXUAN_TEST_CLOCK_FILE"];
  return file === undefined ? new Date() : shifted(Date.now(), readFileSync(file, "utf8"));
}

/** An instant moved by a whole number of milliseconds given as text. Throws for anything else: a wrong day is worse than none. */
export function shifted(now: number, offset: string): Date {
  if (!/^-?\d{1,13}$/.test(offset.trim())) throw new Error("the test clock's file holds no offset in milliseconds");
  return new Date(now + Number(offset));
}
