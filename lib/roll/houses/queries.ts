import { z } from "zod";
import type { Reader } from "#lib/database/client.ts";
import { sexes } from "#lib/election/model.ts";
import { ROLL_CATEGORIES } from "#lib/roll/model.ts";
import { HOUSE_REPORTS, PERSON_REPORTS, type GroupProgress, type HousePerson, type Household } from "./model.ts";
import { DUE_STATUSES, householdsOf } from "./rules.ts";

/** People whom nobody can visit any more, or who stand elsewhere on this roll. */
const GONE = ["dead", "movedOut", "duplicate"];

const progressSchema = z.array(z.object({
  groupNumber: z.number(), houses: z.number(), done: z.number(), people: z.number(), seen: z.number(), heard: z.number(), reported: z.number(), notReached: z.number(), open: z.number(),
}));
const visitorSchema = z.array(z.object({ groupNumber: z.number(), name: z.string(), day: z.string(), people: z.number() }));

/** How far each group has been visited, and by whom. Counts people who have to be seen or heard. */
export async function houseProgress(db: Reader, electionId: string): Promise<readonly GroupProgress[]> {
  const groups = progressSchema.parse(await db.$queryRaw`
    WITH contact AS (
      SELECT "entryId", bool_or(outcome = 'seen' AND how <> 'family') AS seen, bool_or(outcome = 'heard' AND how <> 'family') AS heard
      FROM "RollEvent" WHERE "electionId" = ${electionId} AND kind = 'contacted' GROUP BY 1
    ), reported AS (
      SELECT DISTINCT "entryId" FROM "HouseReport" WHERE "electionId" = ${electionId} AND state = 'open' AND "entryId" IS NOT NULL
    ), due AS (
      SELECT e."groupNumber", coalesce(e."householdNumber", e.id) AS house,
        CASE WHEN r."entryId" IS NOT NULL THEN 'reported' WHEN c.seen THEN 'seen' WHEN c.heard THEN 'heard' WHEN c."entryId" IS NOT NULL THEN 'notReached' ELSE 'open' END AS state
      FROM "RollEntry" e LEFT JOIN contact c ON c."entryId" = e.id LEFT JOIN reported r ON r."entryId" = e.id
      WHERE e."electionId" = ${electionId} AND e.status = ANY(${[...DUE_STATUSES]})
    ), house AS (
      SELECT "groupNumber", count(*) AS people, count(*) FILTER (WHERE state = 'seen') AS seen, count(*) FILTER (WHERE state = 'heard') AS heard,
        count(*) FILTER (WHERE state = 'reported') AS reported, count(*) FILTER (WHERE state = 'notReached') AS missed, count(*) FILTER (WHERE state = 'open') AS open
      FROM due GROUP BY "groupNumber", house
    )
    SELECT "groupNumber", count(*)::int AS houses, count(*) FILTER (WHERE missed + open = 0)::int AS done, sum(people)::int AS people, sum(seen)::int AS seen, sum(heard)::int AS heard,
      sum(reported)::int AS reported, sum(missed)::int AS "notReached", sum(open)::int AS open
    FROM house GROUP BY 1 ORDER BY 1`);
  const visitors = Map.groupBy(visitorSchema.parse(await db.$queryRaw`
    SELECT e."groupNumber", v."byName" AS name, max(v.day) AS day, count(DISTINCT v."entryId")::int AS people
    FROM "RollEvent" v JOIN "RollEntry" e ON e.id = v."entryId"
    WHERE v."electionId" = ${electionId} AND v.kind = 'contacted' GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`), (row) => row.groupNumber);
  return groups.map((group) => ({ ...group, visitors: (visitors.get(group.groupNumber) ?? []).map(({ name, day, people }) => ({ name, day, people })) }));
}

const personSchema = z.object({
  id: z.string(), version: z.number(), name: z.string(), sex: z.enum(sexes), bornOn: z.string(), relation: z.string().nullable(), groupNumber: z.number(), householdNumber: z.string().nullable(),
  category: z.union(ROLL_CATEGORIES.map((one) => z.literal(one))), livesHere: z.boolean(), takesPart: z.boolean().nullable(), status: z.string(), exclusion: z.string().nullable(),
  rollEvents: z.array(z.object({ how: z.string().nullable(), outcome: z.string().nullable(), day: z.string(), byName: z.string() })),
  houseReports: z.array(z.object({ kind: z.enum(PERSON_REPORTS) })),
});

