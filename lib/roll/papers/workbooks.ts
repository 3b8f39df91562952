import type { Reader } from "#lib/database/client.ts";
import type { SheetToWrite } from "#lib/spreadsheet/write.ts";
import type { RollStatistics } from "#lib/roll/statistics.ts";
import type { PrintedRow } from "./list-paper.ts";
import { registerTotal, statisticsTables, type StatisticsWords } from "./statistics-tables.ts";
import type { AsOfRow, ListOfDay } from "#lib/roll/publish/as-of.ts";

/** Words of the `rollExport`, `rollPapers` and `roll` messages in the reader's language. */
export type WorkbookWords = StatisticsWords & { readonly t: (key: string, values?: Record<string, string | number>) => string };

/** The last rows of every sheet: which export it is, of whom, when; and that identity numbers are masked. */
const foot = (made: string, width: number, ...more: readonly string[]): SheetToWrite["rows"] => [[...Array<null>(width).fill(null)], ...[...more, made].map((words) => [words, ...Array<null>(width - 1).fill(null)])];

const groupWord = (group: number, { papers }: WorkbookWords): string => (group === 0 ? papers("noGroup") : papers("group", { group }));

/** The register as it stands, a line a person, identity numbers masked. */
export async function registerSheet(db: Reader, electionId: string, group: number | null, made: string, words: WorkbookWords): Promise<SheetToWrite> {
  const { t, roll, papers } = words;
  const rows = await db.rollEntry.findMany({
    where: { electionId, ...(group === null ? {} : { groupNumber: group }) },
    orderBy: [{ groupNumber: "asc" }, { householdNumber: { sort: "asc", nulls: "last" } }, { sourceRow: { sort: "asc", nulls: "last" } }, { name: "asc" }, { id: "asc" }],
    select: {
      name: true, sex: true, bornOn: true, ethnicity: true, relation: true, groupNumber: true, householdNumber: true, category: true, takesPart: true, heardOn: true, heardHow: true, status: true, exclusion: true, exclusionNote: true,
      openFindings: true, remarks: true, person: { select: { idMask: true } },
    },
  });
  const columns = ["group", "household", "relation", "name", "sex", "bornOn", "ethnicity", "idMask", "category", "takesPart", "heard", "standing", "exclusion", "toCheck", "remarks"] as const;
  const standing = (status: string): string => (["listed", "excluded"].includes(status) ? roll(`status.${status}`) : papers(`left.${status}`));
  return {
    name: t("sheets.register"), headings: columns.map((column) => t(`columns.${column}`)), widths: [12, 10, 12, 12, 6, 12, 10, 22, 30, 12, 22, 22, 24, 30, 24],
    rows: [
      ...rows.map((row) => [
        groupWord(row.groupNumber, words), row.householdNumber, row.relation, row.name, roll(`sex.${row.sex}`), row.bornOn, row.ethnicity, row.person.idMask, roll(`category.${row.category}`),
        row.takesPart === null ? "" : t(row.takesPart ? "yes" : "no"), row.heardOn === null ? "" : `${row.heardOn} ${t(`heard.${row.heardHow ?? "visit"}`)}`, standing(row.status), row.exclusion === null ? "" : [roll(`exclusion.${row.exclusion}`), row.exclusionNote ?? ""].filter((word) => word !== "").join("："),
        row.openFindings.map((kind) => roll(`faultNames.${kind}`)).join("、"), row.remarks,
      ]),
      ...foot(made, columns.length, t("masked")),
    ],
  };
}

/** The list of a day, and what differs from the posting. */
export function listSheets(list: ListOfDay, rows: readonly PrintedRow[], basis: string, made: string, words: WorkbookWords): readonly SheetToWrite[] {
  const { t, roll } = words;
  const columns = ["number", "group", "name", "sex", "apart"] as const;
  const face = (row: AsOfRow | null): string => (row === null ? "" : `${row.name}，${roll(`sex.${row.sex}`)}，${groupWord(row.groupNumber, words)}`);
  return [
    {
      name: t("sheets.list"), headings: columns.map((column) => t(`columns.${column}`)), widths: [8, 14, 16, 8, 18],
      rows: [...rows.map((row) => [row.number, groupWord(row.groupNumber, words), row.name, roll(`sex.${row.sex}`), row.note ?? ""]), ...foot(made, columns.length, basis, t("hash", { hash: list.sha256 }))],
    },
    {
      name: t("sheets.differences"), headings: [t("columns.number"), t("columns.change"), t("columns.was"), t("columns.is")], widths: [8, 10, 30, 30],
      rows: [
        ...list.differences.map(({ was, is }) => [was?.number ?? is?.number ?? 0, roll(`published.kinds.${was === null ? "add" : is === null ? "remove" : "correct"}`), face(was), face(is)]),
        ...foot(made, 4),
      ],
    },
  ];
}

/** All tables of the statistics under each other, and the sum of the whole register. */
export function statisticsSheet(statistics: RollStatistics, made: string, words: WorkbookWords): SheetToWrite {
  const { t, papers } = words;
  const line = (caption: string, label: string, { all, women }: { readonly all: number; readonly women: number }) => [caption, label, all, all - women, women];
  const tables = statisticsTables(statistics, words).flatMap(({ caption, lines, total }) => [...lines.map((one) => line(caption, one.label, one)), line(caption, papers("total"), total)]);
  return {
    name: t("sheets.statistics"), headings: [t("columns.table"), papers("counted"), papers("all"), papers("men"), papers("women")], widths: [24, 36, 12, 10, 10],
    rows: [...tables, line(papers("register"), papers("total"), registerTotal(statistics)), ...foot(made, 5)],
  };
}
