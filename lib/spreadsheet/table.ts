import { err, ok, type Result } from "#lib/platform/result.ts";
import { cellText, columnLetters, isBlank, type Sheet, type SheetRow } from "./model.ts";

/** A column that a table may have, how its heading is recognised, and whether the table is useless without it. */
export type ColumnSpec<Field extends string> = { readonly field: Field; readonly heading: RegExp; readonly required: boolean };

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

/** Headings stand in one of the first rows; below that it is data. */
const HEADER_ROWS = 15;
const FEWEST_HEADINGS = 3;
const TOTALS = /^(合计|总计|小计|共计|累计|本页)/u;

/** A heading without spaces, line breaks, remarks in brackets and marks of required fields. */
const plainHeading = (label: string): string => label.normalize("NFKC").replace(/\([^)]*\)|[\s*:]/gu, "");

/** The headings of a row; cells merged downwards from above count as standing in it too. */
function headingsOf(sheet: Sheet, row: SheetRow): readonly Heading[] {
  const width = Math.max(row.cells.length, ...sheet.merges.map((merge) => merge.right + 1), 0);
  return Array.from({ length: width }, (_, index) => ({ index, letters: columnLetters(index), label: headingText(sheet, row, index) })).filter((heading) => heading.label !== "");
}

function headingText(sheet: Sheet, row: SheetRow, column: number): string {
  const own = cellText(row.cells[column]).trim();
  if (own !== "") return own;
  const place = row.number - 1;
  const merge = sheet.merges.find(({ top, bottom, left, right }) => left === column && right === column && top < place && place <= bottom);
  return merge === undefined ? "" : cellText(sheet.rows[merge.top]?.cells[merge.left]).trim();
}

function matchHeadings<Field extends string>(headings: readonly Heading[], specs: readonly ColumnSpec<Field>[]): ReadonlyMap<Field, number> {
  const found = new Map<Field, number>();
  for (const { index, label } of headings) {
    const spec = specs.find(({ heading }) => heading.test(plainHeading(label)));
    if (spec !== undefined && !found.has(spec.field)) found.set(spec.field, index);
  }
  return found;
}

type HeaderCandidate<Field extends string> = { readonly row: SheetRow; readonly headings: readonly Heading[]; readonly found: ReadonlyMap<Field, number> };

/** The row with the most known headings among the first; of two alike the later one if it completes a two-row heading. */
function findHeader<Field extends string>(sheet: Sheet, specs: readonly ColumnSpec<Field>[]): HeaderCandidate<Field> | null {
  const candidates = sheet.rows.slice(0, HEADER_ROWS).map((row) => {
    const headings = headingsOf(sheet, row);
    return { row, headings, found: matchHeadings(headings, specs) };
  });
  const best = Math.max(0, ...candidates.map(({ found }) => found.size));
  if (best < FEWEST_HEADINGS) return null;
  const first = candidates.findIndex(({ found }) => found.size === best);
  const bottom = Math.max(first, ...sheet.merges.filter(({ top, bottom: end, left, right }) => top === first && left === right && end > top).map((merge) => merge.bottom));
  return candidates.slice(first, bottom + 1).findLast(({ found }) => found.size === best) ?? null;
}

/** The fullest of the first rows: what a person would most likely call the heading of an unknown table. */
function fullestRow(sheet: Sheet): SheetRow {
  const texts = (row: SheetRow): number => row.cells.filter((cell) => cell.kind === "text" && !isBlank(cell)).length;
  return sheet.rows.slice(0, HEADER_ROWS).reduce((best, row) => (texts(row) > texts(best) ? row : best), sheet.rows[0] ?? { number: 1, cells: [] });
}

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
  const found = header?.found ?? matchHeadings(headings, specs);
  const missing = specs.filter(({ field, required }) => required && !found.has(field)).map(({ field }) => field);
  if (missing.length > 0) {
    return err({ sheet: sheet.name, headerRow: row.number, missing, headings, found, preview: sheet.rows.slice(0, HEADER_ROWS) });
  }
  const rows = sheet.rows.slice(row.number).filter((candidate) => isData(candidate, headings));
  return ok({ sheet, headerRow: row.number, headings, columns: found, rows });
}

function mappedHeader<Field extends string>(sheet: Sheet, specs: readonly ColumnSpec<Field>[], mapping: ColumnMapping<Field>): HeaderCandidate<Field> {
  const row = sheet.rows[mapping.headerRow - 1] ?? { number: mapping.headerRow, cells: [] };
  const found = new Map<Field, number>();
  for (const { field } of specs) {
    const index = mapping.columns[field];
    if (index !== undefined) found.set(field, index);
  }
  return { row, headings: headingsOf(sheet, row), found };
}

/** Whether a row below the heading holds data: not empty, no totals, not the heading repeated for the next printed page. */
function isData(row: SheetRow, headings: readonly Heading[]): boolean {
  const first = row.cells.find((cell) => !isBlank(cell));
  if (first === undefined || TOTALS.test(cellText(first).replace(/\s/gu, ""))) return false;
  const repeated = headings.filter(({ index, label }) => cellText(row.cells[index]).trim() === label).length;
  return repeated * 2 <= headings.length;
}
