import { z } from "zod";
import type { Day } from "#lib/calendar/day.ts";
import type { Citation } from "./finding.ts";
import { lawValuesSchema, type LawKey, type LawValues } from "./parameters.ts";

/** What a lower level may choose instead of a pack's value; nothing set means: whatever the parameter's type allows. */
export type Limits = {
  readonly min?: number;
  readonly max?: number;
  readonly oneOf?: readonly (string | number | boolean | null)[];
};

/** One rule of a pack: its value, where it stands, and how far a lower level may depart from it. */
export type Parameter<Value> = { readonly value: Value; readonly citation: Citation; readonly limits?: Limits };

type PackHead<Id extends string> = {
  readonly id: Id;
  readonly name: { readonly "zh-CN": string; readonly en: string };
  /** First day and last day in force; null: no end known. */
  readonly inForceFrom: Day;
  readonly inForceUntil: Day | null;
  /** What a reader of the pack must know besides its values. */
  readonly note?: { readonly "zh-CN": string; readonly en: string };
};

/** How much of a province's measures was read: all of them, parts, or nothing. */
export const READINGS = ["full", "excerpts", "none"] as const;
export type Reading = (typeof READINGS)[number];

/** A national pack sets every parameter. */
export type NationalPack<Id extends string = string> = PackHead<Id> & {
  readonly parameters: { readonly [Key in LawKey]: Parameter<LawValues[Key]> };
};

/** A province pack sets those its own measures speak of. */
export type ProvincePack<Id extends string = string> = PackHead<Id> & {
  /** ISO 3166-2 code of the province, such as `CN-ZJ`. */
  readonly region: string;
  readonly read: Reading;
  readonly parameters: { readonly [Key in LawKey]?: Parameter<LawValues[Key]> };
};

/** Whether a value keeps inside the limits. A limit on a number refuses null: "no limit" is never inside one. */
export function keepsLimits(value: unknown, limits: Limits | undefined): boolean {
  if (limits === undefined) return true;
  if (limits.oneOf !== undefined && !limits.oneOf.some((allowed) => allowed === value)) return false;
  if (limits.min === undefined && limits.max === undefined) return true;
  if (typeof value !== "number") return false;
  return value >= (limits.min ?? value) && value <= (limits.max ?? value);
}

const citationSchema = z.strictObject({
  text: z.string().min(1),
  article: z.string(),
  confidence: z.enum(["seen", "seenExcerpt", "seenPractice", "unverified"]),
});

const limitsSchema = z.strictObject({
  min: z.int().optional(),
  max: z.int().optional(),
  oneOf: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});

const daySchema = z.iso.date();

const headSchema = z.strictObject({
  id: z.string().regex(/^CN(-[A-Z]{2})?-(\d{4}|unverified)$/),
  name: z.strictObject({ "zh-CN": z.string().min(1), en: z.string().min(1) }),
  inForceFrom: daySchema,
  inForceUntil: daySchema.nullable(),
  region: z.string().optional(),
  read: z.enum(READINGS).optional(),
  note: z.strictObject({ "zh-CN": z.string().min(1), en: z.string().min(1) }).optional(),
  parameters: z.record(z.string(), z.strictObject({ value: z.unknown(), citation: citationSchema, limits: limitsSchema.optional() })),
});

/**
 * Checks a pack that came as data: its shape, that every parameter is known, and that every value has the type of
 * its parameter. Returns the places that are wrong; an empty list means that the pack is sound.
 */
export function faultsOfPack(pack: unknown): readonly string[] {
  const head = headSchema.safeParse(pack);
  if (!head.success) return head.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  const values = Object.fromEntries(Object.entries(head.data.parameters).map(([key, parameter]) => [key, parameter.value]));
  const typed = lawValuesSchema.partial().strict().safeParse(values);
  const faults = typed.success ? [] : typed.error.issues.map((issue) => `parameters.${issue.path.join(".")}: ${issue.message}`);
  for (const [key, parameter] of Object.entries(head.data.parameters)) {
    const { min, max, oneOf } = parameter.limits ?? {};
    const limits: Limits = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), ...(oneOf === undefined ? {} : { oneOf }) };
    if (parameter.limits !== undefined && !keepsLimits(parameter.value, limits)) {
      faults.push(`parameters.${key}: the value is outside its own limits`);
    }
  }
  return faults;
}
