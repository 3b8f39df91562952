import { z } from "zod";
import type { Reader } from "../database/client.ts";
import { noticeCommand, type Draft } from "../election/notice-command.ts";
import { ballotRulesExtra, staffRoles } from "./model.ts";
import { ballotRulesFill, pollingPlacesFill, proxiesFill, staffFill } from "./papers.ts";
import { proxiesOf, voteOverview, type VoteOverview } from "./queries.ts";

/** The vote that is being prepared or held: the newest; null before the candidates are published. */
export async function currentVote(db: Reader, electionId: string): Promise<VoteOverview | null> {
  const newest = await db.vote.findFirst({ where: { electionId }, orderBy: { number: "desc" }, select: { id: true } });
  return newest === null ? null : voteOverview(db, electionId, newest.id);
}

/** Drafts notice 10; null before stations and hours are set. */
export async function draftPollingPlaces(db: Reader, electionId: string): Promise<Draft | null> {
  const vote = await currentVote(db, electionId);
  const hours = await db.election.findUnique({ where: { id: electionId }, select: { pollingFrom: true, pollingTo: true, countingPlace: true, mainVenue: true } });
  if (vote === null || vote.stations.length === 0 || hours === null) return null;
  const { pollingFrom: from, pollingTo: to } = hours;
  const countingPlace = hours.countingPlace ?? hours.mainVenue;
  if (from === null || to === null || countingPlace === null) return null;
  return { body: pollingPlacesFill({ heldOn: vote.heldOn, from, to, countingPlace }, vote.stations), findings: [], pollingDay: vote.heldOn };
}

/** Drafts notice 11; null before staff is named. */
export async function draftStaff(db: Reader, electionId: string): Promise<Draft | null> {
  const vote = await currentVote(db, electionId);
  if (vote === null || vote.staff.length === 0) return null;
  const staff = vote.staff.flatMap(({ role, name }) => {
    const known = staffRoles.find((one) => one === role);
    return known === undefined ? [] : [{ role: known, name }];
  });
  return { body: staffFill(staff), findings: [], pollingDay: vote.heldOn };
}

/** Drafts notice 13. */
export async function draftProxies(db: Reader, electionId: string): Promise<Draft | null> {
  const vote = await currentVote(db, electionId);
  return vote === null ? null : { body: proxiesFill(await proxiesOf(db, vote.id)), findings: [], pollingDay: vote.heldOn };
}

/** Drafts notice 15. */
export async function draftBallotRules(db: Reader, electionId: string, extra: z.output<typeof ballotRulesExtra>): Promise<Draft | null> {
  const vote = await currentVote(db, electionId);
  return vote === null ? null : { body: ballotRulesFill(vote.contests, extra.remark), findings: [], pollingDay: vote.heldOn };
}

const none = z.looseObject({});

/** Issues notice 10 (投票时间和地点公告); again for each vote. */
export const issuePollingPlaces = noticeCommand({
  code: "pollingPlaces", extra: none, draft: (db, electionId) => draftPollingPlaces(db, electionId),
});

/** Issues notice 11 (选举工作人员名单公告). */
export const issueStaff = noticeCommand({ code: "staff", extra: none, draft: (db, electionId) => draftStaff(db, electionId) });

/** Issues notice 13 (委托投票名单公告). */
export const issueProxies = noticeCommand({ code: "proxies", extra: none, draft: (db, electionId) => draftProxies(db, electionId) });

/** Issues notice 15 (无效票认定规则公告). */
export const issueBallotRules = noticeCommand({ code: "invalidBallots", extra: ballotRulesExtra, draft: draftBallotRules });
