import { kindOf } from "../law/kinds.ts";
import type { Law } from "../law/law.ts";
import type { ProvincePack } from "../law/pack.ts";
import { isProvincePack, packFault, provincePackFaults, soundPart, type PackFault } from "../law/pack-check.ts";
import { differences, nationalFaults, periodFaults, sameValue, type Period } from "../law/pack-versions.ts";
import { PROVINCE_PACKS } from "../law/packs.ts";
import { REGIONS } from "../law/packs/regions.ts";
import { LAW_KEYS, type LawKey } from "../law/parameters.ts";
import { isMethodKey, METHOD_KEYS } from "../law/method.ts";
import { isFixed, STAGE_OF, type Stage } from "../law/stages.ts";
import type { Issue } from "../platform/refusal.ts";
import { err, ok, unreachable, type Result } from "../platform/result.ts";

/** The province of a county, as `CN-ZJ`: that of its pack, else by the first two digits of its code; null when neither tells. */
export function regionOf(county: { readonly code: string; readonly provincePack: string | null }): string | null {
  const named = county.provincePack === null ? null : (/^CN-[A-Z]{2}/.exec(county.provincePack)?.[0] ?? null);
  if (named !== null) return named;
  const region = REGIONS.find((one) => county.code.startsWith(one.digits) && /^\d{6}$/.test(county.code));
  return region === undefined ? null : `CN-${region.code}`;
}

/** What a county has already: its province, the versions with their days (0: the program's own), and the newest pack. */
export type Known = {
  readonly region: string | null;
  readonly versions: readonly (Period & { readonly number: number })[];
  readonly newest: ProvincePack | null;
};

/** Whether a pack brings anything new beside its days. */
function bringsSomething(pack: ProvincePack, newest: ProvincePack): boolean {
  const head = ({ id, name, read, note, notices }: ProvincePack) => ({ id, name, read, note, notices });
  return differences(newest, pack).length > 0 || !sameValue(head(pack), head(newest));
}

/** What speaks against a pack in a county: another province, the national law, days that overlap. */
function faultsHere(pack: ProvincePack, known: Known): readonly PackFault[] {
  const previous = known.newest ?? PROVINCE_PACKS.find((own) => own.region === pack.region) ?? null;
  return [
    ...(known.region === null || pack.region === known.region ? [] : [packFault("packWrongProvince", "region", { region: pack.region, mine: known.region })]),
    ...nationalFaults(pack, previous),
    ...periodFaults(pack, known.versions),
  ];
}

/** A pack to be brought in: everything that speaks against it at once, or the pack itself. */
export function checkImport(data: unknown, known: Known): Result<ProvincePack, readonly PackFault[]> {
  if (!isProvincePack(data)) {
    const part = soundPart(data);
    return err([...provincePackFaults(data), ...(part === null ? [] : faultsHere(part, known))]);
  }
  const faults = faultsHere(data, known);
  if (faults.length > 0) return err(faults);
  return known.newest === null || bringsSomething(data, known.newest) ? ok(data) : err([packFault("packNothingNew", "parameters")]);
}

/** Faults as issues of the form: each names the parameter as it stands in the file. */
export const issuesOf = (faults: readonly PackFault[]): readonly Issue[] =>
  faults.map(({ code, parameter, params }) => ({ field: "file", code, params: { parameter, ...params } }));

/** The parameters whose value differs between two laws of one election. */
export const changedValues = (before: Law, after: Law): readonly LawKey[] => LAW_KEYS.filter((key) => !sameValue(before.values[key], after.values[key]));

/** Those of them that were acted upon already and so stay as they are. */
export const fixedAmong = (keys: readonly LawKey[], acted: ReadonlySet<Stage>): readonly LawKey[] => keys.filter((key) => isFixed(key, acted));

/** Words of a yes-or-no choice in a form. */
const FLAGS: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** One value as typed into the form of the method; undefined when it is no value of its kind. */
function typedValue(key: LawKey, text: string): unknown {
  const kind = kindOf(key);
  switch (kind.kind) {
    case "whole":
    case "wholeOrNone": {
      const digits = text.normalize("NFKC");
      return /^\d{1,4}$/.test(digits) ? Number(digits) : undefined;
    }
    case "flag":
      return FLAGS[text];
    case "choice":
      return kind.options.includes(text) ? text : undefined;
    case "set":
    case "margin":
      return undefined;
    default:
      return unreachable(kind);
  }
}

/** A method as typed: the values set, and what is not one. Empty means that the packs' value stays. */
export function readMethod(typed: Readonly<Record<string, string>>): { readonly method: Readonly<Record<string, unknown>>; readonly issues: readonly Issue[] } {
  const given = Object.entries(typed).filter(([, text]) => text !== "");
  const read = given.map(([key, text]) => ({ key, value: isMethodKey(key) ? typedValue(key, text) : undefined, known: isMethodKey(key) }));
  return {
    method: Object.fromEntries(read.filter((one) => one.value !== undefined).map(({ key, value }) => [key, value])),
    issues: read.filter((one) => one.value === undefined).map(({ key, known }) => ({ field: `method.${key}`, code: known ? "methodNoValue" : "methodUnknown", params: { parameter: key } })),
  };
}

/** Changes of the method that come too late: what they concern is out already. */
export function lateChanges(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>, acted: ReadonlySet<Stage>): readonly Issue[] {
  return METHOD_KEYS.filter((key) => !sameValue(before[key], after[key]) && isFixed(key, acted)).map((key) => ({
    field: `method.${key}`, code: "methodFixed", params: { parameter: key, stage: STAGE_OF[key] },
  }));
}
