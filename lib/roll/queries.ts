import { z } from "zod";
import type { Reader } from "#lib/database/client.ts";
import { postingDeadline } from "./publish/commands.ts";
import { rollElection } from "#lib/roll/election.ts";

/** Counts of one village group. */
export type GroupCounts = { readonly groupNumber: number; readonly listed: number; readonly men: number; readonly women: number; readonly notListed: number };

/** What the roll's overview and task list show. */
export type RollOverview = {
  readonly electionDay: string;
  /** Last day on which the list may be posted. */
  readonly deadline: string;
  readonly entries: number;
  /** Standing as of now; equals the posted list only until something changes. */
  readonly listed: { readonly total: number; readonly men: number; readonly women: number };
  readonly notListed: { readonly minor: number; readonly notStated: number; readonly notApproved: number; readonly deprived: number; readonly dead: number; readonly movedOut: number; readonly other: number };
  readonly openFindings: number;
  readonly groups: readonly GroupCounts[];
  readonly version: { readonly id: string; readonly number: number; readonly publishedOn: string; readonly total: number } | null;
  /** People on the posted list with its supplements: the base of turnout. Null before it is posted. */
  readonly registered: number | null;
  readonly pendingChanges: number;
  readonly waitingImports: number;
};

const countsSchema = z.array(z.object({ groupNumber: z.number(), status: z.string(), exclusion: z.string().nullable(), sex: z.string(), people: z.number(), open: z.number() }));
type CountRow = z.infer<typeof countsSchema>[number];

const sumOf = (rows: readonly CountRow[], test: (row: CountRow) => boolean): number => rows.filter(test).reduce((total, row) => total + row.people, 0);

/** Reads the overview of a roll in few statements, whatever its size. */
export async function rollOverview(db: Reader, electionId: string): Promise<RollOverview> {
  const election = await rollElection(db, electionId);
  if (election === null) throw new Error("no such election");
  const rows = countsSchema.parse(
    await db.$queryRaw`SELECT "groupNumber", status, exclusion, sex, count(*)::int AS people, count(*) FILTER (WHERE "openFindings" <> '{}')::int AS open
      FROM "RollEntry" WHERE "electionId" = ${electionId} GROUP BY 1, 2, 3, 4`,
  );
  const version = await db.rollVersion.findFirst({ where: { electionId }, orderBy: { number: "desc" }, select: { id: true, number: true, publishedOn: true, total: true } });
  const listed = (row: CountRow): boolean => row.status === "listed";
  const excluded = (kind: string) => (row: CountRow): boolean => row.status === "excluded" && row.exclusion === kind;
  const named = ["deprived", "dead", "movedOut"];
  return {
    electionDay: election.electionDay,
    deadline: postingDeadline(election),
    entries: sumOf(rows, () => true),
    listed: { total: sumOf(rows, listed), men: sumOf(rows, (row) => listed(row) && row.sex === "male"), women: sumOf(rows, (row) => listed(row) && row.sex === "female") },
    notListed: {
      minor: sumOf(rows, (row) => row.status === "minor"), notStated: sumOf(rows, (row) => row.status === "notStated"), notApproved: sumOf(rows, (row) => row.status === "notApproved"),
      deprived: sumOf(rows, excluded("deprived")), dead: sumOf(rows, excluded("dead")), movedOut: sumOf(rows, excluded("movedOut")),
      other: sumOf(rows, (row) => row.status === "excluded" && !named.includes(row.exclusion ?? "")),
    },
    openFindings: rows.reduce((total, row) => total + row.open, 0),
    groups: groupsOf(rows),
    version,
    registered: version === null ? null : await db.rollEntry.count({ where: { electionId, published: true } }),
    pendingChanges: version === null ? 0 : await db.rollChange.count({ where: { electionId, noticeId: null } }),
    waitingImports: await db.rollImport.count({ where: { electionId, state: { in: ["mapping", "preview"] } } }),
  };
}

function groupsOf(rows: readonly CountRow[]): readonly GroupCounts[] {
  return [...Map.groupBy(rows, (row) => row.groupNumber)]
    .toSorted(([first], [second]) => first - second)
    .map(([groupNumber, of]) => {
      const men = sumOf(of, (row) => row.status === "listed" && row.sex === "male");
      const women = sumOf(of, (row) => row.status === "listed" && row.sex === "female");
      return { groupNumber, listed: men + women, men, women, notListed: sumOf(of, (row) => row.status !== "listed") };
    });
}

/** How the list is narrowed. */
export type RollFilter = { readonly text?: string; readonly group?: number | null; readonly status?: RollFilterStatus | null; readonly page?: number };
export const ROLL_FILTERS = ["listed", "minor", "notStated", "notApproved", "excluded", "open", "added", "printless"] as const;
export type RollFilterStatus = (typeof ROLL_FILTERS)[number];
export const ROLL_PAGE = 50;

/** One line of the list on screen. The identity number only masked. */
export type RollListRow = {
  readonly id: string; readonly name: string; readonly sex: string; readonly bornOn: string; readonly groupNumber: number; readonly householdNumber: string | null;
  readonly category: number; readonly status: string; readonly exclusion: string | null; readonly takesPart: boolean | null; readonly openFindings: readonly string[];
  readonly idMask: string | null; readonly published: boolean; readonly version: number;
};

function textFilter(text: string) {
  const plain = text.normalize("NFC").replace(/\s+/gu, "");
  if (plain === "") return {};
  return /^[a-zü]+$/iu.test(plain) ? { pinyin: { contains: plain.toLowerCase() } } : { name: { contains: plain } };
}

function statusFilter(status: RollFilterStatus | null | undefined) {
  switch (status) {
    case undefined:
    case null:
      return {};
    case "open":
      return { openFindings: { isEmpty: false } };
    case "added":
      return { importId: null };
    case "printless":
      return { paperName: { not: null } };
    default:
      return { status };
  }
}

/** One page of the roll, by group, then as in the register. */
export async function rollList(db: Reader, electionId: string, filter: RollFilter): Promise<{ readonly rows: readonly RollListRow[]; readonly total: number; readonly page: number; readonly pages: number }> {
  const where = { electionId, ...textFilter(filter.text ?? ""), ...(filter.group == null ? {} : { groupNumber: filter.group }), ...statusFilter(filter.status) };
  const total = await db.rollEntry.count({ where });
  const pages = Math.max(1, Math.ceil(total / ROLL_PAGE));
  const page = Math.min(Math.max(1, filter.page ?? 1), pages);
  const found = await db.rollEntry.findMany({
    where, orderBy: [{ groupNumber: "asc" }, { sourceRow: { sort: "asc", nulls: "last" } }, { name: "asc" }, { id: "asc" }], skip: (page - 1) * ROLL_PAGE, take: ROLL_PAGE,
    select: { id: true, name: true, sex: true, bornOn: true, groupNumber: true, householdNumber: true, category: true, status: true, exclusion: true, takesPart: true, openFindings: true, published: true, version: true, person: { select: { idMask: true } } },
  });
  return { rows: found.map(({ person, ...row }) => ({ ...row, idMask: person.idMask })), total, page, pages };
}


/** The village groups that the roll has people of, in order. */
export async function rollGroups(db: Reader, electionId: string): Promise<readonly number[]> {
  const groups = await db.rollEntry.findMany({ where: { electionId }, distinct: ["groupNumber"], orderBy: { groupNumber: "asc" }, select: { groupNumber: true } });
  return groups.map(({ groupNumber }) => groupNumber);
}
