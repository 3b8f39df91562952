import type { Transaction } from "#lib/database/client.ts";
import type { Facts } from "#lib/platform/command.ts";
import { REPORT_FINDINGS } from "#lib/roll/entry/contact-rules.ts";
import { PERSON_REPORTS, type HouseReportKind } from "./model.ts";

/** What was heard at a door. `requestId`: the item of a visit that it came with; `people`: 1 unless of `newPerson`. */
export type HeardReport = {
  readonly requestId: string;
  readonly electionId: string;
  /** Null for people who are on no register. */
  readonly entryId: string | null;
  readonly groupNumber: number;
  readonly householdNumber: string | null;
  readonly kind: HouseReportKind;
  readonly people: number;
  /** Civil day on which it was heard. */
  readonly day: string;
};

/**
 * Keeps a report for the desk, in the caller's transaction. The same item resent, and the same thing said of a person
 * while the first report is still open, change nothing. Returns whether it is new.
 */
export async function noteReport(tx: Transaction, facts: Facts, heard: HeardReport): Promise<boolean> {
  const known = await tx.houseReport.findFirst({
    where: { OR: [{ requestId: heard.requestId, kind: heard.kind }, ...(heard.entryId === null ? [] : [{ entryId: heard.entryId, kind: heard.kind, state: "open" }])] },
    select: { id: true },
  });
  if (known !== null) return false;
  await tx.houseReport.create({ data: { id: facts.newId(), ...heard, at: facts.now, byId: facts.actor.accountId, byName: facts.actor.name, state: "open" } });
  return true;
}

/** An entry before and after a change, as far as reports about the person are concerned. */
type Settled = { readonly id: string; readonly before: readonly string[]; readonly after: readonly string[]; readonly excluded: boolean; readonly note: string };

/**
 * Closes reports whose finding a change of the entry settled, wherever the desk did so; in the caller's transaction. They
 * count as confirmed when the person is kept off the list, else as mistaken.
 */
export async function closeSettledReports(tx: Transaction, facts: Facts, { id, before, after, excluded, note }: Settled): Promise<void> {
  const kinds = PERSON_REPORTS.filter((kind) => before.includes(REPORT_FINDINGS[kind]) && !after.includes(REPORT_FINDINGS[kind]));
  if (kinds.length === 0) return;
  await tx.houseReport.updateMany({
    where: { entryId: id, kind: { in: kinds }, state: "open" },
    data: { state: excluded ? "confirmed" : "mistaken", settledAt: facts.now, settledBy: facts.actor.name, note, version: { increment: 1 } },
  });
}
