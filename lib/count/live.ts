import type { Reader } from "../database/client.ts";
import { leastMajority, leastThird } from "../law/thresholds.ts";
import { sumAll } from "./queries.ts";
import { standingCount, type StandingCount } from "./standing.ts";

/** Somebody with votes on the live page. `others`: written-in names that are too few to be named one by one. */
export type LivePerson = { readonly key: string; readonly name: string; readonly kind: "candidate" | "writtenIn" | "others"; readonly votes: number };

/** One contest on the live page. */
export type LiveContest = {
  readonly contest: string;
  readonly office: string;
  readonly only: string | null;
  readonly seats: number;
  readonly people: readonly LivePerson[];
  readonly valid: number;
  readonly abstain: number;
  readonly invalid: number;
};

/** The count as everybody may see it (公开唱票): whole vote only, never a box or bundle, never a paper. */
export type LiveTally = {
  readonly voteId: string;
  readonly electionId: string;
  readonly village: string;
  readonly term: number;
  readonly kind: string;
  readonly heldOn: string;
  /** Every paper is checked and the vote is determined. */
  readonly determined: boolean;
  /** Papers taken from the boxes: the base of every majority. */
  readonly returned: number;
  readonly done: number;
  readonly verified: number;
  readonly waiting: number;
  readonly wholeInvalid: number;
  /** Fewest votes that elect; null where the most votes do (再次投票). */
  readonly needed: number | null;
  readonly needs: "majority" | "third" | "most";
  readonly contests: readonly LiveContest[];
  readonly staff: readonly { readonly role: string; readonly names: readonly string[] }[];
};

/** Written-in names with fewer votes are shown together: a rare name could give a voter away. */
const NAMED_FROM = 10;

/** The newest vote of an election that is being or was counted; null when there is none. */
export async function liveVoteOf(db: Reader, electionId: string): Promise<string | null> {
  const row = await db.vote.findFirst({ where: { electionId, state: { in: ["counting", "determined"] } }, orderBy: { number: "desc" }, select: { id: true } });
  return row?.id ?? null;
}

/** The live tally of a vote; null when there is none of that id. */
export async function liveTally(db: Reader, voteId: string): Promise<LiveTally | null> {
  const vote = await db.vote.findUnique({
    where: { id: voteId },
    select: {
      id: true, electionId: true, kind: true, heldOn: true, state: true, accounts: { select: { returned: true } },
      election: { select: { term: true, village: { select: { name: true } } } },
      staff: { where: { role: { in: ["caller", "teller", "scrutineer", "chiefScrutineer"] } }, orderBy: { name: "asc" }, select: { role: true, name: true } },
    },
  });
  const count = vote === null ? null : await standingCount(db, voteId);
  if (vote === null || count === null) return null;
  const returned = sumAll(vote.accounts.map((account) => account.returned)) ?? count.papers;
  const needs = vote.kind === "revote" ? "most" : vote.kind === "runoff" ? "third" : "majority";
  const names = await personNames(db, count);
  return {
    voteId: vote.id, electionId: vote.electionId, village: vote.election.village.name, term: vote.election.term, kind: vote.kind, heldOn: vote.heldOn,
    determined: vote.state === "determined", returned, done: count.done, verified: count.verified, waiting: count.waiting, wholeInvalid: count.tally.wholeInvalid,
    needs, needed: needs === "most" ? null : needs === "third" ? leastThird(returned) : leastMajority(returned),
    contests: contestsOf(count, names),
    staff: ["caller", "teller", "scrutineer", "chiefScrutineer"].flatMap((role) => {
      const people = vote.staff.filter((one) => one.role === role).map((one) => one.name);
      return people.length === 0 ? [] : [{ role, names: people }];
    }),
  };
}

/** Names of everybody with votes who stands on the roll. */
export async function personNames(db: Reader, count: StandingCount): Promise<ReadonlyMap<string, string>> {
  const names = new Map(count.form.flatMap((contest) => contest.candidates.map((one) => [one.personId, one.name] as const)));
  const others = [...new Set(count.tally.contests.flatMap((contest) => [...contest.votes.keys()]))].filter((key) => !names.has(key) && !key.startsWith("written:"));
  if (others.length > 0) {
    for (const row of await db.rollEntry.findMany({ where: { id: { in: others } }, select: { id: true, name: true } })) names.set(row.id, row.name);
  }
  return names;
}

function contestsOf(count: StandingCount, names: ReadonlyMap<string, string>): readonly LiveContest[] {
  return count.form.flatMap((contest, place) => {
    const tally = count.tally.contests[place];
    if (tally === undefined) return [];
    const candidates = contest.candidates.map((one): LivePerson => ({ key: one.personId, name: one.name, kind: "candidate", votes: tally.votes.get(one.personId) ?? 0 }));
    const listed = new Set(candidates.map((one) => one.key));
    const written = [...tally.votes].filter(([key]) => !listed.has(key));
    const named = written.filter(([key, votes]) => votes >= NAMED_FROM && names.has(key));
    const rest = written.filter((one) => !named.includes(one)).reduce((sum, [, votes]) => sum + votes, 0);
    const people: readonly LivePerson[] = [
      ...candidates,
      ...named.map(([key, votes]): LivePerson => ({ key, name: names.get(key) ?? "", kind: "writtenIn", votes })).sort((a, b) => b.votes - a.votes || (a.key < b.key ? -1 : 1)),
      ...(rest === 0 ? [] : [{ key: "others", name: "", kind: "others" as const, votes: rest }]),
    ];
    return [{ contest: contest.contest, office: contest.office, only: contest.only, seats: contest.seats, people, valid: tally.valid, abstain: tally.abstain, invalid: tally.invalid }];
  });
}
