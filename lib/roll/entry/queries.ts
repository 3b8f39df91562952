import type { Reader } from "#lib/database/client.ts";

/** An entry as its page shows it. The identity number only masked. */
export async function entryDetail(db: Reader, electionId: string, entryId: string) {
  const row = await db.rollEntry.findFirst({
    where: { id: entryId, electionId },
    select: {
      id: true, name: true, paperName: true, sex: true, bornOn: true, ethnicity: true, relation: true, groupNumber: true, householdNumber: true, category: true, takesPart: true,
      exclusion: true, exclusionNote: true, status: true, openFindings: true, remarks: true, sourceRow: true, published: true, version: true, person: { select: { idMask: true } },
      election: { select: { rollVersions: { select: { id: true }, take: 1 } } },
    },
  });
  if (row === null) return null;
  const { election, person, ...entry } = row;
  return { ...entry, idMask: person.idMask, posted: election.rollVersions.length > 0 };
}
export type EntryDetail = NonNullable<Awaited<ReturnType<typeof entryDetail>>>;
