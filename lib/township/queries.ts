import type { Day } from "../calendar/day.ts";
import type { Reader } from "../database/client.ts";
import { progressOf, riskRank, type Progress } from "../election/progress.ts";
import type { CaseFacts } from "../election/progress-facts.ts";
import { manyCaseFacts } from "../election/queries.ts";
import { warningsOf } from "../election/today.ts";
import { headOf } from "../ledger/queries.ts";

/** Counties and townships of the installation, by code. */
export async function allTownships(db: Reader) {
  const [counties, townships] = await Promise.all([
    db.county.findMany({ select: { id: true, name: true, code: true }, orderBy: { code: "asc" } }),
    db.township.findMany({ select: { id: true, name: true, code: true, county: { select: { name: true } } }, orderBy: { code: "asc" } }),
  ]);
  return { counties, townships: townships.map(({ county, ...row }) => ({ ...row, county: county.name })) };
}

/** Whose page it is, and its chain's fingerprint; null when there is no such township. */
export async function townshipHead(db: Reader, townshipId: string) {
  const [row, head] = await Promise.all([
    db.township.findUnique({ where: { id: townshipId }, select: { name: true, county: { select: { name: true } }, drives: { where: { demo: true }, select: { id: true }, take: 1 } } }),
    headOf(db, { kind: "township", id: townshipId }),
  ]);
  return row === null ? null : { name: row.name, county: row.county.name, demo: row.drives.length > 0, fingerprint: head?.fingerprint ?? null };
}

/** A village of a drive with where its election stands. */
export type VillageProgress = { readonly facts: CaseFacts; readonly progress: Progress; readonly warnings: number };

/** A drive with its villages, the most pressing first. */
export type DriveProgress = {
  readonly id: string;
  readonly term: number;
  readonly name: string;
  readonly villages: readonly VillageProgress[];
  readonly sums: { readonly elections: number; readonly finished: number; readonly late: number; readonly due: number; readonly audit: number };
};

/** Every drive of a township, newest term first; the number of queries does not grow with the villages. */
export async function drivesOf(db: Reader, townshipId: string, today: Day): Promise<readonly DriveProgress[]> {
  const drives = await db.drive.findMany({
    where: { townshipId },
    select: { id: true, term: true, name: true, elections: { select: { id: true } } },
    orderBy: { term: "desc" },
  });
  const facts = await manyCaseFacts(db, drives.flatMap((drive) => drive.elections.map((election) => election.id)));
  return drives.map(({ elections, ...drive }) => {
    const ids = new Set(elections.map((election) => election.id));
    const villages = facts
      .filter((one) => ids.has(one.electionId))
      .map((one) => ({ facts: one, progress: progressOf(one, today), warnings: warningsOf(one, today).length }))
      .sort((a, b) => riskRank(a.progress) - riskRank(b.progress) || nearest(a).localeCompare(nearest(b)));
    return { ...drive, villages, sums: sumsOf(villages) };
  });
}

const nearest = ({ progress }: VillageProgress): string => progress.next?.deadline?.day ?? "9999";

function sumsOf(villages: readonly VillageProgress[]): DriveProgress["sums"] {
  const ranks = villages.map(({ progress }) => riskRank(progress));
  const count = (rank: number): number => ranks.filter((one) => one === rank).length;
  return { elections: villages.length, finished: count(3), late: count(0), due: count(1), audit: villages.filter((village) => village.warnings > 0).length };
}

/** Villages of a township, and for each the drives in which its election is open. */
export async function villagesOf(db: Reader, townshipId: string) {
  const rows = await db.village.findMany({
    where: { townshipId },
    select: { id: true, code: true, name: true, elections: { select: { id: true, driveId: true, term: true } } },
    orderBy: { code: "asc" },
  });
  return rows;
}

/** Drives of a township for a choice, newest first. */
export const driveChoices = (db: Reader, townshipId: string) =>
  db.drive.findMany({ where: { townshipId }, select: { id: true, name: true, term: true }, orderBy: { term: "desc" } });

/** One election as the township manages it; null when it lies elsewhere. */
export async function electionOfTownship(db: Reader, townshipId: string, electionId: string) {
  const row = await db.election.findFirst({
    where: { id: electionId, village: { townshipId } },
    select: { id: true, term: true, village: { select: { name: true } }, _count: { select: { notices: true, rollVersions: true, votes: true } } },
  });
  if (row === null) return null;
  const { notices, rollVersions, votes } = row._count;
  return { id: row.id, term: row.term, village: row.village.name, dayFixed: notices + rollVersions + votes > 0 };
}
