import { addDays } from "../calendar/day.ts";
import { personLabel } from "../election/people.ts";
import { addNominees, recordNomination, vetClear } from "../nomination/commands.ts";
import { checkStatements, recordIntroduction } from "../nomination/meeting-commands.ts";
import { issueNominees, issuePrimaryMethod, issuePrimaryResult } from "../nomination/notices.ts";
import { recordRound, setPrimary } from "../nomination/primary-commands.ts";
import { publishCandidates } from "../nomination/publish.ts";
import { recordConsents } from "../nomination/standing-commands.ts";
import { versionOf } from "./preparation.ts";
import type { Desk } from "./start.ts";
import { act, at, type World } from "./world.ts";

/** A nominee to be found on the list: office, sex, nomination votes. */
export type Wanted = { readonly contest: "chair" | "viceChair" | "member"; readonly sex: "male" | "female"; readonly votes: string };

/** People of the list whom nobody mistakes for another: one bearer of the name, between thirty and sixty years old. */
async function unmistakable(world: World, electionId: string, sex: string): Promise<readonly string[]> {
  const rows = await world.db.rollEntry.findMany({ where: { electionId, published: true, sex }, select: { name: true, sex: true, groupNumber: true, bornOn: true }, orderBy: { id: "asc" } });
  const bearers = new Map<string, number>();
  for (const row of rows) bearers.set(row.name, (bearers.get(row.name) ?? 0) + 1);
  const year = Number(world.day.slice(0, 4));
  return rows
    .filter((row) => bearers.get(row.name) === 1 && Array.from(row.name).length >= 2 && year - Number(row.bornOn.slice(0, 4)) > 30 && year - Number(row.bornOn.slice(0, 4)) < 60)
    .toSorted((one, other) => (one.bornOn < other.bornOn ? -1 : 1))
    .map((row) => personLabel({ name: row.name, sex: row.sex === "female" ? "female" : "male", groupNumber: row.groupNumber, birthYear: Number(row.bornOn.slice(0, 4)) }));
}

/** A primary (预选) by the representatives' meeting: who may vote, who did, and votes in the order of the nominees it is about. */
export type PrimaryPlan = { readonly entitled: string; readonly ballots: string; readonly votes: readonly string[] };

/** First nominees posted (notice 8); where there are too many, a primary with notices 8-1 and 8-2. */
async function firstNominees(world: World, desk: Desk, day: number, primary: PrimaryPlan | null): Promise<void> {
  const { electionId, chair } = desk;
  await act(world, chair, at(world, day - 12), issueNominees, { electionId, order: "surnameStrokes", objectionsUntil: addDays(world.day, day - 10), acceptances: {} });
  if (primary === null) return;
  const version = async (): Promise<number> => versionOf(world, electionId);
  const heldOn = addDays(world.day, day - 10);
  await act(world, chair, at(world, day - 12, "10:00"), setPrimary, { electionId, version: await version(), voters: "representatives", heldOn, fromTime: "09:00", toTime: "11:00", place: "村委会会议室", entitled: primary.entitled });
  await act(world, chair, at(world, day - 12, "10:30"), issuePrimaryMethod, { electionId, acceptances: {} });
  const stood = await world.db.nominee.findMany({ where: { electionId, contest: "chair" }, orderBy: { votes: "desc" }, select: { id: true } });
  const votes = Object.fromEntries(stood.map((nominee, place) => [nominee.id, primary.votes[place] ?? ""]));
  await act(world, chair, at(world, day - 10, "11:30"), recordRound, { electionId, version: await version(), heldOn, ballots: primary.ballots, invalid: "0", votes, acceptances: {} });
  await act(world, chair, at(world, day - 10, "12:00"), issuePrimaryResult, { electionId, acceptances: {} });
}

/** Candidates hand in their statements and meet the villagers (候选人与村民见面). */
async function introduce(world: World, desk: Desk, day: number, place: string, attendance: string): Promise<void> {
  const { electionId, chair } = desk;
  const nominees = (await world.db.nominee.findMany({ where: { electionId, state: "candidate" }, select: { id: true } })).map((row) => row.id);
  await act(world, chair, at(world, day - 5), checkStatements, { electionId, nominees, checkedOn: addDays(world.day, day - 5) });
  await act(world, chair, at(world, day - 4, "17:00"), recordIntroduction, { electionId, heldOn: addDays(world.day, day - 4), place, attendance, nominees, note: "村民提问六个，候选人当场答复", acceptances: {} });
}

/** How a village nominates: ballots that came back, nominees, a primary where there are too many, and the candidates' meeting. */
export type NominationPlan = { readonly ballots: string; readonly wanted: readonly Wanted[]; readonly primary: PrimaryPlan | null; readonly venue: string; readonly attendance: string };

/** Nomination meeting, nominees, consent, vetting, the formal list with notice 9, candidates' meeting. Returns the vote that it opens. */
export async function nominate(world: World, desk: Desk, day: number, { ballots, wanted, primary, venue, attendance }: NominationPlan): Promise<string> {
  const { electionId, chair } = desk;
  const labels = { male: [...(await unmistakable(world, electionId, "male"))], female: [...(await unmistakable(world, electionId, "female"))] };
  const on = (days: number): string => addDays(world.day, day + days);
  await act(world, chair, at(world, day - 13, "15:00"), recordNomination, { electionId, version: await versionOf(world, electionId), heldOn: on(-13), place: venue, ballots });
  const nominees = wanted.map(({ contest, sex, votes }) => ({ contest, votes, source: "voters" as const, person: labels[sex].shift() ?? "" }));
  await act(world, chair, at(world, day - 13, "17:00"), addNominees, { electionId, nominees });
  const ids = (await world.db.nominee.findMany({ where: { electionId }, select: { id: true } })).map((row) => row.id);
  await firstNominees(world, desk, day, primary);
  await act(world, chair, at(world, day - 9), recordConsents, { electionId, nominees: ids, consentOn: on(-9) });
  await act(world, chair, at(world, day - 8), vetClear, { electionId, nominees: ids, vettedBy: "镇联审小组", vettedOn: on(-8), confirmed: "on" });
  const { voteId } = await act(world, chair, at(world, day - 6), publishCandidates, { electionId, version: await versionOf(world, electionId), order: "votes", acceptances: { candidateListNoDay: "按县里的日程公布", candidateNoWoman: "未提名" } });
  await introduce(world, desk, day, venue, attendance);
  return voteId;
}
