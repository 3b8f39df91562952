import { z } from "zod";
import type { Reader, Transaction } from "#lib/database/client.ts";
import { defineCommand, type Facts } from "#lib/platform/command.ts";
import { err, ok, type Result } from "#lib/platform/result.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import { recordEvent } from "#lib/roll/events.ts";
import { noteReport } from "#lib/roll/houses/reports.ts";
import { afterContact, contactIssue, overwrites, sameAfterContact } from "./contact-rules.ts";
import { saveEntry, type EntryChange } from "./save.ts";
import { loadEntries, postedChange, type LoadedEntry } from "./store.ts";
import { visitInput, type VisitItem } from "./visit-input.ts";

/**
 * What became of an item: kept; known already; somebody else changed the entry meanwhile; the election is over; no such
 * person on this roll. One item never refuses the others.
 */
export type ItemState = "recorded" | "repeated" | "stale" | "closed" | "gone";
type Answered = { readonly requestId: string; readonly state: ItemState; /** Of the entry after the item; 0 when there is none. */ readonly version: number };

/** An item as it will be kept; `change` null: the entry stays as it was. */
type Step = { readonly item: VisitItem; readonly loaded: LoadedEntry; readonly change: EntryChange | null };

type Known = { readonly entries: ReadonlyMap<string, LoadedEntry>; readonly repeated: ReadonlySet<string>; /** Newest version by somebody else, by entry. */ readonly others: ReadonlyMap<string, number> };

const othersSchema = z.array(z.object({ entryId: z.string(), version: z.number() }));

/** Which of these ids were kept before. */
async function knownRequests(tx: Reader, requestIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.rollEvent.findMany({ where: { requestId: { in: [...requestIds] } }, select: { requestId: true } });
  return new Set(rows.flatMap(({ requestId }) => requestId ?? []));
}

async function versionsByOthers(tx: Reader, entryIds: readonly string[], accountId: string): Promise<ReadonlyMap<string, number>> {
  const rows = othersSchema.parse(
    await tx.$queryRaw`SELECT "entryId", max(version)::int AS version FROM "RollEvent" WHERE "entryId" = ANY (${[...entryIds]}::text[]) AND version IS NOT NULL AND "byId" <> ${accountId} GROUP BY 1`,
  );
  return new Map(rows.map((row) => [row.entryId, row.version]));
}

const reasonOf = ({ statement }: VisitItem): string => (statement === "takesPart" ? "本人表示参加选举" : statement === "declines" ? "本人表示不参加选举" : "入户登记核实");

type Decided = { readonly state: ItemState; readonly step: Step | null; readonly now: LoadedEntry | null };

/** What becomes of one item, after those before it. */
function decideItem(item: VisitItem, loaded: LoadedEntry | undefined, known: Known, today: string): Decided {
  if (known.repeated.has(item.requestId)) return { state: "repeated", step: null, now: loaded ?? null };
  if (loaded === undefined) return { state: "gone", step: null, now: null };
  const { election } = loaded;
  if (loaded.list !== null && today > election.electionDay) return { state: "closed", step: null, now: loaded };
  const day = item.day > today ? today : item.day;
  const after = afterContact(loaded.content, { ...item, day }, item.reports, election.electionDay, { voterAge: election.law.values.voterAge });
  if ((known.others.get(item.entryId) ?? 0) > item.version && overwrites(loaded.content, after)) return { state: "stale", step: null, now: loaded };
  if (sameAfterContact(loaded.content, after)) return { state: "recorded", step: { item: { ...item, day }, loaded, change: null }, now: loaded };
  const change = { loaded, content: after, change: postedChange(loaded.list, after), reason: reasonOf(item) };
  return { state: "recorded", step: { item: { ...item, day }, loaded, change }, now: { ...loaded, content: after, version: loaded.version + 1 } };
}

/** Decides all items in their order; what an earlier one changed, a later one of the same person sees. */
function decideItems(items: readonly VisitItem[], known: Known, today: string): { readonly steps: readonly Step[]; readonly answers: readonly Answered[] } {
  const entries = new Map(known.entries);
  const repeated = new Set(known.repeated);
  const steps: Step[] = [];
  const answers = items.map((item): Answered => {
    const { state, step, now } = decideItem(item, entries.get(item.entryId), { ...known, repeated }, today);
    if (now !== null) entries.set(item.entryId, now);
    if (step !== null) steps.push(step);
    repeated.add(item.requestId);
    return { requestId: item.requestId, state, version: now?.version ?? 0 };
  });
  return { steps, answers };
}

