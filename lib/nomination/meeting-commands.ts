import { settleFindings } from "../election/acceptance.ts";
import { defineCommand } from "../platform/command.ts";
import { invalid } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { caseOf } from "./load.ts";
import { checkStatementsInput, recordIntroductionInput, removeIntroductionInput } from "./model.ts";
import { meetingDayFinding } from "./meeting-rules.ts";

/** Records that candidates met the villagers (候选人与村民见面, 2025 law, Article 18): day, place, attendance, who of them spoke. */
export const recordIntroduction = defineCommand({
  name: "nomination.introduction",
  action: "nomination.write",
  input: recordIntroductionInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const found = await caseOf(tx, input.electionId);
    const ids = [...new Set(input.nominees)];
    const nominees = await tx.nominee.findMany({ where: { electionId: input.electionId, id: { in: ids } }, select: { id: true, state: true } });
    return found === null || nominees.length !== ids.length ? null : { found, nominees, opened: await tx.vote.count({ where: { electionId: input.electionId, number: 1, state: { not: "preparing" } } }) };
  },
  decide: ({ found, nominees, opened }, input, facts) => {
    if (found.listedOn === null) return invalid(null, "candidatesFirst");
    if (opened > 0) return invalid(null, "voteStarted");
    if (input.heldOn > facts.today) return invalid("heldOn", "inFuture");
    if (nominees.some((nominee) => nominee.state !== "candidate")) return invalid("nominees", "notCandidate");
    const settled = settleFindings([meetingDayFinding(input.heldOn, found.electionDay, found.law)], input.acceptances, facts);
    if (!settled.ok) return settled;
    const { electionId, heldOn, place, attendance, note } = input;
    return ok({ meeting: { id: facts.newId(), electionId, heldOn, place, attendance, note: note ?? "", nomineeIds: nominees.map((nominee) => nominee.id) }, accepted: settled.value });
  },
  save: async (tx, { meeting }, facts) => {
    await tx.candidatesMeeting.create({ data: { ...meeting, recordedAt: facts.now } });
    return { electionId: meeting.electionId };
  },
  entry: ({ meeting, accepted }) => ({ meetingId: meeting.id, heldOn: meeting.heldOn, attendance: meeting.attendance, nominees: meeting.nomineeIds, accepted }),
});

/** Takes a meeting back that was entered by mistake, before the vote opens. */
export const removeIntroduction = defineCommand({
  name: "nomination.introductionRemove",
  action: "nomination.write",
  input: removeIntroductionInput,
  scope: async (input, db) => {
    const row = await db.candidatesMeeting.findUnique({ where: { id: input.meetingId }, select: { electionId: true } });
    return row === null ? null : { kind: "election", id: row.electionId };
  },
  load: async (tx, input, facts) => {
    const electionId = facts.place.electionId ?? "";
    const meeting = await tx.candidatesMeeting.findFirst({ where: { id: input.meetingId, electionId }, select: { id: true } });
    return meeting === null ? null : { meeting, electionId, opened: await tx.vote.count({ where: { electionId, number: 1, state: { not: "preparing" } } }) };
  },
  decide: ({ meeting, electionId, opened }) => (opened > 0 ? invalid(null, "voteStarted") : ok({ id: meeting.id, electionId })),
  save: async (tx, { id, electionId }) => {
    await tx.candidatesMeeting.delete({ where: { id } });
    return { electionId };
  },
  entry: ({ id }) => ({ meetingId: id }),
});

/** Written statements (竞职陈述) of several nominees were handed in and checked on a day. */
export const checkStatements = defineCommand({
  name: "nomination.statements",
  action: "nomination.write",
  input: checkStatementsInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const ids = [...new Set(input.nominees)];
    const nominees = await tx.nominee.findMany({ where: { electionId: input.electionId, id: { in: ids } }, select: { id: true } });
    return nominees.length !== ids.length ? null : { ids };
  },
  decide: ({ ids }, input, facts) => (input.checkedOn > facts.today ? invalid("checkedOn", "inFuture") : ok({ electionId: input.electionId, ids, checkedOn: input.checkedOn })),
  save: async (tx, { electionId, ids, checkedOn }) => {
    await tx.nominee.updateMany({ where: { electionId, id: { in: ids } }, data: { statementOn: checkedOn } });
    return { electionId };
  },
  entry: ({ ids, checkedOn }) => ({ nominees: ids, checkedOn }),
});
