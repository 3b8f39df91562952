import { proxiesOf, openingOf } from "../../ballot/queries.ts";
import { kinOf } from "../../ballot/load.ts";
import { proxyRelations } from "../../ballot/model.ts";
import { today as dayOf } from "../../calendar/day.ts";
import { positions } from "../../committee/model.ts";
import { seatsOf } from "../../committee/seats.ts";
import type { Reader } from "../../database/client.ts";
import { standingView } from "../../meeting/queries.ts";
import { candidatesMeetingOf, withdrawnCandidates } from "../../nomination/meeting-queries.ts";
import { nominationFacts } from "../../nomination/standings.ts";
import { storedOf, recomputes } from "../../result/stored.ts";
import { listRows } from "#lib/roll/publish/list-rows.ts";
import { objectionFacts } from "../../roll/objections/queries.ts";
import { listReadiness } from "#lib/roll/publish/readiness.ts";
import { caseFacts } from "../queries.ts";
import { sexes } from "../model.ts";
import type { CountFact, GuardFacts, MeetingFact, MemberFact, PollFact, ProxyFact } from "./facts.ts";

/** Which vote the guards look at: one by its id, that of a determination, or the newest. */
export type PollChoice = { readonly voteId: string } | { readonly determinationId: string } | null;

/** Everything that the guards of a case look at; null when there is none of that id. */
export async function guardFacts(db: Reader, electionId: string, choice: PollChoice = null): Promise<GuardFacts | null> {
  const facts = await caseFacts(db, electionId);
  if (facts === null) return null;
  const rows = facts.roll.publishedOn === null ? await listRows(db, electionId) : [];
  const voteId = await chosenVote(db, electionId, choice);
  return {
    ...facts,
    members: await membersOf(db, electionId),
    kin: await kinOf(db, electionId),
    chosenBy: await meetingFact(db, electionId, "electionCommittee"),
    decidedBy: await meetingFact(db, electionId, "seatsAndMethod"),
    list: { ...(await listReadiness(db, electionId, rows)), ...(facts.roll.publishedTotal === null ? {} : { listed: facts.roll.publishedTotal }), pendingChanges: await db.rollChange.count({ where: { electionId, noticeId: null } }) },
    objections: await objectionFacts(db, electionId),
    plans: await seatsOf(db, electionId),
    nomination: await nominationFacts(db, electionId),
    introduction: await candidatesMeetingOf(db, electionId),
    gone: await withdrawnCandidates(db, electionId),
    poll: voteId === null ? null : await pollFact(db, electionId, voteId),
    count: voteId === null ? null : await countFact(db, electionId, voteId),
  };
}

const states = ["serving", "reserve", "left"] as const;

async function membersOf(db: Reader, electionId: string): Promise<readonly MemberFact[]> {
  const rows = await db.committeeMember.findMany({
    where: { electionId }, orderBy: { rank: "asc" },
    select: { id: true, name: true, sex: true, groupNumber: true, rollEntryId: true, position: true, votes: true, chosenByGroup: true, state: true, changeNoticeId: true },
  });
  return rows.map(({ groupNumber, rollEntryId, changeNoticeId, ...row }) => ({
    ...row, group: groupNumber, entryId: rollEntryId, announced: changeNoticeId !== null,
    sex: sexes.find((sex) => sex === row.sex) ?? "male",
    position: positions.find((position) => position === row.position) ?? "member",
    state: states.find((state) => state === row.state) ?? "left",
  }));
}

/** The standing record of the meeting that something rests on. */
async function meetingFact(db: Reader, electionId: string, purpose: "electionCommittee" | "seatsAndMethod"): Promise<MeetingFact | null> {
  const view = await standingView(db, electionId, purpose);
  if (view === null) return null;
  const { kind, basis, heldOn, entitled, present, groups, representatives, womenRepresentatives } = view.record;
  return { kind, basis, heldOn, entitled, present, groups, representatives, womenRepresentatives, decision: view.resolutions.find((one) => one.subject === purpose) ?? null };
}

