import { cellText, columnLetters, isBlank, type Merge, type Sheet, type SheetRow } from "./model.ts";
import type { ColumnSpec, Heading } from "./table.ts";

/** A row taken for the heading (of two rows the lower one), its headings and the fields that they name. */
export type HeaderCandidate<Field extends string> = { readonly row: SheetRow; readonly headings: readonly Heading[]; readonly found: ReadonlyMap<Field, number> };

/** Headings stand in one of the first rows; below that it is data. */
export const HEADER_ROWS = 15;
const FEWEST_HEADINGS = 3;
/** More merged cells than this the first rows of a register never have. */
const MOST_HEAD_MERGES = 1_000;
/** Words over several columns that tell of somebody else than the person of the row. */
const SOMEBODY_ELSE = /户主|监护|配偶|父亲|母亲|联系人/u;

/** A heading without spaces, line breaks, remarks in brackets and marks of required fields. */
const plainHeading = (label: string): string => label.normalize("NFKC").replace(/\([^)]*\)|[\s*:]/gu, "");
/** The same with its remarks, for headings that stand wholly in brackets or lose their sense without them. */
const wholeHeading = (label: string): string => label.normalize("NFKC").replace(/[\s*:]/gu, "");

/** Cells merged in the rows where a heading may stand; there may be tens of thousands below. */
const headMerges = (sheet: Sheet): readonly Merge[] => sheet.merges.filter(({ top }) => top < HEADER_ROWS).slice(0, MOST_HEAD_MERGES);
const headRows = (sheet: Sheet): readonly SheetRow[] => sheet.rows.filter(({ number }) => number <= HEADER_ROWS);

/** The headings of a row; cells merged downwards from above count as standing in it too. */
export function headingsOf(sheet: Sheet, row: SheetRow, above: SheetRow | null = null): readonly Heading[] {
  const merges = headMerges(sheet);
  const width = Math.min(500, Math.max(row.cells.length, above?.cells.length ?? 0, ...merges.filter(({ top, bottom }) => top <= row.number - 1 && row.number - 1 <= bottom).map(({ right }) => right + 1)));
  const rows = headRows(sheet);
  return Array.from({ length: width }, (_, index) => ({ index, letters: columnLetters(index), label: headingText(merges, rows, row, index, above) })).filter((heading) => heading.label !== "");
}

function headingText(merges: readonly Merge[], rows: readonly SheetRow[], row: SheetRow, column: number, above: SheetRow | null): string {
  const place = row.number - 1;
  const own = cellText(row.cells[column]).trim();
  const textAt = (merge: Merge): string => cellText(rows.find(({ number }) => number === merge.top + 1)?.cells[merge.left]).trim();
  if (own !== "") {
    const over = merges.find(({ top, bottom, left, right }) => bottom === place - 1 && top <= bottom && left <= column && column <= right && right > left);
    const parent = over === undefined ? "" : textAt(over);
    return SOMEBODY_ELSE.test(parent) ? parent + own : own;
  }
  const merge = merges.find(({ top, bottom, left, right }) => left === column && right === column && top < place && place <= bottom);
  if (merge !== undefined) return textAt(merge);
  return above === null ? "" : cellText(above.cells[column]).trim();
}

function matchHeadings<Field extends string>(headings: readonly Heading[], specs: readonly ColumnSpec<Field>[]): ReadonlyMap<Field, number> {
  const found = new Map<Field, number>();
  for (const { index, label } of headings) {
    const spec = specs.find(({ heading }) => heading.test(plainHeading(label))) ?? specs.find(({ heading }) => heading.test(wholeHeading(label)));
    if (spec !== undefined && !found.has(spec.field)) found.set(spec.field, index);
  }
  for (const { field, otherwise } of specs) {
    const heading = found.has(field) || otherwise === undefined ? undefined : headings.find(({ label }) => otherwise.test(plainHeading(label)));
    if (heading !== undefined) found.set(field, heading.index);
  }
  return found;
}

/** Whether a row could be the lower half of a heading: words only, nothing that looks like a number, a day or a telephone. */
const isWordsOnly = (row: SheetRow): boolean => row.cells.every((cell) => cell.kind !== "number" && !/\d{4}/u.test(cellText(cell).normalize("NFKC")));

/**
 * The row with the most known headings among the first; of two alike the later one if it completes a heading of several
 * rows. Where the merges are lost (CSV), two rows of words count together if they name more than one alone.
 */
export function findHeader<Field extends string>(sheet: Sheet, specs: readonly ColumnSpec<Field>[]): HeaderCandidate<Field> | null {
  const rows = headRows(sheet);
  const candidateOf = (row: SheetRow, above: SheetRow | null): HeaderCandidate<Field> => {
    const headings = headingsOf(sheet, row, above);
    return { row, headings, found: matchHeadings(headings, specs) };
  };
  const candidates = rows.map((row) => candidateOf(row, null));
  const best = Math.max(0, ...candidates.map(({ found }) => found.size));
  const pairs = rows.flatMap((row, index) => {
    const above = rows[index - 1];
    return above !== undefined && above.number === row.number - 1 && isWordsOnly(row) && isWordsOnly(above) ? [candidateOf(row, above)] : [];
  });
  const pair = pairs.reduce<HeaderCandidate<Field> | null>((found, candidate) => (candidate.found.size > (found?.found.size ?? best) ? candidate : found), null);
  if (pair !== null && pair.found.size >= FEWEST_HEADINGS) return pair;
  if (best < FEWEST_HEADINGS) return null;
  const first = candidates.find(({ found }) => found.size === best)?.row.number ?? 1;
  const bottom = Math.max(first, ...headMerges(sheet).filter(({ top, bottom: end, left, right }) => top === first - 1 && left === right && end > top).map((merge) => merge.bottom + 1));
  return candidates.findLast(({ row, found }) => row.number >= first && row.number <= bottom && found.size === best) ?? null;
}

/** The fullest of the first rows: what a person would most likely call the heading of an unknown table. */
export function fullestRow(sheet: Sheet): SheetRow {
  const texts = (row: SheetRow): number => row.cells.filter((cell) => cell.kind === "text" && !isBlank(cell)).length;
  return headRows(sheet).reduce((best, row) => (texts(row) > texts(best) ? row : best), sheet.rows[0] ?? { number: 1, cells: [] });
}
