import { z } from "zod";
import type { Reader } from "#lib/database/client.ts";
import { electionLaw, lawFields } from "#lib/election/law.ts";
import { CONTACT_WAYS } from "#lib/roll/contact.ts";
import { applicationSchema, consentSchema, groundSchema } from "./evidence.ts";

const evidenceSchema = z.object({ application: applicationSchema.nullable(), exclusionGround: groundSchema.nullable(), consent: consentSchema.nullable().catch(null), heardHow: z.enum(CONTACT_WAYS).nullable() });

/** An entry as its page shows it, with the evidence of its standing. The identity number only masked. */
export async function entryDetail(db: Reader, electionId: string, entryId: string) {
  const row = await db.rollEntry.findFirst({
    where: { id: entryId, electionId },
    select: {
      id: true, name: true, paperName: true, sex: true, bornOn: true, ethnicity: true, relation: true, groupNumber: true, householdNumber: true, category: true, takesPart: true, heardOn: true, heardHow: true,
      exclusion: true, exclusionNote: true, exclusionGround: true, application: true, consent: true, status: true, openFindings: true, remarks: true, sourceRow: true, importId: true, published: true, version: true,
      person: { select: { idMask: true } }, mergedInto: { select: { id: true, name: true } }, election: { select: { ...lawFields, rollVersions: { select: { id: true }, take: 1 } } },
    },
  });
  if (row === null) return null;
  const { election, person, importId, ...entry } = row;
  const imported = importId === null ? null : await db.rollImport.findUnique({ where: { id: importId }, select: { confirmedAt: true, fileName: true } });
  return { ...entry, ...evidenceSchema.parse(row), idMask: person.idMask, posted: election.rollVersions.length > 0, law: electionLaw(election), imported };
}
export type EntryDetail = NonNullable<Awaited<ReturnType<typeof entryDetail>>>;
