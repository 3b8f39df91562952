import { objectionDeadline } from "#lib/calendar/deadlines.ts";
import type { Reader } from "#lib/database/client.ts";
import { beforeAct } from "#lib/election/guards/standing.ts";
import type { Finding } from "#lib/law/finding.ts";
import { nextNumber, noticeSetOf } from "#lib/notice/set.ts";
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

/** What of a posted list its page shows, with one page of its people. */
export async function postedVersion(db: Reader, electionId: string, page: number, size = 100) {
  const version = await db.rollVersion.findFirst({ where: { electionId }, orderBy: { number: "desc" }, select: { id: true, number: true, publishedOn: true, total: true, men: true, women: true, sha256: true } });
  if (version === null) return null;
  const pages = Math.max(1, Math.ceil(version.total / size));
  const at = Math.min(Math.max(1, page), pages);
  const entries = await db.rollVersionEntry.findMany({
    where: { versionId: version.id, ordinal: { gt: (at - 1) * size, lte: at * size } }, orderBy: { ordinal: "asc" }, select: { ordinal: true, name: true, sex: true, groupNumber: true, birthYear: true },
  });
  const notices = await db.notice.findMany({ where: { electionId, code: { in: ["voterList", "voterListChange"] } }, orderBy: { issuedAt: "asc" }, select: { id: true, number: true, title: true, issuedOn: true } });
  return { version, entries, notices, page: at, pages };
}
