import { z } from "zod";
import type { Reader } from "#lib/database/client.ts";

/** Ages by which statistics count, in full years on election day; the last has no end. */
export const AGE_BANDS = [{ from: 18, until: 29 }, { from: 30, until: 44 }, { from: 45, until: 59 }, { from: 60, until: 74 }, { from: 75, until: null }] as const;

/**
 * What is known of the wish of somebody away (第二类的本人表示): heard himself, with day and means, that he takes part or not;
 * only the register says so; sought but not heard; nobody asked him yet.
 */
export const AWAY_KINDS = ["heardYes", "heardNo", "registerYes", "registerNo", "sought", "silent"] as const;
export type AwayKind = (typeof AWAY_KINDS)[number];

/** How many, and of them women. */
export type Count = { readonly all: number; readonly women: number };
/** One line of a table: what is counted, and how many. */
export type Line = { readonly key: string } & Count;

/** Statistics of the list (or of who would stand on it) and of those who do not stand on it. */
export type RollStatistics = {
  readonly listed: Count;
  readonly byGroup: readonly Line[];
  readonly byAge: readonly Line[];
  readonly byEthnicity: readonly Line[];
  readonly byCategory: readonly Line[];
  /** Category 2, of age and not excluded, by what is known of their wish. */
  readonly away: readonly (Line & { readonly key: AwayKind })[];
  /** Not listed, by standing or kind of exclusion. */
  readonly notListed: readonly Line[];
};

const rowsSchema = z.array(z.object({ dimension: z.string(), key: z.string(), people: z.number(), women: z.number() }));

/** Counts a roll in one statement: by group, age on election day, ethnicity, category; and those left out by kind. */
export async function rollStatistics(db: Reader, electionId: string, electionDay: string): Promise<RollStatistics> {
  const bands = JSON.stringify(AGE_BANDS.map((band, index) => ({ index, from: band.from })));
  const rows = rowsSchema.parse(
    await db.$queryRaw`
      WITH people AS (
        SELECT sex, status, exclusion, "groupNumber", category, "takesPart", "heardOn", id, coalesce(nullif(ethnicity, ''), '-') AS ethnicity,
          extract(year FROM age(${electionDay}::date, "bornOn"::date))::int AS years
        FROM "RollEntry" WHERE "electionId" = ${electionId}),
      listed AS (SELECT * FROM people WHERE status = 'listed'),
      bands AS (SELECT (band->>'index')::int AS index, (band->>'from')::int AS first FROM json_array_elements(${bands}::json) AS band)
      SELECT 'group' AS dimension, lpad("groupNumber"::text, 3, '0') AS key, count(*)::int AS people, count(*) FILTER (WHERE sex = 'female')::int AS women FROM listed GROUP BY 2
      UNION ALL SELECT 'age', (SELECT max(index) FROM bands WHERE first <= years)::text, count(*)::int, count(*) FILTER (WHERE sex = 'female')::int FROM listed GROUP BY 2
      UNION ALL SELECT 'ethnicity', ethnicity, count(*)::int, count(*) FILTER (WHERE sex = 'female')::int FROM listed GROUP BY 2
      UNION ALL SELECT 'category', category::text, count(*)::int, count(*) FILTER (WHERE sex = 'female')::int FROM listed GROUP BY 2
      UNION ALL SELECT 'away', CASE WHEN "takesPart" IS NULL THEN CASE WHEN EXISTS (SELECT 1 FROM "RollEvent" event WHERE event."entryId" = people.id AND event.kind = 'contacted') THEN 'sought' ELSE 'silent' END
          ELSE CASE WHEN "heardOn" IS NULL THEN 'register' ELSE 'heard' END || CASE WHEN "takesPart" THEN 'Yes' ELSE 'No' END END, count(*)::int, count(*) FILTER (WHERE sex = 'female')::int
        FROM people WHERE category = 2 AND status IN ('listed', 'notStated') GROUP BY 2
      UNION ALL SELECT 'notListed', CASE WHEN status = 'excluded' THEN coalesce(exclusion, 'other') ELSE status END, count(*)::int, count(*) FILTER (WHERE sex = 'female')::int FROM people WHERE status <> 'listed' GROUP BY 2
      ORDER BY 1, 2`,
  );
  const lines = (dimension: string): readonly Line[] => rows.filter((row) => row.dimension === dimension).map(({ key, people, women }) => ({ key, all: people, women }));
  const byGroup = lines("group");
  return {
    listed: byGroup.reduce<Count>((sum, line) => ({ all: sum.all + line.all, women: sum.women + line.women }), { all: 0, women: 0 }),
    byGroup: byGroup.map((line) => ({ ...line, key: String(Number(line.key)) })),
    byAge: lines("age"),
    byEthnicity: lines("ethnicity").toSorted((one, other) => other.all - one.all),
    byCategory: lines("category"),
    away: AWAY_KINDS.flatMap((key) => lines("away").filter((line) => line.key === key).map((line) => ({ ...line, key }))),
    notListed: lines("notListed"),
  };
}

/** Of the people away: how many were heard themselves, and how many are still to be heard. */
export function awayHeard({ away }: Pick<RollStatistics, "away">): { readonly away: number; readonly heard: number; readonly open: number } {
  const sumOf = (...kinds: readonly AwayKind[]): number => away.filter(({ key }) => kinds.includes(key)).reduce((sum, line) => sum + line.all, 0);
  return { away: sumOf(...AWAY_KINDS), heard: sumOf("heardYes", "heardNo"), open: sumOf("registerYes", "registerNo", "sought", "silent") };
}
