import { err, ok, type Result } from "#lib/platform/result.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Citation, Finding } from "./finding.ts";
import type { PackNotices } from "./notice-set.ts";
import { isMethodKey, villageMethodSchema } from "./method.ts";
import { keepsLimits, type Limits, type NationalPack, type Parameter, type ProvincePack } from "./pack.ts";
import { nationalPackOn, provincePack, type NationalPackId } from "./packs.ts";
import { LAW_KEYS, lawValuesSchema, type LawKey, type LawValues } from "./parameters.ts";

/** Which level set a value. */
export type LawSource = "national" | "province" | "village";

/** A provincial rule that the national law in force no longer allows: kept with both places, and shown. */
export type Superseded = {
  readonly key: LawKey;
  readonly province: { readonly value: unknown; readonly citation: Citation };
  readonly national: { readonly value: unknown; readonly citation: Citation };
};

/** The law of one election: merged values, and for each where it stands and who set it. */
export type Law = {
  readonly national: NationalPackId;
  readonly province: string | null;
  readonly values: LawValues;
  readonly citations: Readonly<Record<LawKey, Citation>>;
  readonly sources: Readonly<Record<LawKey, LawSource>>;
  readonly superseded: readonly Superseded[];
  /** What the province does otherwise in the numbered set of notices. */
  readonly notices?: PackNotices;
};

export type LawRequest = {
  /** Day of the election's first vote: it decides which national law is in force, later votes included. */
  readonly firstVoteOn: Day;
  /** National pack the caller believes in force; refused when another one is. */
  readonly national?: string | undefined;
  readonly province: string | null;
  /** The packs themselves, where an election keeps other versions than the program's own; each replaces the one it names. */
  readonly packs?: { readonly national?: NationalPack; readonly province?: ProvincePack | null } | undefined;
  /** The village's own method: unchecked input. */
  readonly parameters: Readonly<Record<string, unknown>>;
};

/** A national and a province pack, as they are merged for one election. */
export type Packs = { readonly national: NationalPack<NationalPackId>; readonly province: ProvincePack | null };

/** A parameter of both levels: `allLimits` of the nation first; `nationalCitation` names the national rule whoever set the value. */
type LevelledParameter = Parameter<unknown> & {
  readonly source: LawSource;
  readonly allLimits: readonly (Limits | undefined)[];
  readonly nationalCitation: Citation;
};

function refusal(code: "packUnknown" | "packNotInForce" | "parameterUnknown" | "parameterOutsideLimits", field: string, actual: Finding["actual"], required: string, citation: Citation | null): Finding {
  return { code, severity: "error", ok: false, actual, required, citation, fields: [field] };
}

/** Whether a provincial value contradicts the national law: it lies outside what that leaves open. */
const contradicts = (below: Parameter<unknown>, above: Parameter<unknown>): boolean => !keepsLimits(below.value, above.limits);

/**
 * One parameter of nation and province together. A provincial value that the national law no longer allows gives way:
 * from 2026-01-01 that is the case of several older provincial rules. `supersededBy` keeps and shows them.
 */
function mergeLevels(key: LawKey, national: NationalPack, province: ProvincePack | null): LevelledParameter {
  const above: Parameter<unknown> = national.parameters[key];
  const below: Parameter<unknown> | undefined = province?.parameters[key];
  if (below === undefined || contradicts(below, above)) return { ...above, source: "national", allLimits: [above.limits], nationalCitation: above.citation };
  // A pack that starts from the national values repeats their place: then the province has set nothing.
  const source = below.citation.text === above.citation.text ? "national" : "province";
  return { ...below, source, allLimits: [above.limits, below.limits], nationalCitation: above.citation };
}

/** The rules of a province that gave way to the national law (老规定与新法抵触), in the order of the parameters. */
export function supersededBy(national: NationalPack, province: ProvincePack | null): readonly Superseded[] {
  return LAW_KEYS.flatMap((key) => {
    const above: Parameter<unknown> = national.parameters[key];
    const below: Parameter<unknown> | undefined = province?.parameters[key];
    if (below === undefined || !contradicts(below, above)) return [];
    const { value, citation } = above;
    return [{ key, province: { value: below.value, citation: below.citation }, national: { value, citation } }];
  });
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

/** One parameter of a village's method: null when it may stand, else why not, with the article that forbids it. */
function methodFault(key: string, value: unknown, merged: ReadonlyMap<LawKey, LevelledParameter>): Finding | null {
  const field = `parameters.${key}`;
  const known = LAW_KEYS.find((lawKey) => lawKey === key);
  const parameter = known === undefined ? undefined : merged.get(known);
  if (known === undefined || parameter === undefined) {
    return refusal("parameterUnknown", field, { parameter: key }, "a parameter that a village may set", null);
  }
  const actual = { parameter: key, value: String(JSON.stringify(value)) };
  if (!isMethodKey(key)) return refusal("parameterOutsideLimits", field, actual, `= ${JSON.stringify(parameter.value)}`, parameter.citation);
  const breached = parameter.allLimits.findIndex((limits) => !keepsLimits(value, limits));
  const isTyped = value !== undefined && villageMethodSchema.shape[key].safeParse(value).success;
  if (isTyped && breached === -1) return null;
  const required = describeLimits(parameter.allLimits) || "a value of the parameter's type";
  return refusal("parameterOutsideLimits", field, actual, required, breached === 0 ? parameter.nationalCitation : parameter.citation);
}

function checkVillage(parameters: LawRequest["parameters"], merged: ReadonlyMap<LawKey, LevelledParameter>): readonly Finding[] {
  return Object.entries(parameters).flatMap(([key, value]) => methodFault(key, value, merged) ?? []);
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
  const inForce = nationalPackOn(request.firstVoteOn);
  const national: NationalPack<NationalPackId> = request.packs?.national?.id === inForce.id ? { ...request.packs.national, id: inForce.id } : inForce;
  const own = request.packs?.province ?? null;
  const province = request.province === null ? null : own?.id === request.province ? own : provincePack(request.province);
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
  const superseded = supersededBy(national, province);
  const notices = province?.notices;
  return ok({
    national: national.id, province: province?.id ?? null, ...assemble(request.parameters, merged), superseded,
    ...(notices === undefined ? {} : { notices }),
  });
}
