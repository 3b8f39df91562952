import type { Reader } from "#lib/database/client.ts";
import { likelyPairs } from "./likely.ts";
import { findPair } from "./pairs.ts";
import { isLikely, PAIR_STATES, type Pair, type PairState } from "./model.ts";
import { sameNumberOf, sameNumberOfCounty } from "./search.ts";

/** What one side of a pair shows to the other: never more than name, sex, birth year, and where he is registered. */
export type PairSide = {
  readonly entryId: string;
  readonly electionId: string;
  readonly village: string;
  readonly township: string;
  readonly townshipId: string;
  readonly name: string;
  readonly sex: string;
  readonly birthYear: number;
  readonly groupNumber: number;
  readonly status: string;
  /** Stands on this village's posted list, as villagers see it. */
  readonly published: boolean;
  /** Taken off, but no supplement has told it yet. */
  readonly leaving: boolean;
  readonly version: number;
  /** This side's desk has said that it is not the same person. */
  readonly answered: boolean;
};

/** A pair with both its sides. */
export type PairView = Pick<Pair, "kind" | "state"> & { readonly sides: readonly [PairSide, PairSide] };

/** How many pairs stand where. */
export type PairCounts = Readonly<Record<PairState, number>>;
export const countPairs = (pairs: readonly Pick<Pair, "state">[]): PairCounts => {
  const of = (state: PairState): number => pairs.filter((pair) => pair.state === state).length;
  return { open: of("open"), dropped: of("dropped"), settled: of("settled"), apart: of("apart") };
};

export const PAIRS_PAGE = 50;
/** One page of pairs, those that need somebody first. */
export type PairPage = { readonly pairs: readonly PairView[]; readonly counts: PairCounts; readonly total: number; readonly page: number; readonly pages: number };

/** The sides of these pairs, read in one go. */
async function viewsOf(db: Reader, pairs: readonly Pair[]): Promise<readonly PairView[]> {
  const ids = [...new Set(pairs.flatMap((pair) => [pair.first, pair.second]))];
  const rows = await db.rollEntry.findMany({
    where: { id: { in: ids } },
    select: {
      id: true, electionId: true, name: true, sex: true, bornOn: true, groupNumber: true, status: true, published: true, version: true, answers: { select: { otherId: true } },
      election: { select: { village: { select: { name: true, township: { select: { id: true, name: true } } } } } },
    },
  });
  const waiting = await db.rollChange.findMany({ where: { rollEntryId: { in: ids }, kind: "remove", noticeId: null }, select: { rollEntryId: true } });
  const leaving = new Set(waiting.map(({ rollEntryId }) => rollEntryId));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const sideOf = (entryId: string, otherId: string): PairSide | null => {
    const row = byId.get(entryId);
    if (row === undefined) return null;
    const { village } = row.election;
    return {
      entryId, electionId: row.electionId, village: village.name, township: village.township.name, townshipId: village.township.id, name: row.name, sex: row.sex, birthYear: Number(row.bornOn.slice(0, 4)),
      groupNumber: row.groupNumber, status: row.status, published: row.published || leaving.has(row.id), leaving: leaving.has(row.id), version: row.version, answered: row.answers.some((answer) => answer.otherId === otherId),
    };
  };
  return pairs.flatMap((pair) => {
    const first = sideOf(pair.first, pair.second);
    const second = sideOf(pair.second, pair.first);
    return first === null || second === null ? [] : [{ kind: pair.kind, state: pair.state, sides: [first, second] as const }];
  });
}

const urgency = (pair: Pair): number => PAIR_STATES.indexOf(pair.state) * 2 + (pair.kind === "sameNumber" ? 0 : 1);

async function pageOf(db: Reader, found: readonly Pair[], wanted: number, size = PAIRS_PAGE): Promise<PairPage> {
  const sorted = found.toSorted((one, other) => urgency(one) - urgency(other));
  const pages = Math.max(1, Math.ceil(sorted.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  return { pairs: await viewsOf(db, sorted.slice((page - 1) * size, page * size)), counts: countPairs(found), total: found.length, page, pages };
}

/** Pairs of one election, its own side first; null when there is no such election. */
export async function duplicatesOfElection(db: Reader, electionId: string, page: number): Promise<PairPage | null> {
  const election = await db.election.findUnique({ where: { id: electionId }, select: { driveId: true } });
  if (election === null) return null;
  const found = [...(await sameNumberOf(db, [electionId])), ...(await likelyPairs(db, election.driveId, electionId))];
  const view = await pageOf(db, found, page);
  const ownFirst = ({ sides: [first, second], ...pair }: PairView): PairView => ({ ...pair, sides: first.electionId === electionId ? [first, second] : [second, first] });
  return { ...view, pairs: view.pairs.map(ownFirst) };
}

/** Pairs of a township's newest drive, with those that reach into other townships of the county; null when there is no drive. */
export async function duplicatesOfTownship(db: Reader, townshipId: string, page: number): Promise<(PairPage & { readonly drive: string }) | null> {
  const drive = await db.drive.findFirst({ where: { townshipId }, orderBy: { term: "desc" }, select: { id: true, name: true, elections: { select: { id: true } } } });
  if (drive === null) return null;
  const found = [...(await sameNumberOf(db, drive.elections.map(({ id }) => id))), ...(await likelyPairs(db, drive.id))];
  return { ...(await pageOf(db, found, page)), drive: drive.name };
}

/** Numbers that stand on two rolls of a county in its newest term; null when there is no such county or nothing is under way. */
export async function duplicatesOfCounty(db: Reader, countyId: string, page: number): Promise<(PairPage & { readonly term: number }) | null> {
  const county = await db.county.findUnique({ where: { id: countyId }, select: { code: true } });
  const newest = await db.drive.findFirst({ where: { township: { countyId } }, orderBy: { term: "desc" }, select: { term: true } });
  if (county === null || newest === null) return null;
  const found = await sameNumberOfCounty(db, { countyCode: county.code, term: newest.term });
  return { ...(await pageOf(db, found, page)), term: newest.term };
}

/** One pair as the desk settles it, the own entry first; null when the entry is not on this roll or the two have nothing to do with each other. */
export async function duplicatePair(db: Reader, electionId: string, entryId: string, otherId: string): Promise<PairView | null> {
  const pair = await findPair(db, entryId, otherId);
  if (pair === null) return null;
  const [view] = await viewsOf(db, [{ kind: pair.kind ?? "nameAndBirth", state: "open", first: entryId, second: otherId }]);
  if (view === undefined || view.sides[0].electionId !== electionId) return null;
  const [own, other] = view.sides;
  if (pair.kind !== null) return { ...view, state: isLikely(pair.kind) || own.electionId === other.electionId ? "open" : stateOf(own, other) };
  // Told apart by now, or mended: nothing is left to do about them.
  return own.answered || other.answered ? { ...view, state: "apart" } : null;
}

const stands = (side: PairSide): boolean => side.status === "listed" || side.leaving;

/** Where two entries with one number stand: as the search says it. */
function stateOf(own: PairSide, other: PairSide): PairState {
  if (stands(own) && stands(other)) return "open";
  return stands(own) || stands(other) ? "settled" : "dropped";
}
