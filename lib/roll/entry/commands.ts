import { maskIdentity, type SoundIdentity } from "#lib/chinese/identity-number.ts";
import type { Reader, Transaction } from "#lib/database/client.ts";
import { defineCommand, type Facts } from "#lib/platform/command.ts";
import { conflict, invalid } from "#lib/platform/refusal.ts";
import { ok } from "#lib/platform/result.ts";
import { recordEvent } from "#lib/roll/events.ts";
import { addInput, correctInput } from "#lib/roll/inputs.ts";
import { rollElection, type RollElection } from "#lib/roll/election.ts";
import { contentOf, NOTHING_KNOWN, typedIdentity, type TypedEntry } from "./rules.ts";
import { changeEntry, historyFields, lawOf, mayChange, saveEntry, type NewPerson } from "./save.ts";
import { contentColumns, holderOf, loadEntry, notePostedChange, personWith, postedChange, postedListForNew, type NumberHolder } from "./store.ts";

/** The chain of an entry's election. */
export const scopeOfEntry = async ({ entryId }: { readonly entryId: string }, db: Reader) => {
  const row = await db.rollEntry.findUnique({ where: { id: entryId }, select: { electionId: true } });
  return row === null ? null : { kind: "election" as const, id: row.electionId };
};

/** People of this roll with the same name and birth, but for the entry itself. */
const namesakes = (tx: Reader, electionId: string, name: string, bornOn: string | null, entryId: string | null): Promise<number> =>
  bornOn === null ? Promise.resolve(0) : tx.rollEntry.count({ where: { electionId, name, bornOn, ...(entryId === null ? {} : { id: { not: entryId } }) } });

const typedOf = ({ name, paperName, sex, bornOn, ethnicity, relation, groupNumber, householdNumber, category, remarks }: TypedEntry): TypedEntry => ({ name, paperName, sex, bornOn, ethnicity, relation, groupNumber, householdNumber, category, remarks });

/** The person behind a typed number, with the mask that the history shows. */
async function personOf(tx: Transaction, election: RollElection, identity: SoundIdentity | null, holder: NumberHolder | null, facts: Facts): Promise<NewPerson> {
  return { personId: await personWith(tx, election, identity, holder, facts), idMask: identity === null ? null : maskIdentity(identity.number) };
}

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
    const sound = identity.ok ? identity.value : null;
    const holder = sound === null ? null : await holderOf(tx, election, sound);
    const namesake = await namesakes(tx, election.id, input.name, sound?.birthDate ?? input.bornOn, null);
    return { election, identity, holder, namesake, list: await postedListForNew(tx, election.id) };
  },
  decide: ({ election, identity, holder, namesake, list }, input, facts) => {
    if (!identity.ok) return identity;
    if (holder !== null && holder.entryId !== null) return invalid("idNumber", "numberOnRoll");
    if (identity.value === null && namesake > 0) return invalid("name", "personOnRoll");
    const rest = { ...NOTHING_KNOWN, openFindings: identity.value === null ? ["idMissing"] : [] };
    const content = contentOf(typedOf(input), rest, {
      identity: identity.value, newNumber: identity.value !== null, settled: false, namesake: namesake > 0, ethnicityNow: null, electionDay: election.electionDay, law: lawOf({ election }),
    });
    if (!content.ok) return content;
    const change = postedChange(list, content.value);
    const reason = mayChange(election, change, input.reason, list !== null, facts);
    if (!reason.ok) return reason;
    return ok({ id: facts.newId(), election, holder, identity: identity.value, content: content.value, change, list, reason: reason.value });
  },
  save: async (tx, { id, election, holder, identity, content, change, list, reason }, facts) => {
    const person = await personOf(tx, election, identity, holder, facts);
    await tx.rollEntry.create({ data: { id, electionId: election.id, driveId: election.driveId, personId: person.personId, ...contentColumns(content), published: false, version: 2 } });
    await notePostedChange(tx, list, change, { id, electionId: election.id, content, reason }, facts);
    const after = Object.fromEntries(Object.entries(historyFields(content, person.idMask)).filter(([, value]) => value !== null));
    await recordEvent(tx, facts, { electionId: election.id, entryId: id, kind: "added", version: 2, detail: { after, ...(reason === "" ? {} : { reason }) } });
    return { electionId: election.id, entryId: id };
  },
  entry: ({ id, content, change, reason }, _, facts) => changeEntry(id, content, change, reason, facts),
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
    const sound = identity.ok ? identity.value : null;
    const holder = sound === null ? null : await holderOf(tx, loaded.election, sound);
    const bornOn = (sound ?? loaded.identity)?.birthDate ?? input.bornOn;
    const another = input.name !== loaded.content.name || bornOn !== loaded.content.bornOn;
    return { loaded, identity, holder, namesake: another ? await namesakes(tx, loaded.election.id, input.name, bornOn, loaded.id) : 0 };
  },
  decide: ({ loaded, identity, holder, namesake }, input, facts) => {
    if (loaded.version !== input.version) return conflict;
    if (!identity.ok) return identity;
    if (holder !== null && holder.entryId !== null && holder.entryId !== loaded.id) return invalid("idNumber", "numberOnRoll");
    const before = loaded.content;
    const rest = { ...before, takesPart: before.category === 2 ? before.takesPart : null, consented: before.category === 3 && before.takesPart === true };
    const content = contentOf(typedOf(input), rest, {
      identity: identity.value ?? loaded.identity, newNumber: identity.value !== null, settled: input.settled, namesake: namesake > 0, ethnicityNow: before.ethnicity,
      electionDay: loaded.election.electionDay, law: lawOf(loaded),
    });
    if (!content.ok) return content;
    const change = postedChange(loaded.list, content.value);
    const reason = mayChange(loaded.election, change, input.reason, loaded.list !== null, facts);
    return reason.ok ? ok({ loaded, identity: identity.value, holder, content: content.value, change, reason: reason.value }) : reason;
  },
  save: async (tx, { loaded, identity, holder, content, change, reason }, facts) => {
    const person = identity === null ? undefined : await personOf(tx, loaded.election, identity, holder, facts);
    await saveEntry(tx, facts, { loaded, content, change, reason }, { kind: "corrected" }, { person });
    return { electionId: loaded.election.id, entryId: loaded.id };
  },
  entry: ({ loaded, content, change, reason }, _, facts) => changeEntry(loaded.id, content, change, reason, facts),
});
