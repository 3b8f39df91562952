import type { Reader } from "../database/client.ts";
import { ballotForm } from "../count/load.ts";
import { sumAll } from "../count/queries.ts";
import { standingCount } from "../count/standing.ts";
import type { Determination, CountDocument, HeldOffice, Sex } from "./count-document.ts";
import { holdersAfter } from "./package.ts";
import { storedOf } from "./stored.ts";

/** A determination with all that pages, papers and following commands need of its case. */
export type ResultView = {
  readonly id: string;
  readonly number: number;
  readonly at: Date;
  readonly announcedAt: Date | null;
  readonly input: CountDocument;
  readonly outcome: Determination;
  readonly names: ReadonlyMap<string, string>;
  readonly sexes: ReadonlyMap<string, Sex>;
  readonly blocks: ReadonlyMap<string, { readonly valid: number; readonly abstain: number; readonly invalid: number }>;
  readonly vote: { readonly id: string; readonly number: number; readonly kind: string; readonly heldOn: string; readonly differenceReason: string | null };
  readonly accounts: { readonly spoiled: number; readonly left: number };
  readonly candidates: ReadonlySet<string>;
  readonly election: { readonly id: string; readonly term: number; readonly village: string; readonly township: string };
  /** Everybody in the committee after this determination and those before it. */
  readonly holders: readonly HeldOffice[];
  /** Nothing newer was determined in this election. */
  readonly newest: boolean;
  /** A vote that follows and is not determined yet. */
  readonly following: { readonly id: string; readonly number: number; readonly kind: string; readonly heldOn: string; readonly state: string } | null;
};

/** Determinations of an election, newest first, with what the list of them shows. */
export const determinationsOf = (db: Reader, electionId: string) =>
  db.determination.findMany({
    where: { electionId }, orderBy: [{ at: "desc" }, { number: "desc" }],
    select: { id: true, number: true, at: true, announcedAt: true, voteId: true, vote: { select: { number: true, kind: true, heldOn: true } } },
  });

const viewFields = {
  id: true, electionId: true, number: true, at: true, announcedAt: true, input: true, outcome: true,
  vote: { select: { id: true, number: true, kind: true, heldOn: true, differenceReason: true, accounts: { select: { spoiled: true, left: true } } } },
} as const;

/** One determination; null when there is none of that id. */
export async function resultView(db: Reader, determinationId: string): Promise<ResultView | null> {
  const row = await db.determination.findUnique({ where: { id: determinationId }, select: viewFields });
  if (row === null) return null;
  const stored = storedOf(row);
  const [election, form, count, others, following] = [
    await db.election.findUniqueOrThrow({ where: { id: row.electionId }, select: { id: true, term: true, village: { select: { name: true, township: { select: { name: true } } } } } }),
    await ballotForm(db, row.vote.id),
    await standingCount(db, row.vote.id),
    await db.determination.findMany({ where: { electionId: row.electionId }, orderBy: { number: "asc" }, select: { id: true, voteId: true, at: true, number: true, input: true, outcome: true, vote: { select: { number: true } } } }),
    await db.vote.findFirst({ where: { electionId: row.electionId, state: { not: "determined" } }, orderBy: { number: "desc" }, select: { id: true, number: true, kind: true, heldOn: true, state: true } }),
  ];
  const ids = [...new Set([...stored.input.people.map((one) => one.id), ...stored.input.holding.map((one) => one.person)])];
  const people = await db.rollEntry.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, sex: true } });
  const sexes = new Map<string, Sex>(people.map((one) => [one.id, one.sex === "female" ? "female" : "male"]));
  const before = newestPerVote(others.filter((one) => one.vote.number < row.vote.number)).map((one) => storedOf(one));
  const sexOf = (person: string): Sex => sexes.get(person) ?? "male";
  return {
    id: row.id, number: row.number, at: row.at, announcedAt: row.announcedAt, ...stored, names: new Map(people.map((one) => [one.id, one.name])), sexes,
    blocks: new Map((count?.tally.contests ?? []).map(({ contest, valid, abstain, invalid }) => [contest, { valid, abstain, invalid }])),
    vote: { id: row.vote.id, number: row.vote.number, kind: row.vote.kind, heldOn: row.vote.heldOn, differenceReason: row.vote.differenceReason },
    accounts: { spoiled: sumAll(row.vote.accounts.map((one) => one.spoiled)) ?? 0, left: sumAll(row.vote.accounts.map((one) => one.left)) ?? 0 },
    candidates: new Set(form.flatMap((contest) => contest.candidates.map((one) => one.personId))),
    election: { id: election.id, term: election.term, village: election.village.name, township: election.village.township.name },
    holders: holdersAfter([...before.map((one) => one.outcome), stored.outcome], sexOf),
    newest: others.every((one) => one.vote.number < row.vote.number || (one.vote.number === row.vote.number && one.number <= row.number)),
    following,
  };
}

type Numbered = { readonly voteId: string; readonly number: number; readonly input: unknown; readonly outcome: unknown; readonly vote: { readonly number: number } };

/** The newest determination of each vote, in the order of the votes. */
function newestPerVote(rows: readonly Numbered[]): readonly Numbered[] {
  const newest = new Map<string, Numbered>();
  for (const row of rows) if ((newest.get(row.voteId)?.number ?? 0) < row.number) newest.set(row.voteId, row);
  return [...newest.values()].sort((a, b) => a.vote.number - b.vote.number);
}

/** The newest determination of an election, or of one of its votes; null when there is none. */
export async function newestDetermination(db: Reader, electionId: string, voteNumber?: number): Promise<string | null> {
  const row = await db.determination.findFirst({
    where: { electionId, ...(voteNumber === undefined ? {} : { vote: { number: voteNumber } }) }, orderBy: [{ vote: { number: "desc" } }, { number: "desc" }], select: { id: true },
  });
  return row?.id ?? null;
}

/** The newest announced determination: what the public sees. */
export async function announcedDetermination(db: Reader, electionId: string): Promise<string | null> {
  const row = await db.determination.findFirst({ where: { electionId, announcedAt: { not: null } }, orderBy: [{ vote: { number: "desc" } }, { number: "desc" }], select: { id: true } });
  return row?.id ?? null;
}

/** Certificates of an election in the order of their numbers. */
export const certificatesOf = (db: Reader, electionId: string) =>
  db.certificate.findMany({ where: { electionId }, orderBy: { number: "asc" }, select: { id: true, number: true, name: true, office: true, issuedOn: true, reprints: true } });
