import type { z } from "zod";
import type { Reader } from "../database/client.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { noticeCommand, nothingElse, type Draft } from "../election/notice-command.ts";
import type { Law } from "../law/law.ts";
import { roamingFacts, roamingPlanOf, roamingVotersOf, scribesOf } from "./assistance-queries.ts";
import { roamingFill, scribesFill } from "./assistance-papers.ts";
import { roamingDayFinding, roamingFindings } from "./assistance-rules.ts";
import { ballotRulesExtra, staffRoles } from "./model.ts";
import { ballotRulesFill, pollingPlacesFill, proxiesFill, staffFill } from "./papers.ts";
import { scribeListOf } from "./posted.ts";
import { proxiesOf, voteOverview, type VoteOverview } from "./queries.ts";

/** The vote that is being prepared or held: the newest; null before the candidates are published. */
export async function currentVote(db: Reader, electionId: string): Promise<VoteOverview | null> {
  const newest = await db.vote.findFirst({ where: { electionId }, orderBy: { number: "desc" }, select: { id: true } });
  return newest === null ? null : voteOverview(db, electionId, newest.id);
}

/** The law of an election that is known to be there. */
async function lawOf(db: Reader, electionId: string): Promise<Law> {
  return electionLaw(await db.election.findUniqueOrThrow({ where: { id: electionId }, select: lawFields }));
}

/** Drafts notice 10; null before stations and hours are set. */
export async function draftPollingPlaces(db: Reader, electionId: string): Promise<Draft | null> {
  const vote = await currentVote(db, electionId);
  const hours = await db.election.findUnique({ where: { id: electionId }, select: { pollingFrom: true, pollingTo: true, countingPlace: true, mainVenue: true } });
  if (vote === null || vote.stations.length === 0 || hours === null) return null;
  const { pollingFrom: from, pollingTo: to } = hours;
  const countingPlace = hours.countingPlace ?? hours.mainVenue;
  if (from === null || to === null || countingPlace === null) return null;
  const plan = await roamingPlanOf(db, vote.id);
  return { body: pollingPlacesFill({ heldOn: vote.heldOn, from, to, countingPlace, roaming: plan?.route ?? null }, vote.stations), findings: [], pollingDay: vote.heldOn };
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

/** Drafts notice 12; null before anybody is to vote at a roaming box, or where nobody ever was. */
export async function draftRoamingVoters(db: Reader, electionId: string, today: string): Promise<Draft | null> {
  const vote = await currentVote(db, electionId);
  const facts = vote === null ? null : await roamingFacts(db, vote);
  if (vote === null || facts === null || (facts.list.count === 0 && facts.list.posted === null)) return null;
  const law = await lawOf(db, electionId);
  const late = roamingDayFinding(today, vote.heldOn, law);
  const findings = [...roamingFindings(facts, today, law).filter((one) => one.code !== "roamingListNotPublished" && one.code !== "roamingListStale"), ...(late === null ? [] : [late])];
  const scrutineers = vote.staff.filter((one) => one.role === "roamingScrutineer").map((one) => one.name);
  return { body: roamingFill(await roamingVotersOf(db, vote), facts.plan, scrutineers), findings, pollingDay: vote.heldOn };
}

/** Drafts notice 14; null before anybody has a scribe, or where nobody ever had. */
export async function draftScribes(db: Reader, electionId: string): Promise<Draft | null> {
  const vote = await currentVote(db, electionId);
  if (vote === null) return null;
  const list = await scribeListOf(db, vote);
  if (list.count === 0 && list.posted === null) return null;
  return { body: scribesFill(await scribesOf(db, vote)), findings: [], pollingDay: vote.heldOn };
}

/** Drafts notice 15. */
export async function draftBallotRules(db: Reader, electionId: string, extra: z.output<typeof ballotRulesExtra>): Promise<Draft | null> {
  const vote = await currentVote(db, electionId);
  return vote === null ? null : { body: ballotRulesFill(vote.contests, extra.remark), findings: [], pollingDay: vote.heldOn };
}

/** Issues notice 10 (投票时间和地点公告); again for each vote. */
export const issuePollingPlaces = noticeCommand({
  code: "pollingPlaces", extra: nothingElse, draft: (db, electionId) => draftPollingPlaces(db, electionId),
});

/** Issues notice 11 (选举工作人员名单公告). */
export const issueStaff = noticeCommand({ code: "staff", extra: nothingElse, draft: (db, electionId) => draftStaff(db, electionId) });

/** Issues notice 13 (委托投票名单公告). */
export const issueProxies = noticeCommand({ code: "proxies", extra: nothingElse, draft: (db, electionId) => draftProxies(db, electionId) });

/** Issues notice 12 (流动票箱投票人员名单公告). */
export const issueRoamingVoters = noticeCommand({ code: "roamingVoters", extra: nothingElse, draft: (db, electionId, _, today) => draftRoamingVoters(db, electionId, today) });

/** Issues notice 14 (代写选票人员名单公告). */
export const issueScribes = noticeCommand({ code: "scribes", extra: nothingElse, draft: (db, electionId) => draftScribes(db, electionId) });

/** Issues notice 15 (无效票认定规则公告). */
export const issueBallotRules = noticeCommand({ code: "invalidBallots", extra: ballotRulesExtra, draft: draftBallotRules });
