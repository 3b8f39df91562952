import { z } from "zod";
import type { Day } from "#lib/calendar/day.ts";
import type { Reader, Transaction } from "#lib/database/client.ts";
import { abandon, type Facts } from "#lib/platform/command.ts";
import { CONTACT_OUTCOMES, CONTACT_STATEMENTS, CONTACT_WAYS, type Contact } from "./contact.ts";

/** Kinds of what happens to an entry of the roll. */
export const ROLL_EVENTS = [
  // what the entry says
  "added", "kept", "gone", "corrected", "findingSettled",
  // its standing
  "excluded", "readmitted", "contacted", "applied", "admitted", "admissionWithdrawn", "rejudged", "reportSettled",
  // doubles
  "merged", "unmerged", "toldApart",
  // the number was shown in full
  "viewed",
] as const;
export type RollEventKind = (typeof ROLL_EVENTS)[number];

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]).readonly();
const detailSchema = z.object({
  /** Fields that changed, as they were and as they are. Never an identity number: `idNumber` stands as its mask. */
  before: z.record(z.string(), value).optional(),
  after: z.record(z.string(), value).optional(),
  /** Why, in the recorder's words. */
  reason: z.string().optional(),
  /** Codes and numbers of this kind of event. */
  facts: z.record(z.string(), value).optional(),
});
export type EventValue = z.output<typeof value>;
export type EventDetail = z.output<typeof detailSchema>;

/** What a command records; `day` is today unless it happened earlier. */
export type NewEvent = {
  readonly electionId: string;
  readonly entryId: string;
  readonly kind: RollEventKind;
  readonly detail: EventDetail;
  /** Version of the entry after it; null when the entry stayed as it was. */
  readonly version?: number | null;
  readonly contact?: Contact;
  readonly day?: Day;
  /** What a phone sent under this id counts once. */
  readonly requestId?: string;
};

/** A number as the register writes it has no place in a history, however it came there. */
const holdsNumber = (event: NewEvent): boolean => /(?<!\d)[1-9]\d{5}(?:18|19|20)\d{9}[\dXx](?!\d)/u.test(JSON.stringify(event.detail).normalize("NFKC"));

/** Records what happened to entries, in the caller's transaction. A detail with a whole identity number is refused as `numberInText`. */
export async function recordEvents(tx: Transaction, facts: Facts, events: readonly NewEvent[]): Promise<void> {
  if (events.some(holdsNumber)) abandon({ kind: "invalid", issues: [{ field: null, code: "numberInText", params: {} }] });
  if (events.length === 0) return;
  await tx.rollEvent.createMany({
    data: events.map(({ electionId, entryId, kind, detail, version, contact, day, requestId }) => ({
      id: facts.newId(), electionId, entryId, kind, detail, version: version ?? null, how: contact?.how ?? null, outcome: contact?.outcome ?? null, statement: contact?.statement ?? null,
      day: day ?? facts.today, at: facts.now, byId: facts.actor.accountId, byName: facts.actor.name, requestId: requestId ?? null,
    })),
  });
}

/** Records one thing that happened to one entry. */
export const recordEvent = (tx: Transaction, facts: Facts, event: NewEvent): Promise<void> => recordEvents(tx, facts, [event]);

/** The fields of two states of a thing that differ, as a detail's before and after. */
export function changedFields<Fields extends Readonly<Record<string, EventValue>>>(before: Fields, after: Fields): Pick<EventDetail, "before" | "after"> {
  const changed = Object.keys(after).filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null));
  const of = (state: Fields) => Object.fromEntries(changed.map((key) => [key, state[key] ?? null]));
  return { before: of(before), after: of(after) };
}

/** One line of an entry's history. */
export type HistoryLine = {
  readonly id: string;
  readonly kind: RollEventKind;
  readonly detail: EventDetail;
  readonly contact: Contact | null;
  readonly day: Day;
  readonly at: Date;
  readonly byName: string;
  /** Happened to an entry that was merged into this one: the name that stood there. */
  readonly ofMerged: string | null;
};

const lineSchema = z.object({ kind: z.enum(ROLL_EVENTS), detail: detailSchema });
const contactSchema = z.object({ how: z.enum(CONTACT_WAYS), outcome: z.enum(CONTACT_OUTCOMES), statement: z.enum(CONTACT_STATEMENTS) });

/** An entry and those that were merged into it, also by way of another. */
async function withMerged(db: Reader, electionId: string, ids: readonly string[]): Promise<readonly string[]> {
  const merges = await db.rollMerge.findMany({ where: { electionId, keptId: { in: [...ids] }, goneId: { notIn: [...ids] }, undoneAt: null }, select: { goneId: true } });
  return merges.length === 0 ? ids : withMerged(db, electionId, [...ids, ...merges.map(({ goneId }) => goneId)]);
}

/** Everything recorded about an entry of this election and those that were merged into it, newest first; at most 500 lines. */
export async function entryHistory(db: Reader, electionId: string, entryId: string): Promise<readonly HistoryLine[]> {
  const rows = await db.rollEvent.findMany({
    where: { electionId, entryId: { in: [...(await withMerged(db, electionId, [entryId]))] } },
    orderBy: [{ at: "desc" }, { version: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    take: 500,
    select: { id: true, kind: true, detail: true, how: true, outcome: true, statement: true, day: true, at: true, byName: true, entryId: true, entry: { select: { name: true } } },
  });
  return rows.map(({ id, day, at, byName, kind, detail, entryId: of, entry, ...contact }) => {
    const read = contactSchema.safeParse(contact);
    return { id, day, at, byName, ...lineSchema.parse({ kind, detail }), contact: read.success ? read.data : null, ofMerged: of === entryId ? null : entry.name };
  });
}
