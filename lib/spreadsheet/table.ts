import { err, ok, type Result } from "#lib/platform/result.ts";
import { findHeader, fullestRow, headingsOf, HEADER_ROWS, type HeaderCandidate } from "./header.ts";
import { cellText, EMPTY_CELL, isBlank, type Cell, type Sheet, type SheetRow } from "./model.ts";

/**
 * A column that a table may have, how its heading is recognised, and whether the table is useless without it.
 * `otherwise`: a heading that means it only when no other does (ID, beside an identity number, counts the rows).
 * `sharedWhenMerged`: a cell merged downwards (the number of a household beside all its people) holds for every row beside it.
 */
export type ColumnSpec<Field extends string> = { readonly field: Field; readonly heading: RegExp; readonly required: boolean; readonly otherwise?: RegExp; readonly sharedWhenMerged?: boolean };

/** One heading of the file: place from 0, the letters shown by the program, and the words. */
export type Heading = { readonly index: number; readonly letters: string; readonly label: string };

/** What a person says about a table that could not be recognised: the heading row as shown, and the place of each field. */
export type ColumnMapping<Field extends string> = { readonly headerRow: number; readonly columns: Readonly<Partial<Record<Field, number>>> };

/** A recognised table: rows of data only, without titles, headings, totals and empty rows. */
export type Table<Field extends string> = {
  readonly sheet: Sheet;
  readonly headerRow: number;
  readonly headings: readonly Heading[];
  readonly columns: ReadonlyMap<Field, number>;
  readonly rows: readonly SheetRow[];
  /** Rows marked as examples of how to fill in the others; not among `rows`. */
  readonly examples: readonly SheetRow[];
};

/** A table that needs a person: which fields were not found, what headings there are, and the first rows to look at. */
export type TableProblem<Field extends string> = {
  readonly sheet: string;
  readonly headerRow: number;
  readonly missing: readonly Field[];
  readonly headings: readonly Heading[];
  readonly found: ReadonlyMap<Field, number>;
  readonly preview: readonly SheetRow[];
};

const TOTALS = /^(.{0,20}(组|社|队|户|页|村|人口))?(合计|总计|小计|共计|累计|总人[数口])|^本页|^(全村|本村|本组|全组)?共\d+(户|人)/u;
/** Notes and signatures under a table: 填表人：…, 注：…. */
const NOTE = /^(注|备注|说明|附注|(填表|制表|填报|审核|复核|负责|经办|统计|登记)(人|员|单位|日期|时间)?(签名|签字|盖章)?)\s*[:：]/u;
/** How a row is marked that only shows how to fill in the others. */
const EXAMPLE = /^(示例|样例|填写示例|例如|例[:：])/u;

/** Whether the words stand at the head of a totals row (合计, 三组小计, 共85户). */
export const isTotals = (text: string): boolean => TOTALS.test(text.replace(/\s/gu, ""));

/**
 * Finds the table of a sheet by its headings. With a mapping given by a person nothing is guessed. Fields that are
 * required and missing are returned together with what a mapping screen needs.
 */
export function findTable<Field extends string>(
  sheet: Sheet,
  specs: readonly ColumnSpec<Field>[],
  mapping: ColumnMapping<Field> | null = null,
): Result<Table<Field>, TableProblem<Field>> {
  const header = mapping === null ? findHeader(sheet, specs) : mappedHeader(sheet, specs, mapping);
  const row = header?.row ?? fullestRow(sheet);
  const headings = header?.headings ?? headingsOf(sheet, row);
  const found = header?.found ?? new Map<Field, number>();
  const missing = specs.filter(({ field, required }) => required && !found.has(field)).map(({ field }) => field);
  if (missing.length > 0) {
    return err({ sheet: sheet.name, headerRow: row.number, missing, headings, found, preview: sheet.rows.slice(0, HEADER_ROWS) });
  }
  const below = sheet.rows.filter((candidate) => candidate.number > row.number);
  const shared = specs.flatMap(({ field, sharedWhenMerged }) => (sharedWhenMerged === true ? [found.get(field)] : [])).filter((index) => index !== undefined);
  const filled = withMergedCells(sheet, below, shared);
  const examples = filled.filter(isExample);
  const rows = filled.filter((candidate) => !isExample(candidate) && isData(candidate, headings));
  return ok({ sheet, headerRow: row.number, headings, columns: found, rows, examples });
}

function mappedHeader<Field extends string>(sheet: Sheet, specs: readonly ColumnSpec<Field>[], mapping: ColumnMapping<Field>): HeaderCandidate<Field> {
  const row = sheet.rows.find(({ number }) => number === mapping.headerRow) ?? { number: mapping.headerRow, cells: [] };
  const found = new Map<Field, number>();
  for (const { field } of specs) {
    const index = mapping.columns[field];
    if (index !== undefined) found.set(field, index);
  }
  return { row, headings: headingsOf(sheet, row), found };
}

/** The rows with the cells of these columns that were merged downwards written into every row that they stand beside. */
function withMergedCells(sheet: Sheet, rows: readonly SheetRow[], columns: readonly number[]): readonly SheetRow[] {
  const first = rows[0]?.number ?? 0;
  const tall = sheet.merges.filter(({ top, bottom }) => bottom > top && bottom + 1 >= first);
  if (tall.length === 0 || columns.length === 0) return rows;
  const filled = new Map<SheetRow, Cell[]>();
  for (const column of columns) fillColumn(rows, column, tall.filter(({ left, right }) => left <= column && column <= right).toSorted((a, b) => a.top - b.top), filled);
  return rows.map((row) => {
    const cells = filled.get(row);
    return cells === undefined ? row : { number: row.number, cells };
  });
}

/** Goes down one column once; `tall` holds its merges in the order of their first rows. */
function fillColumn(rows: readonly SheetRow[], column: number, tall: Sheet["merges"], filled: Map<SheetRow, Cell[]>): void {
  let next = 0;
  let value: Cell = EMPTY_CELL;
  let [top, bottom] = [-1, -1];
  for (const row of rows) {
    const place = row.number - 1;
    for (let merge = tall[next]; merge !== undefined && merge.top <= place; merge = tall[next]) {
      [top, bottom, value] = [merge.top, merge.bottom, EMPTY_CELL];
      if (merge.top === place) value = row.cells[merge.left] ?? EMPTY_CELL;
      next += 1;
    }
    if (place <= top || place > bottom || isBlank(value) || !isBlank(row.cells[column]) || row.cells.every(isBlank)) continue;
    const cells = filled.get(row) ?? [...row.cells];
    while (cells.length < column) cells.push(EMPTY_CELL);
    cells[column] = value;
    filled.set(row, cells);
  }
}

const firstText = (row: SheetRow): string => cellText(row.cells.find((cell) => cellText(cell).trim() !== "")).trim();

const isExample = (row: SheetRow): boolean => EXAMPLE.test(firstText(row));

/** Whether a row below the heading holds data: not empty, no totals, not the heading repeated for the next printed page. */
function isData(row: SheetRow, headings: readonly Heading[]): boolean {
  const text = firstText(row);
  if (row.cells.every(isBlank) || isTotals(text) || NOTE.test(text)) return false;
  const repeated = headings.filter(({ index, label }) => cellText(row.cells[index]).trim() === label).length;
  return repeated === 0 || repeated * 2 <= row.cells.filter((cell) => !isBlank(cell)).length;
}
