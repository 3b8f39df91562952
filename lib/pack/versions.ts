import { randomUUID } from "node:crypto";
import type { Day } from "../calendar/day.ts";
import type { Reader, Transaction } from "../database/client.ts";
import type { Packs } from "../law/law.ts";
import type { NationalPack, ProvincePack } from "../law/pack.ts";
import { inForceOn } from "../law/pack-versions.ts";
import { nationalPackOn, provincePack } from "../law/packs.ts";
import { contentOf, provinceFrom } from "./content.ts";

/** What of a county decides its packs. */
export type CountyOfPacks = { readonly id: string; readonly provincePack: string | null };

/** Columns of a version besides its text. */
const versionFields = { id: true, hash: true, packId: true, region: true, number: true, inForceFrom: true, inForceUntil: true, createdAt: true } as const;

/** The versions that a county brought in for a province, oldest first, without their texts. */
export const countyVersions = (db: Reader, countyId: string, region?: string) =>
  db.packVersion.findMany({ where: { countyId, ...(region === undefined ? {} : { region }) }, select: versionFields, orderBy: { inForceFrom: "asc" } });

/** A province pack with the row that keeps it; `versionId` null: the program's own, which has none yet. */
export type CurrentProvince = { readonly pack: ProvincePack; readonly versionId: string | null; readonly number: number };

/** The province pack for an election day in a county: the county's version in force on it, else the program's own; null without either. */
export async function provinceOn(db: Reader, county: CountyOfPacks, electionDay: Day): Promise<CurrentProvince | null> {
  const version = inForceOn(await countyVersions(db, county.id), electionDay);
  if (version !== null) {
    const { hash, content } = await db.packVersion.findUniqueOrThrow({ where: { id: version.id }, select: { hash: true, content: true } });
    return { pack: provinceFrom({ hash, content }), versionId: version.id, number: version.number };
  }
  const own = county.provincePack === null ? null : provincePack(county.provincePack);
  return own === null ? null : { pack: own, versionId: null, number: 0 };
}

/** The packs for an election day in a county, as a new election takes them over. */
export type CurrentPacks = { readonly packs: Packs; readonly province: CurrentProvince | null };

export async function packsOn(db: Reader, county: CountyOfPacks, electionDay: Day): Promise<CurrentPacks> {
  const province = await provinceOn(db, county, electionDay);
  return { packs: { national: nationalPackOn(electionDay), province: province?.pack ?? null }, province };
}

/** Columns of `Election` that name its packs. */
export type KeptVersions = { readonly nationalPack: string; readonly provincePack: string | null; readonly nationalVersionId: string; readonly provinceVersionId: string | null };

/** Keeps both packs as versions of their own, so that the election stands on them for good; returns the columns of the election. */
export async function keepVersions(tx: Transaction, { packs, province }: CurrentPacks, at: Date): Promise<KeptVersions> {
  const nationalVersionId = await keepOwn(tx, packs.national, at);
  const provinceVersionId = province === null ? null : (province.versionId ?? (await keepOwn(tx, province.pack, at)));
  return { nationalPack: packs.national.id, provincePack: packs.province?.id ?? null, nationalVersionId, provinceVersionId };
}

/** The row of one of the program's own packs; made when it stands nowhere yet. Two at once end with one row. */
async function keepOwn(tx: Transaction, pack: NationalPack | ProvincePack, at: Date): Promise<string> {
  const { hash, content } = contentOf(pack);
  const region = "region" in pack ? pack.region : null;
  await tx.$executeRaw`
    INSERT INTO "PackVersion" (id, hash, "packId", region, number, "inForceFrom", "inForceUntil", content, "createdAt")
    VALUES (${randomUUID()}, ${hash}, ${pack.id}, ${region}, 0, ${pack.inForceFrom}, ${pack.inForceUntil}, ${content}, ${at})
    ON CONFLICT (hash) WHERE "countyId" IS NULL DO NOTHING`;
  const row = await tx.packVersion.findFirstOrThrow({ where: { hash, countyId: null }, select: { id: true } });
  return row.id;
}
