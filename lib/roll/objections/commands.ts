import { settleFindings } from "#lib/election/acceptance.ts";
import { resolvePerson, type Resolved } from "#lib/election/people.ts";
import type { Reader, Transaction } from "#lib/database/client.ts";
import { abandon, defineCommand, type Facts } from "#lib/platform/command.ts";
import { conflict, invalid, type Refusal } from "#lib/platform/refusal.ts";
import { ok, unreachable, type Result } from "#lib/platform/result.ts";
import { rollElection } from "../stored-register.ts";
import { decideObjectionInput, recordObjectionInput, withdrawObjectionInput, type ObjectionKind } from "./model.ts";
import { publicationFor } from "./queries.ts";
import { decisionFinding, timelinessFinding } from "./rules.ts";

type Subject = { readonly entryId: string | null; readonly name: string; readonly group: number | null };

/** People on the register of this name who do not stand on the list. */
const unlisted = (db: Reader, electionId: string, name: string, group: number | null) =>
  db.rollEntry.findMany({ where: { electionId, published: false, name, ...(group === null ? {} : { groupNumber: group }) }, select: { id: true, name: true, groupNumber: true }, take: 2 });

/** Who is meant: a listed person to be removed or corrected, or a person to be added who is on the register or on none. */
function subjectOf(kind: ObjectionKind, typed: string, group: number | null, listed: Resolved, register: Awaited<ReturnType<typeof unlisted>>): Result<Subject, Refusal> {
  if (kind === "add") {
    const [only] = register;
    if (only !== undefined && register.length === 1) return ok({ entryId: only.id, name: only.name, group: only.groupNumber });
    if (register.length > 1) return invalid("aboutGroup", "severalOfThatName");
    // A namesake may be missing while another of that name is listed: only the same group makes it the same person.
    const same = listed.kind === "one" && (group === null || group === listed.person.groupNumber);
    return same ? invalid("about", "personOnList") : ok({ entryId: null, name: typed, group });
  }
  switch (listed.kind) {
    case "one":
      return ok({ entryId: listed.person.id, name: listed.person.name, group: listed.person.groupNumber });
    case "several":
      return invalid("about", "severalOfThatName");
    case "none":
      return invalid("about", "notOnList");
    default:
      return unreachable(listed);
  }
}

/** Enters an objection that the election committee received (申诉), against the list or the supplement that told of the person. */
export const recordObjection = defineCommand({
  name: "roll.objection.record",
  action: "objection.record",
  input: recordObjectionInput,
  scope: ({ electionId }) => ({ kind: "election", id: electionId }),
  load: async (tx, input) => {
    const election = await rollElection(tx, input.electionId);
    if (election === null) return null;
    const listed = await resolvePerson(tx, input.electionId, input.about);
    const register = input.asks === "add" ? await unlisted(tx, input.electionId, input.about, input.aboutGroup) : [];
    const subject = subjectOf(input.asks, input.about, input.aboutGroup, listed, register);
    const entryId = subject.ok ? subject.value.entryId : null;
    const newest = await tx.objection.findFirst({ where: { electionId: input.electionId }, orderBy: { number: "desc" }, select: { number: true } });
    const pending = entryId === null ? null : await tx.objection.findFirst({ where: { electionId: input.electionId, kind: input.asks, rollEntryId: entryId, state: "open" }, select: { number: true } });
    return { election, subject, againstOn: await publicationFor(tx, input.electionId, entryId), number: (newest?.number ?? 0) + 1, pending };
  },
  decide: ({ election, subject, againstOn, number, pending }, input, facts) => {
    if (againstOn === null) return invalid(null, "listNotPosted");
    if (input.receivedOn > facts.today) return invalid("receivedOn", "inFuture");
    if (input.receivedOn < againstOn) return invalid("receivedOn", "beforePosting");
    if (!subject.ok) return subject;
    if (pending !== null) return invalid("about", "objectionOpenAlready", { number: pending.number });
    const settled = settleFindings([timelinessFinding(againstOn, input.receivedOn, election.law)], input.acceptances, facts);
    return settled.ok ? ok({ id: facts.newId(), electionId: election.id, number, againstOn, subject: subject.value, input, accepted: settled.value }) : settled;
  },
  save: async (tx, { id, electionId, number, againstOn, subject, input }, facts) => {
    const { asks: kind, statement, objector, contactWay: contact, receivedOn } = input;
    await tx.objection.create({
      data: {
        id, electionId, number, kind, rollEntryId: subject.entryId, subjectName: subject.name, subjectGroup: subject.group, statement, objector, contact, via: "desk",
        againstOn, receivedOn, receivedAt: facts.now, enteredBy: facts.actor.accountId, state: "open",
      },
    });
    return { electionId, objectionId: id, number };
  },
  entry: ({ id, number, againstOn, subject, input, accepted }, _, facts) => ({
    objectionId: id, number, kind: input.asks, entryId: subject.entryId, againstOn, receivedOn: input.receivedOn,
    content: facts.commit(JSON.stringify([subject.name, subject.group, input.statement, input.objector])), accepted,
  }),
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
