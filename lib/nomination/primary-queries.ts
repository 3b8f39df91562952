import type { Reader } from "../database/client.ts";
import { primaryVoters } from "./model.ts";
import type { Posted, PrimaryFacts } from "./primary-rules.ts";

/** A primary (预选) with its method and its votings. */
export type Primary = PrimaryFacts & {
  readonly id: string;
  readonly version: number;
  readonly fromTime: string;
  readonly toTime: string;
  readonly place: string;
  readonly entitled: number;
};

const postedOf = (issuedAt: Date | undefined, changedAt: Date): Posted => (issuedAt === undefined ? "missing" : issuedAt >= changedAt ? "current" : "stale");

/** The primary of an election; null where none is held. */
export async function primaryOf(db: Reader, electionId: string): Promise<Primary | null> {
  const row = await db.primary.findUnique({
    where: { electionId },
    select: {
      id: true, version: true, voters: true, heldOn: true, fromTime: true, toTime: true, place: true, entitled: true, changedAt: true,
      rounds: { orderBy: { number: "asc" }, select: { number: true, heldOn: true, entitled: true, ballots: true, invalid: true, recordedAt: true, votes: { select: { nomineeId: true, votes: true } } } },
    },
  });
  if (row === null) return null;
  const notices = await db.notice.findMany({ where: { electionId, code: { in: ["primaryMethod", "primaryResult"] } }, orderBy: { issuedAt: "asc" }, select: { code: true, issuedAt: true } });
  const issued = (code: string): Date | undefined => notices.findLast((notice) => notice.code === code)?.issuedAt;
  const { changedAt, voters, rounds, ...primary } = row;
  const lastRound = rounds.at(-1);
  return {
    ...primary,
    voters: primaryVoters.find((known) => known === voters) ?? "electors",
    rounds: rounds.map(({ votes, recordedAt: _, ...round }) => ({ ...round, votes: new Map(votes.map((vote) => [vote.nomineeId, vote.votes])) })),
    methodPosted: postedOf(issued("primaryMethod"), changedAt),
    resultPosted: lastRound === undefined ? "missing" : postedOf(issued("primaryResult"), lastRound.recordedAt),
  };
}
