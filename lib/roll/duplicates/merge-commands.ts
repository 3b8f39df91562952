import type { Reader, Transaction } from "#lib/database/client.ts";
import { defineCommand, type Facts } from "#lib/platform/command.ts";
import { conflict, invalid } from "#lib/platform/refusal.ts";
import { ok } from "#lib/platform/result.ts";
import { changeEntry, lawOf, mayChange, saveEntry, type EntryChange } from "#lib/roll/entry/save.ts";
import { postedChange, type LoadedEntry } from "#lib/roll/entry/store.ts";
import { loadTwo, partOf, snapshotOf, snapshotSchema, usesOf } from "./merge-load.ts";
import { mergeInput, unmergeInput } from "./model.ts";
import { lockPair } from "./pairs.ts";
import { goneContent, mergedContent, sidesOf, unmergedContent } from "./rules.ts";

/** Exchanges the persons behind two entries while both are saved; one holds nobody's number for a moment. */
async function savedTogether(tx: Transaction, facts: Facts, kept: EntryChange, gone: EntryChange, swap: boolean, kind: "merged" | "unmerged"): Promise<void> {
  const [keptPerson, gonePerson] = [{ personId: kept.loaded.personId, idMask: kept.loaded.idMask }, { personId: gone.loaded.personId, idMask: gone.loaded.idMask }];
  if (!swap) {
    await saveEntry(tx, facts, gone, { kind, facts: { role: "gone" } });
    await saveEntry(tx, facts, kept, { kind, facts: { role: "kept" } });
    return;
  }
  const nobody = facts.newId();
  await tx.person.create({ data: { id: nobody, townshipId: kept.loaded.election.townshipId } });
  await tx.rollEntry.update({ where: { id: gone.loaded.id }, data: { personId: nobody, published: false } });
  await saveEntry(tx, facts, kept, { kind, facts: { role: "kept" } }, { person: gonePerson });
  await saveEntry(tx, facts, gone, { kind, facts: { role: "gone" } }, { person: keptPerson });
  await tx.person.delete({ where: { id: nobody } });
}

/**
 * Makes two entries of one roll one (合并重复登记): the kept one says afterwards what was chosen field by field, the other
 * one stays as a double of it, off the list. Both are kept as they were, so that the merge can be undone until the list is posted.
 */
export const mergeEntries = defineCommand({
  name: "roll.mergeEntries",
  action: "roll.write",
  input: mergeInput,
  scope: async ({ keptId }, db) => {
    const row = await db.rollEntry.findUnique({ where: { id: keptId }, select: { electionId: true } });
    return row === null ? null : { kind: "election", id: row.electionId };
  },
  load: async (tx, { keptId, goneId }, facts) => {
    await lockPair(tx, keptId, goneId);
    const two = await loadTwo(tx, keptId, goneId, facts);
    return two === null ? null : { ...two, uses: await usesOf(tx, two.kept.election.id, goneId) };
  },
  decide: ({ kept, gone, uses }, { keptVersion, goneVersion, choices, reason }, facts) => {
    if (kept.version !== keptVersion || gone.version !== goneVersion) return conflict;
    if (kept.mergedIntoId !== null || gone.mergedIntoId !== null) return invalid(null, "alreadyDone");
    if (uses.length > 0) return invalid(null, uses.includes("report") ? "goneHasReports" : "goneIsUsed");
    const { election } = kept;
    const sides = sidesOf(choices ?? {}, partOf(kept), partOf(gone));
    const change = (loaded: LoadedEntry, content: LoadedEntry["content"]): EntryChange => ({ loaded, content, change: postedChange(loaded.list, content), reason });
    const [keptChange, goneChange] = [change(kept, mergedContent(partOf(kept), partOf(gone), sides, election.electionDay, lawOf(kept))), change(gone, goneContent(gone.content, election.electionDay, lawOf(gone)))];
    const allowed = mayChange(election, keptChange.change, reason, kept.list !== null, facts);
    return allowed.ok ? ok({ id: facts.newId(), keptChange, goneChange, sides, reason }) : allowed;
  },
  save: async (tx, { id, keptChange, goneChange, sides, reason }, facts) => {
    const [kept, gone] = [keptChange.loaded, goneChange.loaded];
    await savedTogether(tx, facts, keptChange, goneChange, sides.number === "gone", "merged");
    await tx.rollEntry.update({ where: { id: gone.id }, data: { mergedIntoId: kept.id } });
    await tx.rollMerge.create({
      data: {
        id, electionId: kept.election.id, keptId: kept.id, goneId: gone.id, keptBefore: snapshotOf(kept), goneBefore: snapshotOf(gone),
        keptAfter: { personId: sides.number === "gone" ? gone.personId : kept.personId, idMask: sides.number === "gone" ? gone.idMask : kept.idMask, content: keptChange.content },
        reason, at: facts.now, byId: facts.actor.accountId, byName: facts.actor.name,
      },
    });
    return { electionId: kept.election.id, mergeId: id, entryId: kept.id };
  },
  entry: ({ id, keptChange, goneChange, sides, reason }, _, facts) => ({
    mergeId: id, taken: Object.entries(sides).filter(([, side]) => side === "gone").map(([field]) => field),
    kept: changeEntry(keptChange.loaded.id, keptChange.content, keptChange.change, reason, facts), gone: changeEntry(goneChange.loaded.id, goneChange.content, goneChange.change, reason, facts),
  }),
});

