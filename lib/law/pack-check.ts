import { z } from "zod";
import { isDay } from "#lib/calendar/day.ts";
import { kindOf } from "./kinds.ts";
import { packNoticesSchema } from "./notice-set.ts";
import { keepsLimits, READINGS, type Limits, type NationalPack, type ProvincePack } from "./pack.ts";
import { LAW_KEYS, lawValuesSchema, type LawKey } from "./parameters.ts";

/**
 * One thing wrong with a pack that came as data: a code (words stand in the message files under `issues.<code>`), the
 * parameter as it is called in the file (or the field of the head), and what the words need.
 */
export type PackFault = { readonly code: PackFaultCode; readonly parameter: string; readonly params: Readonly<Record<string, string | number>> };

export const PACK_FAULT_CODES = [
  "packNotAPack",
  "packField",
  "packDatesReversed",
  "packUnknownParameter",
  "packMissingParameter",
  "packUnknownField",
  "packWrongKind",
  "packNoSource",
  "packNoArticle",
  "packLimits",
  "packOutsideOwnLimits",
  "packMinAboveMax",
  "packOutsideNational",
  "packOverlap",
  "packWrongProvince",
  "packNothingNew",
] as const;
export type PackFaultCode = (typeof PACK_FAULT_CODES)[number];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

export const packFault = (code: PackFaultCode, parameter: string, params: PackFault["params"] = {}): PackFault => ({ code, parameter, params });

const citationShape = z.strictObject({ text: z.string(), article: z.string(), confidence: z.enum(["seen", "seenExcerpt", "seenPractice", "unverified"]) });
const limitsShape = z.strictObject({
  min: z.int().optional(),
  max: z.int().optional(),
  oneOf: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).min(1).optional(),
});
const words = z.strictObject({ "zh-CN": z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(400) });
const day = z.string().refine(isDay);

/** Fields of a pack besides its parameters. A national pack has neither region nor reading. */
const headShapes = {
  id: z.string().regex(/^CN(-[A-Z]{2})?-(\d{4}|unverified)$/),
  name: words,
  inForceFrom: day,
  inForceUntil: day.nullable(),
  region: z.string().regex(/^CN-[A-Z]{2}$/),
  read: z.enum(READINGS),
  note: words.optional(),
  notices: packNoticesSchema.optional(),
} as const;
const PROVINCE_FIELDS = ["id", "name", "inForceFrom", "inForceUntil", "region", "read", "note", "notices"] as const;
const NATIONAL_FIELDS = ["id", "name", "inForceFrom", "inForceUntil", "note"] as const;

function headFaults(pack: Readonly<Record<string, unknown>>, fields: readonly (keyof typeof headShapes)[]): readonly PackFault[] {
  const wrong = fields.filter((field) => !headShapes[field].safeParse(pack[field]).success).map((field) => packFault("packField", field));
  const unknown = Object.keys(pack).filter((field) => field !== "parameters" && !fields.some((one) => one === field)).map((field) => packFault("packUnknownField", field));
  const { inForceFrom: from, inForceUntil: until } = pack;
  const reversed = typeof from === "string" && typeof until === "string" && isDay(from) && isDay(until) && until < from;
  return [...wrong, ...unknown, ...(reversed ? [packFault("packDatesReversed", "inForceUntil", { from, until })] : [])];
}

/** Limits as sound data, or null when they are not. */
function limitsOf(given: unknown): Limits | undefined | null {
  if (given === undefined) return undefined;
  const parsed = limitsShape.safeParse(given);
  if (!parsed.success) return null;
  const { min, max, oneOf } = parsed.data;
  if (min !== undefined && max !== undefined && min > max) return null;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), ...(oneOf === undefined ? {} : { oneOf }) };
}

function sourceFaults(key: string, citation: unknown): readonly PackFault[] {
  const parsed = citationShape.safeParse(citation);
  if (!parsed.success || parsed.data.text.trim() === "") return [packFault("packNoSource", key)];
  const { article, confidence } = parsed.data;
  const needsArticle = confidence === "seen" || confidence === "seenExcerpt";
  return needsArticle && article.trim() === "" ? [packFault("packNoArticle", key)] : [];
}

const PARAMETER_FIELDS: readonly string[] = ["value", "citation", "limits"];

/** A value as a message shows it. */
export const valueText = (value: unknown): string => JSON.stringify(value) ?? "";

