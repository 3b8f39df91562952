import type { Day } from "#lib/calendar/day.ts";
import type { Citation } from "./finding.ts";
import { keepsLimits, type NationalPack, type Parameter, type ProvincePack } from "./pack.ts";
import { nationalPackOn } from "./packs.ts";
import { packFault, valueText, type PackFault } from "./pack-check.ts";
import { LAW_KEYS, type LawKey } from "./parameters.ts";

/** A version's days: from when, until when; an open end lasts until the day before the next version begins. */
export type Period = { readonly inForceFrom: Day; readonly inForceUntil: Day | null };

/** A parameter on one side of a comparison; null: that side does not set it. */
export type Side = { readonly value: unknown; readonly citation: Citation } | null;
export type Difference = { readonly key: LawKey; readonly before: Side; readonly after: Side };

/** Whether two values of parameters are the same, whatever the order of their fields. */
export function sameValue(one: unknown, other: unknown): boolean {
  return valueText(sorted(one)) === valueText(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]));
}

const sideOf = (parameter: Parameter<unknown> | undefined): Side => (parameter === undefined ? null : { value: parameter.value, citation: parameter.citation });

/** What one pack says otherwise than another, parameter by parameter, in the order of the parameters: value, source or limits. */
export function differences(before: ProvincePack | NationalPack | null, after: ProvincePack | NationalPack | null): readonly Difference[] {
  return LAW_KEYS.flatMap((key) => {
    const [old, fresh]: readonly (Parameter<unknown> | undefined)[] = [before?.parameters[key], after?.parameters[key]];
    return sameValue(old, fresh) ? [] : [{ key, before: sideOf(old), after: sideOf(fresh) }];
  });
}

/**
 * Values of a new version that the national law of its first day forbids. A rule of an older text that is carried over
 * unchanged is none: it gives way by itself and is shown as superseded.
 */
export function nationalFaults(pack: ProvincePack, previous: ProvincePack | null): readonly PackFault[] {
  const national = nationalPackOn(pack.inForceFrom);
  return LAW_KEYS.flatMap((key) => {
    const given: Parameter<unknown> | undefined = pack.parameters[key];
    const above: Parameter<unknown> = national.parameters[key];
    if (given === undefined || keepsLimits(given.value, above.limits)) return [];
    if (sameValue(given.value, previous?.parameters[key]?.value)) return [];
    return [packFault("packOutsideNational", key, { value: valueText(given.value), law: `${above.citation.text} ${above.citation.article}`, national: valueText(above.value) })];
  });
}

/** Whether two periods share a day. An open end reaches up to the day before a later one begins, so it only clashes with its own start. */
export function overlap(one: Period, other: Period): boolean {
  if (one.inForceFrom === other.inForceFrom) return true;
  const [earlier, later] = one.inForceFrom < other.inForceFrom ? [one, other] : [other, one];
  return earlier.inForceUntil !== null && earlier.inForceUntil >= later.inForceFrom;
}

/** Clashes of a new version's days with those that a county has. A version is always dated after the last one. */
export function periodFaults(pack: Period, existing: readonly (Period & { readonly number: number })[]): readonly PackFault[] {
  return existing
    .filter((version) => overlap(pack, version) || version.inForceFrom > pack.inForceFrom)
    .map((version) => packFault("packOverlap", "inForceFrom", { number: version.number, from: version.inForceFrom, until: version.inForceUntil ?? "", mine: pack.inForceFrom }));
}

/** The version in force on a day: the latest that has begun, unless it has ended; null when there is none. */
export function inForceOn<Version extends Period>(versions: readonly Version[], day: Day): Version | null {
  const begun = versions.filter((version) => version.inForceFrom <= day);
  const latest = begun.reduce<Version | null>((last, version) => (last === null || version.inForceFrom > last.inForceFrom ? version : last), null);
  return latest === null || (latest.inForceUntil !== null && latest.inForceUntil < day) ? null : latest;
}
