import type { Reader, Transaction } from "../database/client.ts";
import { settleFindings } from "../election/acceptance.ts";
import { noticeCommand, type Draft } from "../election/notice-command.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { governmentOf } from "../notice/template.ts";
import { today as dayOf } from "../calendar/day.ts";
import { ageShift, rejudgeAges } from "../roll/rejudge.ts";
import { abandon, defineCommand, type Facts } from "../platform/command.ts";
import { conflict, invalid } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { z } from "zod";
import { dayIsFixed, loadDayMove, votesBegun } from "./day-queries.ts";
import { dayMoveFindings } from "./day-rules.ts";
import { askDayInput, decideDayInput, withdrawDayInput } from "./model.ts";

const openStates = ["asked", "approved"];

/** The committee's chair asks for another election day once the first is published (申请变更选举日). */
export const askDayChange = defineCommand({
  name: "election.askDay",
  action: "day.ask",
  input: askDayInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input, facts) => {
    const election = await tx.election.findUnique({ where: { id: input.electionId }, select: { id: true, version: true, electionDay: true, closedAt: true } });
    const move = election === null ? null : await loadDayMove(tx, input.electionId, input.newDay, facts.today);
    if (election === null || move === null) return null;
    return {
      election, move, fixed: await dayIsFixed(tx, input.electionId), begun: await votesBegun(tx, input.electionId),
      open: await tx.dayChange.count({ where: { electionId: input.electionId, state: { in: openStates } } }),
    };
  },
  decide: ({ election, move, fixed, begun, open }, input, facts) => {
    if (election.version !== input.version) return conflict;
    if (election.closedAt !== null || begun > 0) return invalid("newDay", "dayVoteBegun");
    if (!fixed) return invalid("newDay", "dayNotPublished");
    if (open > 0) return invalid("newDay", "dayChangeOpen");
    if (input.newDay === election.electionDay) return invalid("newDay", "daySame");
    const settled = settleFindings(dayMoveFindings(move), input.acceptances, facts);
    if (!settled.ok) return settled;
    return ok({ id: facts.newId(), electionId: election.id, from: election.electionDay, to: input.newDay, reason: input.changeReason, commitment: facts.commit(input.changeReason), accepted: settled.value });
  },
  save: async (tx, { id, electionId, from, to, reason }, facts) => {
    const { accountId, name } = facts.actor;
    await tx.dayChange.create({ data: { id, electionId, fromDay: from, toDay: to, reason, state: "asked", askedAt: facts.now, askedBy: accountId, askedByName: name } });
    return { electionId, changeId: id };
  },
  entry: ({ id, from, to, commitment, accepted }) => ({ changeId: id, from, to, reason: commitment, accepted }),
});

const changeFields = { id: true, electionId: true, fromDay: true, toDay: true, reason: true, state: true, askedBy: true, decidedAt: true, version: true } as const;

/** The election of an ask, as the scope of what is done with it. */
const scopeOfChange = async (input: { readonly changeId: string }, db: Reader) => {
  const change = await db.dayChange.findUnique({ where: { id: input.changeId }, select: { electionId: true } });
  return change === null ? null : ({ kind: "election", id: change.electionId } as const);
};

/** The township approves or refuses another election day, with a reason; whoever asked does not decide. */
export const decideDayChange = defineCommand({
  name: "election.decideDay",
  action: "day.decide",
  input: decideDayInput,
  scope: scopeOfChange,
  load: async (tx, input, facts) => {
    const change = await tx.dayChange.findUnique({ where: { id: input.changeId }, select: changeFields });
    const move = change === null ? null : await loadDayMove(tx, change.electionId, change.toDay, facts.today);
    return change === null || move === null ? null : { change, move, begun: await votesBegun(tx, change.electionId) };
  },
  decide: ({ change, move, begun }, input, facts) => {
    if (change.version !== input.version) return conflict;
    if (change.state !== "asked") return invalid(null, "alreadyDone");
    if (change.askedBy === facts.actor.accountId) return invalid("decision", "decidedByAsker");
    if (input.decision === "approve") {
      if (begun > 0) return invalid("decision", "dayVoteBegun");
      // What was accepted when asking was accepted by the chair; a limit that has passed since stops here as well.
      const errors = dayMoveFindings(move).filter((one) => !one.ok && one.severity === "error");
      const settled = settleFindings(errors, {}, facts);
      if (!settled.ok) return settled;
    }
    return ok({ change, state: input.decision === "approve" ? "approved" : "refused", reason: input.decisionReason, commitment: facts.commit(input.decisionReason) } as const);
  },
  save: async (tx, { change, state, reason }, facts) => {
    const { accountId, name } = facts.actor;
    await move(tx, change, { state, decidedAt: facts.now, decidedBy: accountId, decidedByName: name, decisionReason: reason });
    return { electionId: change.electionId, townshipId: facts.place.townshipId ?? "" };
  },
  entry: ({ change, state, commitment }) => ({ changeId: change.id, state, reason: commitment }),
});

/** The chair takes an ask back before it is in force. */
export const withdrawDayChange = defineCommand({
  name: "election.withdrawDay",
  action: "day.ask",
  input: withdrawDayInput,
  scope: scopeOfChange,
  load: (tx, input) => tx.dayChange.findUnique({ where: { id: input.changeId }, select: changeFields }),
  decide: (change, input) => {
    if (change.version !== input.version) return conflict;
    return openStates.includes(change.state) ? ok(change) : invalid(null, "alreadyDone");
  },
  save: async (tx, change) => {
    await move(tx, change, { state: "withdrawn" });
    return { electionId: change.electionId };
  },
  entry: (change) => ({ changeId: change.id }),
});

type Moved = { readonly state: string; readonly decidedAt?: Date; readonly decidedBy?: string; readonly decidedByName?: string; readonly decisionReason?: string; readonly noticeId?: string; readonly inForceAt?: Date };

/** Moves an ask on from the version that was read. */
async function move(tx: Transaction, change: { readonly id: string; readonly version: number }, data: Moved): Promise<void> {
  const { count } = await tx.dayChange.updateMany({ where: { id: change.id, version: change.version }, data: { ...data, version: { increment: 1 } } });
  if (count !== 1) abandon({ kind: "conflict" });
}

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
  extra: z.looseObject({}),
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
