import { settleFindings } from "../election/acceptance.ts";
import { resolvePerson } from "../election/people.ts";
import { defineCommand } from "../platform/command.ts";
import { conflict, invalid } from "../platform/refusal.ts";
import { err, ok } from "../platform/result.ts";
import { waysOf } from "./assistance-queries.ts";
import { roamingPlanFindings, roamingVoterFindings } from "./assistance-rules.ts";
import { listedIssues, loadVote, scopeOfVote } from "./load.ts";
import { addRoamingVoterInput, setRoamingInput, withdrawRoamingVoterInput } from "./model.ts";

/**
 * Arranges roaming boxes (流动票箱) of a vote: how many, hours and way, and the approval where the province asks for one.
 * The approval may come later than the plan; without it no box goes out.
 */
export const setRoaming = defineCommand({
  name: "ballot.setRoaming",
  action: "ballot.write",
  input: setRoamingInput,
  scope: (input, db) => scopeOfVote(db, input.voteId),
  load: async (tx, input, facts) => {
    const vote = await loadVote(tx, input.voteId, facts);
    return vote === null ? null : { vote, voters: await tx.roamingVoter.count({ where: { voteId: vote.id, state: "approved" } }) };
  },
  decide: ({ vote, voters }, input, facts) => {
    if (vote.version !== input.version) return conflict;
    if (vote.state !== "preparing") return invalid(null, "voteStarted");
    if (input.boxes === 0 && voters > 0) return invalid("boxes", "roamingInUse");
    const { boxes, approvedOn, approvedBy } = input;
    if (approvedOn !== null && approvedOn > facts.today) return invalid("approvedOn", "inFuture");
    const plan = { boxes, route: input.route ?? "", approvedOn, approvedBy };
    const basis = boxes === 0 ? [] : roamingPlanFindings(plan, facts.today, vote.law).filter((one) => one.code === "roamingNotProvided");
    const settled = settleFindings(basis, input.acceptances, facts);
    return settled.ok ? ok({ vote, plan, id: facts.newId(), accepted: settled.value }) : settled;
  },
  save: async (tx, { vote, plan, id }) => {
    const { electionId, id: voteId } = vote;
    if (plan.boxes === 0) await tx.roamingPlan.deleteMany({ where: { voteId } });
    else await tx.roamingPlan.upsert({ where: { voteId }, create: { id, electionId, voteId, ...plan }, update: { ...plan, version: { increment: 1 } } });
    await tx.vote.update({ where: { id: voteId }, data: { version: { increment: 1 } } });
    return { electionId, voteId };
  },
  entry: ({ vote, plan, accepted }) => ({ voteId: vote.id, boxes: plan.boxes, approvedOn: plan.approvedOn, accepted }),
});

/** Takes a voter on the list for roaming boxes, with the reason; the list closes when the polls open. */
export const addRoamingVoter = defineCommand({
  name: "ballot.addRoamingVoter",
  action: "assisted.write",
  input: addRoamingVoterInput,
  scope: (input, db) => scopeOfVote(db, input.voteId),
  load: async (tx, input, facts) => {
    const vote = await loadVote(tx, input.voteId, facts);
    if (vote === null) return null;
    return { vote, voter: await resolvePerson(tx, vote.electionId, input.voter), ways: await waysOf(tx, vote.id), planned: await tx.roamingPlan.count({ where: { voteId: vote.id } }) };
  },
  decide: ({ vote, voter, ways, planned }, input, facts) => {
    if (vote.state !== "preparing") return invalid(null, "voteStarted");
    if (planned === 0) return invalid(null, "roamingPlanFirst");
    if (voter.kind !== "one") return err({ kind: "invalid", issues: listedIssues("voter", voter) });
    const { person } = voter;
    if (ways.roaming.has(person.id)) return invalid("voter", "standsTwice", { value: person.name });
    const settled = settleFindings(roamingVoterFindings(person, input.reason, ways, vote.law), input.acceptances, facts);
    if (!settled.ok) return settled;
    return ok({ row: { id: facts.newId(), electionId: vote.electionId, voteId: vote.id, rollEntryId: person.id, reason: input.reason, state: "approved", approvedAt: facts.now }, accepted: settled.value });
  },
  save: async (tx, { row }) => {
    await tx.roamingVoter.create({ data: row });
    return { electionId: row.electionId, voteId: row.voteId, roamingVoterId: row.id };
  },
  entry: ({ row, accepted }, _, facts) => ({ voteId: row.voteId, roamingVoterId: row.id, person: facts.commit(`${row.rollEntryId} ${row.reason}`), accepted }),
});

/** Takes a voter off that list before the vote opens; the row stays in the record. */
export const withdrawRoamingVoter = defineCommand({
  name: "ballot.withdrawRoamingVoter",
  action: "assisted.write",
  input: withdrawRoamingVoterInput,
  scope: async (input, db) => {
    const row = await db.roamingVoter.findUnique({ where: { id: input.roamingVoterId }, select: { electionId: true } });
    return row === null ? null : { kind: "election", id: row.electionId };
  },
  load: (tx, input) => tx.roamingVoter.findUnique({ where: { id: input.roamingVoterId }, select: { id: true, electionId: true, voteId: true, state: true, vote: { select: { state: true } } } }),
  decide: (row) => {
    if (row.vote.state !== "preparing") return invalid(null, "voteStarted");
    return row.state === "approved" ? ok(row) : invalid(null, "alreadyDone");
  },
  save: async (tx, row, facts) => {
    await tx.roamingVoter.update({ where: { id: row.id }, data: { state: "withdrawn", withdrawnAt: facts.now } });
    return { electionId: row.electionId, voteId: row.voteId };
  },
  entry: (row) => ({ voteId: row.voteId, roamingVoterId: row.id }),
});
