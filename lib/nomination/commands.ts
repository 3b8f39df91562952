import { resolvePerson, type ListedPerson, type Resolved } from "../election/people.ts";
import { leaveOnNomination } from "../election/reactions.ts";
import { defineCommand } from "../platform/command.ts";
import { conflict, invalid, stoppedBy, type Issue, type Refusal } from "../platform/refusal.ts";
import { err, ok, type Result } from "../platform/result.ts";
import { caseOf, nomineeIn, personIssue, scopeOfNominee } from "./load.ts";
import { addNomineesInput, changeNomineeInput, recordKinshipInput, recordNominationInput, removeKinshipInput, vetClearInput, vetNomineeInput } from "./model.ts";
import { kinPair, selfNominationFinding } from "./rules.ts";

/** Records the nomination meeting: how many nomination ballots came back (提名票). */
export const recordNomination = defineCommand({
  name: "nomination.record",
  action: "nomination.write",
  input: recordNominationInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: (tx, input) => caseOf(tx, input.electionId),
  decide: (found, input, facts) => {
    if (input.version !== found.version) return conflict;
    if (found.registered === null) return invalid(null, "listNotPublished");
    if (found.closed) return invalid(null, "alreadyPublished");
    if (input.heldOn > facts.today) return invalid("heldOn", "inFuture");
    if (input.ballots > found.registered) return invalid("ballots", "aboveRegistered", { ballots: input.ballots, registered: found.registered });
    return ok({ input, registered: found.registered, meetingId: facts.newId() });
  },
  save: async (tx, { input, registered, meetingId }, facts) => {
    const { electionId, heldOn, place, ballots } = input;
    await tx.meeting.deleteMany({ where: { electionId, purpose: "nomination" } });
    await tx.meeting.create({ data: { id: meetingId, electionId, kind: "assembly", purpose: "nomination", heldOn, place, basis: "persons", entitled: registered, present: ballots, minutes: "", createdAt: facts.now } });
    await tx.election.update({ where: { id: electionId }, data: { version: { increment: 1 } } });
    return { electionId };
  },
  entry: ({ input, registered }) => ({ heldOn: input.heldOn, ballots: input.ballots, registered }),
});

type ResolvedRow = { readonly row: number; readonly contest: string; readonly votes: number | null; readonly source: string; readonly resolved: Resolved };
type NewNominee = { readonly row: number; readonly contest: string; readonly votes: number; readonly source: string; readonly person: ListedPerson };

/** Nominees as they can be saved, or every row that cannot. */
function newNominees(rows: readonly ResolvedRow[], existing: readonly { readonly contest: string; readonly rollEntryId: string; readonly state: string }[], found: NonNullable<Awaited<ReturnType<typeof caseOf>>>): Result<readonly NewNominee[], Refusal> {
  const issues: Issue[] = [];
  const seen = new Set(existing.map((nominee) => `${nominee.contest}|${nominee.rollEntryId}`));
  const barred = new Set(existing.filter((nominee) => nominee.state === "barred").map((nominee) => nominee.rollEntryId));
  const nominees: NewNominee[] = [];
  for (const { row, contest, votes, source, resolved } of rows) {
    const at = (name: string): string => `nominees.${row}.${name}`;
    const wrong = personIssue(at("person"), resolved);
    if (wrong !== null) issues.push(wrong);
    if (!found.contests.has(contest)) issues.push({ field: at("contest"), code: "noSuchSeat", params: {} });
    if (source === "joint" && votes !== null && votes > (found.registered ?? 0)) issues.push({ field: at("votes"), code: "aboveRegistered", params: { ballots: votes, registered: found.registered ?? 0 } });
    if (found.decided.has(contest)) issues.push({ field: at("contest"), code: "primaryHeld", params: {} });
    if ((source === "voters" || source === "joint") && votes === null) issues.push({ field: at("votes"), code: "required", params: {} });
    if (source === "voters" && found.ballots === null) issues.push({ field: at("votes"), code: "nominationFirst", params: {} });
    if (source !== "joint" && votes !== null && found.ballots !== null && votes > found.ballots) issues.push({ field: at("votes"), code: "aboveBallots", params: { votes, ballots: found.ballots } });
    if (resolved.kind !== "one") continue;
    const { person } = resolved;
    if (contest === "woman" && person.sex !== "female") issues.push({ field: at("person"), code: "womenOnly", params: {} });
    if (barred.has(person.id)) issues.push({ field: at("person"), code: "personBarred", params: {} });
    const key = `${contest}|${person.id}`;
    if (seen.has(key)) issues.push({ field: at("person"), code: "standsTwice", params: { value: person.name } });
    seen.add(key);
    nominees.push({ row, contest, votes: votes ?? 0, source, person });
  }
  return issues.length > 0 ? err({ kind: "invalid", issues }) : ok(nominees);
}