/** What cannot have been so refuses the whole request: the phone does not offer it. */
function impossible(items: readonly VisitItem[], today: string): Refusal | null {
  for (const [index, item] of items.entries()) {
    const issue = contactIssue({ ...item, day: item.day > today ? today : item.day }, today);
    if (!issue.ok) return issue.error.kind === "invalid" ? { kind: "invalid", issues: issue.error.issues.map((one) => ({ ...one, field: `items.${index}.${one.field ?? ""}` })) } : issue.error;
  }
  return null;
}

/** Keeps one contact: with what it changed of the entry, or as a line of history alone; and its reports for the desk. */
async function saveStep(tx: Transaction, facts: Facts, { item, loaded, change }: Step): Promise<void> {
  const { how, outcome, statement, day, requestId, reports, note } = item;
  const contact = { how, outcome, statement };
  if (change === null) {
    await recordEvent(tx, facts, { electionId: loaded.election.id, entryId: loaded.id, kind: "contacted", contact, day, requestId, detail: note === undefined ? {} : { reason: note } });
  } else {
    await saveEntry(tx, facts, change, { kind: "contacted", contact, day, requestId, reason: note ?? "", ...(reports.length === 0 ? {} : { facts: { reports: [...reports] } }) });
  }
  const { groupNumber, householdNumber } = loaded.content;
  for (const kind of reports) await noteReport(tx, facts, { requestId, electionId: loaded.election.id, entryId: loaded.id, groupNumber, householdNumber, kind, people: 1, day });
}

type Newcomers = z.output<typeof visitInput>["newcomers"][number];

async function saveNewcomers(tx: Transaction, facts: Facts, electionId: string, found: Newcomers): Promise<Answered> {
  const { requestId, groupNumber, householdNumber, people } = found;
  const day = found.day === undefined || found.day > facts.today ? facts.today : found.day;
  const fresh = await noteReport(tx, facts, { requestId, electionId, entryId: null, groupNumber, householdNumber, kind: "newPerson", people, day });
  return { requestId, state: fresh ? "recorded" : "repeated", version: 0 };
}

/**
 * Takes in what registrars heard house by house (入户登记): contacts, where people live, what they say about taking part,
 * and reports for the desk. Every item counts once by its own id, however often a phone with a poor connection sends it.
 */
export const recordVisit = defineCommand({
  name: "roll.recordVisit",
  action: "roll.write",
  input: visitInput,
  timeoutMs: 30_000,
  scope: ({ electionId }) => ({ kind: "election", id: electionId }),
  load: async (tx, { electionId, items }, facts) => {
    const entryIds = items.map(({ entryId }) => entryId);
    return {
      electionId,
      entries: await loadEntries(tx, entryIds, facts),
      repeated: await knownRequests(tx, items.map(({ requestId }) => requestId)),
      others: await versionsByOthers(tx, entryIds, facts.actor.accountId),
    };
  },
  decide: (known, { items, newcomers }, facts): Result<{ readonly electionId: string; readonly steps: readonly Step[]; readonly answers: readonly Answered[]; readonly newcomers: readonly Newcomers[] }, Refusal> => {
    const refusal = impossible(items, facts.today);
    return refusal === null ? ok({ electionId: known.electionId, ...decideItems(items, known, facts.today), newcomers }) : err(refusal);
  },
  save: async (tx, { electionId, steps, answers, newcomers }, facts) => {
    for (const step of steps) await saveStep(tx, facts, step);
    const found: Answered[] = [];
    for (const one of newcomers) found.push(await saveNewcomers(tx, facts, electionId, one));
    return { electionId, items: [...answers, ...found] };
  },
  entry: ({ steps, newcomers }) => ({
    contacts: steps.map(({ item, loaded, change }) => ({ entryId: item.entryId, how: item.how, outcome: item.outcome, statement: item.statement, day: item.day, status: change?.content.status ?? loaded.content.status, announced: change?.change.kind ?? null, reports: [...item.reports] })),
    newcomers: newcomers.reduce((sum, one) => sum + one.people, 0),
  }),
});