function personOf({ bornOn, rollEvents, houseReports, ...row }: z.output<typeof personSchema>): HousePerson {
  const himself = (outcome: string): boolean => rollEvents.some((event) => event.outcome === outcome && event.how !== "family");
  const [last] = rollEvents;
  return {
    ...row, birthYear: Number(bornOn.slice(0, 4)), seen: himself("seen"), heard: himself("heard"), tried: rollEvents.length > 0,
    last: last === undefined ? null : { day: last.day, byName: last.byName }, reports: houseReports.map(({ kind }) => kind),
  };
}

/** All households of a group with their people, at once: a phone may lose its connection on the way. */
export async function housesOfGroup(db: Reader, electionId: string, groupNumber: number): Promise<readonly Household[]> {
  const rows = await db.rollEntry.findMany({
    where: { electionId, groupNumber, OR: [{ exclusion: null }, { exclusion: { notIn: GONE } }] },
    orderBy: [{ sourceRow: { sort: "asc", nulls: "last" } }, { householdNumber: { sort: "asc", nulls: "last" } }, { name: "asc" }, { id: "asc" }],
    select: {
      id: true, version: true, name: true, sex: true, bornOn: true, relation: true, groupNumber: true, householdNumber: true, category: true, livesHere: true, takesPart: true, status: true, exclusion: true,
      rollEvents: { where: { kind: "contacted" }, orderBy: { at: "desc" }, select: { how: true, outcome: true, day: true, byName: true } },
      houseReports: { where: { state: "open" }, select: { kind: true } },
    },
  });
  const newcomers = await db.houseReport.groupBy({ by: ["householdNumber"], where: { electionId, groupNumber, kind: "newPerson", state: "open" }, _sum: { people: true } });
  const people = z.array(personSchema).parse(rows).map(personOf);
  return householdsOf(people).map((members) => {
    const [{ id, householdNumber }] = members;
    return { id, groupNumber, number: householdNumber, people: members, newcomers: newcomers.find((one) => one.householdNumber === householdNumber && householdNumber !== null)?._sum.people ?? 0 };
  });
}

const reportSchema = z.object({
  id: z.string(), version: z.number(), groupNumber: z.number(), householdNumber: z.string().nullable(), kind: z.enum(HOUSE_REPORTS), people: z.number(), day: z.string(), byName: z.string(),
  state: z.enum(["open", "confirmed", "mistaken"]), settledAt: z.date().nullable(), settledBy: z.string().nullable(), note: z.string().nullable(),
  entry: z.object({ id: z.string(), name: z.string(), version: z.number(), exclusion: z.string().nullable() }).nullable(),
});
export type HouseReportRow = z.output<typeof reportSchema>;

const reportSelect = {
  id: true, version: true, groupNumber: true, householdNumber: true, kind: true, people: true, day: true, byName: true, state: true, settledAt: true, settledBy: true, note: true,
  entry: { select: { id: true, name: true, version: true, exclusion: true } },
} as const;

/** What was heard at doors: what waits for the desk, and the last hundred that were settled. */
export async function houseReports(db: Reader, electionId: string): Promise<{ readonly open: readonly HouseReportRow[]; readonly settled: readonly HouseReportRow[] }> {
  const open = await db.houseReport.findMany({ where: { electionId, state: "open" }, orderBy: [{ day: "asc" }, { at: "asc" }], select: reportSelect });
  const settled = await db.houseReport.findMany({ where: { electionId, state: { not: "open" } }, orderBy: { settledAt: "desc" }, take: 100, select: reportSelect });
  return { open: z.array(reportSchema).parse(open), settled: z.array(reportSchema).parse(settled) };
}

/** Reports that wait for the desk. */
export const openReports = (db: Reader, electionId: string): Promise<number> => db.houseReport.count({ where: { electionId, state: "open" } });