/** What was typed as number: nomination votes, or for a joint nomination (联名) how many nominated together. */
const counted = (source: string, typed: number): { readonly votes: number; readonly nominators: number | null } => (source === "joint" ? { votes: 0, nominators: typed } : { votes: typed, nominators: null });

/** Adds nominees (被提名人) from the published list. Members of the election committee concerned leave it at once. */
export const addNominees = defineCommand({
  name: "nomination.add",
  action: "nomination.write",
  input: addNomineesInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const found = await caseOf(tx, input.electionId);
    if (found === null) return null;
    const rows: ResolvedRow[] = [];
    for (const { person, ...row } of input.nominees) rows.push({ ...row, resolved: await resolvePerson(tx, input.electionId, person) });
    const existing = await tx.nominee.findMany({ where: { electionId: input.electionId }, select: { contest: true, rollEntryId: true, state: true } });
    return { found, rows, existing };
  },
  decide: ({ found, rows, existing }, input, facts) => {
    if (found.registered === null) return invalid(null, "listNotPublished");
    if (found.contests.size === 0) return invalid(null, "seatsFirst");
    if (found.closed) return invalid(null, "alreadyPublished");
    if (rows.length === 0) return invalid("nominees.0.person", "required");
    const nominees = newNominees(rows, existing, found);
    if (!nominees.ok) return nominees;
    const late = found.selfNomination && nominees.value.some((nominee) => nominee.source === "self") ? selfNominationFinding(facts.today, found.electionDay, found.law) : null;
    if (late?.ok === false) return stoppedBy([late]);
    return ok({ electionId: input.electionId, law: found.law, nominees: nominees.value.map((nominee) => ({ ...nominee, id: facts.newId() })), left: noneLeft() });
  },
  save: async (tx, change, facts) => {
    const { electionId, nominees, law } = change;
    await tx.nominee.createMany({
      data: nominees.map(({ id, contest, votes, source, person }) => ({ id, electionId, contest, ...counted(source, votes), source, rollEntryId: person.id, name: person.name, sex: person.sex, groupNumber: person.groupNumber, state: "nominated", bars: [] })),
    });
    await tx.election.update({ where: { id: electionId }, data: { version: { increment: 1 } } });
    change.left.ids = await leaveOnNomination(tx, facts, electionId, law, "allNominees");
    return { electionId, left: change.left.ids.length };
  },
  entry: ({ nominees, left }) => ({ nominees: nominees.map(({ id, contest, votes, source, person }) => ({ id, contest, votes, source, rollEntryId: person.id })), committeeLeft: left.ids }),
});

/** Filled by `save`, read by `entry`: committee members who had to leave. */
const noneLeft = (): { ids: readonly string[] } => ({ ids: [] });

