import { settleFindings } from "#lib/election/acceptance.ts";
import type { Reader, Transaction } from "#lib/database/client.ts";
import { abandon, defineCommand, type Facts } from "#lib/platform/command.ts";
import { conflict, invalid, type Refusal } from "#lib/platform/refusal.ts";
import { ok, type Result } from "#lib/platform/result.ts";
import { rollElection } from "#lib/roll/election.ts";
import { decideObjectionInput, recordObjectionInput, withdrawObjectionInput } from "./model.ts";
import { admit, loadReception, objectionColumns, receptionContent, receptionEntry } from "./reception.ts";
import { decisionFinding, timelinessFinding } from "./rules.ts";

/** Enters an objection that the election committee received (申诉), against the list or the supplement that told of the person. */
export const recordObjection = defineCommand({
  name: "roll.objection.record",
  action: "objection.record",
  input: recordObjectionInput,
  scope: ({ electionId }) => ({ kind: "election", id: electionId }),
  load: (tx, input) => loadReception(tx, input),
  decide: (reception, input, facts) => {
    const admitted = admit(reception, input.receivedOn, facts.today);
    if (!admitted.ok) return admitted;
    const settled = settleFindings([timelinessFinding(admitted.value.againstOn, input.receivedOn, reception.election.law, reception.election.calendar)], input.acceptances, facts);
    return settled.ok ? ok({ id: facts.newId(), admitted: admitted.value, input, accepted: settled.value }) : settled;
  },
  save: async (tx, { id, admitted, input }, facts) => {
    const { asks: kind, statement, objector, contactWay: contact, receivedOn } = input;
    await tx.objection.create({ data: { id, ...objectionColumns(admitted), kind, statement, objector, contact, receivedOn, via: "desk", receivedAt: facts.now, enteredBy: facts.actor.accountId, state: "open" } });
    return { electionId: admitted.electionId, objectionId: id, number: admitted.number };
  },
  entry: ({ id, admitted, input, accepted }, _, facts) => ({ ...receptionEntry(id, admitted, input), content: facts.commit(receptionContent(admitted, input)), accepted }),
});

const scopeOfObjection = async ({ objectionId }: { readonly objectionId: string }, db: Reader) => {
  const row = await db.objection.findUnique({ where: { id: objectionId }, select: { electionId: true } });
  return row === null ? null : { kind: "election" as const, id: row.electionId };
};

const loadObjection = async (tx: Reader, { objectionId }: { readonly objectionId: string }) => {
  const row = await tx.objection.findUnique({ where: { id: objectionId }, select: { id: true, electionId: true, number: true, kind: true, rollEntryId: true, state: true, receivedOn: true, receivedAt: true, version: true } });
  if (row === null) return null;
  const election = await rollElection(tx, row.electionId);
  return election === null ? null : { ...row, law: election.law };
};
type LoadedObjection = NonNullable<Awaited<ReturnType<typeof loadObjection>>>;

const settledAlready = (row: LoadedObjection, version: number): Result<null, Refusal> => {
  if (row.state !== "open") return invalid(null, "alreadyDone");
  return row.version === version ? ok(null) : conflict;
};

type Decision = { readonly state: "granted" | "refused" | "withdrawn"; readonly reason: string };

/** Closes an open objection; somebody else's closing in between is a conflict. */
async function close(tx: Transaction, row: LoadedObjection, { state, reason }: Decision, facts: Facts) {
  const { count } = await tx.objection.updateMany({
    where: { id: row.id, version: row.version },
    data: { state, decisionReason: reason, decidedOn: facts.today, decidedBy: facts.actor.accountId, version: row.version + 1 },
  });
  if (count !== 1) abandon({ kind: "conflict" });
  return { electionId: row.electionId, objectionId: row.id };
}

/** The election committee decides (处理决定). A granted one is then carried out on the roll, and the decision announced. */
export const decideObjection = defineCommand({
  name: "roll.objection.decide",
  action: "objection.decide",
  input: decideObjectionInput,
  scope: scopeOfObjection,
  load: loadObjection,
  decide: (row, input, facts) => {
    const still = settledAlready(row, input.version);
    if (!still.ok) return still;
    const settled = settleFindings([decisionFinding(row.receivedOn, facts.today, row.law)], input.acceptances, facts);
    return settled.ok ? ok({ row, decision: { state: input.decision, reason: input.decisionReason }, accepted: settled.value }) : settled;
  },
  save: async (tx, { row, decision }, facts) => {
    const closed = await close(tx, row, decision, facts);
    // Where the list was mended before the decision, that change is what carries it out.
    if (decision.state === "granted" && row.rollEntryId !== null) {
      const mended = await tx.rollChange.findFirst({ where: { rollEntryId: row.rollEntryId, kind: row.kind, objectionId: null, at: { gte: row.receivedAt } }, orderBy: { at: "desc" }, select: { id: true } });
      if (mended !== null) await tx.rollChange.update({ where: { id: mended.id }, data: { objectionId: row.id } });
    }
    return closed;
  },
  entry: ({ row, decision, accepted }, _, facts) => ({ objectionId: row.id, number: row.number, decision: decision.state, reason: facts.commit(decision.reason), accepted }),
});

/** Whoever objected takes it back (撤回申诉). */
export const withdrawObjection = defineCommand({
  name: "roll.objection.withdraw",
  action: "objection.record",
  input: withdrawObjectionInput,
  scope: scopeOfObjection,
  load: loadObjection,
  decide: (row, input) => {
    const still = settledAlready(row, input.version);
    return still.ok ? ok({ row, decision: { state: "withdrawn" as const, reason: input.reason } }) : still;
  },
  save: (tx, { row, decision }, facts) => close(tx, row, decision, facts),
  entry: ({ row, decision }, _, facts) => ({ objectionId: row.id, number: row.number, decision: decision.state, reason: facts.commit(decision.reason) }),
});
