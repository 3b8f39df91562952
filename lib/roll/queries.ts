import { z } from "zod";
import { mendName } from "#lib/chinese/person-name.ts";
import type { Reader } from "#lib/database/client.ts";
import { Prisma } from "#lib/database/generated/client.ts";
import { postingDeadline } from "./publish/commands.ts";
import { rollElection } from "#lib/roll/election.ts";
import type { RollCategory } from "#lib/roll/model.ts";

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

const countsSchema = z.array(z.object({ groupNumber: z.number(), status: z.string(), exclusion: z.string().nullable(), sex: z.string(), people: z.number() }));
type CountRow = z.infer<typeof countsSchema>[number];

const sumOf = (rows: readonly CountRow[], test: (row: CountRow) => boolean): number => rows.filter(test).reduce((total, row) => total + row.people, 0);

/** Reads the overview of a roll in few statements, whatever its size. */
export async function rollOverview(db: Reader, electionId: string): Promise<RollOverview> {
  const election = await rollElection(db, electionId);
  if (election === null) throw new Error("no such election");
  const rows = countsSchema.parse(
    await db.$queryRaw`SELECT "groupNumber", status, exclusion, sex, count(*)::int AS people FROM "RollEntry" WHERE "electionId" = ${electionId} GROUP BY 1, 2, 3, 4`,
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
    openFindings: await countOf(db, Prisma.sql`"electionId" = ${electionId} AND ${open}`),
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

/** How the list is narrowed. `finding`: a kind of open finding; `text`: part of a name, its pinyin, or digits of a household's number. */
export type RollFilter = {
  readonly text?: string; readonly group?: number | null; readonly status?: RollFilterStatus | null; readonly finding?: string | null; readonly category?: RollCategory | null; readonly page?: number;
};
export const ROLL_FILTERS = ["listed", "minor", "notStated", "notApproved", "excluded", "unheard", "open", "added", "printless"] as const;
export type RollFilterStatus = (typeof ROLL_FILTERS)[number];
export const ROLL_PAGE = 50;

const listSchema = z.array(
  z.object({
    id: z.string(), name: z.string(), sex: z.string(), bornOn: z.string(), groupNumber: z.number(), householdNumber: z.string().nullable(), category: z.number(), status: z.string(),
    exclusion: z.string().nullable(), takesPart: z.boolean().nullable(), openFindings: z.array(z.string()), idMask: z.string().nullable(), published: z.boolean(), version: z.number(),
  }),
);

/** One line of the list on screen. The identity number only masked. */
export type RollListRow = Readonly<z.infer<typeof listSchema>[number]>;

/** Written as in the index of the few open entries, which is used only for these very words. */
const open = Prisma.sql`"openFindings" <> '{}'`;

function textCondition(text: string): Prisma.Sql | null {
  const plain = mendName(text).text.replace(/\s+/gu, "");
  if (plain === "") return null;
  const digits = plain.normalize("NFKC");
  if (/^\d+$/u.test(digits)) return Prisma.sql`strpos("householdNumber", ${digits}) > 0`;
  return /^[a-zü]+$/iu.test(plain) ? Prisma.sql`strpos(pinyin, ${plain.toLowerCase().replaceAll("ü", "v")}) > 0` : Prisma.sql`strpos(name, ${plain}) > 0`;
}

function statusCondition(status: RollFilterStatus): Prisma.Sql {
  switch (status) {
    case "open":
      return open;
    case "unheard":
      return Prisma.sql`category = 2 AND status IN ('listed', 'notStated') AND "heardOn" IS NULL`;
    case "added":
      return Prisma.sql`"importId" IS NULL`;
    case "printless":
      return Prisma.sql`"paperName" IS NOT NULL`;
    case "listed":
    case "minor":
    case "notStated":
    case "notApproved":
    case "excluded":
      return Prisma.sql`status = ${status}`;
  }
}

function condition(electionId: string, { text, group, status, finding, category }: RollFilter): Prisma.Sql {
  const parts = [
    Prisma.sql`"electionId" = ${electionId}`,
    text === undefined ? null : textCondition(text),
    group == null ? null : Prisma.sql`"groupNumber" = ${group}`,
    status == null ? null : statusCondition(status),
    finding == null ? null : Prisma.sql`${open} AND ${finding} = ANY ("openFindings")`,
    category == null ? null : Prisma.sql`category = ${category}`,
  ];
  return Prisma.join(parts.filter((part) => part !== null), " AND ");
}

const countSchema = z.tuple([z.object({ count: z.number() })]);

async function countOf(db: Reader, where: Prisma.Sql): Promise<number> {
  return countSchema.parse(await db.$queryRaw`SELECT count(*)::int AS count FROM "RollEntry" WHERE ${where}`)[0].count;
}

/** One page of the roll, by group, then as in the register. */
export async function rollList(db: Reader, electionId: string, filter: RollFilter): Promise<{ readonly rows: readonly RollListRow[]; readonly total: number; readonly page: number; readonly pages: number }> {
  const where = condition(electionId, filter);
  const total = await countOf(db, where);
  const pages = Math.max(1, Math.ceil(total / ROLL_PAGE));
  const page = Math.min(Math.max(1, filter.page ?? 1), pages);
  if (total === 0) return { rows: [], total, page, pages };
  // The inner statement passes over earlier pages in the index alone; only the fifty people shown are read.
  const found = await db.$queryRaw`
    SELECT r.id, r.name, r.sex, r."bornOn", r."groupNumber", r."householdNumber", r.category, r.status, r.exclusion, r."takesPart", r."openFindings", p."idMask", r.published, r.version
    FROM (SELECT id FROM "RollEntry" WHERE ${where} ORDER BY "groupNumber", "sourceRow", name, id LIMIT ${ROLL_PAGE} OFFSET ${(page - 1) * ROLL_PAGE}) shown
    JOIN "RollEntry" r ON r.id = shown.id JOIN "Person" p ON p.id = r."personId"
    ORDER BY r."groupNumber", r."sourceRow", r.name, r.id`;
  return { rows: listSchema.parse(found), total, page, pages };
}

const groupsSchema = z.array(z.object({ group: z.number() }));

/** The village groups that the roll has people of, in order: each is one step in an index, however many people it has. */
export async function rollGroups(db: Reader, electionId: string): Promise<readonly number[]> {
  const groups = await db.$queryRaw`
    WITH RECURSIVE step AS (
      SELECT min("groupNumber") AS "group" FROM "RollEntry" WHERE "electionId" = ${electionId}
      UNION ALL
      SELECT (SELECT min("groupNumber") FROM "RollEntry" WHERE "electionId" = ${electionId} AND "groupNumber" > step."group") FROM step WHERE step."group" IS NOT NULL
    ) SELECT "group" FROM step WHERE "group" IS NOT NULL`;
  return groupsSchema.parse(groups).map(({ group }) => group);
}

/** A kind of open finding with how many people have it. */
export type OpenKind = { readonly kind: string; readonly people: number };

const kindsSchema = z.array(z.object({ kind: z.string(), people: z.number() }));

/** What is still to be settled on a roll, the most frequent kind first. */
export async function openKinds(db: Reader, electionId: string): Promise<readonly OpenKind[]> {
  return kindsSchema.parse(
    await db.$queryRaw`SELECT kind, count(*)::int AS people FROM "RollEntry", unnest("openFindings") AS kind WHERE "electionId" = ${electionId} AND ${open} GROUP BY kind ORDER BY people DESC, kind`,
  );
}
