import type { Reader } from "#lib/database/client.ts";
import { electionLaw, lawFields } from "#lib/election/law.ts";

/** An entry as its page shows it. The identity number only masked. */
export async function entryDetail(db: Reader, electionId: string, entryId: string) {
  const row = await db.rollEntry.findFirst({
    where: { id: entryId, electionId },
    select: {
      id: true, name: true, paperName: true, sex: true, bornOn: true, ethnicity: true, relation: true, groupNumber: true, householdNumber: true, category: true, takesPart: true,
      exclusion: true, exclusionNote: true, status: true, openFindings: true, remarks: true, sourceRow: true, published: true, version: true, person: { select: { idMask: true } },
      election: { select: { ...lawFields, rollVersions: { select: { id: true }, take: 1 } } },
    },
  });
  if (row === null) return null;
  const { election, person, ...entry } = row;
  const law = electionLaw(election);
  return { ...entry, idMask: person.idMask, posted: election.rollVersions.length > 0, villageWorkCounts: law.values.voterCategoryThree === "livedOrVillageWork" };
}
export type EntryDetail = NonNullable<Awaited<ReturnType<typeof entryDetail>>>;

/** What of a posted list its page shows, with one page of its people. */
export async function postedVersion(db: Reader, electionId: string, page: number, size = 100) {
  const version = await db.rollVersion.findFirst({ where: { electionId }, orderBy: { number: "desc" }, select: { id: true, number: true, publishedOn: true, total: true, men: true, women: true, sha256: true } });
  if (version === null) return null;
  const pages = Math.max(1, Math.ceil(version.total / size));
  const at = Math.min(Math.max(1, page), pages);
  const entries = await db.rollVersionEntry.findMany({
    where: { versionId: version.id, ordinal: { gt: (at - 1) * size, lte: at * size } }, orderBy: { ordinal: "asc" }, select: { ordinal: true, name: true, sex: true, groupNumber: true, birthYear: true },
  });
  const notices = await db.notice.findMany({ where: { electionId, code: { in: ["voterList", "voterListChange"] } }, orderBy: { issuedAt: "asc" }, select: { id: true, number: true, title: true, issuedOn: true } });
  return { version, entries, notices, page: at, pages };
}
