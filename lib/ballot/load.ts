import type { KinPair } from "../committee/rules.ts";
import type { Reader } from "../database/client.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import type { Law } from "../law/law.ts";
import type { Scope } from "../ledger/append.ts";
import type { Resolved } from "../election/people.ts";
import { personLabel } from "../election/people.ts";
import type { Facts } from "../platform/command.ts";
import type { Issue } from "../platform/refusal.ts";

/** The chain of the election that a vote belongs to; null when there is no such vote. */
export async function scopeOfVote(db: Reader, voteId: string): Promise<Scope | null> {
  const vote = await db.vote.findUnique({ where: { id: voteId }, select: { electionId: true } });
  return vote === null ? null : { kind: "election", id: vote.electionId };
}

/** A vote with what its rules need. */
export type VoteCase = {
  readonly id: string;
  readonly electionId: string;
  readonly state: string;
  readonly heldOn: string;
  readonly version: number;
  readonly registered: number | null;
  readonly law: Law;
  /** Roll entries of the candidates. */
  readonly candidates: ReadonlySet<string>;
};

/** Loads a vote of the election that the command is about; null when it lies elsewhere. */
export async function loadVote(tx: Reader, voteId: string, facts: Facts): Promise<VoteCase | null> {
  const row = await tx.vote.findFirst({
    where: { id: voteId, electionId: facts.place.electionId ?? "" },
    select: {
      id: true, electionId: true, state: true, heldOn: true, version: true, registered: true,
      election: { select: lawFields },
      contests: { select: { candidates: { select: { rollEntryId: true } } } },
    },
  });
  if (row === null) return null;
  const { election, contests, ...vote } = row;
  return {
    ...vote,
    law: electionLaw(election),
    candidates: new Set(contests.flatMap((contest) => contest.candidates.map((candidate) => candidate.rollEntryId))),
  };
}

/** Pairs of near relatives recorded in the election. */
export async function kinOf(db: Reader, electionId: string): Promise<readonly KinPair[]> {
  const rows = await db.kinship.findMany({ where: { electionId }, select: { entryA: true, entryB: true } });
  return rows.map((row) => [row.entryA, row.entryB] as const);
}

/** Ballots printed for a vote. */
export async function printedOf(db: Reader, voteId: string): Promise<number> {
  const sum = await db.printRun.aggregate({ where: { voteId }, _sum: { quantity: true } });
  return sum._sum.quantity ?? 0;
}

/** Refuses a field whose words fit several people of the list, and names them. */
export const severalIssues = (field: string, resolved: Resolved): readonly Issue[] =>
  resolved.kind === "several" ? [{ field, code: "severalPeople", params: { people: resolved.people.map(personLabel).join("、") } }] : [];

/** What is wrong with a field that must name one person of the list; nothing when it does. */
export const listedIssues = (field: string, resolved: Resolved): readonly Issue[] => (resolved.kind === "none" ? [{ field, code: "notOnList", params: {} }] : severalIssues(field, resolved));
