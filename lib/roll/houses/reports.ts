import type { Transaction } from "#lib/database/client.ts";
import type { Facts } from "#lib/platform/command.ts";
import type { HouseReportKind } from "./model.ts";

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

/** Closes the open reports of a kind about a person, when the desk settled the matter on his own page; in the caller's transaction. */
export async function closeReports(tx: Transaction, facts: Facts, about: { readonly entryId: string; readonly kinds: readonly HouseReportKind[]; readonly state: "confirmed" | "mistaken"; readonly note: string }): Promise<void> {
  await tx.houseReport.updateMany({
    where: { entryId: about.entryId, kind: { in: [...about.kinds] }, state: "open" },
    data: { state: about.state, settledAt: facts.now, settledBy: facts.actor.name, note: about.note, version: { increment: 1 } },
  });
}
