import { ageOn, type Day } from "#lib/calendar/day.ts";
import type { Reader, Transaction } from "#lib/database/client.ts";
import type { Law } from "#lib/law/law.ts";
import type { Facts } from "#lib/platform/command.ts";
import { restand } from "./rules.ts";
import { saveEntry } from "./save.ts";
import { loadEntry, postedChange } from "./store.ts";

/** Who becomes of age, or no longer is, when election day moves (选举日变更后年龄重新计算). */
export type AgeShift = { readonly joining: readonly string[]; readonly leaving: readonly string[] };

/** Entries whose age on election day differs between two days; those excluded for another reason are left out. */
export async function ageShift(db: Reader, electionId: string, fromDay: Day, toDay: Day, law: Law): Promise<AgeShift> {
  const rows = await db.rollEntry.findMany({
    where: { electionId, status: { in: ["minor", "listed", "notStated", "notApproved"] } },
    select: { id: true, bornOn: true },
    orderBy: { id: "asc" },
  });
  const grown = (bornOn: Day, day: Day): boolean => ageOn(bornOn, day) >= law.values.voterAge;
  return {
    joining: rows.filter((row) => !grown(row.bornOn, fromDay) && grown(row.bornOn, toDay)).map((row) => row.id),
    leaving: rows.filter((row) => grown(row.bornOn, fromDay) && !grown(row.bornOn, toDay)).map((row) => row.id),
  };
}

/**
 * Judges ages anew after election day moved, in the caller's transaction: standings follow, and where a list is posted
 * each difference waits for the supplementary notice (补充名单).
 */
export async function rejudgeAges(tx: Transaction, facts: Facts, electionId: string, shift: AgeShift, toDay: Day, law: Law): Promise<void> {
  for (const entryId of [...shift.joining, ...shift.leaving]) {
    const loaded = await loadEntry(tx, entryId, facts);
    if (loaded === null) continue;
    const content = restand(loaded.content, {}, toDay, { voterAge: law.values.voterAge });
    await saveEntry(tx, facts, { loaded, content, change: postedChange(loaded.list, content), reason: "选举日变更，年龄按变更后的选举日重新计算" }, { kind: "rejudged", facts: { electionDay: toDay } });
  }
}
