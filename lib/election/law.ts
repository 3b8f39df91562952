import { lawFor, type Law, type Packs } from "../law/law.ts";
import { villageMethodSchema, type VillageMethod } from "../law/method.ts";
import { nationalPackOn, provincePack } from "../law/packs.ts";
import { VILLAGE_KEYS, villageParametersSchema, type VillageParameters } from "../law/parameters.ts";
import { nationalFrom, provinceFrom, type Content } from "../pack/content.ts";

/** What of a case decides which law holds for it. The versions are those it keeps; without one, the program's own pack counts. */
export type LawRow = {
  readonly electionDay: string;
  readonly provincePack: string | null;
  readonly parameters: unknown;
  readonly nationalVersion?: Content | null;
  readonly provinceVersion?: Content | null;
};

/** Columns of `Election` that `electionLaw` reads. */
export const lawFields = {
  electionDay: true,
  provincePack: true,
  parameters: true,
  nationalVersion: { select: { hash: true, content: true } },
  provinceVersion: { select: { hash: true, content: true } },
} as const;

/** The packs of a case: the versions it keeps, else those of the program. */
export function electionPacks(row: LawRow): Packs {
  const { electionDay, nationalVersion, provinceVersion } = row;
  const inForce = nationalPackOn(electionDay);
  const kept = nationalVersion === null || nationalVersion === undefined ? null : nationalFrom(nationalVersion);
  const national = kept !== null && kept.id === inForce.id ? kept : inForce;
  if (row.provincePack === null) return { national, province: null };
  const own = provinceVersion === null || provinceVersion === undefined ? provincePack(row.provincePack) : provinceFrom(provinceVersion);
  return { national, province: own };
}

/** The village's own method (选举办法) as stored with its election. */
export function villageMethodOf(parameters: unknown): VillageMethod {
  const parsed = villageMethodSchema.safeParse(parameters);
  return parsed.success ? parsed.data : {};
}

/** What of a village's method decides the outcome: the part that stands in its count documents. */
export function determinationParameters(parameters: unknown): VillageParameters {
  const method: Readonly<Record<string, unknown>> = villageMethodOf(parameters);
  const chosen = VILLAGE_KEYS.flatMap((key) => (method[key] === undefined ? [] : [[key, method[key]] as const]));
  return villageParametersSchema.parse(Object.fromEntries(chosen));
}

/** Laws merged before, by everything that decides them. Saves work where a page shows fifty elections; changes nothing. */
const merged = new Map<string, Law>();
const KEPT = 500;

/**
 * The law of a case: the national pack of its first vote's day, over it the province's measures, over them the
 * village's own method. A province without a pack has the national values.
 */
export function electionLaw(row: LawRow): Law {
  const key = JSON.stringify([row.electionDay, row.provincePack, row.parameters, row.nationalVersion?.hash ?? null, row.provinceVersion?.hash ?? null]);
  const known = merged.get(key);
  if (known !== undefined) return known;
  const law = mergedLaw(row);
  if (merged.size >= KEPT) merged.clear();
  merged.set(key, law);
  return law;
}

function mergedLaw(row: LawRow): Law {
  const packs = electionPacks(row);
  const request = { firstVoteOn: row.electionDay, province: packs.province?.id ?? null, packs };
  const law = lawFor({ ...request, parameters: villageMethodOf(row.parameters) });
  if (law.ok) return law.value;
  const plain = lawFor({ ...request, parameters: {} });
  if (!plain.ok) throw new Error(`no law for an election on ${row.electionDay}`);
  return plain.value;
}
