import { z } from "zod";
import type { Reader, Transaction } from "#lib/database/client.ts";
import { sexes } from "#lib/election/model.ts";
import type { Facts } from "#lib/platform/command.ts";
import type { EntryContent } from "#lib/roll/entry/change.ts";
import { applicationSchema, groundSchema } from "#lib/roll/entry/evidence.ts";
import { loadEntries, type LoadedEntry } from "#lib/roll/entry/store.ts";
import { HEARD_WAYS } from "#lib/roll/contact.ts";
import { EXCLUSIONS, ROLL_CATEGORIES, ROLL_STATUSES } from "#lib/roll/model.ts";
import type { MergePart } from "./rules.ts";

const contentSchema: z.ZodType<EntryContent> = z.object({
  name: z.string(), paperName: z.string().nullable(), sex: z.enum(sexes), bornOn: z.string(), ethnicity: z.string().nullable(), relation: z.string().nullable(), groupNumber: z.number(), householdNumber: z.string().nullable(),
  category: z.union(ROLL_CATEGORIES.map((one) => z.literal(one))), livesHere: z.boolean(), takesPart: z.boolean().nullable(), heard: z.object({ on: z.string(), how: z.enum(HEARD_WAYS) }).nullable(),
  exclusion: z.enum(EXCLUSIONS).nullable(), exclusionNote: z.string().nullable(), exclusionGround: groundSchema.nullable(), application: applicationSchema.nullable(),
  status: z.enum(ROLL_STATUSES), openFindings: z.array(z.string()), remarks: z.string().nullable(),
});

/** An entry as it was before a merge: its content, and whose person it was. The number itself is never in it. */
export const snapshotSchema = z.object({ personId: z.string(), idMask: z.string().nullable(), content: contentSchema });
export type Snapshot = z.output<typeof snapshotSchema>;

/** Keeps what an entry says now. */
export const snapshotOf = ({ personId, idMask, content }: LoadedEntry): Snapshot => ({ personId, idMask, content });

export const partOf = ({ content, identity, idMask }: LoadedEntry): MergePart => ({ content, identity, idMask });

/** Two entries of one roll; null when either lies elsewhere. */
export async function loadTwo(tx: Reader, keptId: string, goneId: string, facts: Pick<Facts, "place">): Promise<{ readonly kept: LoadedEntry; readonly gone: LoadedEntry } | null> {
  const loaded = await loadEntries(tx, [keptId, goneId], facts);
  const [kept, gone] = [loaded.get(keptId), loaded.get(goneId)];
  return kept === undefined || gone === undefined || keptId === goneId ? null : { kept, gone };
}

/** What of the election points at an entry, so that it must be the one that stays. */
export const ENTRY_USES = ["committee", "nominee", "kinship", "admission", "staff", "proxy", "assisted", "report"] as const;
export type EntryUse = (typeof ENTRY_USES)[number];

/** Committee, nominations, relatives, meetings' consent, staff, proxies, roaming boxes and scribes, and reports from the door that name an entry. */
export async function usesOf(db: Reader | Transaction, electionId: string, entryId: string): Promise<readonly EntryUse[]> {
  const counts: Readonly<Record<EntryUse, number>> = {
    committee: await db.committeeMember.count({ where: { electionId, rollEntryId: entryId } }),
    nominee: (await db.nominee.count({ where: { electionId, rollEntryId: entryId } })) + (await db.candidate.count({ where: { rollEntryId: entryId } })),
    kinship: await db.kinship.count({ where: { electionId, OR: [{ entryA: entryId }, { entryB: entryId }] } }),
    admission: await db.admission.count({ where: { rollEntryId: entryId } }),
    staff: await db.staffAssignment.count({ where: { electionId, rollEntryId: entryId } }),
    proxy: await db.proxy.count({ where: { electionId, OR: [{ principalId: entryId }, { holderId: entryId }] } }),
    assisted: (await db.roamingVoter.count({ where: { electionId, rollEntryId: entryId } })) + (await db.scribeAssignment.count({ where: { electionId, voterId: entryId } })),
    report: await db.houseReport.count({ where: { electionId, entryId, state: "open" } }),
  };
  return ENTRY_USES.filter((use) => counts[use] > 0);
}
