import { z } from "zod";
import { isDay } from "../calendar/day.ts";

/** Characters that no field may hold: controls (but line breaks in long text) and bidirectional overrides. */
const forbidden = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const forbiddenLong = /[\u0000-\u0009\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/u;

const count = (value: string): number => Array.from(value).length;

function words(max: number, bad: RegExp): z.ZodType<string, string> {
  return z
    .string()
    .trim()
    .min(1)
    .refine((value) => count(value) <= max, { params: { code: "tooLongText" } })
    .refine((value) => !bad.test(value), { params: { code: "invalidCharacters" } });
}

/** One line of text, 1 to `max` characters (counted as people count them). */
export const line = (max = 100): z.ZodType<string, string> => words(max, forbidden);

/** Text of several lines. Browsers send line ends as CR LF; only LF is kept. */
export const paragraph = (max = 2000): z.ZodType<string, string> => z.string().overwrite((value) => value.replaceAll(/\r\n?/g, "\n")).pipe(words(max, forbiddenLong));

/** One line of text, or null when left empty. */
export const optionalLine = (max = 100) =>
  z
    .string()
    .trim()
    .optional()
    .refine((value) => value === undefined || count(value) <= max, { params: { code: "tooLongText" } })
    .refine((value) => value === undefined || !forbidden.test(value), { params: { code: "invalidCharacters" } })
    .transform((value) => (value === undefined || value === "" ? null : value));

/** Text of several lines, or null when left empty. */
export const optionalParagraph = (max = 2000) => z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? undefined : value), paragraph(max).optional().transform((value) => value ?? null));

/** A person's name as it stands on papers: up to 50 characters. */
export const personName = line(50);

/** A whole number typed into a form; empty is "required", never 0. Full-width digits are accepted. */
export const whole = (min: number, max: number): z.ZodType<number, string | number> =>
  z
    .union([z.string(), z.number()])
    .transform((value, context) => {
      const text = typeof value === "number" ? String(value) : value.normalize("NFKC").replaceAll(/[\s,]/g, "");
      if (text === "") {
        context.addIssue({ code: "custom", params: { code: "required" } });
        return z.NEVER;
      }
      if (!/^-?\d{1,9}$/.test(text)) {
        context.addIssue({ code: "custom", params: { code: "notWhole" } });
        return z.NEVER;
      }
      return Number(text);
    })
    .pipe(z.number().int().min(min).max(max));

/** A whole number, or null when left empty. */
export const optionalWhole = (min: number, max: number) =>
  z.preprocess((value) => (value === undefined || value === "" ? null : value), whole(min, max).nullable());

/** A civil day YYYY-MM-DD that exists. */
export const day: z.ZodType<string, string> = z.string().trim().min(1).refine(isDay, { params: { code: "invalidDate" } });

/** A civil day, or null when left empty. */
export const optionalDay = z.preprocess((value) => (value === undefined || value === "" ? null : value), day.nullable());

/** A checkbox: "on"/"yes"/"true" or absent. */
export const flag = z
  .string()
  .optional()
  .transform((value) => value === "on" || value === "yes" || value === "true");

/** A row's id. */
export const id: z.ZodType<string, string> = z.uuid();

/** The version of the row that the form showed (lost updates are refused). */
export const version = whole(1, 2_000_000_000);

/** A list from repeated form fields: absent is empty, a single value is a list of one. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(item));

/** Reasons given for warnings that a named person accepts, by finding code. */
export const acceptances = z.record(z.string(), z.string()).optional().transform((value) => value ?? {});
