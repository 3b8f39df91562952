import type { Day } from "#lib/calendar/day.ts";
import { objectionDeadline } from "#lib/calendar/deadlines.ts";
import type { Reader } from "#lib/database/client.ts";
import { beforeAct } from "#lib/election/guards/standing.ts";
import type { Finding } from "#lib/law/finding.ts";
import { nextNumber, noticeSetOf } from "#lib/notice/set.ts";
import { listAsOf, type AsOfRow, type ListOfDay } from "./as-of.ts";
import { listCounts, listRows, unknownStrokes } from "./list-rows.ts";
import { pendingChanges, type PendingChange } from "./commands.ts";
import { rollElection } from "#lib/roll/election.ts";

/** The list as it would be posted today: figures, the notice's number, and what speaks against it. */
export type PostingCheck = {
  readonly electionDay: string;
  readonly objectionsUntil: string;
  readonly noticeNumber: string;
  readonly total: number;
  readonly men: number;
  readonly women: number;
  /** Surname characters that an order by strokes cannot place. */
  readonly unknownStrokes: readonly string[];
  readonly findings: readonly Finding[];
};

/** Drafts the posting of the list; null when there is no such election. */
export async function postingCheck(db: Reader, electionId: string, today: string): Promise<PostingCheck | null> {
  const election = await rollElection(db, electionId);
  if (election === null) return null;
  const rows = await listRows(db, electionId);
  const { total, men, women } = listCounts(rows);
  const notices = await db.notice.findMany({ where: { electionId }, select: { number: true } });
  return {
    electionDay: election.electionDay, objectionsUntil: objectionDeadline(today, election.law, election.calendar), noticeNumber: nextNumber(noticeSetOf(election.law), "voterList", new Set(notices.map(({ number }) => number))),
    total, men, women, unknownStrokes: unknownStrokes(rows), findings: await beforeAct(db, electionId, "publishRoll", today),
  };
}

/** Last day for objections to a posted list. */
export async function objectionsUntil(db: Reader, electionId: string, publishedOn: string): Promise<string> {
  const election = await rollElection(db, electionId);
  return election === null ? publishedOn : objectionDeadline(publishedOn, election.law, election.calendar);
}

/** Changes decided after posting, for the screen of supplements. */
export const unannounced = (db: Reader, electionId: string): Promise<readonly PendingChange[]> => pendingChanges(db, electionId);

/** A notice of this roll that was just issued, for its confirmation; null for any other. */
export async function issuedRollNotice(db: Reader, electionId: string, noticeId: string): Promise<{ readonly id: string; readonly number: string; readonly code: string } | null> {
  return db.notice.findFirst({ where: { id: noticeId, electionId, code: { in: ["voterList", "voterListChange"] } }, select: { id: true, number: true, code: true } });
}

/** A list of a day as its page shows it: one page of its people, what differs from the posting, its notices. */
export type ListView = { readonly list: ListOfDay; readonly rows: readonly AsOfRow[]; readonly page: number; readonly pages: number; readonly titles: ReadonlyMap<string, string> };

/** The list in use on a day with one page of its people; null while none was posted. Before the posting day the posting itself is shown. */
export async function listView(db: Reader, electionId: string, day: Day, page: number, size = 100): Promise<ListView | null> {
  const version = await db.rollVersion.findFirst({ where: { electionId }, orderBy: { number: "asc" }, select: { publishedOn: true } });
  const list = version === null ? null : await listAsOf(db, electionId, day < version.publishedOn ? version.publishedOn : day);
  if (list === null) return null;
  const pages = Math.max(1, Math.ceil(list.rows.length / size));
  const at = Math.min(Math.max(1, page), pages);
  const notices = await db.notice.findMany({ where: { id: { in: list.notices.map(({ id }) => id) } }, select: { id: true, title: true } });
  return { list, rows: list.rows.slice((at - 1) * size, at * size), page: at, pages, titles: new Map(notices.map(({ id, title }) => [id, title])) };
}
