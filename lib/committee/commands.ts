import { settleFindings } from "../election/acceptance.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { applySuccession } from "../election/reactions.ts";
import { defineCommand } from "../platform/command.ts";
import { conflict, invalid } from "../platform/refusal.ts";
import { err, ok } from "../platform/result.ts";
import type { Reader, Transaction } from "../database/client.ts";
import { usualText } from "../meeting/model.ts";
import { knownPeople } from "../meeting/queries.ts";
import { decisionFinding, meetingFindings, readMeeting, votesIssues } from "../meeting/rules.ts";
import { keepMeeting, meetingEntry, standingMeeting, type NewMeeting } from "../meeting/store.ts";
import { arrangePollingInput, decideSeatsInput, memberLeavesInput, recordCommitteeInput } from "./model.ts";
import { committeeFindings, memberIssues, ranked, seatFindings, seatPlans } from "./rules.ts";

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
    return { ...found, entries, known: await knownPeople(tx, input.electionId, input.heldOn), earlier: await standingMeeting(tx, input.electionId, "electionCommittee") };
  },
  decide: (found, input, facts) => {
    if (input.version !== found.version) return conflict;
    if (found.issued.has("electionCommittee")) return invalid(null, "alreadyPublished");
    const record = readMeeting(input, facts.today, found.law);
    if (!record.ok) return err({ kind: "invalid", issues: record.error });
    // Only where each group met by itself can one of them have chosen a member of its own.
    const members = input.members.map((member) => ({ ...member, chosenByGroup: record.value.kind === "groups" ? member.chosenByGroup : null }));
    const issues = memberIssues(members, record.value);
    if (issues.length > 0) return err({ kind: "invalid", issues });
    const settled = settleFindings([...meetingFindings(record.value, found.known, found.law), ...committeeFindings(members, input.relatives, found.law)], input.acceptances, facts);
    if (!settled.ok) return settled;
    const rows = ranked(members).map(({ row: _row, group, ...member }) => {
      const same = found.entries.filter((entry) => entry.name === member.name && entry.sex === member.sex && (group === null || entry.groupNumber === group));
      const state = member.position === "reserve" ? "reserve" : "serving";
      return { id: facts.newId(), electionId: input.electionId, ...member, groupNumber: group, rollEntryId: same.length === 1 ? (same[0]?.id ?? null) : null, state };
    });
    const chosen = rows.map(({ name, sex, position, votes, chosenByGroup }) => ({ name, sex, position, votes, chosenByGroup }));
    const meeting: NewMeeting = { id: facts.newId(), electionId: input.electionId, purpose: "electionCommittee", record: record.value, resolutions: [], chosen, correctsId: found.earlier?.id ?? null, correctionReason: null };
    return ok({ electionId: input.electionId, rows, meeting, accepted: settled.value });
  },
  save: async (tx, { electionId, rows, meeting }, facts) => {
    await tx.committeeMember.deleteMany({ where: { electionId } });
    await keepMeeting(tx, meeting, facts);
    await tx.committeeMember.createMany({ data: rows.map((row) => ({ ...row })) });
    await bump(tx, electionId);
    return { electionId };
  },
  entry: ({ rows, meeting, accepted }, _input, facts) => ({
    meeting: meetingEntry(meeting, facts),
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
    if (found === null) return null;
    const nominees = await tx.nominee.count({ where: { electionId: input.electionId } });
    return { ...found, nominees, known: await knownPeople(tx, input.electionId, input.heldOn), earlier: await standingMeeting(tx, input.electionId, "seatsAndMethod") };
  },
  decide: (found, input, facts) => {
    if (input.version !== found.version) return conflict;
    if (found.issued.has("nominationMethod") || found.nominees > 0 || found.voting) return invalid(null, "alreadyPublished");
    const record = readMeeting(input, facts.today, found.law);
    if (!record.ok) return err({ kind: "invalid", issues: record.error });
    const votes = { yes: input.inFavour, no: input.against, abstain: input.abstained, groupNumber: null };
    const issues = votesIssues(record.value, votes, { yes: "inFavour", groupNumber: "kind" });
    if (issues.length > 0) return err({ kind: "invalid", issues });
    const plans = seatPlans(input);
    const findings = [...meetingFindings(record.value, found.known, found.law), decisionFinding(record.value, votes, "inFavour", found.law), ...seatFindings(plans, input.method, found.law)];
    const settled = settleFindings(findings, input.acceptances, facts);
    if (!settled.ok) return settled;
    const resolution = { id: facts.newId(), subject: "seatsAndMethod" as const, text: usualText.seatsAndMethod, ...votes };
    const meeting: NewMeeting = { id: facts.newId(), electionId: input.electionId, purpose: "seatsAndMethod", record: record.value, resolutions: [resolution], chosen: null, correctsId: found.earlier?.id ?? null, correctionReason: null };
    return ok({ input, plans, meeting, accepted: settled.value });
  },
  save: async (tx, { input, plans, meeting }, facts) => {
    const { electionId, method, roamingBoxes } = input;
    await keepMeeting(tx, meeting, facts);
    await tx.seat.deleteMany({ where: { electionId } });
    await tx.seat.createMany({ data: plans.map((plan) => ({ id: facts.newId(), electionId, ...plan })) });
    await bump(tx, electionId, { method, roamingBoxes, ballotMode: "oneSheet" });
    return { electionId };
  },
  entry: ({ input, plans, meeting, accepted }, _input, facts) => ({
    meeting: meetingEntry(meeting, facts),
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

