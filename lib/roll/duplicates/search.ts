import { z } from "zod";
import type { Reader } from "#lib/database/client.ts";
import { Prisma } from "#lib/database/generated/client.ts";
import { PAIR_STATES, type Pair } from "./model.ts";

/** One term of one county: nobody is registered twice in it (2025 law, Article 16). */
export type Area = { readonly countyCode: string; readonly term: number };

/** Who counts: registered, or left to another village. */
const counts = (entry: string): Prisma.Sql => Prisma.raw(`(${entry}.status = 'listed' OR ${entry}.exclusion = 'registeredElsewhere')`);

const state = (one: string, other: string): Prisma.Sql =>
  Prisma.raw(`CASE WHEN ${one}.status = 'listed' AND ${other}.status = 'listed' THEN 'open' WHEN ${one}.status = 'listed' OR ${other}.status = 'listed' THEN 'settled' ELSE 'dropped' END`);

const rowsSchema = z.array(z.object({ first: z.string(), second: z.string(), state: z.enum(PAIR_STATES) }));
const pairsOf = (rows: unknown): readonly Pair[] => rowsSchema.parse(rows).map((row) => ({ kind: "sameNumber", ...row }));

const metSchema = z.array(z.object({ own: z.string(), other: z.string() }));
/** Ids of an entry and of another that has its number, each list in the same order. */
type Met = { readonly own: string[]; readonly other: string[] };

/**
 * What the entries of some elections have in common with others: the same person of the township on another roll, or a person
 * of another township with the same number. Asked entry by entry of indexes alone (a subquery for one value is never turned
 * into a scan of the county): the cost is that of these elections, however many others there are.
 */
async function metElsewhere(db: Reader, electionIds: readonly string[], who: Prisma.Sql): Promise<Met> {
  const rows = metSchema.parse(await db.$queryRaw`
    WITH own AS MATERIALIZED (
      SELECT e.id, e."electionId", e."personId", v."townshipId", (SELECT p."idHash" FROM "Person" p WHERE p.id = e."personId") AS hash
      FROM "RollEntry" e JOIN "Election" x ON x.id = e."electionId" JOIN "Village" v ON v.id = x."villageId" WHERE e."electionId" = ANY (${[...electionIds]}) AND ${who}
    ),
    again AS MATERIALIZED (SELECT * FROM own WHERE (SELECT o."electionId" FROM "RollEntry" o WHERE o."personId" = own."personId" AND o."electionId" <> own."electionId" LIMIT 1) IS NOT NULL),
    beyond AS MATERIALIZED (SELECT * FROM own WHERE (SELECT q."townshipId" FROM "Person" q WHERE q."idHash" = own.hash AND q."townshipId" <> own."townshipId" LIMIT 1) IS NOT NULL)
    SELECT a.id AS own, o.id AS other FROM again a, LATERAL (SELECT o.id FROM "RollEntry" o WHERE o."personId" = a."personId" AND o."electionId" <> a."electionId" OFFSET 0) o
    UNION ALL
    SELECT b.id, o.id FROM beyond b, LATERAL (SELECT q.id FROM "Person" q WHERE q."idHash" = b.hash AND q."townshipId" <> b."townshipId" OFFSET 0) q, LATERAL (SELECT o.id FROM "RollEntry" o WHERE o."personId" = q.id OFFSET 0) o`);
  return { own: rows.map(({ own }) => own), other: rows.map(({ other }) => other) };
}

const metRows = ({ own, other }: Met): Prisma.Sql => Prisma.sql`unnest(${own}::text[], ${other}::text[]) AS met(own, other) JOIN "RollEntry" e ON e.id = met.own JOIN "RollEntry" o ON o.id = met.other`;

