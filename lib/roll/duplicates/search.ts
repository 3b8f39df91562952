import { z } from "zod";
import type { Reader } from "#lib/database/client.ts";
import { Prisma } from "#lib/database/generated/client.ts";
import { PAIR_STATES, type Pair } from "./model.ts";

/** One term of one county: nobody is registered twice in it (2025 law, Article 16). */
export type Area = { readonly countyCode: string; readonly term: number };

/** Registered, or still on the wall: a removal that no supplement has told yet. */
const stands = (entry: string): string => `(${entry}.status = 'listed' OR EXISTS (SELECT FROM "RollChange" c WHERE c."rollEntryId" = ${entry}.id AND c.kind = 'remove' AND c."noticeId" IS NULL))`;

/** Who counts: registered, or left to another village. */
const counts = (entry: string): Prisma.Sql => Prisma.raw(`(${entry}.exclusion = 'registeredElsewhere' OR ${stands(entry)})`);

const state = (one: string, other: string): Prisma.Sql => Prisma.raw(`CASE WHEN ${stands(one)} AND ${stands(other)} THEN 'open' WHEN ${stands(one)} OR ${stands(other)} THEN 'settled' ELSE 'dropped' END`);

const rowsSchema = z.array(z.object({ first: z.string(), second: z.string(), state: z.enum(PAIR_STATES) }));
const pairsOf = (rows: unknown): readonly Pair[] => rowsSchema.parse(rows).map((row) => ({ kind: "sameNumber", ...row }));

/** Entries of some elections (`e`) and those of the county's term that bear their numbers (`o`), which the database keeps in mind. */
const shared = (electionIds: readonly string[]): Prisma.Sql => Prisma.sql`"SharedNumber" s JOIN "RollEntry" e ON e.id = s."entryId" JOIN "RollEntry" o ON o.id = s."otherId" WHERE s."electionId" = ANY (${[...electionIds]})`;

/** People of some elections whose number stands on another roll of the county's term. */
export async function sameNumberOf(db: Reader, electionIds: readonly string[]): Promise<readonly Pair[]> {
  return pairsOf(await db.$queryRaw`
    SELECT DISTINCT least(e.id, o.id) AS first, greatest(e.id, o.id) AS second, ${state("e", "o")} AS state FROM ${shared(electionIds)} AND ${counts("e")} AND ${counts("o")} ORDER BY 3, 1, 2`);
}

/** People of one roll whom another roll has too: `unposted` keep both lists from being posted, `posted` stand on this village's list, `dropped` are on neither. */
export type Doubles = { readonly unposted: number; readonly posted: number; readonly dropped: number };
export const NO_DOUBLES: Doubles = { unposted: 0, posted: 0, dropped: 0 };
export const allDoubles = ({ unposted, posted, dropped }: Doubles): number => unposted + posted + dropped;
const doublesSchema = z.array(z.object({ electionId: z.string(), unposted: z.number(), posted: z.number(), dropped: z.number() }));

/** How many people of each of some rolls wait because another roll of the county's term has them too; rolls without any are missing. */
export async function doublesOf(db: Reader, electionIds: readonly string[]): Promise<ReadonlyMap<string, Doubles>> {
  const rows = doublesSchema.parse(await db.$queryRaw`
    SELECT "electionId", count(DISTINCT id) FILTER (WHERE state = 'open' AND NOT published)::int AS unposted, count(DISTINCT id) FILTER (WHERE state = 'open' AND published)::int AS posted,
      count(DISTINCT id) FILTER (WHERE state = 'dropped')::int AS dropped
    FROM (SELECT s."electionId", e.id, e.published, e.status, ${state("e", "o")} AS state FROM ${shared(electionIds)} AND ${counts("e")} AND ${counts("o")}) p
    WHERE state = 'dropped' OR state = 'open' AND status = 'listed' GROUP BY 1`);
  return new Map(rows.map(({ electionId, ...doubles }) => [electionId, doubles]));
}

const hashesSchema = z.array(z.object({ hash: z.string() }));
const personsSchema = z.array(z.object({ personId: z.string() }));

/**
 * Every number that stands on two rolls of a county's term, looked up anew over the whole county. Two groupings that run over indexes alone find equal hashes of
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
  return twiceSchema.parse(await db.$queryRaw`
    SELECT DISTINCT ON (p."groupNumber", p.name, p.id) p.name, p."groupNumber", v.name AS village, t.name AS township, p.posted
    FROM (SELECT e.id, e.name, e."groupNumber", o."electionId" AS there, o.published OR o.status <> 'listed' AS posted FROM ${shared([electionId])} AND e.status = 'listed' AND NOT e.published AND ${Prisma.raw(stands("o"))}) p
    JOIN "Election" x ON x.id = p.there JOIN "Village" v ON v.id = x."villageId" JOIN "Township" t ON t.id = v."townshipId"
    ORDER BY p."groupNumber", p.name, p.id, p.posted DESC, v.name`);
}
