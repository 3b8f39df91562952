import { objectionDeadline, decisionDeadline } from "#lib/calendar/deadlines.ts";
import type { Reader } from "#lib/database/client.ts";
import { OBJECTION_KINDS, OBJECTION_STATES, type ObjectionKind, type ObjectionState } from "./model.ts";
import type { ObjectionFacts } from "./rules.ts";
import { rollElection } from "#lib/roll/election.ts";

/** An objection as lists and its own page show it. */
export type ObjectionLine = {
  readonly id: string;
  readonly number: number;
  readonly kind: ObjectionKind;
  readonly state: ObjectionState;
  readonly rollEntryId: string | null;
  readonly subjectName: string;
  readonly subjectGroup: number | null;
  readonly statement: string;
  readonly objector: string;
  readonly contact: string | null;
  readonly via: string;
  readonly againstOn: string;
  readonly receivedOn: string;
  /** Last day for the decision. */
  readonly decideUntil: string;
  readonly decidedOn: string | null;
  readonly decisionReason: string | null;
  readonly noticeId: string | null;
  /** A granted one that the list follows. */
  readonly carriedOut: boolean;
  readonly version: number;
};

const lineFields = {
  id: true, number: true, kind: true, state: true, rollEntryId: true, subjectName: true, subjectGroup: true, statement: true, objector: true, contact: true, via: true,
  againstOn: true, receivedOn: true, decidedOn: true, decisionReason: true, noticeId: true, version: true, changes: { select: { id: true }, take: 1 },
} as const;

/** The objections of an election, oldest first. */
export async function objectionsOf(db: Reader, electionId: string): Promise<readonly ObjectionLine[]> {
  const election = await rollElection(db, electionId);
  if (election === null) return [];
  const rows = await db.objection.findMany({ where: { electionId }, select: lineFields, orderBy: { number: "asc" } });
  return rows.map(({ changes, ...row }) => ({
    ...row,
    kind: OBJECTION_KINDS.find((kind) => kind === row.kind) ?? "correct",
    state: OBJECTION_STATES.find((state) => state === row.state) ?? "open",
    decideUntil: decisionDeadline(row.receivedOn, election.law),
    carriedOut: changes.length > 0,
  }));
}

/** One objection of this election; null when there is none of that id. */
export const objectionOf = async (db: Reader, electionId: string, objectionId: string): Promise<ObjectionLine | null> =>
  (await objectionsOf(db, electionId)).find((one) => one.id === objectionId) ?? null;

/** Day on which the list was posted; null while it is not. */
const listPostedOn = async (db: Reader, electionId: string): Promise<string | null> =>
  (await db.rollVersion.findFirst({ where: { electionId }, orderBy: { number: "desc" }, select: { publishedOn: true } }))?.publishedOn ?? null;

/** Supplementary notices, newest first. */
const supplements = (db: Reader, electionId: string) => db.notice.findMany({ where: { electionId, code: "voterListChange" }, select: { id: true, issuedOn: true }, orderBy: { issuedAt: "desc" } });

/**
 * The day of the publication that an objection about an entry is against: the last supplement that told of the entry, else
 * the list itself. Null while nothing is posted.
 */
export async function publicationFor(db: Reader, electionId: string, rollEntryId: string | null): Promise<string | null> {
  const list = await listPostedOn(db, electionId);
  if (list === null || rollEntryId === null) return list;
  const told = await db.rollChange.findMany({ where: { electionId, rollEntryId, noticeId: { not: null } }, select: { noticeId: true } });
  const supplement = (await supplements(db, electionId)).find((notice) => told.some((change) => change.noticeId === notice.id));
  return supplement?.issuedOn ?? list;
}

/** Last days for objections: to the list itself, and to what the newest supplement told. */
export type ObjectionWindows = { readonly list: string; readonly supplement: string | null };

/** Until when objections are taken; null while nothing is posted. */
export async function objectionWindows(db: Reader, electionId: string): Promise<ObjectionWindows | null> {
  const election = await rollElection(db, electionId);
  const list = await listPostedOn(db, electionId);
  if (election === null || list === null) return null;
  const [newest] = await supplements(db, electionId);
  return { list: objectionDeadline(list, election.law, election.calendar), supplement: newest === undefined ? null : objectionDeadline(newest.issuedOn, election.law, election.calendar) };
}

/** Where the objections of an election stand, for guards, task list and the notice. */
export async function objectionFacts(db: Reader, electionId: string): Promise<ObjectionFacts> {
  const lines = await objectionsOf(db, electionId);
  const waiting = lines.filter((line) => line.state === "open");
  const decided = lines.filter((line) => line.state === "granted" || line.state === "refused");
  const windows = await objectionWindows(db, electionId);
  return {
    total: lines.length,
    open: waiting.length,
    oldestReceivedOn: waiting.map((line) => line.receivedOn).toSorted()[0] ?? null,
    unannounced: decided.filter((line) => line.noticeId === null).length,
    notCarriedOut: decided.filter((line) => line.state === "granted" && !line.carriedOut).map((line) => line.number),
    windowUntil: windows === null ? null : (windows.supplement ?? windows.list),
  };
}