function parameterFaults(key: LawKey, given: unknown): readonly PackFault[] {
  if (!isRecord(given)) return [packFault("packWrongKind", key, { value: valueText(given), kind: kindOf(key).kind })];
  const unknown = Object.keys(given).filter((field) => !PARAMETER_FIELDS.includes(field)).map((field) => packFault("packUnknownField", `${key}.${field}`));
  const { value } = given;
  const typed = lawValuesSchema.shape[key].safeParse(value).success;
  const limits = limitsOf(given["limits"]);
  return [
    ...unknown,
    ...(typed ? [] : [packFault("packWrongKind", key, { value: valueText(value), kind: kindOf(key).kind })]),
    ...sourceFaults(key, given["citation"]),
    ...(limits === null ? [packFault("packLimits", key)] : []),
    ...(typed && limits !== null && !keepsLimits(value, limits) ? [packFault("packOutsideOwnLimits", key, { value: valueText(value) })] : []),
  ];
}

/** Parameters that say least and most of one thing. */
const PAIRS = [["membersMin", "membersMax"], ["committeeSizeMin", "committeeSizeMax"], ["supervisionSizeMin", "supervisionSizeMax"]] as const;

function pairFaults(parameters: Readonly<Record<string, unknown>>): readonly PackFault[] {
  const numberAt = (key: string): number | null => {
    const given = parameters[key];
    return isRecord(given) && typeof given["value"] === "number" ? given["value"] : null;
  };
  return PAIRS.flatMap(([low, high]) => {
    const [min, max] = [numberAt(low), numberAt(high)];
    return min !== null && max !== null && min > max ? [packFault("packMinAboveMax", low, { min, max, other: high })] : [];
  });
}

function parametersFaults(parameters: unknown): readonly PackFault[] {
  if (!isRecord(parameters)) return [packFault("packField", "parameters")];
  const each = Object.entries(parameters).flatMap(([key, given]) => {
    const known = LAW_KEYS.find((one) => one === key);
    return known === undefined ? [packFault("packUnknownParameter", key)] : parameterFaults(known, given);
  });
  return [...each, ...pairFaults(parameters)];
}

/** Everything wrong with a province pack that came as data; an empty list means that it is sound. */
export function provincePackFaults(pack: unknown): readonly PackFault[] {
  if (!isRecord(pack)) return [packFault("packNotAPack", "")];
  return [...headFaults(pack, PROVINCE_FIELDS), ...parametersFaults(pack["parameters"])];
}

/** Everything wrong with a national pack: it sets every parameter. */
export function nationalPackFaults(pack: unknown): readonly PackFault[] {
  if (!isRecord(pack)) return [packFault("packNotAPack", "")];
  const { parameters } = pack;
  const missing = isRecord(parameters) ? LAW_KEYS.filter((key) => !Object.hasOwn(parameters, key)) : [];
  return [...headFaults(pack, NATIONAL_FIELDS), ...parametersFaults(parameters), ...missing.map((key) => packFault("packMissingParameter", key))];
}

/** Whether data is a sound province pack. */
export const isProvincePack = (pack: unknown): pack is ProvincePack => provincePackFaults(pack).length === 0;

/**
 * What of a faulty pack can be checked further: its head when that is sound, with the parameters that are. Null when there
 * is nothing to go on. With it every fault of a file is told at once.
 */
export function soundPart(pack: unknown): ProvincePack | null {
  if (!isRecord(pack) || !isRecord(pack["parameters"])) return null;
  const sound = Object.entries(pack["parameters"]).filter(([key, given]) => {
    const known = LAW_KEYS.find((one) => one === key);
    return known !== undefined && parameterFaults(known, given).length === 0;
  });
  const head = Object.fromEntries(Object.entries(pack).filter(([field]) => PROVINCE_FIELDS.some((one) => one === field)));
  const part = { ...head, parameters: Object.fromEntries(sound) };
  return isProvincePack(part) ? part : null;
}

/** Whether data is a sound national pack. */
export const isNationalPack = (pack: unknown): pack is NationalPack => nationalPackFaults(pack).length === 0;

/** Everything wrong with a pack of either kind, which its region tells apart. */
export function faultsOfPack(pack: unknown): readonly PackFault[] {
  return isRecord(pack) && pack["region"] !== undefined ? provincePackFaults(pack) : nationalPackFaults(pack);
}
