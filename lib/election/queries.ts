import type { Reader } from "../database/client.ts";
import { headOf } from "../ledger/queries.ts";
import { allDoubles, doublesOf, NO_DOUBLES } from "../roll/duplicates/search.ts";
import { electionLaw, lawFields } from "./law.ts";
import type { CaseFacts, NoticeFact, VoteFacts } from "./progress-facts.ts";

/** What the frame of a desk shows: whose election it is, and the chain's fingerprint. */
export type DeskHead = {
  readonly village: string;
  readonly township: string;
  readonly townshipId: string;
  readonly term: number;
  readonly driveName: string;
  readonly demo: boolean;
  readonly fingerprint: string | null;
};

/** Head of an election's desk; null when there is none of that id. */
export async function deskHead(db: Reader, electionId: string): Promise<DeskHead | null> {
  const [row, head] = await Promise.all([
    db.election.findUnique({
      where: { id: electionId },
      select: { term: true, demo: true, drive: { select: { name: true } }, village: { select: { name: true, townshipId: true, township: { select: { name: true } } } } },
    }),
    headOf(db, { kind: "election", id: electionId }),
  ]);
  if (row === null) return null;
  const { village } = row;
  return { village: village.name, township: village.township.name, townshipId: village.townshipId, term: row.term, driveName: row.drive.name, demo: row.demo, fingerprint: head?.fingerprint ?? null };
}

/** The facts of one case; null when there is none of that id. */
export async function caseFacts(db: Reader, electionId: string): Promise<CaseFacts | null> {
  return (await manyCaseFacts(db, [electionId]))[0] ?? null;
}

/** The facts of several cases with a fixed number of queries, in the order of their villages' codes. */
export async function manyCaseFacts(db: Reader, electionIds: readonly string[]): Promise<readonly CaseFacts[]> {
  const where = { electionId: { in: [...electionIds] } };
  // One after another: guards ask inside a transaction, whose connection takes one query at a time.
  const elections = await electionRows(db, electionIds);
  const roll = await rollCounts(db, electionIds);
  const votes = await voteRows(db, electionIds);
  const certificates = await db.certificate.groupBy({ by: ["electionId"], where, _count: true });
  return elections.map((row) => ({
    electionId: row.id,
    villageId: row.villageId,
    village: row.village.name,
    electionDay: row.electionDay,
    version: row.version,
    law: electionLaw(row),
    closed: row.closedAt !== null,
    auditPublishedOn: row.auditPublishedOn,
    method: row.method,
    mainVenue: row.stations.find((station) => station.main)?.name ?? row.mainVenue,
    stations: row.stations.length,
    committee: {
      chair: row.committeeMembers.some((member) => member.state === "serving" && member.position === "chair"),
      serving: row.committeeMembers.filter((member) => member.state === "serving").length,
      reserves: row.committeeMembers.filter((member) => member.state === "reserve").length,
    },
    seats: row.seats.map(({ office, seats }) => ({ office, seats })),
    notices: noticeFacts(row.notices),
    roll: {
      entries: roll.entries.get(row.id) ?? 0,
      listed: roll.listed.get(row.id) ?? 0,
      open: roll.open.get(row.id) ?? 0,
      doubles: allDoubles(roll.doubles.get(row.id) ?? NO_DOUBLES),
      publishedOn: row.rollVersions[0]?.publishedOn ?? null,
      publishedTotal: row.rollVersions[0]?.total ?? null,
    },
    nominees: { ...nomineeFacts(row.nominees), introduced: row.candidatesMeetings.length > 0 },
    votes: votes.get(row.id) ?? [],
    certificates: certificates.find((group) => group.electionId === row.id)?._count ?? 0,
  }));
}

