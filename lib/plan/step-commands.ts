import { defineCommand } from "../platform/command.ts";
import { invalid } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { recordStepInput } from "./model.ts";

/** Records the day on which the result was filed or the work handed over (备案, 工作移交); an empty day takes it back. */
export const recordStep = defineCommand({
  name: "plan.recordStep",
  action: "plan.record",
  input: recordStepInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const announced = await tx.determination.findFirst({ where: { electionId: input.electionId, announcedAt: { not: null } }, select: { id: true } });
    const vote = await tx.vote.findFirst({ where: { electionId: input.electionId }, orderBy: { number: "asc" }, select: { heldOn: true } });
    return { announced: announced !== null, heldOn: vote?.heldOn ?? null };
  },
  decide: ({ announced, heldOn }, input, facts) => {
    if (!announced || heldOn === null) return invalid("doneOn", "resultNotAnnounced");
    if (input.doneOn !== null && input.doneOn > facts.today) return invalid("doneOn", "dayAhead");
    if (input.doneOn !== null && input.doneOn < heldOn) return invalid("doneOn", "dayBeforeVote", { day: heldOn });
    return ok({ ...input, note: input.note ?? "", noteCommitment: input.note === null ? null : facts.commit(input.note) });
  },
  save: async (tx, { electionId, step, doneOn, note }, facts) => {
    await tx.stepRecord.create({ data: { id: facts.newId(), electionId, step, doneOn, note, recordedAt: facts.now, recordedByName: facts.actor.name } });
    return { electionId, step };
  },
  entry: ({ step, doneOn, noteCommitment }) => ({ step, doneOn, note: noteCommitment }),
});