/** Whether something was posted since a merge that shows it: the list, or a supplement about one of the two. */
async function postedSince(tx: Reader, merge: { readonly electionId: string; readonly keptId: string; readonly goneId: string; readonly at: Date }): Promise<boolean> {
  const versions = await tx.rollVersion.count({ where: { electionId: merge.electionId, publishedAt: { gte: merge.at } } });
  const told = await tx.rollChange.count({ where: { electionId: merge.electionId, rollEntryId: { in: [merge.keptId, merge.goneId] }, noticeId: { not: null }, at: { gte: merge.at } } });
  return versions + told > 0;
}

/** Undoes a merge (撤销合并): both entries are two again. What somebody changed on the kept entry since stays as he left it. */
export const unmergeEntries = defineCommand({
  name: "roll.unmergeEntries",
  action: "roll.write",
  input: unmergeInput,
  scope: async ({ mergeId }, db) => {
    const row = await db.rollMerge.findUnique({ where: { id: mergeId }, select: { electionId: true } });
    return row === null ? null : { kind: "election", id: row.electionId };
  },
  load: async (tx, { mergeId }, facts) => {
    const merge = await tx.rollMerge.findUnique({ where: { id: mergeId }, select: { id: true, electionId: true, keptId: true, goneId: true, keptBefore: true, goneBefore: true, keptAfter: true, at: true, undoneAt: true } });
    if (merge === null || merge.electionId !== facts.place.electionId) return null;
    await lockPair(tx, merge.keptId, merge.goneId);
    const two = await loadTwo(tx, merge.keptId, merge.goneId, facts);
    const [keptBefore, goneBefore, keptAfter] = [snapshotSchema.parse(merge.keptBefore), snapshotSchema.parse(merge.goneBefore), snapshotSchema.parse(merge.keptAfter)];
    return two === null ? null : { ...two, merge, keptBefore, goneBefore, keptAfter, posted: await postedSince(tx, merge) };
  },
  decide: ({ kept, gone, merge, keptBefore, goneBefore, keptAfter, posted }, { reason }, facts) => {
    if (merge.undoneAt !== null || gone.mergedIntoId !== kept.id) return invalid(null, "alreadyDone");
    if (posted) return invalid(null, "mergePosted");
    if (kept.mergedIntoId !== null) return invalid(null, "entryMerged");
    if (kept.personId !== keptAfter.personId) return invalid(null, "numberChangedSince");
    const { electionDay } = kept.election;
    const change = (loaded: LoadedEntry, content: LoadedEntry["content"]): EntryChange => ({ loaded, content, change: postedChange(loaded.list, content), reason });
    const keptChange = change(kept, unmergedContent(kept.content, keptBefore.content, keptAfter.content, electionDay, lawOf(kept)));
    const goneChange = change({ ...gone, mergedIntoId: null }, unmergedContent(goneBefore.content, goneBefore.content, goneBefore.content, electionDay, lawOf(gone)));
    const allowed = mayChange(kept.election, goneChange.change, reason, kept.list !== null, facts);
    return allowed.ok ? ok({ id: merge.id, keptChange, goneChange, swap: keptBefore.personId !== keptAfter.personId, reason }) : allowed;
  },
  save: async (tx, { id, keptChange, goneChange, swap, reason }, facts) => {
    await tx.rollEntry.update({ where: { id: goneChange.loaded.id }, data: { mergedIntoId: null } });
    await savedTogether(tx, facts, keptChange, goneChange, swap, "unmerged");
    const { count } = await tx.rollMerge.updateMany({ where: { id, undoneAt: null }, data: { undoneAt: facts.now, undoneBy: facts.actor.accountId, undoReason: reason } });
    if (count !== 1) throw new Error("a merge under lock was undone by somebody else");
    return { electionId: keptChange.loaded.election.id, entryId: keptChange.loaded.id };
  },
  entry: ({ id, keptChange, goneChange, reason }, _, facts) => ({
    mergeId: id, kept: changeEntry(keptChange.loaded.id, keptChange.content, keptChange.change, reason, facts), gone: changeEntry(goneChange.loaded.id, goneChange.content, goneChange.change, reason, facts),
  }),
});
