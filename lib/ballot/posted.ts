import type { Reader } from "../database/client.ts";
import { comparePosted, type PostedList } from "./posted-rules.ts";

/** The notices of this room: 10 to 15. */
export const ballotNotices = ["pollingPlaces", "staff", "roamingVoters", "proxies", "scribes", "invalidBallots"] as const;
export type BallotNotice = (typeof ballotNotices)[number];

/** A notice of a vote that is out. */
export type IssuedNotice = { readonly id: string; readonly number: string };

type VoteOf = { readonly id: string; readonly electionId: string };

/** This room's newest notice of each kind that was issued for a vote, that is after the vote before it was closed. */
export async function noticesOfVote(db: Reader, electionId: string, number: number): Promise<ReadonlyMap<BallotNotice, IssuedNotice & { readonly issuedAt: Date }>> {
  const near = await db.vote.findMany({ where: { electionId, number: { in: [number - 1, number] } }, select: { number: true, closedAt: true } });
  const after = near.find((vote) => vote.number === number - 1)?.closedAt ?? undefined;
  const until = near.find((vote) => vote.number === number)?.closedAt ?? undefined;
  const rows = await db.notice.findMany({
    where: { electionId, code: { in: [...ballotNotices] }, issuedAt: { ...(after === undefined ? {} : { gt: after }), ...(until === undefined ? {} : { lte: until }) } },
    orderBy: { issuedAt: "asc" },
    select: { id: true, number: true, code: true, issuedAt: true },
  });
  return new Map(rows.flatMap(({ code, ...notice }) => ballotNotices.filter((known) => known === code).map((known) => [known, notice] as const)));
}

const noticeOf = async (db: Reader, vote: VoteOf, code: BallotNotice) => {
  const row = await db.vote.findUnique({ where: { id: vote.id }, select: { number: true } });
  return row === null ? null : ((await noticesOfVote(db, vote.electionId, row.number)).get(code) ?? null);
};

const dated = { approvedAt: true, withdrawnAt: true } as const;

/** Proxies of a vote and notice 13. */
export const proxyListOf = async (db: Reader, vote: VoteOf): Promise<PostedList> =>
  comparePosted(await db.proxy.findMany({ where: { voteId: vote.id }, select: dated }), await noticeOf(db, vote, "proxies"));

/** Roaming box voters of a vote and notice 12. */
export const roamingListOf = async (db: Reader, vote: VoteOf): Promise<PostedList> =>
  comparePosted(await db.roamingVoter.findMany({ where: { voteId: vote.id }, select: dated }), await noticeOf(db, vote, "roamingVoters"));

/** Scribes of a vote and notice 14. */
export const scribeListOf = async (db: Reader, vote: VoteOf): Promise<PostedList> =>
  comparePosted(await db.scribeAssignment.findMany({ where: { voteId: vote.id }, select: dated }), await noticeOf(db, vote, "scribes"));

/** Whether notice 13 is out and no longer says what stands. */
export async function proxyNoticeStale(db: Reader, vote: VoteOf): Promise<boolean> {
  const { added, removed } = await proxyListOf(db, vote);
  return added + removed > 0;
}
