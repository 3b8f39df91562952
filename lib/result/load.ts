import type { Reader } from "../database/client.ts";
import { determinationParameters, electionLaw, electionPacks, lawFields } from "../election/law.ts";
import { registeredNow } from "../election/people.ts";
import { sumAll } from "../count/queries.ts";
import { standingCount, type StandingCount } from "../count/standing.ts";
import type { Sex, TieBreak } from "./count-document.ts";
import { holdersAfter, type PackageFacts, type PackagePerson } from "./package.ts";
import { officeOf, storedOf } from "./stored.ts";

const voteFields = { id: true, electionId: true, number: true, kind: true, heldOn: true, state: true, parentId: true, registered: true, version: true, accounts: { select: { issued: true, returned: true, spoiled: true, left: true } } } as const;

/** A vote as determining needs it. */
export type ResultVote = Awaited<ReturnType<typeof votesOf>>[number];

/** All votes of an election in order. */
export const votesOf = (db: Reader, electionId: string) => db.vote.findMany({ where: { electionId }, orderBy: { number: "asc" }, select: voteFields });

/** The vote whose outcome a vote decides: a re-vote (再次投票) decides its first count's, every other vote its own. */
export const rootOf = (votes: readonly ResultVote[], vote: ResultVote): ResultVote => (vote.kind === "revote" ? (votes.find((one) => one.id === vote.parentId) ?? vote) : vote);

/** A new vote after a void run-off is a run-off again. */
const packageKind = (votes: readonly ResultVote[], vote: ResultVote): "regular" | "runoff" =>
  vote.kind === "runoff" || (vote.kind === "newVote" && votes.find((one) => one.id === vote.parentId)?.kind === "runoff") ? "runoff" : "regular";

/** The newest determination of every vote before this one, in order. */
async function earlierOutcomes(db: Reader, votes: readonly ResultVote[], before: number) {
  const earlier = votes.filter((one) => one.number < before).map((one) => one.id);
  const rows = await db.determination.findMany({ where: { voteId: { in: earlier } }, orderBy: [{ voteId: "asc" }, { number: "asc" }], select: { voteId: true, input: true, outcome: true } });
  const newest = new Map(rows.map((row) => [row.voteId, row]));
  return earlier.flatMap((id) => {
    const row = newest.get(id);
    return row === undefined ? [] : [storedOf(row)];
  });
}

/** People by id with sex, and whether they were found barred after standing (a nominee's ground stands in the case). */
async function packagePeople(db: Reader, electionId: string, ids: readonly string[]): Promise<ReadonlyMap<string, PackagePerson>> {
  const [rows, barred] = [
    await db.rollEntry.findMany({ where: { electionId, id: { in: [...ids] } }, select: { id: true, sex: true } }),
    await db.nominee.findMany({ where: { electionId, state: "barred", rollEntryId: { in: [...ids] } }, select: { rollEntryId: true } }),
  ];
  const out = new Set(barred.map((row) => row.rollEntryId));
  return new Map(rows.map((row) => [row.id, { id: row.id, sex: row.sex === "female" ? "female" : "male", barred: out.has(row.id) }]));
}

/** Counts of the re-votes held about a vote, in order; `counting` is determined just now and counts too. */
async function tieBreaksOf(db: Reader, votes: readonly ResultVote[], root: ResultVote, counting: string): Promise<readonly TieBreak[]> {
  const revotes = votes.filter((one) => one.kind === "revote" && one.parentId === root.id && (one.state === "determined" || one.id === counting));
  const breaks: TieBreak[] = [];
  for (const revote of revotes) {
    const count = await standingCount(db, revote.id);
    for (const [place, contest] of (count?.form ?? []).entries()) {
      const tally = count?.tally.contests[place];
      breaks.push({ contest: contest.contest, votes: contest.candidates.map((one) => ({ person: one.personId, for: tally?.votes.get(one.personId) ?? 0 })) });
    }
  }
  return breaks;
}

/** What `packageFacts` gathers: the facts, the vote they are about, and its own count. */
export type Gathered = { readonly facts: PackageFacts; readonly root: ResultVote; readonly count: StandingCount };

/** Gathers everything that decides the outcome of a vote; null while numbers are missing. */
export async function packageFacts(db: Reader, votes: readonly ResultVote[], vote: ResultVote): Promise<Gathered | null> {
  const root = rootOf(votes, vote);
  const { electionId } = vote;
  const [election, count, seats, kin] = [
    await db.election.findUniqueOrThrow({ where: { id: electionId }, select: lawFields }),
    await standingCount(db, root.id),
    await db.seat.aggregate({ where: { electionId }, _sum: { seats: true } }),
    await db.kinship.findMany({ where: { electionId }, select: { entryA: true, entryB: true } }),
  ];
  const registered = root.registered ?? (await registeredNow(db, electionId));
  const issued = sumAll(root.accounts.map((account) => account.issued));
  const returned = sumAll(root.accounts.map((account) => account.returned));
  if (count === null || registered === null || issued === null || returned === null) return null;
  const outcomes = await earlierOutcomes(db, votes, root.number);
  const voted = count.form.flatMap((contest) => contest.candidates.map((one) => one.personId));
  const ids = [...new Set([...voted, ...count.tally.contests.flatMap((contest) => [...contest.votes.keys()]), ...outcomes.flatMap((one) => one.outcome.elected.map((elected) => elected.person))])];
  const people = await packagePeople(db, electionId, ids);
  const sexOf = (person: string): Sex => people.get(person)?.sex ?? "male";
  const firstVoteOn = votes[0]?.heldOn ?? root.heldOn;
  const facts: PackageFacts = {
    packs: electionPacks({ ...election, electionDay: firstVoteOn }), parameters: determinationParameters(election.parameters), date: root.heldOn, firstVoteOn,
    kind: packageKind(votes, root), committee: seats._sum.seats ?? 0, registered, ballots: { issued, returned, invalid: count.tally.wholeInvalid },
    againstVoters: electionLaw(election).values.recoveredAgainst === "voters",
    contests: count.form.map((contest, place) => ({
      contest: contest.contest, office: officeOf(contest.office), seats: contest.seats, only: contest.only === "women" ? "women" : null,
      votes: withCandidates(contest.candidates.map((one) => one.personId), count.tally.contests[place]?.votes ?? new Map()),
    })),
    people, kin: kin.map((row) => [row.entryA, row.entryB] as const), holding: holdersAfter(outcomes.map((one) => one.outcome), sexOf),
    tieBreaks: await tieBreaksOf(db, votes, root, vote.id),
  };
  return { facts, root, count };
}

/** Candidates without a vote stand in the package with 0. */
const withCandidates = (candidates: readonly string[], votes: ReadonlyMap<string, number>): ReadonlyMap<string, number> => new Map([...candidates.map((person) => [person, 0] as const), ...votes]);
