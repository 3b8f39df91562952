import type { Reader } from "../database/client.ts";
import { settleFindings } from "../election/acceptance.ts";
import { defineCommand } from "../platform/command.ts";
import { conflict, invalid } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { changeFields, move } from "./day-moves.ts";
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
