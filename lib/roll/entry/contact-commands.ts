import type { z } from "zod";
import type { Transaction } from "#lib/database/client.ts";
import { defineCommand, type Facts } from "#lib/platform/command.ts";
import { conflict, invalid, type Refusal } from "#lib/platform/refusal.ts";
import { ok, type Result } from "#lib/platform/result.ts";
import { recordEvent } from "#lib/roll/events.ts";
import { scopeOfEntry } from "./commands.ts";
import { afterContact, contactIssue, sameAfterContact } from "./contact-rules.ts";
import { lawOf, mayChange, saveEntry, type EntryChange } from "./save.ts";
import { loadOne } from "./standing.ts";
import { loadEntries, postedChange, type LoadedEntry } from "./store.ts";
import { contactInput, contactsInput } from "./visit-input.ts";

/** What was said, as the reason that a supplementary notice gives. */
const saidWords = { takesPart: "本人表示参加选举", declines: "本人表示不参加选举", none: "登记核实" } as const;

type Typed = z.output<typeof contactInput> | z.output<typeof contactsInput>;
type Kept = { readonly loaded: LoadedEntry; readonly change: EntryChange | null };

/** One contact with one person: what it changes of the entry, or nothing. */
function contacted(loaded: LoadedEntry, typed: Typed, facts: Facts): Result<Kept, Refusal> {
  const after = afterContact(loaded.content, { ...typed, statement: typed.said, livesHere: null }, [], loaded.election.electionDay, lawOf(loaded));
  if (sameAfterContact(loaded.content, after)) return ok({ loaded, change: null });
  const change = { loaded, content: after, change: postedChange(loaded.list, after), reason: saidWords[typed.said] };
  const allowed = mayChange(loaded.election, change.change, change.reason, loaded.list !== null, facts);
  return allowed.ok ? ok({ loaded, change }) : allowed;
}

async function keepContact(tx: Transaction, facts: Facts, { loaded, change }: Kept, { how, outcome, said, day, note }: Typed): Promise<void> {
  const event = { kind: "contacted" as const, contact: { how, outcome, statement: said }, day };
  if (change === null) await recordEvent(tx, facts, { electionId: loaded.election.id, entryId: loaded.id, ...event, detail: note === null ? {} : { reason: note } });
  else await saveEntry(tx, facts, change, { ...event, reason: note ?? "" });
}

const contactEntry = ({ loaded, change }: Kept, { how, outcome, said, day }: Typed) => ({
  entryId: loaded.id, how, outcome, statement: said, day, status: (change?.content ?? loaded.content).status, announced: change?.change.kind ?? null,
});

/** Records one contact with a person, and what he said about taking part (本人表示参加选举): how and when it was heard. */
export const recordContact = defineCommand({
  name: "roll.recordContact",
  action: "roll.write",
  input: contactInput,
  scope: scopeOfEntry,
  load: loadOne,
  decide: (loaded, typed, facts) => {
    if (loaded.version !== typed.version) return conflict;
    const issue = contactIssue({ ...typed, statement: typed.said }, facts.today);
    if (!issue.ok) return issue;
    if (typed.said !== "none" && loaded.content.category !== 2) return invalid("said", "notAway");
    const kept = contacted(loaded, typed, facts);
    return kept.ok ? ok({ ...kept.value, typed }) : kept;
  },
  save: async (tx, { typed, ...kept }, facts) => {
    await keepContact(tx, facts, kept, typed);
    return { electionId: kept.loaded.election.id, entryId: kept.loaded.id };
  },
  entry: ({ typed, ...kept }) => contactEntry(kept, typed),
});

/** Records the same contact with several people at once, such as calls of one day; people of the first category are only contacted. */
export const recordContacts = defineCommand({
  name: "roll.recordContacts",
  action: "roll.write",
  input: contactsInput,
  timeoutMs: 30_000,
  scope: ({ electionId }) => ({ kind: "election", id: electionId }),
  load: async (tx, { electionId, entryIds }, facts) => {
    const entries = await loadEntries(tx, entryIds, facts);
    return entries.size === new Set(entryIds).size ? { electionId, entries: [...entries.values()] } : null;
  },
  decide: ({ electionId, entries }, typed, facts): Result<{ readonly electionId: string; readonly kept: readonly Kept[]; readonly typed: Typed }, Refusal> => {
    const issue = contactIssue({ ...typed, statement: typed.said }, facts.today);
    if (!issue.ok) return issue;
    const kept: Kept[] = [];
    for (const loaded of entries) {
      const one = contacted(loaded, typed, facts);
      if (!one.ok) return one;
      kept.push(one.value);
    }
    return ok({ electionId, kept, typed });
  },
  save: async (tx, { electionId, kept, typed }, facts) => {
    for (const one of kept) await keepContact(tx, facts, one, typed);
    return { electionId, people: kept.length };
  },
  entry: ({ kept, typed }) => ({ contacts: kept.map((one) => contactEntry(one, typed)) }),
});
