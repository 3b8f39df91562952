import { settleFindings } from "../election/acceptance.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { applySuccession } from "../election/reactions.ts";
import { defineCommand } from "../platform/command.ts";
import { conflict, invalid } from "../platform/refusal.ts";
import { err, ok } from "../platform/result.ts";
import type { Reader, Transaction } from "../database/client.ts";
import { arrangePollingInput, decideSeatsInput, memberLeavesInput, recordCommitteeInput } from "./model.ts";
import { committeeFindings, decisionFinding, memberIssues, quorumFinding, ranked, seatFindings, seatPlans } from "./rules.ts";

/** The election with what every command of this room checks: its version, its law, and what is published already. */
async function caseOf(tx: Reader, electionId: string) {
  const row = await tx.election.findUnique({ where: { id: electionId }, select: { version: true, ...lawFields, notices: { select: { code: true } }, votes: { select: { id: true }, take: 1 } } });
  if (row === null) return null;
  return { version: row.version, electionDay: row.electionDay, law: electionLaw(row), issued: new Set(row.notices.map((notice) => notice.code)), voting: row.votes.length > 0 };
}

const bump = (tx: Transaction, id: string, data: object = {}) => tx.election.update({ where: { id }, data: { ...data, version: { increment: 1 } } });

/** Records how the election committee was chosen (推选), until notice 2 is out; afterwards members leave one by one. */
export const recordCommittee = defineCommand({
  name: "committee.record",
  action: "committee.write",
  input: recordCommitteeInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const found = await caseOf(tx, input.electionId);
    if (found === null) return null;
    const entries = await tx.rollEntry.findMany({
      where: { electionId: input.electionId, name: { in: input.members.map((member) => member.name) } },
      select: { id: true, name: true, sex: true, groupNumber: true },
    });
    return { ...found, entries };
  },
  decide: (found, input, facts) => {
    if (input.version !== found.version) return conflict;
    if (found.issued.has("electionCommittee")) return invalid(null, "alreadyPublished");
    if (input.heldOn > facts.today) return invalid("heldOn", "inFuture");
    if (input.present > input.entitled) return invalid("present", "aboveEntitled", { present: input.present, entitled: input.entitled });
    const issues = memberIssues(input.members, input.present);
    if (issues.length > 0) return err({ kind: "invalid", issues });
    const settled = settleFindings([quorumFinding(input, found.law), ...committeeFindings(input.members, input.relatives, found.law)], input.acceptances, facts);
    if (!settled.ok) return settled;
    const rows = ranked(input.members).map(({ row: _row, group, ...member }) => {
      const same = found.entries.filter((entry) => entry.name === member.name && entry.sex === member.sex && (group === null || entry.groupNumber === group));
      const state = member.position === "reserve" ? "reserve" : "serving";
      return { id: facts.newId(), electionId: input.electionId, ...member, groupNumber: group, rollEntryId: same.length === 1 ? (same[0]?.id ?? null) : null, state };
    });
    return ok({ input, rows, meetingId: facts.newId(), accepted: settled.value });
  },
  save: async (tx, { input, rows, meetingId }, facts) => {
    const { electionId, kind, basis, heldOn, place, entitled, present, minutes } = input;
    await tx.committeeMember.deleteMany({ where: { electionId } });
    const earlier = await tx.meeting.findFirst({ where: { electionId, purpose: "electionCommittee", correctedBy: { is: null } }, select: { id: true } });
    await tx.meeting.create({ data: { id: meetingId, electionId, kind, purpose: "electionCommittee", heldOn, place, basis, entitled, present, minutes: minutes ?? "", createdAt: facts.now, correctsId: earlier?.id ?? null } });
    await tx.committeeMember.createMany({ data: rows.map((row) => ({ ...row })) });
    await bump(tx, electionId);
    return { electionId };
  },
  entry: ({ input, rows, accepted }, _input, facts) => ({
    meeting: { kind: input.kind, basis: input.basis, heldOn: input.heldOn, entitled: input.entitled, present: input.present },
    members: rows.map((row) => ({ id: row.id, name: facts.commit(row.name), position: row.position, votes: row.votes, rank: row.rank })),
    accepted,
  }),
});

