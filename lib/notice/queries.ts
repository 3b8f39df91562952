import type { Reader } from "../database/client.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { noticeModel } from "../documents/models/notice.ts";
import { voterListModel } from "../documents/models/voter-list.ts";
import type { NoticePaper } from "./issue.ts";
import { nationalSet, noticeSetOf, type NoticeSet } from "./set.ts";

/** The numbered set of a case. */
export async function caseNotices(db: Reader, electionId: string): Promise<NoticeSet> {
  const row = await db.election.findUnique({ where: { id: electionId }, select: lawFields });
  return row === null ? nationalSet : noticeSetOf(electionLaw(row));
}

/** A line of the list of issued notices. */
export type NoticeLine = {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  readonly title: string;
  readonly issuer: string;
  readonly issuedAt: Date;
  readonly fingerprint: string;
  readonly postings: readonly { readonly place: string; readonly postedAt: Date; readonly byName: string }[];
};

const lineFields = {
  id: true, number: true, code: true, title: true, issuer: true, issuedAt: true, fingerprint: true,
  postings: { select: { place: true, postedAt: true, byName: true }, orderBy: { postedAt: "asc" } },
} as const;

/** Issued notices of an election, newest first. */
export const issuedNotices = (db: Reader, electionId: string): Promise<readonly NoticeLine[]> =>
  db.notice.findMany({ where: { electionId }, select: lineFields, orderBy: [{ issuedAt: "desc" }, { number: "desc" }] });

/** A notice with all that makes its paper again. */
export type NoticeRecord = NoticeLine & {
  readonly electionId: string;
  readonly paper: NoticePaper;
  readonly pdfSha256: string;
  readonly correctedBy: readonly { readonly id: string; readonly number: string }[];
  readonly corrects: { readonly id: string; readonly number: string } | null;
};

/** One issued notice; null when there is none of that id. */
export async function noticeRecord(db: Reader, noticeId: string): Promise<NoticeRecord | null> {
  const row = await db.notice.findUnique({
    where: { id: noticeId },
    select: { ...lineFields, electionId: true, document: true, data: true, pdfSha256: true, correctsId: true },
  });
  if (row === null) return null;
  const { document, data, correctsId, ...rest } = row;
  const near = { id: true, number: true } as const;
  const correctedBy = await db.notice.findMany({ where: { electionId: row.electionId, correctsId: row.id }, select: near, orderBy: { issuedAt: "asc" } });
  const corrects = correctsId === null ? null : await db.notice.findUnique({ where: { id: correctsId }, select: near });
  return { ...rest, paper: paperOf(document, data), correctedBy, corrects };
}

/** The frozen data of a notice, checked again when read. */
function paperOf(document: string, data: unknown): NoticePaper {
  if (document === "voterList") return { kind: "voterList", data: voterListModel.parse(data) };
  return { kind: "notice", data: noticeModel.parse(data) };
}