/** Corrects votes or source of a nomination. */
export const changeNominee = defineCommand({
  name: "nomination.change",
  action: "nomination.write",
  input: changeNomineeInput,
  scope: scopeOfNominee,
  load: (tx, input, facts) => nomineeIn(tx, input.nomineeId, facts.place.electionId ?? ""),
  decide: ({ found, nominee }, input) => {
    if (input.version !== nominee.version) return conflict;
    if (found.closed) return invalid(null, "alreadyPublished");
    if (found.decided.has(nominee.contest)) return invalid("votes", "primaryHeld");
    if (input.source === "voters" && found.ballots === null) return invalid("votes", "nominationFirst");
    if (input.source === "joint" && input.votes > (found.registered ?? 0)) return invalid("votes", "aboveRegistered", { ballots: input.votes, registered: found.registered ?? 0 });
    if (input.source !== "joint" && found.ballots !== null && input.votes > found.ballots) return invalid("votes", "aboveBallots", { votes: input.votes, ballots: found.ballots });
    return ok({ nominee, votes: input.votes, source: input.source });
  },
  save: async (tx, { nominee, votes, source }) => {
    await tx.nominee.update({ where: { id: nominee.id }, data: { ...counted(source, votes), source, version: { increment: 1 } } });
    await tx.election.update({ where: { id: nominee.electionId }, data: { version: { increment: 1 } } });
    return { electionId: nominee.electionId };
  },
  entry: ({ nominee, votes, source }) => ({ nomineeId: nominee.id, votes, source }),
});

/** Records the vetting of one person in all offices for which he is nominated: an answer to each bar of the law. */
export const vetNominee = defineCommand({
  name: "nomination.vet",
  action: "nomination.write",
  input: vetNomineeInput,
  scope: scopeOfNominee,
  load: (tx, input, facts) => nomineeIn(tx, input.nomineeId, facts.place.electionId ?? ""),
  decide: ({ found, nominee }, input, facts) => {
    if (input.version !== nominee.version) return conflict;
    if (found.closed) return invalid(null, "alreadyPublished");
    const open = found.law.values.candidateBars.filter((bar) => input.bars[bar] === undefined);
    if (open.length > 0) return err({ kind: "invalid", issues: open.map((bar) => ({ field: `bars.${bar}`, code: "required", params: {} })) });
    const bars = found.law.values.candidateBars.filter((bar) => input.bars[bar] === "yes");
    if (bars.length > 0 && input.ground === null) return invalid("ground", "required");
    if (input.vettedOn > facts.today) return invalid("vettedOn", "inFuture");
    return ok({ nominee, bars, ground: input.ground, vettedBy: input.vettedBy, vettedOn: input.vettedOn });
  },
  save: async (tx, { nominee, bars, ground, vettedBy, vettedOn }) => {
    const { electionId, rollEntryId } = nominee;
    const vetting = { bars: [...bars], vettedBy, vettedOn };
    const barred = bars.length > 0;
    await tx.nominee.updateMany({ where: { electionId, rollEntryId }, data: { ...vetting, version: { increment: 1 } } });
    await tx.nominee.updateMany({ where: { electionId, rollEntryId, state: barred ? { not: "withdrawn" } : "barred" }, data: { state: barred ? "barred" : "nominated", stateReason: ground } });
    await tx.election.update({ where: { id: electionId }, data: { version: { increment: 1 } } });
    return { electionId };
  },
  entry: ({ nominee, bars, ground, vettedOn }, _input, facts) => ({ rollEntryId: nominee.rollEntryId, bars: facts.commit(bars.join(",")), ground: ground === null ? null : facts.commit(ground), vettedOn }),
});

