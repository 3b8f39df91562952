import { addDays } from "../calendar/day.ts";
import { postNotice } from "../notice/commands.ts";
import { determineVote } from "../result/commands.ts";
import { announceResult, issueCertificates, openFollowingVote } from "../result/follow-commands.ts";
import { countVote } from "./count.ts";
import { holdVote, prepareVote } from "./polling.ts";
import type { Desk } from "./start.ts";
import { act, at, type World } from "./world.ts";

/** Days between the first vote and the run-off (另行选举). */
const untilRunoff = 9;

async function determineAndAnnounce(world: World, desk: Desk, voteId: string, day: number): Promise<string> {
  const { version } = await world.db.vote.findUniqueOrThrow({ where: { id: voteId }, select: { version: true } });
  const { determinationId } = await act(world, desk.chair, at(world, day, "19:30"), determineVote, { voteId, version, differenceReason: "" });
  await act(world, desk.chair, at(world, day, "20:00"), announceResult, { determinationId });
  return determinationId;
}

/** Result of the first vote, run-off for the empty seat, final result and certificates; the notices are posted. */
export async function finish(world: World, desk: Desk, voteId: string, day: number): Promise<void> {
  const first = await determineAndAnnounce(world, desk, voteId, day);
  const runoff = day + untilRunoff;
  const { voteId: second } = await act(world, desk.chair, at(world, day + 1), openFollowingVote, { determinationId: first, pollingDay: addDays(world.day, runoff) });
  const ballots = { printed: 2100, issued: 1906, spoiled: 5, returned: 1904 };
  await prepareVote(world, desk, second, runoff, ballots, "none");
  await holdVote(world, desk, second, runoff, ballots);
  await countVote(world, desk, second, runoff, { papers: 1904, invalid: 4, votes: { member: [1012, 803] } }, 13);
  await determineAndAnnounce(world, desk, second, runoff);
  await act(world, desk.chair, at(world, runoff + 3), issueCertificates, { electionId: desk.electionId });
  await postNotices(world, desk);
}

async function postNotices(world: World, desk: Desk): Promise<void> {
  const notices = await world.db.notice.findMany({ where: { electionId: desk.electionId }, select: { id: true, issuedOn: true, issuedAt: true }, orderBy: { issuedAt: "asc" } });
  for (const notice of notices) {
    const when = new Date(notice.issuedAt.getTime() + 40 * 60_000);
    const posted = new Date(when.getTime() + 8 * 3_600_000).toISOString();
    await act(world, desk.registrar, when, postNotice, { noticeId: notice.id, place: "村务公开栏", postedOn: posted.slice(0, 10), postedAt: posted.slice(11, 16) });
  }
}
