import { z } from "zod";
import type { Reader } from "#lib/database/client.ts";
import { rollElection } from "#lib/roll/election.ts";
import { REGISTER_FIELDS } from "#lib/roll/model.ts";
import { keptMappingSchema } from "./summary.ts";

/** Columns as somebody of the township named them before: SHA-256 of the set of headings, and of the heading by field. */
export const rememberedSchema = z.object({ headings: z.string(), columns: z.partialRecord(z.enum(REGISTER_FIELDS), z.string()) });
export type RememberedColumns = z.infer<typeof rememberedSchema>;

/** Everything that the process which reads a register is told. */
export const jobSchema = z.object({
  importId: z.string(),
  /** A reading that is no longer the upload's current one keeps nothing. */
  attempt: z.number(),
  electionId: z.string(),
  townshipId: z.string(),
  /** Who asked for it and when: kept with columns that are remembered. */
  accountId: z.string(),
  at: z.iso.datetime(),
  electionDay: z.string(),
  voterAge: z.number(),
  mapping: keptMappingSchema.nullable(),
  remembered: z.array(rememberedSchema),
});
export type ReadingJob = z.infer<typeof jobSchema>;

/** What is to be read of an upload; null when it does not wait to be read. */
export async function readingJob(db: Reader, importId: string, now: Date): Promise<ReadingJob | null> {
  const row = await db.rollImport.findUnique({ where: { id: importId }, select: { state: true, attempt: true, electionId: true, mapping: true, uploadedBy: true } });
  const election = row === null || row.state !== "reading" ? null : await rollElection(db, row.electionId);
  if (row === null || election === null) return null;
  const mapping = keptMappingSchema.safeParse(row.mapping);
  const remembered = await db.registerMapping.findMany({ where: { townshipId: election.townshipId }, orderBy: { savedAt: "desc" }, take: 100, select: { headings: true, columns: true } });
  return {
    importId, attempt: row.attempt, electionId: row.electionId, townshipId: election.townshipId, accountId: row.uploadedBy, at: now.toISOString(), electionDay: election.electionDay, voterAge: election.law.values.voterAge,
    mapping: mapping.success ? mapping.data : null, remembered: remembered.map((one) => rememberedSchema.parse(one)),
  };
}
