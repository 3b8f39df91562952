import { z } from "zod";
import type { Reader } from "#lib/database/client.ts";
import type { EntryContent } from "#lib/roll/entry/change.ts";
import { loadTwo, partOf, usesOf, type EntryUse } from "./merge-load.ts";
import { MERGE_FIELDS, type MergeField, type MergeSide } from "./model.ts";
import { differs, ownOf, proposedSide } from "./rules.ts";

/** One of the two entries of a merge as its page shows it. The identity number only masked. */
export type MergeEntry = { readonly id: string; readonly version: number; readonly idMask: string | null; readonly sound: boolean; readonly sourceRow: number | null; readonly content: EntryContent };

/** Two entries of one roll beside each other: which stays, where they differ, and what is proposed there. */
export type MergePreview = {
  readonly kept: MergeEntry;
  readonly gone: MergeEntry;
  /** Fields to choose. Birth and sex are left out where a sound number decides them. */
  readonly fields: readonly { readonly field: MergeField; readonly proposed: MergeSide }[];
  /** What of the election names the entry that would go. */
  readonly uses: readonly EntryUse[];
};

/** Prepares a merge; `keep` names the entry that stays, else the one with a sound number and a household does. Null when either is not on this roll or was merged already. */
export async function mergePreview(db: Reader, electionId: string, firstId: string, secondId: string, keep: string | null): Promise<MergePreview | null> {
  const two = await loadTwo(db, firstId, secondId, { place: { electionId } });
  if (two === null || two.kept.mergedIntoId !== null || two.gone.mergedIntoId !== null) return null;
  const second = keep === null ? ownOf(partOf(two.kept), partOf(two.gone)) === "second" : keep === secondId;
  const [kept, gone] = second ? [two.gone, two.kept] : [two.kept, two.gone];
  const rows = await db.rollEntry.findMany({ where: { id: { in: [kept.id, gone.id] } }, select: { id: true, sourceRow: true } });
  const entry = ({ id, version, idMask, identity, content }: typeof kept): MergeEntry => ({ id, version, idMask, sound: identity !== null, sourceRow: rows.find((row) => row.id === id)?.sourceRow ?? null, content });
  const byNumber = kept.identity !== null || gone.identity !== null;
  const fields = MERGE_FIELDS.filter((field) => differs(field, partOf(kept), partOf(gone)) && !(byNumber && (field === "sex" || field === "bornOn")));
  return { kept: entry(kept), gone: entry(gone), fields: fields.map((field) => ({ field, proposed: proposedSide(field, partOf(kept), partOf(gone)) })), uses: await usesOf(db, electionId, gone.id) };
}

/** A merge as the page of doubles lists it. */
export type MergeRow = { readonly id: string; readonly keptId: string; readonly name: string; readonly goneName: string; readonly groupNumber: number; readonly reason: string; readonly at: Date; readonly byName: string; readonly undoneAt: Date | null; /** Nothing that shows it was posted since. */ readonly undoable: boolean };

const toldSchema = z.array(z.object({ id: z.string() }));

/** The merges of an election, newest first; at most 100. */
export async function mergesOf(db: Reader, electionId: string): Promise<readonly MergeRow[]> {
  const rows = await db.rollMerge.findMany({
    where: { electionId }, orderBy: { at: "desc" }, take: 100,
    select: { id: true, keptId: true, reason: true, at: true, byName: true, undoneAt: true, kept: { select: { name: true, groupNumber: true } }, gone: { select: { name: true } } },
  });
  const posted = toldSchema.parse(await db.$queryRaw`
    SELECT m.id FROM "RollMerge" m WHERE m."electionId" = ${electionId} AND (
      EXISTS (SELECT FROM "RollVersion" v WHERE v."electionId" = m."electionId" AND v."publishedAt" >= m.at)
      OR EXISTS (SELECT FROM "RollChange" c WHERE c."electionId" = m."electionId" AND c."rollEntryId" IN (m."keptId", m."goneId") AND c."noticeId" IS NOT NULL AND c.at >= m.at))`);
  const told = new Set(posted.map(({ id }) => id));
  return rows.map(({ kept, gone, ...row }) => ({ ...row, name: kept.name, groupNumber: kept.groupNumber, goneName: gone.name, undoable: row.undoneAt === null && !told.has(row.id) }));
}