/** A member leaves the election committee; the next reserve steps in and notice 2-1 falls due. */
export const memberLeaves = defineCommand({
  name: "committee.leave",
  action: "committee.write",
  input: memberLeavesInput,
  scope: async (input, db) => {
    const member = await db.committeeMember.findUnique({ where: { id: input.memberId }, select: { electionId: true } });
    return member === null ? null : { kind: "election", id: member.electionId };
  },
  load: (tx, input, facts) => tx.committeeMember.findFirst({ where: { id: input.memberId, electionId: facts.place.electionId ?? "" }, select: { id: true, electionId: true, state: true } }),
  decide: (member, input, facts) => {
    if (member.state === "left") return invalid(null, "alreadyDone");
    if (input.leftOn > facts.today) return invalid("leftOn", "inFuture");
    return ok({ electionId: member.electionId, memberId: member.id, reason: input.reason, leftOn: input.leftOn });
  },
  save: async (tx, change, facts) => {
    await applySuccession(tx, facts, change.electionId, [{ id: change.memberId, reason: change.reason, leftOn: change.leftOn }]);
    await bump(tx, change.electionId);
    return { electionId: change.electionId };
  },
  entry: ({ memberId, reason, leftOn }) => ({ memberId, reason, leftOn }),
});

/** Seats (职数), margins and method, decided by the assembly or the representatives' meeting; until notice 7 is out. */
export const decideSeats = defineCommand({
  name: "committee.seats",
  action: "seats.write",
  input: decideSeatsInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const found = await caseOf(tx, input.electionId);
    return found === null ? null : { ...found, nominees: await tx.nominee.count({ where: { electionId: input.electionId } }) };
  },
  decide: (found, input, facts) => {
    if (input.version !== found.version) return conflict;
    if (found.issued.has("nominationMethod") || found.nominees > 0 || found.voting) return invalid(null, "alreadyPublished");
    if (input.heldOn > facts.today) return invalid("heldOn", "inFuture");
    if (input.present > input.entitled) return invalid("present", "aboveEntitled", { present: input.present, entitled: input.entitled });
    if (input.inFavour > input.present) return invalid("inFavour", "aboveBallots", { votes: input.inFavour, ballots: input.present });
    const plans = seatPlans(input);
    const findings = [quorumFinding(input, found.law), decisionFinding(input, found.law), ...seatFindings(plans, input.method, found.law)];
    const settled = settleFindings(findings, input.acceptances, facts);
    return settled.ok ? ok({ input, plans, meetingId: facts.newId(), accepted: settled.value }) : settled;
  },
  save: async (tx, { input, plans, meetingId }, facts) => {
    const { electionId, kind, basis, heldOn, place, entitled, present, inFavour, minutes, method, roamingBoxes } = input;
    const earlier = await tx.meeting.findFirst({ where: { electionId, purpose: "seatsAndMethod", correctedBy: { is: null } }, select: { id: true } });
    const resolution = { id: facts.newId(), ordinal: 1, subject: "seatsAndMethod", text: "确定本届村民委员会的职数和选举方式", yes: inFavour, no: 0, abstain: 0 };
    await tx.meeting.create({ data: { id: meetingId, electionId, kind, purpose: "seatsAndMethod", heldOn, place, basis, entitled, present, minutes: minutes ?? "", createdAt: facts.now, correctsId: earlier?.id ?? null, resolutions: { create: [resolution] } } });
    await tx.seat.deleteMany({ where: { electionId } });
    await tx.seat.createMany({ data: plans.map((plan) => ({ id: facts.newId(), electionId, ...plan })) });
    await bump(tx, electionId, { method, roamingBoxes, ballotMode: "oneSheet" });
    return { electionId };
  },
  entry: ({ input, plans, accepted }) => ({
    meeting: { kind: input.kind, basis: input.basis, heldOn: input.heldOn, entitled: input.entitled, present: input.present, inFavour: input.inFavour },
    seats: plans.map((plan) => ({ ...plan })), method: input.method, roamingBoxes: input.roamingBoxes, accepted,
  }),
});

/** Main venue (中心会场), counting place and hours; until the vote is open. */
export const arrangePolling = defineCommand({
  name: "committee.polling",
  action: "seats.write",
  input: arrangePollingInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: (tx, input) => caseOf(tx, input.electionId),
  decide: (found, input) => {
    if (input.version !== found.version) return conflict;
    if (found.issued.has("pollingPlaces")) return invalid(null, "alreadyPublished");
    if (input.pollingTo <= input.pollingFrom) return invalid("pollingTo", "endBeforeStart");
    return ok(input);
  },
  save: async (tx, { electionId, mainVenue, countingPlace, pollingFrom, pollingTo }) => {
    await bump(tx, electionId, { mainVenue, countingPlace, pollingFrom, pollingTo });
    return { electionId };
  },
  entry: ({ mainVenue, countingPlace, pollingFrom, pollingTo }) => ({ mainVenue, countingPlace, pollingFrom, pollingTo }),
});

