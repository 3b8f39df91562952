import type { Reader } from "#lib/database/client.ts";
import { rollElection } from "#lib/roll/election.ts";
import { rememberedSchema, type ReadingJob } from "./job.ts";
import { keptMappingSchema } from "./summary.ts";

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