const electionRows = (db: Reader, electionIds: readonly string[]) =>
  db.election.findMany({
    where: { id: { in: [...electionIds] } },
    select: {
      id: true, villageId: true, version: true, closedAt: true, auditPublishedOn: true, method: true, mainVenue: true, ...lawFields,
      village: { select: { name: true } },
      stations: { select: { name: true, main: true } },
      seats: { select: { office: true, seats: true } },
      committeeMembers: { select: { position: true, state: true } },
      notices: { select: { code: true, number: true, issuedOn: true }, orderBy: { issuedAt: "asc" } },
      rollVersions: { select: { publishedOn: true, total: true }, orderBy: { number: "desc" }, take: 1 },
      nominees: { select: { state: true, vettedOn: true } },
      candidatesMeetings: { select: { id: true }, take: 1 },
    },
    orderBy: [{ village: { code: "asc" } }, { id: "asc" }],
  });

const noticeFacts = (rows: readonly { readonly code: string; readonly number: string; readonly issuedOn: string }[]): readonly NoticeFact[] =>
  rows.map(({ code, number, issuedOn }) => ({ code, number, issuedOn }));

const nomineeFacts = (rows: readonly { readonly state: string; readonly vettedOn: string | null }[]): Omit<CaseFacts["nominees"], "introduced"> => ({
  standing: rows.filter((row) => row.state === "nominated" || row.state === "candidate").length,
  unvetted: rows.filter((row) => row.state === "nominated" && row.vettedOn === null).length,
  candidates: rows.filter((row) => row.state === "candidate").length,
});

/** Entries, those that may vote, and those with open findings, by election. */
async function rollCounts(db: Reader, electionIds: readonly string[]) {
  const electionId = { in: [...electionIds] };
  const count = async (where: object): Promise<ReadonlyMap<string, number>> => {
    const groups = await db.rollEntry.groupBy({ by: ["electionId"], where: { electionId, ...where }, _count: true });
    return new Map(groups.map((group) => [group.electionId, group._count]));
  };
  return { entries: await count({}), listed: await count({ status: "listed" }), open: await count({ openFindings: { isEmpty: false } }), doubles: await doublesOf(db, electionIds) };
}

/** The votes of each election in order, with what is printed, counted and determined. */
async function voteRows(db: Reader, electionIds: readonly string[]): Promise<ReadonlyMap<string, readonly VoteFacts[]>> {
  const rows = await db.vote.findMany({
    where: { electionId: { in: [...electionIds] } },
    select: {
      electionId: true, id: true, number: true, kind: true, state: true, heldOn: true, parentId: true, registered: true,
      printRuns: { select: { quantity: true } },
      accounts: { select: { issued: true, returned: true } },
      _count: { select: { bundles: true, staff: true, proxies: { where: { state: "approved" } } } },
      bundles: { where: { state: "settled" }, select: { id: true } },
      determinations: { select: { outcome: true, announcedAt: true }, orderBy: { number: "desc" }, take: 1 },
    },
    orderBy: { number: "asc" },
  });
  const byElection = new Map<string, VoteFacts[]>();
  for (const { electionId, printRuns, accounts, _count, bundles, determinations, ...row } of rows) {
    const [latest] = determinations;
    const facts: VoteFacts = {
      ...row,
      printed: printRuns.reduce((sum, run) => sum + run.quantity, 0),
      issued: accounts.reduce((sum, account) => sum + (account.issued ?? 0), 0),
      returned: accounts.reduce((sum, account) => sum + (account.returned ?? 0), 0),
      staff: _count.staff,
      proxies: _count.proxies,
      bundles: _count.bundles,
      settled: bundles.length,
      determined: latest !== undefined,
      announced: latest !== undefined && latest.announcedAt !== null,
      next: latest === undefined ? null : nextOf(latest.outcome),
    };
    byElection.set(electionId, [...(byElection.get(electionId) ?? []), facts]);
  }
  return byElection;
}

/** Which further vote a determination asks for; null when none. */
function nextOf(outcome: unknown): string | null {
  if (typeof outcome !== "object" || outcome === null || !("next" in outcome)) return null;
  const { next } = outcome;
  if (typeof next !== "object" || next === null || !("kind" in next) || typeof next.kind !== "string") return null;
  return next.kind;
}