/** Records for several nominees at once that the departments found none of the bars. */
export const vetClear = defineCommand({
  name: "nomination.vetClear",
  action: "nomination.write",
  input: vetClearInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const found = await caseOf(tx, input.electionId);
    const ids = [...new Set(input.nominees)];
    const nominees = await tx.nominee.findMany({ where: { electionId: input.electionId, id: { in: ids } }, select: { id: true, rollEntryId: true, state: true } });
    return found === null || nominees.length !== ids.length ? null : { found, nominees };
  },
  decide: ({ found, nominees }, input, facts) => {
    if (found.closed) return invalid(null, "alreadyPublished");
    if (input.vettedOn > facts.today) return invalid("vettedOn", "inFuture");
    if (nominees.some((nominee) => nominee.state === "barred")) return invalid("nominees", "barredOneByOne");
    return ok({ electionId: input.electionId, entries: [...new Set(nominees.map((nominee) => nominee.rollEntryId))], vettedBy: input.vettedBy, vettedOn: input.vettedOn });
  },
  save: async (tx, { electionId, entries, vettedBy, vettedOn }) => {
    await tx.nominee.updateMany({ where: { electionId, rollEntryId: { in: entries } }, data: { bars: [], vettedBy, vettedOn, version: { increment: 1 } } });
    await tx.election.update({ where: { id: electionId }, data: { version: { increment: 1 } } });
    return { electionId };
  },
  entry: ({ entries, vettedOn }) => ({ cleared: entries, vettedOn }),
});

/** Records that two people are near relatives (近亲属); a committee member concerned leaves in the same transaction. */
export const recordKinship = defineCommand({
  name: "nomination.kinship",
  action: "nomination.write",
  input: recordKinshipInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const found = await caseOf(tx, input.electionId);
    if (found === null) return null;
    const pairs = await tx.kinship.findMany({ where: { electionId: input.electionId }, select: { entryA: true, entryB: true } });
    return { found, pairs, first: await resolvePerson(tx, input.electionId, input.first), second: await resolvePerson(tx, input.electionId, input.second) };
  },
  decide: ({ found, pairs, first, second }, input, facts) => {
    const issues = [personIssue("first", first), personIssue("second", second)].filter((issue) => issue !== null);
    if (first.kind !== "one" || second.kind !== "one" || issues.length > 0) return err({ kind: "invalid", issues });
    if (first.person.id === second.person.id) return invalid("second", "samePerson");
    const [entryA, entryB] = kinPair(first.person.id, second.person.id);
    if (pairs.some((pair) => pair.entryA === entryA && pair.entryB === entryB)) return invalid("second", "standsTwice", { value: second.person.name });
    return ok({ id: facts.newId(), electionId: input.electionId, entryA, entryB, relation: input.relation, law: found.law, left: noneLeft() });
  },
  save: async (tx, change, facts) => {
    const { id, electionId, entryA, entryB, relation, law } = change;
    await tx.kinship.create({ data: { id, electionId, entryA, entryB, relation } });
    change.left.ids = await leaveOnNomination(tx, facts, electionId, law, "allNominees");
    return { electionId, left: change.left.ids.length };
  },
  entry: ({ id, entryA, entryB, relation, left }) => ({ kinshipId: id, entryA, entryB, relation, committeeLeft: left.ids }),
});

/** Takes a kinship back that was recorded by mistake; who left the committee because of it does not return by himself. */
export const removeKinship = defineCommand({
  name: "nomination.kinshipRemove",
  action: "nomination.write",
  input: removeKinshipInput,
  scope: async (input, db) => {
    const row = await db.kinship.findUnique({ where: { id: input.kinshipId }, select: { electionId: true } });
    return row === null ? null : { kind: "election", id: row.electionId };
  },
  load: (tx, input, facts) => tx.kinship.findFirst({ where: { id: input.kinshipId, electionId: facts.place.electionId ?? "" }, select: { id: true, electionId: true, entryA: true, entryB: true } }),
  decide: (row) => ok(row),
  save: async (tx, row) => {
    await tx.kinship.delete({ where: { id: row.id } });
    return { electionId: row.electionId };
  },
  entry: (row) => ({ kinshipId: row.id, entryA: row.entryA, entryB: row.entryB }),
});
