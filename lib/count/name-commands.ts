import type { Transaction } from "../database/client.ts";
import { peopleByIds, personLabel, type ListedPerson } from "../election/people.ts";
import { defineCommand, type Facts } from "../platform/command.ts";
import { invalid } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { scopeOfVote, scopeOfWrittenName } from "./load.ts";
import { addWrittenNameInput, mergeWrittenNameInput, writtenNameInput } from "./model.ts";

/** A person of this election's published list; null for anybody else. */
async function listedPerson(tx: Transaction, rollEntryId: string, facts: Facts): Promise<ListedPerson | null> {
  const electionId = facts.place.electionId;
  if (electionId === undefined) return null;
  const row = await tx.rollEntry.findFirst({ where: { id: rollEntryId, electionId, published: true }, select: { id: true } });
  return row === null ? null : ((await peopleByIds(tx, electionId, [row.id])).get(row.id) ?? null);
}

/**
 * A written-in name (另选他人) as it stands on a paper, or the person of the roll whom the teller or, settling a paper, the scrutineer recognises; persons of one
 * name are told apart. Recognising is a merge that a scrutineer must confirm. The same name twice gives the same row.
 */
export const addWrittenName = defineCommand({
  name: "count.addWrittenName",
  action: "count.mergeName",
  input: addWrittenNameInput,
  scope: scopeOfVote,
  load: async (tx, input, facts) => {
    const vote = await tx.vote.findUnique({ where: { id: input.voteId }, select: { id: true, electionId: true, state: true } });
    if (vote === null || vote.electionId !== facts.place.electionId) return null;
    const person = input.rollEntryId === undefined ? null : await listedPerson(tx, input.rollEntryId, facts);
    if (input.rollEntryId !== undefined && person === null) return null;
    const namesakes = person === null ? 0 : await tx.rollEntry.count({ where: { electionId: vote.electionId, name: person.name, published: true } });
    const text = person === null ? (input.text ?? "").normalize("NFC") : namesakes > 1 ? personLabel(person) : person.name;
    const known = await tx.writtenName.findUnique({ where: { voteId_text: { voteId: vote.id, text } }, select: { id: true, rollEntryId: true, confirmedBy: true } });
    return { vote, person, text, known };
  },
  decide: ({ vote, person, text, known }, _, facts) => {
    if (vote.state !== "counting") return invalid(null, "countNotOpen");
    if (text === "") return invalid("text", "required");
    return ok({ vote, person, text, known, id: known?.id ?? facts.newId() });
  },
  save: async (tx, { vote, person, text, known, id }, facts) => {
    const merge = person === null ? {} : { rollEntryId: person.id, mergedBy: facts.actor.accountId };
    if (known === null) await tx.writtenName.create({ data: { id, electionId: vote.electionId, voteId: vote.id, text, ...merge } });
    else if (known.rollEntryId === null && person !== null) await tx.writtenName.update({ where: { id }, data: merge });
    return { id, text };
  },
  entry: ({ vote, person, text, id }, _, facts) => ({ vote: vote.id, name: id, text: facts.commit(text), person: person?.id ?? null }),
});

async function nameIn(tx: Transaction, writtenNameId: string, facts: Facts) {
  const row = await tx.writtenName.findUnique({
    where: { id: writtenNameId },
    select: { id: true, electionId: true, voteId: true, rollEntryId: true, mergedBy: true, confirmedBy: true, vote: { select: { state: true } } },
  });
  return row === null || row.electionId !== facts.place.electionId ? null : row;
}

/** Says which person of the roll a written-in name means; stands only once another person confirmed it. */
export const mergeWrittenName = defineCommand({
  name: "count.mergeWrittenName",
  action: "count.mergeName",
  input: mergeWrittenNameInput,
  scope: scopeOfWrittenName,
  load: async (tx, input, facts) => {
    const [name, person] = [await nameIn(tx, input.writtenNameId, facts), await listedPerson(tx, input.rollEntryId, facts)];
    return name === null || person === null ? null : { name, person };
  },
  decide: ({ name, person }) => {
    if (name.vote.state !== "counting") return invalid(null, "countNotOpen");
    if (name.confirmedBy !== null) return invalid(null, "nameConfirmed");
    return ok({ name, person });
  },
  save: async (tx, { name, person }, facts) => {
    await tx.writtenName.update({ where: { id: name.id }, data: { rollEntryId: person.id, mergedBy: facts.actor.accountId } });
    return { id: name.id, electionId: name.electionId };
  },
  entry: ({ name, person }) => ({ name: name.id, person: person.id }),
});

/** A scrutineer (监票人) who did not make the merge confirms it: from now on the name's votes are the person's. */
export const confirmWrittenName = defineCommand({
  name: "count.confirmWrittenName",
  action: "count.settle",
  input: writtenNameInput,
  scope: scopeOfWrittenName,
  load: (tx, input, facts) => nameIn(tx, input.writtenNameId, facts),
  decide: (name, _, facts) => {
    if (name.vote.state !== "counting") return invalid(null, "countNotOpen");
    if (name.rollEntryId === null || name.confirmedBy !== null) return invalid(null, "nameNotMerged");
    if (name.mergedBy === facts.actor.accountId) return invalid(null, "nameConfirmByOther");
    return ok(name);
  },
  save: async (tx, name, facts) => {
    await tx.writtenName.update({ where: { id: name.id }, data: { confirmedBy: facts.actor.accountId } });
    return { id: name.id, electionId: name.electionId };
  },
  entry: (name) => ({ name: name.id, person: name.rollEntryId }),
});

/** Takes a merge back, confirmed or not: the name stands for itself again. */
export const undoWrittenName = defineCommand({
  name: "count.undoWrittenName",
  action: "count.mergeName",
  input: writtenNameInput,
  scope: scopeOfWrittenName,
  load: (tx, input, facts) => nameIn(tx, input.writtenNameId, facts),
  decide: (name) => {
    if (name.vote.state !== "counting") return invalid(null, "countNotOpen");
    return name.rollEntryId === null ? invalid(null, "nameNotMerged") : ok(name);
  },
  save: async (tx, name) => {
    await tx.writtenName.update({ where: { id: name.id }, data: { rollEntryId: null, mergedBy: null, confirmedBy: null } });
    return { id: name.id, electionId: name.electionId };
  },
  entry: (name) => ({ name: name.id, person: name.rollEntryId }),
});
