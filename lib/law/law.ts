import { err, ok, type Result } from "#lib/platform/result.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Citation, Finding } from "./finding.ts";
import { keepsLimits, type Limits, type NationalPack, type Parameter, type ProvincePack } from "./pack.ts";
import { nationalPackOn, provincePack, type NationalPackId, type ProvincePackId } from "./packs.ts";
import { lawValuesSchema, villageParametersSchema, type LawKey, type LawValues } from "./parameters.ts";

/** Which level set a value. */
export type LawSource = "national" | "province" | "village";

/** The law of one election: merged values, and for each where it stands and who set it. */
export type Law = {
  readonly national: NationalPackId;
  readonly province: ProvincePackId | null;
  readonly values: LawValues;
  readonly citations: Readonly<Record<LawKey, Citation>>;
  readonly sources: Readonly<Record<LawKey, LawSource>>;
};

export type LawRequest = {
  /** Day of the election's first vote: it decides which national law is in force, later votes included. */
  readonly firstVoteOn: Day;
  /** National pack the caller believes in force; refused when another one is. */
  readonly national?: string | undefined;
  readonly province: string | null;
  /** The village's own method: unchecked input. */
  readonly parameters: Readonly<Record<string, unknown>>;
};

type LevelledParameter = Parameter<unknown> & { readonly source: LawSource; readonly allLimits: readonly (Limits | undefined)[] };

const LAW_KEYS = Object.keys(lawValuesSchema.shape).filter((key): key is LawKey => key in lawValuesSchema.shape);

function refusal(code: "packUnknown" | "packNotInForce" | "parameterUnknown" | "parameterOutsideLimits", field: string, actual: Finding["actual"], required: string, citation: Citation | null): Finding {
  return { code, severity: "error", ok: false, actual, required, citation, fields: [field] };
}

/**
 * One parameter of nation and province together. A provincial value that the national law no longer allows falls
 * away without a word: from 2026-01-01 that is the case of several older provincial rules.
 */
function mergeLevels(key: LawKey, national: NationalPack, province: ProvincePack | null): LevelledParameter {
  const above: Parameter<unknown> = national.parameters[key];
  const below: Parameter<unknown> | undefined = province?.parameters[key];
  if (below === undefined || !keepsLimits(below.value, above.limits)) {
    return { ...above, source: "national", allLimits: [above.limits] };
  }
  return { ...below, source: "province", allLimits: [above.limits, below.limits] };
}

/** Words for what a limit asks, for finding and error message. */
function describeLimits(limits: readonly (Limits | undefined)[]): string {
  const parts = limits.flatMap((limit) => [
    ...(limit?.oneOf === undefined ? [] : [`one of ${limit.oneOf.map(String).join(", ")}`]),
    ...(limit?.min === undefined ? [] : [`>= ${limit.min}`]),
    ...(limit?.max === undefined ? [] : [`<= ${limit.max}`]),
  ]);
  return parts.join("; ");
}

function checkVillage(parameters: LawRequest["parameters"], merged: ReadonlyMap<LawKey, LevelledParameter>): readonly Finding[] {
  const shape: Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>> = villageParametersSchema.shape;
  return Object.entries(parameters).flatMap(([key, value]): readonly Finding[] => {
    const field = `parameters.${key}`;
    const known = LAW_KEYS.find((lawKey) => lawKey === key);
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (known === undefined || schema === undefined) {
      return [refusal("parameterUnknown", field, { parameter: key }, "a parameter that a village may set", null)];
    }
    const parameter = merged.get(known);
    const inside = parameter?.allLimits.every((limits) => keepsLimits(value, limits)) ?? false;
    if (value !== undefined && schema.safeParse(value).success && inside) return [];
    const required = describeLimits(parameter?.allLimits ?? []) || "a value of the parameter's type";
    return [refusal("parameterOutsideLimits", field, { parameter: key, value: String(JSON.stringify(value)) }, required, parameter?.citation ?? null)];
  });
}

function assemble(parameters: LawRequest["parameters"], merged: ReadonlyMap<LawKey, LevelledParameter>): Pick<Law, "values" | "citations" | "sources"> {
  const levelled = LAW_KEYS.map((key) => [key, merged.get(key)] as const);
  const values = Object.fromEntries(levelled.map(([key, parameter]) => [key, key in parameters ? parameters[key] : parameter?.value]));
  const citations = Object.fromEntries(levelled.map(([key, parameter]) => [key, parameter?.citation]));
  const sources = Object.fromEntries(levelled.map(([key, parameter]) => [key, key in parameters ? "village" : parameter?.source]));
  return {
    values: lawValuesSchema.parse(values),
    citations: asRecordOfKeys<Citation>(citations),
    sources: asRecordOfKeys<LawSource>(sources),
  };
}

/** Narrows a record that was just built from every key of the law. */
function asRecordOfKeys<Value>(record: Readonly<Record<string, Value | undefined>>): Readonly<Record<LawKey, Value>> {
  const isComplete = (one: Readonly<Record<string, Value | undefined>>): one is Readonly<Record<LawKey, Value>> =>
    LAW_KEYS.every((key) => one[key] !== undefined);
  if (!isComplete(record)) throw new Error("a parameter of the law has no citation");
  return record;
}

/**
 * The law for an election: the national pack in force on the day of its first vote, over it the province's measures,
 * over them the village's own method. Refuses with findings what is unknown or outside the limits of the packs.
 */
export function lawFor(request: LawRequest): Result<Law, readonly Finding[]> {
  const national = nationalPackOn(request.firstVoteOn);
  const province = request.province === null ? null : provincePack(request.province);
  const refusals: Finding[] = [];
  if (request.national !== undefined && request.national !== national.id) {
    refusals.push(
      refusal("packNotInForce", "national", { national: request.national, firstVoteOn: request.firstVoteOn }, national.id, null),
    );
  }
  if (request.province !== null && province === null) {
    refusals.push(refusal("packUnknown", "province", { province: request.province }, "a province pack of this program", null));
  }
  const merged = new Map(LAW_KEYS.map((key) => [key, mergeLevels(key, national, province)]));
  refusals.push(...checkVillage(request.parameters, merged));
  if (refusals.length > 0) return err(refusals);
  return ok({ national: national.id, province: province?.id ?? null, ...assemble(request.parameters, merged) });
}
