import { z } from "zod";
import type { Reader } from "../database/client.ts";
import { personsWithRole } from "./roles.ts";
import { bundleStates, paperMarks, type BallotForm, type BundleState, type PaperMarks, type Pass } from "./model.ts";
import type { ReopenRole } from "./bundle.ts";
import type { WrittenPersons } from "./rules.ts";
import type { Scope } from "../ledger/append.ts";

/** The chain of the election that a bundle belongs to. */
export async function scopeOfBundle(input: { readonly bundleId: string }, db: Reader): Promise<Scope | null> {
  const row = await db.bundle.findUnique({ where: { id: input.bundleId }, select: { electionId: true } });
  return row === null ? null : { kind: "election", id: row.electionId };
}

/** The chain of the election that a vote belongs to. */
export async function scopeOfVote(input: { readonly voteId: string }, db: Reader): Promise<Scope | null> {
  const row = await db.vote.findUnique({ where: { id: input.voteId }, select: { electionId: true } });
  return row === null ? null : { kind: "election", id: row.electionId };
}

/** The chain of the election that a written-in name belongs to. */
export async function scopeOfWrittenName(input: { readonly writtenNameId: string }, db: Reader): Promise<Scope | null> {
  const row = await db.writtenName.findUnique({ where: { id: input.writtenNameId }, select: { electionId: true } });
  return row === null ? null : { kind: "election", id: row.electionId };
}

/** The sheet of a vote: contests and candidates in printed order. */
export async function ballotForm(db: Reader, voteId: string): Promise<BallotForm> {
  return db.contest
    .findMany({
      where: { voteId },
      orderBy: { ordinal: "asc" },
      select: { contest: true, office: true, seats: true, only: true, candidates: { orderBy: { ordinal: "asc" }, select: { id: true, rollEntryId: true, name: true } } },
    })
    .then((rows) => rows.map((row) => ({ ...row, candidates: row.candidates.map(({ id, rollEntryId, name }) => ({ id, personId: rollEntryId, name })) })));
}

/** Whom the written-in names of a vote mean: only confirmed merges name a person. */
export async function writtenPersons(db: Reader, voteId: string): Promise<WrittenPersons> {
  const rows = await db.writtenName.findMany({ where: { voteId }, select: { id: true, rollEntryId: true, confirmedBy: true } });
  return new Map(rows.map((row) => [row.id, row.confirmedBy === null ? null : row.rollEntryId]));
}

/** A bundle as commands and pages need it. */
export type BundleRow = {
  readonly id: string;
  readonly electionId: string;
  readonly voteId: string;
  readonly number: number;
  readonly size: number;
  readonly state: BundleState;
  readonly firstBy: string | null;
  readonly secondBy: string | null;
  readonly reopenAskedBy: string | null;
  readonly reopenReason: string | null;
  readonly reopens: number;
  readonly version: number;
  readonly voteState: string;
};

const bundleRows = z.array(
  z.object({
    id: z.string(), electionId: z.string(), voteId: z.string(), number: z.int(), size: z.int(), state: z.enum(bundleStates), firstBy: z.string().nullable(), secondBy: z.string().nullable(),
    reopenAskedBy: z.string().nullable(), reopenReason: z.string().nullable(), reopens: z.int(), version: z.int(), voteState: z.string(),
  }),
);

/** A bundle of this election; null for a foreign or unknown id. One round trip: each paper that is saved asks it under the lock. */
export async function bundleIn(db: Reader, bundleId: string, electionId: string | undefined): Promise<BundleRow | null> {
  const rows = bundleRows.parse(
    await db.$queryRaw`
      SELECT b.id, b."electionId", b."voteId", b.number, b.size, b.state, b."firstBy", b."secondBy", b."reopenAskedBy", b."reopenReason", b.reopens, b.version, v.state AS "voteState"
      FROM "Bundle" b JOIN "Vote" v ON v.id = b."voteId"
      WHERE b.id = ${bundleId} AND b."electionId" = ${electionId ?? ""}`,
  );
  return rows[0] ?? null;
}

/** A stored state as a word of the machine; the database's own check knows no other. */
export function stateOf(state: string): BundleState {
  const known = bundleStates.find((one) => one === state);
  if (known === undefined) throw new Error("unknown state of a bundle");
  return known;
}

/** Marks as stored. */
export const marksOf = (value: unknown): PaperMarks => paperMarks.parse(value);

/** Readings of one round of a bundle by pass and paper, who made each pass, and what was settled. */
export type Round = {
  readonly marks: Readonly<Record<Pass, ReadonlyMap<number, PaperMarks>>>;
  readonly readers: Readonly<Record<Pass, ReadonlySet<string>>>;
  readonly settled: ReadonlyMap<number, { readonly marks: PaperMarks; readonly reason: string; readonly by: string; readonly at: Date }>;
};

/** Reads one round of a bundle. */
export async function roundOf(db: Reader, bundleId: string, round: number): Promise<Round> {
  const [readings, settlements] = [
    await db.reading.findMany({ where: { bundleId, round }, orderBy: { paper: "asc" }, select: { pass: true, paper: true, marks: true, by: true } }),
    await db.settlement.findMany({ where: { bundleId, round }, orderBy: { paper: "asc" }, select: { paper: true, marks: true, reason: true, by: true, at: true } }),
  ];
  const of = (pass: Pass) => readings.filter((reading) => reading.pass === pass);
  const marks = (pass: Pass) => new Map(of(pass).map((reading) => [reading.paper, marksOf(reading.marks)]));
  const readers = (pass: Pass) => new Set(of(pass).map((reading) => reading.by));
  return {
    marks: { 1: marks(1), 2: marks(2) },
    readers: { 1: readers(1), 2: readers(2) },
    settled: new Map(settlements.map(({ paper, marks: stored, ...rest }) => [paper, { ...rest, marks: marksOf(stored) }])),
  };
}

/** Everybody who read a paper in this round. */
export const readersOf = (round: Round): ReadonlySet<string> => new Set([...round.readers[1], ...round.readers[2]]);

/** An account's name, for refusals that say who holds a bundle. */
export async function accountName(db: Reader, accountId: string | null): Promise<string> {
  if (accountId === null) return "";
  const row = await db.account.findUnique({ where: { id: accountId }, select: { name: true } });
  return row?.name ?? "";
}

/** Which of the two reopening roles an account holds in an election. */
export async function reopenRolesOf(db: Reader, accountId: string, electionId: string): Promise<ReadonlySet<ReopenRole>> {
  const grants = await db.grant.findMany({ where: { accountId, scopeKind: "election", scopeId: electionId }, select: { role: true } });
  return personsWithRole(grants);
}

/** Everything that a decision about the papers of a bundle looks at; null for a bundle that is not this election's. */
export async function papersOf(db: Reader, bundleId: string, electionId: string | undefined) {
  const bundle = await bundleIn(db, bundleId, electionId);
  if (bundle === null) return null;
  return { bundle, round: await roundOf(db, bundle.id, bundle.reopens), form: await ballotForm(db, bundle.voteId), written: await writtenPersons(db, bundle.voteId) };
}
