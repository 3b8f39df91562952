import { z } from "zod";
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
