import { termWords } from "../chinese/term.ts";
import type { Reader } from "../database/client.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { beforeAct } from "../election/guards/standing.ts";
import { personLabel, peopleByIds } from "../election/people.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import { roamingFacts } from "./assistance-queries.ts";
import { noticesOfVote, proxyListOf, scribeListOf, type BallotNotice, type IssuedNotice } from "./posted.ts";
import { voteOverview, votesOf, type VoteOverview } from "./queries.ts";
import type { PreparationFacts } from "./steps.ts";

/** What the pages of this room show around a vote. */
export type BallotRoom = {
  readonly electionId: string;
  /** Of the election: what setting stations is checked against. */
  readonly version: number;
  readonly village: string;
  /** Such as 第十三届. */
  readonly term: string;
  readonly law: Law;
  readonly mainVenue: string | null;
  readonly hours: { readonly from: string; readonly to: string } | null;
  readonly votes: Awaited<ReturnType<typeof votesOf>>;
  readonly stations: readonly { readonly id: string; readonly name: string; readonly place: string; readonly groups: readonly number[] }[];
  /** Ballots were given to a station, so that stations can no longer be set anew. */
  readonly stationsInUse: boolean;
  /** The vote asked for, else the newest; null before there is one. */
  readonly vote: VoteOverview | null;
};

/** The room of an election around one of its votes (by number, from 1; null: the newest); null when there is no such election or vote. */
export async function ballotRoom(db: Reader, electionId: string, number: number | null = null): Promise<BallotRoom | null> {
  const row = await db.election.findUnique({
    where: { id: electionId },
    select: {
      ...lawFields, version: true, term: true, mainVenue: true, pollingFrom: true, pollingTo: true,
      village: { select: { name: true } },
      stations: { orderBy: { ordinal: "asc" }, select: { id: true, name: true, place: true, groups: true, accounts: { select: { id: true }, take: 1 } } },
    },
  });
  if (row === null) return null;
  const votes = await votesOf(db, electionId);
  const wanted = number === null ? votes[0] : votes.find((vote) => vote.number === number);
  if (wanted === undefined && number !== null) return null;
  const { pollingFrom: from, pollingTo: to } = row;
  return {
    electionId, version: row.version, village: row.village.name, term: termWords(row.term), law: electionLaw(row),
    mainVenue: row.mainVenue, hours: from === null || to === null ? null : { from, to }, votes,
    stations: row.stations.map(({ accounts: _, ...station }) => station),
    stationsInUse: row.stations.some((station) => station.accounts.length > 0),
    vote: wanted === undefined ? null : await voteOverview(db, electionId, wanted.id),
  };
}

/** The room around a vote named by its id; null when there is none. */
export async function roomOfVote(db: Reader, voteId: string): Promise<BallotRoom | null> {
  const vote = await db.vote.findUnique({ where: { id: voteId }, select: { electionId: true, number: true } });
  return vote === null ? null : ballotRoom(db, vote.electionId, vote.number);
}

/** What stands before opening a vote today: what its guard finds, without warnings accepted before. */
export const openingCheck = (db: Reader, room: BallotRoom, vote: VoteOverview, today: string): Promise<readonly Finding[]> => beforeAct(db, room.electionId, "openVote", today, { voteId: vote.id });

/** The facts from which the steps of a vote follow, and the notices that are out. */
export async function preparationFacts(db: Reader, room: BallotRoom, vote: VoteOverview, today: string): Promise<{ readonly facts: PreparationFacts; readonly issued: ReadonlyMap<BallotNotice, IssuedNotice> }> {
  const issued = await noticesOfVote(db, room.electionId, vote.number);
  const accounts = vote.stations.flatMap((station) => (station.account === null ? [] : [station.account]));
  const standing = vote.state === "preparing" ? (await openingCheck(db, room, vote, today)).filter((one) => !one.ok) : [];
  return {
    issued,
    facts: {
      state: vote.state, today, heldOn: vote.heldOn, law: room.law, registered: vote.registered, printed: vote.printed,
      stations: vote.stations.length, staff: vote.staff.length, hours: room.hours !== null,
      supplied: accounts.filter((account) => account.received > 0).length,
      received: accounts.reduce((sum, account) => sum + account.received, 0),
      reported: accounts.filter((account) => account.issued !== null && account.returned !== null).length,
      accounts: accounts.length,
      proxyList: await proxyListOf(db, vote),
      roaming: await roamingFacts(db, vote),
      scribeList: await scribeListOf(db, vote),
      issued: new Set(issued.keys()),
      errors: standing.filter((one) => one.severity === "error").length,
      warnings: standing.filter((one) => one.severity === "warning").length,
    },
  };
}

/** The polling staff of a vote as forms name them: people of the list so that namesakes are told apart, others by name. */
export async function staffLabels(db: Reader, electionId: string, voteId: string): Promise<readonly { readonly role: string; readonly person: string }[]> {
  const rows = await db.staffAssignment.findMany({ where: { electionId, voteId }, orderBy: [{ role: "asc" }, { name: "asc" }], select: { role: true, name: true, rollEntryId: true } });
  const people = await peopleByIds(db, electionId, rows.flatMap((row) => (row.rollEntryId === null ? [] : [row.rollEntryId])));
  return rows.map(({ role, name, rollEntryId }) => {
    const listed = rollEntryId === null ? undefined : people.get(rollEntryId);
    return { role, person: listed === undefined ? name : personLabel(listed) };
  });
}

/** How many stand on the published list, by group. */
export async function votersByGroup(db: Reader, electionId: string): Promise<ReadonlyMap<number, number>> {
  const groups = await db.rollEntry.groupBy({ by: ["groupNumber"], where: { electionId, published: true }, _count: true, orderBy: { groupNumber: "asc" } });
  return new Map(groups.map((group) => [group.groupNumber, group._count]));
}
