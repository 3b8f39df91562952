import type { Reader } from "#lib/database/client.ts";
import { defineCommand, type Facts } from "#lib/platform/command.ts";
import { conflict, invalid, type Refusal } from "#lib/platform/refusal.ts";
import { ok, type Result } from "#lib/platform/result.ts";
import { contentOf, restand, typedIdentity } from "./rules.ts";
import type { EntryContent } from "./change.ts";
import { contentColumns, holderOf, loadEntry, notePostedChange, personWith, postedChange, postedList, updateEntry, type LoadedEntry, type PostedChange } from "./store.ts";
import { addInput, correctInput, excludeInput, participationInput, readmitInput } from "#lib/roll/inputs.ts";
import { rollElection } from "#lib/roll/election.ts";

const scopeOfEntry = async ({ entryId }: { readonly entryId: string }, db: Reader) => {
  const row = await db.rollEntry.findUnique({ where: { id: entryId }, select: { electionId: true } });
  return row === null ? null : { kind: "election" as const, id: row.electionId };
};

const lawOf = (loaded: { readonly election: LoadedEntry["election"] }) => ({ voterAge: loaded.election.law.values.voterAge });

/** After the list is posted every change that villagers will see needs its reason; nothing changes after election day. */
function mayChange(election: LoadedEntry["election"], change: PostedChange, reason: string | null, posted: boolean, facts: Facts): Result<string, Refusal> {
  if (posted && facts.today > election.electionDay) return invalid(null, "electionOver");
  if (change.kind !== null && reason === null) return invalid("reason", "required");
  return ok(reason ?? "");
}

const statusEntry = (loaded: { readonly id: string }, content: EntryContent, change: PostedChange, reason: string, facts: Facts) => ({
  entryId: loaded.id, status: content.status, category: content.category, exclusion: content.exclusion, announced: change.kind, reason: reason === "" ? null : facts.commit(reason),
  content: facts.commit(JSON.stringify([content.name, content.sex, content.bornOn, content.groupNumber])),
});

/** Puts a person on the roll by hand. */
export const addEntry = defineCommand({
  name: "roll.addEntry",
  action: "roll.write",
  input: addInput,
  scope: ({ electionId }) => ({ kind: "election", id: electionId }),
  load: async (tx, input) => {
    const election = await rollElection(tx, input.electionId);
    if (election === null) return null;
    const identity = typedIdentity(input.idNumber);
    const holder = identity.ok && identity.value !== null ? await holderOf(tx, election, identity.value) : null;
    const namesake = await tx.rollEntry.count({ where: { electionId: election.id, name: input.name, bornOn: input.bornOn } });
    return { election, identity, holder, namesake, list: await postedList(tx, election.id, null) };
  },
  decide: ({ election, identity, holder, namesake, list }, input, facts) => {
    if (!identity.ok) return identity;
    if (holder !== null && holder.entryId !== null) return invalid("idNumber", "numberOnRoll");
    if (identity.value === null && namesake > 0) return invalid("name", "personOnRoll");
    const rest = { exclusion: null, exclusionNote: null, openFindings: identity.value === null ? ["idMissing"] : [], consented: false };
    const content = contentOf(input, rest, { identity: identity.value, newNumber: identity.value !== null, settled: false, electionDay: election.electionDay, law: lawOf({ election }) });
    if (!content.ok) return content;
    const change = postedChange(list, content.value);
    const reason = mayChange(election, change, input.reason, list !== null, facts);
    if (!reason.ok) return reason;
    return ok({ id: facts.newId(), election, holder, identity: identity.value, content: content.value, change, list, reason: reason.value });
  },
  save: async (tx, { id, election, holder, identity, content, change, list, reason }, facts) => {
    const personId = await personWith(tx, election, identity, holder, facts);
    await tx.rollEntry.create({ data: { id, electionId: election.id, driveId: election.driveId, personId, ...contentColumns(content), published: false, version: 2 } });
    await notePostedChange(tx, list, change, { id, electionId: election.id, content, reason }, facts);
    return { electionId: election.id, entryId: id };
  },
  entry: ({ id, content, change, reason }, _, facts) => statusEntry({ id }, content, change, reason, facts),
});

