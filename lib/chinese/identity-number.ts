import { err, ok, type Result } from "#lib/platform/result.ts";
import { civilDayOf } from "./civil-day.ts";

/** 性别 as the household register knows it. */
export type Sex = "male" | "female";

/** What the import mends by itself in the writing of a number: 全角, 空格, 小写 x. */
export type IdentityRepair = "space" | "fullwidth" | "lowerX";

/**
 * Why a text is not a sound 公民身份号码. `lostDigits`: a spreadsheet kept the number as a number, whose last
 * three digits are gone for good; `format`: neither 18 nor 15 characters of the right kind; `date`: names no day.
 */
export type IdentityProblem = "missing" | "lostDigits" | "format" | "date" | "checkDigit";

/** A number that passed every check: 18 characters, birth and sex as it states them. */
export type SoundIdentity = {
  readonly number: string;
  readonly birthDate: string;
  readonly sex: Sex;
  /** It was written in the 15-digit form used before 1999-10-01 and has been completed. */
  readonly from15: boolean;
};

/** Weights of the first 17 digits, GB 11643-1999. */
const WEIGHTS: readonly number[] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";
/** Characters of a number today, and in the form used before 1999-10-01. */
export const LENGTH = 18;
export const OLD_LENGTH = 15;

/** The check character of the first 17 digits, or null when they are not 17 digits. */
export function checkCharacter(first17: string): string | null {
  if (!/^\d{17}$/u.test(first17)) return null;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** Mends full-width digits, spaces and a small x, and says what it mended (each kind once, in a fixed order). */
export function normaliseIdentity(raw: string): { readonly text: string; readonly repairs: readonly IdentityRepair[] } {
  const trimmedEnds = raw.replace(/^[\s\u200B\uFEFF']+|[\s\u200B\uFEFF]+$/gu, "");
  const narrow = trimmedEnds.replace(/[\uFF01-\uFF5E]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const tight = narrow.replace(/[\s\u200B\uFEFF-]+/gu, "");
  const text = tight.replace(/x$/u, "X");
  const repairs: IdentityRepair[] = [];
  if (tight !== narrow || /^[\s\u200B\uFEFF]|[\s\u200B\uFEFF]$/u.test(raw)) repairs.push("space");
  if (narrow !== trimmedEnds) repairs.push("fullwidth");
  if (text !== tight) repairs.push("lowerX");
  return { text, repairs };
}

/** A number that a spreadsheet turned into a number: written with an exponent, or with three zeros where digits were. */
const lostItsDigits = (text: string): boolean => /^\d(\.\d+)?[eE]\+?\d{2}$/u.test(text) || /^\d{15}000$/u.test(text);

/** Completes a 15-digit number (century 19, check character added); null when it is not 15 digits. */
export function completeOldNumber(text: string): string | null {
  if (!/^\d{15}$/u.test(text)) return null;
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`;
  const check = checkCharacter(first17);
  return check === null ? null : first17 + check;
}

/**
 * Reads a normalised number. 15 digits are sound when their day exists. A number with a wrong check character is never
 * sound, whatever else it says.
 */
export function readIdentity(text: string): Result<SoundIdentity, IdentityProblem> {
  if (text === "") return err("missing");
  const completed = text.length === OLD_LENGTH ? completeOldNumber(text) : text;
  if (completed === null || !/^[1-9]\d{16}[\dX]$/u.test(completed)) return err(lostItsDigits(text) ? "lostDigits" : "format");
  const soundCheck = checkCharacter(completed.slice(0, LENGTH - 1)) === completed.slice(-1);
  if (!soundCheck) return err(lostItsDigits(text) ? "lostDigits" : "checkDigit");
  const birthDate = birthIn(completed);
  if (birthDate === null) return err("date");
  return ok({ number: completed, birthDate, sex: sexIn(completed), from15: text.length === OLD_LENGTH });
}

/** The day written in digits 7-14 of an 18-character number, sound or not; null when they name no day. */
export function birthIn(number: string): string | null {
  if (!/^\d{14}/u.test(number)) return null;
  return civilDayOf(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)));
}

/** The sex that digit 17 states: odd for men, even for women. */
const sexIn = (number: string): Sex => (Number(number.charAt(16)) % 2 === 1 ? "male" : "female");

/**
 * Every valid number that differs from an invalid 18-character one in exactly one place. No valid number is one place
 * from another valid one, so an error of one key can only have come from these (at most 18).
 */
export function oneDigitNeighbours(number: string): readonly string[] {
  if (!/^\d{17}[\dX]$/u.test(number)) return [];
  const replacements = (place: number): readonly string[] => [...(place === LENGTH - 1 ? "0123456789X" : "0123456789")];
  return Array.from({ length: LENGTH }, (_, place) => place)
    .flatMap((place) => replacements(place).map((digit) => number.slice(0, place) + digit + number.slice(place + 1)))
    .filter((candidate) => candidate !== number && readIdentity(candidate).ok);
}

/**
 * A number as screens and papers may show it: the area (known to everybody in the village) and the last character;
 * the birth date and the person's own digits never, because the birth date often stands beside it. Anything that is
 * not as long as a number is hidden whole.
 */
export function maskIdentity(text: string): string {
  if (text.length < OLD_LENGTH) return "*".repeat(text.length);
  return text.slice(0, 6) + "*".repeat(text.length - 7) + text.slice(-1);
}