/** People of some elections whose number stands on another roll of the county's term. */
export async function sameNumberOf(db: Reader, area: Area, electionIds: readonly string[]): Promise<readonly Pair[]> {
  const met = await metElsewhere(db, electionIds, counts("e"));
  if (met.own.length === 0) return [];
  return pairsOf(await db.$queryRaw`
    SELECT DISTINCT least(e.id, o.id) AS first, greatest(e.id, o.id) AS second, ${state("e", "o")} AS state
    FROM ${metRows(met)} AND ${counts("o")} JOIN "Election" x ON x.id = o."electionId" AND x."countyCode" = ${area.countyCode} AND x.term = ${area.term}
    ORDER BY 3, 1, 2`);
}

const hashesSchema = z.array(z.object({ hash: z.string() }));
const personsSchema = z.array(z.object({ personId: z.string() }));

/**
 * Every number that stands on two rolls of a county's term. Two groupings that run over indexes alone find equal hashes of
 * several townships, and people on several rolls of this term; only what they find is looked at afterwards.
 */
export async function sameNumberOfCounty(db: Reader, { countyCode, term }: Area): Promise<readonly Pair[]> {
  const cases = Prisma.sql`SELECT id FROM "Election" WHERE "countyCode" = ${countyCode} AND term = ${term}`;
  const byHash = db.$queryRaw`SELECT encode("idHash", 'hex') AS hash FROM "Person" WHERE "idHash" IS NOT NULL GROUP BY "idHash" HAVING count(*) > 1`;
  // The term is asked within the grouping: a condition before it would give up the order of the index.
  const byPerson = db.$queryRaw`SELECT "personId" FROM "RollEntry" GROUP BY 1 HAVING count(*) FILTER (WHERE "electionId" IN (${cases})) > 1`;
  const [hashRows, personRows] = await Promise.all([byHash, byPerson]);
  const [hashes, persons] = [hashesSchema.parse(hashRows), personsSchema.parse(personRows)];
  return pairsOf(await db.$queryRaw`
    WITH twice AS (
      SELECT q.id, q."idHash" FROM unnest(${hashes.map(({ hash }) => hash)}::text[]) AS h JOIN "Person" q ON q."idHash" = decode(h, 'hex')
      UNION
      SELECT p.id, p."idHash" FROM unnest(${persons.map(({ personId }) => personId)}::text[]) AS i JOIN "Person" p ON p.id = i WHERE p."idHash" IS NOT NULL
    ),
    found AS MATERIALIZED (
      SELECT t."idHash", e.id, e.status FROM twice t JOIN "RollEntry" e ON e."personId" = t.id WHERE e."electionId" IN (${cases}) AND ${counts("e")}
    )
    SELECT a.id AS first, b.id AS second, ${state("a", "b")} AS state FROM found a JOIN found b ON b."idHash" = a."idHash" AND a.id < b.id ORDER BY 3, 1, 2`);
}

/** Somebody who would be posted, and where else he is registered. */
export type RegisteredTwice = { readonly name: string; readonly groupNumber: number; readonly village: string; readonly township: string; readonly posted: boolean };

const twiceSchema = z.array(z.object({ name: z.string(), groupNumber: z.number(), village: z.string(), township: z.string(), posted: z.boolean() }));

/** People of an election who are registered here and elsewhere and are not on this village's posted list yet: one place each. */
export async function registeredTwice(db: Reader, electionId: string): Promise<readonly RegisteredTwice[]> {
  const met = await metElsewhere(db, [electionId], Prisma.sql`e.status = 'listed' AND NOT e.published`);
  if (met.own.length === 0) return [];
  return twiceSchema.parse(await db.$queryRaw`
    SELECT DISTINCT ON (e."groupNumber", e.name, e.id) e.name, e."groupNumber", v.name AS village, t.name AS township, o.published AS posted
    FROM ${metRows(met)} AND o.status = 'listed'
    JOIN "Election" here ON here.id = e."electionId" JOIN "Election" x ON x.id = o."electionId" AND x."countyCode" = here."countyCode" AND x.term = here.term
    JOIN "Village" v ON v.id = x."villageId" JOIN "Township" t ON t.id = v."townshipId"
    ORDER BY e."groupNumber", e.name, e.id, o.published DESC, v.name`);
}