async function chosenVote(db: Reader, electionId: string, choice: PollChoice): Promise<string | null> {
  if (choice !== null && "voteId" in choice) return choice.voteId;
  if (choice === null) return (await db.vote.findFirst({ where: { electionId }, orderBy: { number: "desc" }, select: { id: true } }))?.id ?? null;
  const determination = await db.determination.findUnique({ where: { id: choice.determinationId }, select: { voteId: true } });
  if (determination === null) return null;
  // A re-vote determines the vote it is about anew: what counts is the day on which it was held.
  const last = await db.vote.findFirst({ where: { electionId, state: "determined", OR: [{ id: determination.voteId }, { parentId: determination.voteId, kind: "revote" }] }, orderBy: { number: "desc" }, select: { id: true } });
  return last?.id ?? determination.voteId;
}

async function pollFact(db: Reader, electionId: string, voteId: string): Promise<PollFact | null> {
  const row = await db.vote.findFirst({
    where: { id: voteId, electionId },
    select: {
      id: true, number: true, kind: true, state: true, heldOn: true, registered: true,
      staff: { select: { name: true, rollEntryId: true, role: true } },
      contests: { select: { candidates: { select: { rollEntryId: true } } } },
      accounts: { select: { received: true, issued: true, spoiled: true, left: true, returned: true, station: { select: { name: true } } }, orderBy: { station: { ordinal: "asc" } } },
    },
  });
  if (row === null) return null;
  const { staff, contests, accounts, registered, ...vote } = row;
  // The opening does not depend on the day; each check puts its own day in.
  const { today: _, ...opening } = await openingOf(db, { ...vote, electionId }, vote.heldOn);
  return {
    ...vote,
    opening: registered === null ? opening : { ...opening, registered },
    accounts: accounts.map(({ station, ...account }) => ({ ...account, name: station.name })),
    staff: staff.map(({ name, rollEntryId, role }) => ({ name, entryId: rollEntryId, role })),
    candidates: contests.flatMap((contest) => contest.candidates.map((candidate) => candidate.rollEntryId)),
    proxies: await proxyFacts(db, voteId),
  };
}

async function proxyFacts(db: Reader, voteId: string): Promise<readonly ProxyFact[]> {
  const rows = await db.proxy.findMany({ where: { voteId, state: "approved" }, select: { id: true, principalId: true, holderId: true, relation: true, approvedAt: true } });
  const named = new Map((await proxiesOf(db, voteId)).map((proxy) => [proxy.id, proxy]));
  return rows.map(({ id, relation, approvedAt, ...row }) => ({
    ...row, today: dayOf(approvedAt), relation: proxyRelations.find((known) => known === relation) ?? "villager",
    principalName: named.get(id)?.principalName ?? "", holderName: named.get(id)?.holderName ?? "",
  }));
}

async function countFact(db: Reader, electionId: string, voteId: string): Promise<CountFact | null> {
  const vote = await db.vote.findFirst({ where: { id: voteId, electionId }, select: { id: true, kind: true, state: true, parentId: true, bundles: { select: { size: true, state: true } } } });
  if (vote === null) return null;
  const root = vote.kind === "revote" ? (vote.parentId ?? vote.id) : vote.id;
  // A re-vote that is not counted yet has no determination of its own, though the vote it is about has one.
  const newest = vote.state === "determined" ? await db.determination.findFirst({ where: { voteId: root }, orderBy: { number: "desc" }, select: { input: true, outcome: true, announcedAt: true } }) : null;
  const stored = newest === null ? null : storedOf(newest);
  return {
    bundles: vote.bundles.length,
    openBundles: vote.bundles.filter((bundle) => bundle.state !== "settled").length,
    papers: vote.bundles.reduce((sum, bundle) => sum + bundle.size, 0),
    unconfirmedNames: await db.writtenName.count({ where: { voteId, rollEntryId: { not: null }, confirmedBy: null } }),
    determination: newest === null || stored === null ? null : { announcedOn: newest.announcedAt === null ? null : dayOf(newest.announcedAt), recomputes: recomputes(stored), next: stored.outcome.next.kind },
  };
}
