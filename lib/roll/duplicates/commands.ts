import type { Transaction } from "#lib/database/client.ts";
import { defineCommand, type Facts } from "#lib/platform/command.ts";
import { conflict, invalid } from "#lib/platform/refusal.ts";
import { ok } from "#lib/platform/result.ts";
import { recordEvent } from "#lib/roll/events.ts";
import { scopeOfEntry } from "#lib/roll/entry/commands.ts";
import { restand } from "#lib/roll/entry/rules.ts";
import { changeEntry, lawOf, mayChange, saveEntry } from "#lib/roll/entry/save.ts";
import { loadEntry, postedChange, type LoadedEntry } from "#lib/roll/entry/store.ts";
import { tellApartInput, yieldInput } from "./model.ts";
import { findPair, lockPair } from "./pairs.ts";

type Named = { readonly entryId: string; readonly otherId: string };

/** An own entry and the other one of the pair, both held fast. */
async function loadPair(tx: Transaction, { entryId, otherId }: Named, facts: Facts) {
  await lockPair(tx, entryId, otherId);
  const loaded = await loadEntry(tx, entryId, facts);
  const pair = loaded === null ? null : await findPair(tx, entryId, otherId);
  return loaded === null || pair === null ? null : { loaded, pair };
}

/**
 * This village gives way (已在他村登记): the person stays registered in the other village and is left off here. Not possible
 * when the other village has given way meanwhile: then nobody would register him.
 */
export const yieldToVillage = defineCommand({
  name: "roll.yieldToVillage",
  action: "roll.write",
  input: yieldInput,
  scope: scopeOfEntry,
  load: loadPair,
  decide: ({ loaded, pair }, { version, reason }, facts) => {
    if (loaded.version !== version) return conflict;
    if (pair.kind === null || pair.other.electionId === loaded.election.id) return invalid(null, "notRegisteredTwice");
    if (loaded.content.status !== "listed") return invalid(null, "alreadyDone");
    if (pair.other.status !== "listed") return invalid(null, "otherGaveWay", { village: pair.other.village });
    const ground = { document: null, issuer: null, day: null, place: `${pair.other.township}${pair.other.village}`, until: null };
    const content = restand(loaded.content, { exclusion: "registeredElsewhere", exclusionNote: reason, exclusionGround: ground, openFindings: withoutDouble(loaded, pair.more) }, loaded.election.electionDay, lawOf(loaded));
    const change = postedChange(loaded.list, content);
    const allowed = mayChange(loaded.election, change, reason, loaded.list !== null, facts);
    return allowed.ok ? ok({ loaded, content, change, reason, pair }) : allowed;
  },
  save: async (tx, { pair, ...change }, facts) => {
    await saveEntry(tx, facts, change, { kind: "excluded", facts: { village: pair.other.village } });
    return { electionId: change.loaded.election.id, entryId: change.loaded.id };
  },
  entry: ({ loaded, content, change, reason, pair }, _, facts) => ({ ...changeEntry(loaded.id, content, change, reason, facts), otherId: pair.other.id }),
});

/** What is open on an entry without its being a double; that stays while another pair of it is open. */
const withoutDouble = (loaded: LoadedEntry, more: number): readonly string[] => loaded.content.openFindings.filter((kind) => kind !== "likelyDuplicate" || more > 0);

/**
 * The desk says that two likely doubles are not the same person (不是同一人), with its reason. Of one village that settles the
 * pair; of two villages both have to say so.
 */
export const tellApart = defineCommand({
  name: "roll.tellApart",
  action: "roll.write",
  input: tellApartInput,
  scope: scopeOfEntry,
  load: async (tx, input, facts) => {
    const found = await loadPair(tx, input, facts);
    if (found === null) return null;
    const said = await tx.duplicateAnswer.count({ where: { entryId: input.entryId, otherId: input.otherId } });
    // In one village the same word settles both entries.
    const other = found.pair.other.electionId === found.loaded.election.id ? await loadEntry(tx, input.otherId, facts) : null;
    const otherMore = other === null ? 0 : ((await findPair(tx, input.otherId, input.entryId))?.more ?? 0);
    return { ...found, said, other, otherMore };
  },
  decide: ({ loaded, pair, said, other, otherMore }, { reason }, facts) => {
    if (pair.kind === "sameNumber") return invalid(null, "oneNumberOnePerson");
    if (said > 0) return invalid(null, "alreadyDone");
    if (pair.kind === null) return invalid(null, "notRegisteredTwice");
    const settled = [{ entry: loaded, more: pair.more }, ...(other === null ? [] : [{ entry: other, more: otherMore }])].flatMap(({ entry, more }) => {
      const openFindings = withoutDouble(entry, more);
      if (openFindings.length === entry.content.openFindings.length) return [];
      const content = restand(entry.content, { openFindings }, entry.election.electionDay, lawOf(entry));
      return [{ loaded: entry, content, change: postedChange(entry.list, content), reason }];
    });
    return ok({ id: facts.newId(), loaded, pair, settled, reason });
  },
  save: async (tx, { id, loaded, pair, settled, reason }, facts) => {
    const electionId = loaded.election.id;
    await tx.duplicateAnswer.create({ data: { id, electionId, entryId: loaded.id, otherId: pair.other.id, reason, at: facts.now, byId: facts.actor.accountId, byName: facts.actor.name } });
    for (const change of settled) await saveEntry(tx, facts, change, { kind: "findingSettled", facts: { village: pair.other.village } });
    await recordEvent(tx, facts, { electionId, entryId: loaded.id, kind: "toldApart", detail: { reason, facts: { village: pair.other.village } } });
    return { electionId, entryId: loaded.id };
  },
  entry: ({ id, loaded, pair, reason }, _, facts) => ({ answerId: id, entryId: loaded.id, otherId: pair.other.id, kind: pair.kind, reason: facts.commit(reason) }),
});
