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
  readonly postings: readonly PostingLine[];
  /** Later notices that correct it, oldest first, and the one that it corrects itself. */
  readonly correctedBy: readonly NoticeLink[];
  readonly corrects: NoticeLink | null;
};

/** Another notice of the same election. */
export type NoticeLink = { readonly id: string; readonly number: string };

/** A posting (张贴) with its photos, whose bytes come by a route of their own. */
export type PostingLine = {
  readonly id: string;
  readonly place: string;
  readonly postedAt: Date;
  readonly byName: string;
  readonly photos: readonly { readonly id: string; readonly width: number; readonly height: number }[];
};

const lineFields = {
  id: true, number: true, code: true, title: true, issuer: true, issuedAt: true, fingerprint: true, correctsId: true,
  postings: { select: { id: true, place: true, postedAt: true, byName: true, photos: { select: { id: true, width: true, height: true }, orderBy: { addedAt: "asc" } } }, orderBy: { postedAt: "asc" } },
} as const;

type Linked = NoticeLink & { readonly correctsId: string | null };

/** Who corrects whom among the notices of one election. */
const linksOf = (one: Linked, all: readonly Linked[]): Pick<NoticeLine, "correctedBy" | "corrects"> => {
  const link = ({ id, number }: NoticeLink): NoticeLink => ({ id, number });
  const earlier = all.find((other) => other.id === one.correctsId);
  return { correctedBy: all.filter((other) => other.correctsId === one.id).map(link), corrects: earlier === undefined ? null : link(earlier) };
};

/** Issued notices of an election, newest first. */
export async function issuedNotices(db: Reader, electionId: string): Promise<readonly NoticeLine[]> {
  const rows = await db.notice.findMany({ where: { electionId }, select: lineFields, orderBy: [{ issuedAt: "desc" }, { number: "desc" }] });
  const oldestFirst = rows.toReversed();
  return rows.map(({ correctsId, ...row }) => ({ ...row, ...linksOf({ ...row, correctsId }, oldestFirst) }));
}

/** A notice with all that makes its paper again. */
export type NoticeRecord = NoticeLine & {
  readonly electionId: string;
  readonly paper: NoticePaper;
  readonly pdfSha256: string;
};

/** One issued notice; null when there is none of that id. */
export async function noticeRecord(db: Reader, noticeId: string): Promise<NoticeRecord | null> {
  const row = await db.notice.findUnique({ where: { id: noticeId }, select: { ...lineFields, electionId: true, document: true, data: true, pdfSha256: true } });
  if (row === null) return null;
  const { document, data, correctsId, ...rest } = row;
  const near = await db.notice.findMany({
    where: { electionId: row.electionId, OR: [{ correctsId: row.id }, ...(correctsId === null ? [] : [{ id: correctsId }])] },
    select: { id: true, number: true, correctsId: true }, orderBy: { issuedAt: "asc" },
  });
  return { ...rest, paper: paperOf(document, data), ...linksOf({ ...rest, correctsId }, near) };
}

/** A photo of a posting with its bytes; null when there is none of that id. */
export const postingPhoto = (db: Reader, photoId: string) =>
  db.postingPhoto.findUnique({ where: { id: photoId }, select: { electionId: true, mediaType: true, bytes: true, sha256: true } });

/** The frozen data of a notice, checked again when read. */
function paperOf(document: string, data: unknown): NoticePaper {
  if (document === "voterList") return { kind: "voterList", data: voterListModel.parse(data) };
  return { kind: "notice", data: noticeModel.parse(data) };
}