/** Corrects an entry. A number left empty stays as it is on record. */
export const correctEntry = defineCommand({
  name: "roll.correctEntry",
  action: "roll.write",
  input: correctInput,
  scope: scopeOfEntry,
  load: async (tx, input, facts) => {
    const loaded = await loadEntry(tx, input.entryId, facts);
    if (loaded === null) return null;
    const identity = typedIdentity(input.idNumber);
    const holder = identity.ok && identity.value !== null ? await holderOf(tx, loaded.election, identity.value) : null;
    return { loaded, identity, holder };
  },
  decide: ({ loaded, identity, holder }, input, facts) => {
    if (loaded.version !== input.version) return conflict;
    if (!identity.ok) return identity;
    if (holder !== null && holder.entryId !== null && holder.entryId !== loaded.id) return invalid("idNumber", "numberOnRoll");
    const before = loaded.content;
    const rest = { exclusion: before.exclusion, exclusionNote: before.exclusionNote, openFindings: before.openFindings, consented: before.category === 3 && before.takesPart === true };
    const content = contentOf(input, rest, {
      identity: identity.value ?? loaded.identity, newNumber: identity.value !== null, settled: input.settled, electionDay: loaded.election.electionDay, law: lawOf(loaded),
    });
    if (!content.ok) return content;
    const change = postedChange(loaded.list, content.value);
    const reason = mayChange(loaded.election, change, input.reason, loaded.list !== null, facts);
    return reason.ok ? ok({ loaded, identity: identity.value, holder, content: content.value, change, reason: reason.value }) : reason;
  },
  save: async (tx, { loaded, identity, holder, content, change, reason }, facts) => {
    const personId = identity === null ? loaded.personId : await personWith(tx, loaded.election, identity, holder, facts);
    await updateEntry(tx, loaded, personId, content, change);
    await notePostedChange(tx, loaded.list, change, { id: loaded.id, electionId: loaded.election.id, content, reason }, facts);
    return { electionId: loaded.election.id, entryId: loaded.id };
  },
  entry: ({ loaded, content, change, reason }, _, facts) => statusEntry(loaded, content, change, reason, facts),
});

type Restanding = { readonly loaded: LoadedEntry; readonly content: EntryContent; readonly change: PostedChange; readonly reason: string };

/** What the short changes of standing share: version, posted list, saving. */
function restanding(loaded: LoadedEntry, version: number, change: Parameters<typeof restand>[1], reason: string, facts: Facts): Result<Restanding, Refusal> {
  if (loaded.version !== version) return conflict;
  const content = restand(loaded.content, change, loaded.election.electionDay, lawOf(loaded));
  const posted = postedChange(loaded.list, content);
  const allowed = mayChange(loaded.election, posted, reason, loaded.list !== null, facts);
  return allowed.ok ? ok({ loaded, content, change: posted, reason }) : allowed;
}

async function saveStanding(tx: Parameters<typeof updateEntry>[0], { loaded, content, change, reason }: Restanding, facts: Facts) {
  await updateEntry(tx, loaded, loaded.personId, content, change);
  await notePostedChange(tx, loaded.list, change, { id: loaded.id, electionId: loaded.election.id, content, reason }, facts);
  return { electionId: loaded.election.id, entryId: loaded.id };
}

const standingEntry = ({ loaded, content, change, reason }: Restanding, _: unknown, facts: Facts) => statusEntry(loaded, content, change, reason, facts);
const loadOne = (tx: Reader, { entryId }: { readonly entryId: string }, facts: Facts) => loadEntry(tx, entryId, facts);

/** Keeps a person off the list, with kind and reason (不列入名单). */
export const excludeEntry = defineCommand({
  name: "roll.excludeEntry",
  action: "roll.write",
  input: excludeInput,
  scope: scopeOfEntry,
  load: loadOne,
  decide: (loaded, { version, exclusion, note }, facts) => restanding(loaded, version, { exclusion, exclusionNote: note }, note, facts),
  save: saveStanding,
  entry: standingEntry,
});

/** Takes an exclusion back: an error, or rights restored (恢复政治权利). */
export const readmitEntry = defineCommand({
  name: "roll.readmitEntry",
  action: "roll.write",
  input: readmitInput,
  scope: scopeOfEntry,
  load: loadOne,
  decide: (loaded, { version, reason }, facts) =>
    loaded.content.exclusion === null ? invalid(null, "alreadyDone") : restanding(loaded, version, { exclusion: null, exclusionNote: null }, reason, facts),
  save: saveStanding,
  entry: standingEntry,
});

/** Records that somebody away takes part, or does not (本人表示参加选举): category 2 only. */
export const recordParticipation = defineCommand({
  name: "roll.recordParticipation",
  action: "roll.write",
  input: participationInput,
  scope: scopeOfEntry,
  load: loadOne,
  decide: (loaded, { version, takesPart }, facts) =>
    loaded.content.category === 2 ? restanding(loaded, version, { takesPart }, takesPart ? "本人表示参加选举" : "本人表示不参加选举", facts) : invalid(null, "notAway"),
  save: saveStanding,
  entry: standingEntry,
});
