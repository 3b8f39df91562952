import { today as dayOf } from "../calendar/day.ts";
import type { Reader, Transaction } from "../database/client.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { noticeCommand, nothingElse, type Draft } from "../election/notice-command.ts";
import { governmentOf } from "../notice/template.ts";
import { abandon, type Facts } from "../platform/command.ts";
import { ageShift, rejudgeAges } from "#lib/roll/entry/rejudge.ts";
import { changeFields, move } from "./day-moves.ts";
import { loadDayMove, votesBegun } from "./day-queries.ts";
import { dayMoveFindings } from "./day-rules.ts";

/** Drafts notice 1-1; null while no ask is approved. A limit that has passed since the approval stops it. */
export async function draftDayChange(db: Reader, electionId: string, today: string): Promise<Draft | null> {
  const change = await db.dayChange.findFirst({ where: { electionId, state: "approved" }, select: changeFields });
  const row = await db.election.findUnique({ where: { id: electionId }, select: { village: { select: { township: { select: { name: true } } } } } });
  if (change === null || change.decidedAt === null || row === null || (await votesBegun(db, electionId)) > 0) return null;
  const dayMove = await loadDayMove(db, electionId, change.toDay, today);
  if (dayMove === null) return null;
  const approvedBy = governmentOf(row.village.township.name);
  return {
    body: { values: { oldDay: change.fromDay, newDay: change.toDay, reason: change.reason, approvedBy, approvedOn: dayOf(change.decidedAt) } },
    // Warnings were accepted when the day was asked for; only what stops is asked again.
    findings: dayMoveFindings(dayMove).filter((one) => one.severity === "error"),
  };
}

/** Issues notice 1-1 (选举日变更公告): with it the approved day takes effect, and ages are judged anew. */
export const issueDayChange = noticeCommand({
  code: "electionDayChange",
  extra: nothingElse,
  draft: (db, electionId, _, today) => draftDayChange(db, electionId, today),
  after: (tx, electionId, noticeId, facts) => takeEffect(tx, electionId, noticeId, facts),
});

/** The day of the case and of its first vote moves; proxies and everything entered stay. */
async function takeEffect(tx: Transaction, electionId: string, noticeId: string, facts: Facts): Promise<void> {
  const change = await tx.dayChange.findFirst({ where: { electionId, state: "approved" }, select: changeFields });
  const row = await tx.election.findUnique({ where: { id: electionId }, select: lawFields });
  if (change === null || row === null) return abandon({ kind: "conflict" });
  const law = electionLaw({ ...row, electionDay: change.toDay });
  const shift = await ageShift(tx, electionId, row.electionDay, change.toDay, law);
  await tx.election.update({ where: { id: electionId }, data: { electionDay: change.toDay, version: { increment: 1 } } });
  await tx.vote.updateMany({ where: { electionId, kind: "regular", state: "preparing" }, data: { heldOn: change.toDay, version: { increment: 1 } } });
  await rejudgeAges(tx, facts, electionId, shift, change.toDay, law);
  await move(tx, change, { state: "inForce", noticeId, inForceAt: facts.now });
}
