import type { Reader } from "../database/client.ts";
import { voteStates, type VoteState } from "../election/model.ts";
import { differingPapers } from "./compare.ts";
import { ballotForm, bundleIn, roundOf, stateOf, writtenPersons, type BundleRow, type Round } from "./load.ts";
import type { BallotForm, BundleState, Pass } from "./model.ts";

/** A vote as the count pages show it at their head. */
export type CountVote = {
  readonly id: string;
  readonly electionId: string;
  readonly number: number;
  readonly kind: string;
  readonly heldOn: string;
  readonly state: VoteState;
  readonly version: number;
  /** Papers taken from all boxes; null while a station's account is open. */
  readonly returned: number | null;
  readonly issued: number | null;
};

const voteFields = { id: true, electionId: true, number: true, kind: true, heldOn: true, state: true, version: true, accounts: { select: { returned: true, issued: true } } } as const;

type VoteRow = Omit<CountVote, "state" | "returned" | "issued"> & { readonly state: string; readonly accounts: readonly { readonly returned: number | null; readonly issued: number | null }[] };

/** Sum of numbers that must all be there; null when there are none or one is missing. */
export const sumAll = (numbers: readonly (number | null)[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);

function countVote({ accounts, state, ...row }: VoteRow): CountVote {
  const known = voteStates.find((one) => one === state);
  if (known === undefined) throw new Error("unknown state of a vote");
  return { ...row, state: known, returned: sumAll(accounts.map((one) => one.returned)), issued: sumAll(accounts.map((one) => one.issued)) };
}

/** All votes of an election, the newest first. */
export async function countVotes(db: Reader, electionId: string): Promise<readonly CountVote[]> {
  const rows = await db.vote.findMany({ where: { electionId }, orderBy: { number: "desc" }, select: voteFields });
  return rows.map(countVote);
}

/** One bundle in the list: its state, who has it, and how far each entry is. */
export type BundleItem = {
  readonly id: string;
  readonly number: number;
  readonly size: number;
  readonly state: BundleState;
  readonly firstBy: string | null;
  readonly secondBy: string | null;
  readonly firstName: string | null;
  readonly secondName: string | null;
  readonly read: Readonly<Record<Pass, number>>;
  readonly settledPapers: number;
  readonly reopens: number;
  readonly reopenAsked: boolean;
};

/** The bundles of a vote in order. */
export async function bundleList(db: Reader, voteId: string): Promise<readonly BundleItem[]> {
  const [bundles, counts, settlements] = await Promise.all([
    db.bundle.findMany({
      where: { voteId }, orderBy: { number: "asc" },
      select: { id: true, number: true, size: true, state: true, firstBy: true, secondBy: true, reopens: true, reopenAskedBy: true },
    }),
    db.reading.groupBy({ by: ["bundleId", "round", "pass"], where: { bundle: { voteId } }, _count: { paper: true } }),
    db.settlement.groupBy({ by: ["bundleId", "round"], where: { bundle: { voteId } }, _count: { paper: true } }),
  ]);
  const names = await accountNames(db, bundles.flatMap((bundle) => [bundle.firstBy, bundle.secondBy]));
  return bundles.map(({ reopenAskedBy, state, ...bundle }) => {
    const read = (pass: Pass): number => counts.find((one) => one.bundleId === bundle.id && one.round === bundle.reopens && one.pass === pass)?._count.paper ?? 0;
    return {
      ...bundle, state: stateOf(state), firstName: nameOf(names, bundle.firstBy), secondName: nameOf(names, bundle.secondBy), read: { 1: read(1), 2: read(2) },
      settledPapers: settlements.find((one) => one.bundleId === bundle.id && one.round === bundle.reopens)?._count.paper ?? 0, reopenAsked: reopenAskedBy !== null,
    };
  });
}

/** Names of accounts by id. */
export async function accountNames(db: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((one) => one !== null))];
  const rows = known.length === 0 ? [] : await db.account.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.id, row.name]));
}

const nameOf = (names: ReadonlyMap<string, string>, accountId: string | null): string | null => (accountId === null ? null : (names.get(accountId) ?? null));

/** Words of the written-in names of a vote by id: the person meant once confirmed, else as written. */
export async function writtenWords(db: Reader, voteId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.writtenName.findMany({ where: { voteId }, select: { id: true, text: true } });
  return new Map(rows.map((row) => [row.id, row.text]));
}

/** A bundle with its sheet, its readings of the present and of earlier rounds, and the papers that differ. */
export type BundlePage = {
  readonly bundle: BundleRow;
  readonly form: BallotForm;
  readonly round: Round;
  readonly earlier: readonly Round[];
  readonly differing: readonly number[];
  readonly words: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
};

/** One bundle of an election; null for a foreign or unknown id. */
export async function bundlePage(db: Reader, bundleId: string, electionId: string): Promise<BundlePage | null> {
  const bundle = await bundleIn(db, bundleId, electionId);
  if (bundle === null) return null;
  const [form, words, written, ...rounds] = await Promise.all([
    ballotForm(db, bundle.voteId), writtenWords(db, bundle.voteId), writtenPersons(db, bundle.voteId),
    ...Array.from({ length: bundle.reopens + 1 }, (_, round) => roundOf(db, bundle.id, round)),
  ]);
  const round = rounds.at(-1);
  if (round === undefined) return null;
  const people = rounds.flatMap((one) => [...one.readers[1], ...one.readers[2], ...[...one.settled.values()].map((paper) => paper.by)]);
  const names = await accountNames(db, [bundle.firstBy, bundle.secondBy, bundle.reopenAskedBy, ...people]);
  const compared = bundle.state === "compared" || bundle.state === "settled";
  return { bundle, form, round, earlier: rounds.slice(0, -1), words, names, differing: compared ? differingPapers(form, round.marks[1], round.marks[2], written) : [] };
}

/** A written-in name with the person it is taken to mean. */
export type WrittenItem = {
  readonly id: string;
  readonly text: string;
  readonly rollEntryId: string | null;
  readonly person: { readonly name: string; readonly sex: string; readonly groupNumber: number; readonly bornOn: string } | null;
  readonly mergedBy: string | null;
  readonly mergedName: string | null;
  readonly confirmedName: string | null;
};

/** All written-in names of a vote. */
export async function writtenNames(db: Reader, voteId: string): Promise<readonly WrittenItem[]> {
  const rows = await db.writtenName.findMany({ where: { voteId }, orderBy: { text: "asc" }, select: { id: true, text: true, rollEntryId: true, mergedBy: true, confirmedBy: true } });
  const entryIds = rows.flatMap((row) => (row.rollEntryId === null ? [] : [row.rollEntryId]));
  const people = await db.rollEntry.findMany({ where: { id: { in: entryIds } }, select: { id: true, name: true, sex: true, groupNumber: true, bornOn: true } });
  const names = await accountNames(db, rows.flatMap((row) => [row.mergedBy, row.confirmedBy]));
  return rows.map(({ confirmedBy, ...row }) => {
    const person = people.find((one) => one.id === row.rollEntryId);
    return {
      ...row, person: person === undefined ? null : { name: person.name, sex: person.sex, groupNumber: person.groupNumber, bornOn: person.bornOn },
      mergedName: nameOf(names, row.mergedBy), confirmedName: nameOf(names, confirmedBy),
    };
  });
}
