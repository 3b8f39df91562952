import type { Reader } from "../database/client.ts";
import { electionLaw, electionPacks, lawFields, villageMethodOf } from "../election/law.ts";
import type { Law } from "../law/law.ts";
import { differences, sameValue, type Difference } from "../law/pack-versions.ts";
import { LAW_KEYS, type LawKey } from "../law/parameters.ts";
import type { ProvincePack } from "../law/pack.ts";
import { provincePack } from "../law/packs.ts";
import { lawRows } from "../law/table.ts";
import { actedOf } from "./acted.ts";
import { knownOf } from "./commands.ts";
import { contentOf, provinceFrom } from "./content.ts";
import { lawUnder } from "./election-commands.ts";
import { packsToken } from "./move.ts";
import { changedValues, checkImport, fixedAmong } from "./rules.ts";
import { countyVersions, packsOn, type CurrentPacks } from "./versions.ts";

const caseFields = {
  id: true, version: true, closedAt: true, methodPassedOn: true, methodPassedBy: true, ...lawFields,
  provinceVersion: { select: { hash: true, content: true, number: true, inForceFrom: true } },
  village: { select: { name: true, township: { select: { county: { select: { id: true, code: true, provincePack: true } } } } } },
} as const;

/** The law of one election with its packs and every row of the table; null when there is none of that id. */
export async function lawView(db: Reader, electionId: string) {
  const row = await db.election.findUnique({ where: { id: electionId }, select: caseFields });
  if (row === null) return null;
  const packs = electionPacks(row);
  const law = electionLaw(row);
  return {
    electionId: row.id, version: row.version, village: row.village.name, electionDay: row.electionDay, law, packs, rows: lawRows(packs, law),
    versionNumber: row.provinceVersion?.number ?? 0,
    method: villageMethodOf(row.parameters), passedOn: row.methodPassedOn, passedBy: row.methodPassedBy,
    acted: await actedOf(db, electionId), county: row.village.township.county, closed: row.closedAt !== null, parameters: row.parameters,
  };
}
export type LawView = NonNullable<Awaited<ReturnType<typeof lawView>>>;

/** What a rule of an election is now and would be under other packs. */
const lawDifference = (before: Law, after: Law, key: LawKey): Difference => ({
  key, before: { value: before.values[key], citation: before.citations[key] }, after: { value: after.values[key], citation: after.citations[key] },
});

/**
 * Whether newer packs are in force in the county than an election keeps; null when it has the newest. `changed`: rules of
 * this election that would be others; `resourced`: those whose value stays and stands elsewhere.
 */
export async function newerPacks(db: Reader, view: LawView) {
  const current = await packsOn(db, view.county, view.electionDay);
  if (packsToken(current.packs) === packsToken(view.packs)) return null;
  const after = lawUnder(view, current.packs);
  const changed = after.ok ? changedValues(view.law, after.value) : [];
  const resourced = after.ok ? LAW_KEYS.filter((key) => !changed.includes(key) && !sameValue(view.law.citations[key], after.value.citations[key])) : [];
  const shown = (keys: readonly LawKey[]): readonly Difference[] => (after.ok ? keys.map((key) => lawDifference(view.law, after.value, key)) : []);
  return {
    token: packsToken(current.packs), changed: shown(changed), resourced: shown(resourced),
    refusals: after.ok ? [] : after.error, fixed: new Set(fixedAmong(changed, view.acted)), opened: view.acted.has("vote") || view.closed,
  };
}

/**
 * The elections of a township that keep other packs than those now in force and may still be moved: no vote has opened. The
 * queries do not grow with the villages.
 */
export async function outdatedElections(db: Reader, townshipId: string): Promise<readonly { readonly id: string; readonly village: string }[]> {
  const [township, rows] = await Promise.all([
    db.township.findUnique({ where: { id: townshipId }, select: { county: { select: { id: true, provincePack: true } } } }),
    db.election.findMany({
      where: { village: { townshipId }, closedAt: null, votes: { none: { openedAt: { not: null } } } },
      select: { id: true, electionDay: true, provincePack: true, nationalVersion: { select: { hash: true } }, provinceVersion: { select: { hash: true } }, village: { select: { name: true } } },
      orderBy: { village: { code: "asc" } },
    }),
  ]);
  if (township === null) return [];
  const current = new Map<string, CurrentPacks>();
  for (const day of new Set(rows.map((row) => row.electionDay))) current.set(day, await packsOn(db, township.county, day));
  return rows.filter((row) => isOutdated(row, current.get(row.electionDay))).map((row) => ({ id: row.id, village: row.village.name }));
}

type KeptHashes = { readonly provincePack: string | null; readonly nationalVersion: { readonly hash: string } | null; readonly provinceVersion: { readonly hash: string } | null };

function isOutdated(row: KeptHashes, current: CurrentPacks | undefined): boolean {
  if (current === undefined) return false;
  const { national, province } = current.packs;
  const own = row.provincePack === null ? null : provincePack(row.provincePack);
  const kept = row.provinceVersion?.hash ?? (own === null ? null : contentOf(own).hash);
  const nationalMoved = row.nationalVersion !== null && row.nationalVersion.hash !== contentOf(national).hash;
  return nationalMoved || kept !== (province === null ? null : contentOf(province).hash);
}

/** A county with its province's packs: the program's own and the versions it brought in, newest first, and what waits. */
export async function countyView(db: Reader, countyId: string) {
  const [county, versions, uploads, known] = await Promise.all([
    db.county.findUnique({ where: { id: countyId }, select: { id: true, name: true, code: true, provincePack: true } }),
    countyVersions(db, countyId),
    db.packUpload.findMany({ where: { countyId }, select: { id: true, createdAt: true }, orderBy: { createdAt: "desc" } }),
    knownOf(db, countyId),
  ]);
  if (county === null || known === null) return null;
  const own = known.own;
  return { ...county, region: known.region, own, versions: versions.toReversed(), uploads };
}

/** One pack of a county by the id of a version, or of a pack of the program; null when the county has no such. */
export async function packOf(db: Reader, countyId: string, packId: string): Promise<{ readonly pack: ProvincePack; readonly number: number; readonly hash: string } | null> {
  const own = provincePack(packId);
  if (own !== null) return { pack: own, number: 0, hash: contentOf(own).hash };
  const row = /^[0-9a-f-]{36}$/.test(packId) ? await db.packVersion.findFirst({ where: { id: packId, countyId }, select: { hash: true, content: true, number: true } }) : null;
  return row === null ? null : { pack: provinceFrom(row), number: row.number, hash: row.hash };
}

/** An upload that waits, with what it changes and what speaks against it by now; null when it is gone. */
export async function uploadView(db: Reader, countyId: string, uploadId: string) {
  const row = /^[0-9a-f-]{36}$/.test(uploadId) ? await db.packUpload.findFirst({ where: { id: uploadId, countyId }, select: { id: true, hash: true, content: true } }) : null;
  const known = row === null ? null : await knownOf(db, countyId);
  if (row === null || known === null) return null;
  const pack = provinceFrom(row);
  const checked = checkImport(pack, known);
  return { id: row.id, hash: row.hash, pack, newest: known.newest, next: known.next, rows: differences(known.newest, pack), faults: checked.ok ? [] : checked.error };
}
