import type { Day } from "#lib/calendar/day.ts";
import type { Citation } from "./finding.ts";
import type { PackNotices } from "./notice-set.ts";
import type { LawKey, LawValues } from "./parameters.ts";

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
  /** What the province does otherwise in the numbered set of notices. */
  readonly notices?: PackNotices;
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
