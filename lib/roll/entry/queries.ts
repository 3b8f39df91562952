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
/** Others of the same household (同户), its head first, as links beside a person; at most 30. */
export async function housemates(db: Reader, electionId: string, { id, groupNumber, householdNumber }: Pick<EntryDetail, "id" | "groupNumber" | "householdNumber">): Promise<readonly Housemate[]> {
  if (householdNumber === null || householdNumber === "") return [];
  const others = await db.rollEntry.findMany({
    where: { electionId, groupNumber, householdNumber, id: { not: id }, mergedIntoId: null }, orderBy: [{ sourceRow: { sort: "asc", nulls: "last" } }, { name: "asc" }], take: 30, select: { id: true, name: true, relation: true, status: true },
  });
  return [...others.filter((one) => one.relation === "户主"), ...others.filter((one) => one.relation !== "户主")];
}
export type Housemate = { readonly id: string; readonly name: string; readonly relation: string | null; readonly status: string };
export type EntryDetail = NonNullable<Awaited<ReturnType<typeof entryDetail>>>;
