import { EXCLUSIONS } from "#lib/roll/model.ts";
import { AGE_BANDS, type Count, type Line, type RollStatistics } from "#lib/roll/statistics.ts";

/** A translator of the messages `rollPapers` and `roll`, in the language of page or paper. */
export type StatisticsWords = { readonly papers: (key: string, values?: Record<string, string | number>) => string; readonly roll: (key: string) => string };

/** A table of the statistics in words: page, paper and workbook show the same. */
export type StatisticsTable = { readonly key: string; readonly caption: string; readonly lines: readonly (Count & { readonly key: string; readonly label: string })[]; readonly total: Count };

function words({ papers, roll }: StatisticsWords) {
  const band = (key: string): string => {
    const found = AGE_BANDS[Number(key)];
    if (found === undefined) return key;
    return found.until === null ? papers("ageFrom", { from: found.from }) : papers("age", { from: found.from, until: found.until });
  };
  const left = (key: string): string => (EXCLUSIONS.some((kind) => kind === key) ? roll(`exclusion.${key}`) : ["minor", "notStated", "notApproved", "unclear"].includes(key) ? papers(`left.${key}`) : key);
  return {
    byGroup: (key: string) => (key === "0" ? papers("noGroup") : papers("group", { group: Number(key) })),
    byAge: band,
    byEthnicity: (key: string) => (key === "-" ? papers("notStated") : key),
    byCategory: (key: string) => (["1", "2", "3"].includes(key) ? roll(`category.${key}`) : key),
    away: (key: string) => papers(`awayKinds.${key}`),
    notListed: left,
  };
}

const sum = (lines: readonly Line[]): Count => lines.reduce<Count>((total, line) => ({ all: total.all + line.all, women: total.women + line.women }), { all: 0, women: 0 });

/** The statistics as tables in words. */
export function statisticsTables(statistics: RollStatistics, translators: StatisticsWords): readonly StatisticsTable[] {
  const label = words(translators);
  const table = (key: keyof typeof label, lines: readonly Line[]): StatisticsTable => ({
    key, caption: translators.papers(key), lines: lines.map((line) => ({ ...line, label: label[key](line.key) })), total: sum(lines),
  });
  return [
    table("byGroup", statistics.byGroup), table("byAge", statistics.byAge), table("byEthnicity", statistics.byEthnicity), table("byCategory", statistics.byCategory),
    ...(statistics.away.length === 0 ? [] : [table("away", statistics.away)]),
    ...(statistics.notListed.length === 0 ? [] : [table("notListed", statistics.notListed)]),
  ];
}

/** The register as a whole: on the list, left out, together. */
export const registerTotal = (statistics: RollStatistics): Count => {
  const left = sum(statistics.notListed);
  return { all: statistics.listed.all + left.all, women: statistics.listed.women + left.women };
};
