import { resolvePerson } from "../election/people.ts";
import { defineCommand } from "../platform/command.ts";
import { invalid, stoppedBy } from "../platform/refusal.ts";
import { err, ok } from "../platform/result.ts";
import { waysOf } from "./assistance-queries.ts";
import { scribeFindings } from "./assistance-rules.ts";
import { kinOf, listedIssues, loadVote, scopeOfVote, severalIssues } from "./load.ts";
import { addScribeInput, withdrawScribeInput } from "./model.ts";

/** Records who writes the ballot of a voter that cannot (代写): one scribe a voter, no candidate, no near relative of one. */
export const addScribe = defineCommand({
  name: "ballot.addScribe",
  action: "assisted.write",
  input: addScribeInput,
  scope: (input, db) => scopeOfVote(db, input.voteId),
  load: async (tx, input, facts) => {
    const vote = await loadVote(tx, input.voteId, facts);
    if (vote === null) return null;
    const { electionId } = vote;
    return {
      vote,
      voter: await resolvePerson(tx, electionId, input.voter),
      scribe: await resolvePerson(tx, electionId, input.scribe),
      ways: await waysOf(tx, vote.id),
      kin: await kinOf(tx, electionId),
      appointed: await tx.staffAssignment.findMany({ where: { voteId: vote.id, role: "scribe" }, select: { name: true, rollEntryId: true } }),
      standing: await tx.scribeAssignment.findMany({ where: { voteId: vote.id, state: "approved" }, select: { scribeId: true, scribeName: true } }),
    };
  },
  decide: ({ vote, voter, scribe, ways, kin, appointed, standing }, input, facts) => {
    if (vote.state !== "preparing") return invalid(null, "voteStarted");
    const issues = [...(voter.kind === "one" ? [] : listedIssues("voter", voter)), ...severalIssues("scribe", scribe)];
    if (voter.kind !== "one" || issues.length > 0) return err({ kind: "invalid", issues });
    const writer = scribe.kind === "one" ? { id: scribe.person.id, name: scribe.person.name } : { id: null, name: input.scribe };
    if (writer.id === voter.person.id) return invalid("scribe", "samePerson");
    if (ways.scribed.has(voter.person.id)) return invalid("voter", "standsTwice", { value: voter.person.name });
    const isWriter = (id: string | null, name: string): boolean => (writer.id === null ? id === null && name === writer.name : id === writer.id);
    const request = {
      voterId: voter.person.id, voterName: voter.person.name, scribeId: writer.id, scribeName: writer.name,
      appointed: appointed.some((staff) => isWriter(staff.rollEntryId, staff.name)), held: standing.filter((row) => isWriter(row.scribeId, row.scribeName)).length,
    };
    const findings = scribeFindings(request, ways, vote.candidates, kin, vote.law).filter((one) => !one.ok);
    if (findings.length > 0) return stoppedBy(findings);
    const { electionId, id: voteId } = vote;
    return ok({ id: facts.newId(), electionId, voteId, voterId: voter.person.id, scribeId: writer.id, scribeName: writer.name, reason: input.reason, state: "approved", approvedAt: facts.now });
  },
  save: async (tx, row) => {
    await tx.scribeAssignment.create({ data: row });
    return { electionId: row.electionId, voteId: row.voteId, scribeId: row.id };
  },
  entry: (row, _, facts) => ({ voteId: row.voteId, scribeId: row.id, pair: facts.commit(`${row.voterId} ${row.scribeId ?? row.scribeName}`) }),
});

/** Takes a scribe back before the vote opens; the row stays in the record. */
export const withdrawScribe = defineCommand({
  name: "ballot.withdrawScribe",
  action: "assisted.write",
  input: withdrawScribeInput,
  scope: async (input, db) => {
    const row = await db.scribeAssignment.findUnique({ where: { id: input.scribeId }, select: { electionId: true } });
    return row === null ? null : { kind: "election", id: row.electionId };
  },
  load: (tx, input) => tx.scribeAssignment.findUnique({ where: { id: input.scribeId }, select: { id: true, electionId: true, voteId: true, state: true, vote: { select: { state: true } } } }),
  decide: (row) => {
    if (row.vote.state !== "preparing") return invalid(null, "voteStarted");
    return row.state === "approved" ? ok(row) : invalid(null, "alreadyDone");
  },
  save: async (tx, row, facts) => {
    await tx.scribeAssignment.update({ where: { id: row.id }, data: { state: "withdrawn", withdrawnAt: facts.now } });
    return { electionId: row.electionId, voteId: row.voteId };
  },
  entry: (row) => ({ voteId: row.voteId, scribeId: row.id }),
});
