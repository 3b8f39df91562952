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

/** How many of the second category were heard (听到声、留下记录), and how many wait: of everybody away who is not excluded. */
export type EvidenceCounts = {
  readonly away: number;
  /** Heard himself, with day and means: takes part, or does not. */
  readonly heardYes: number;
  readonly heardNo: number;
  /** Only the register says that he takes part, or does not. */
  readonly registerOnly: number;
  /** Said nothing so far; `sought` of them were contacted at least once. */
  readonly open: number;
  readonly sought: number;
};

const countsSchema = z.tuple([z.object({ away: z.number(), heardYes: z.number(), heardNo: z.number(), registerOnly: z.number(), open: z.number(), sought: z.number() })]);

/** Counts the statements of people away (本人表示), who are of age and not excluded. */
export async function evidenceCounts(db: Reader, electionId: string): Promise<EvidenceCounts> {
  const [counts] = countsSchema.parse(
    await db.$queryRaw`
      SELECT count(*)::int AS away,
        count(*) FILTER (WHERE "heardOn" IS NOT NULL AND "takesPart")::int AS "heardYes",
        count(*) FILTER (WHERE "heardOn" IS NOT NULL AND NOT "takesPart")::int AS "heardNo",
        count(*) FILTER (WHERE "heardOn" IS NULL AND "takesPart" IS NOT NULL)::int AS "registerOnly",
        count(*) FILTER (WHERE "takesPart" IS NULL)::int AS open,
        count(*) FILTER (WHERE "takesPart" IS NULL AND EXISTS (SELECT 1 FROM "RollEvent" v WHERE v."entryId" = e.id AND v.kind = 'contacted'))::int AS sought
      FROM "RollEntry" e WHERE "electionId" = ${electionId} AND category = 2 AND status IN ('listed', 'notStated')`,
  );
  return counts;
}
