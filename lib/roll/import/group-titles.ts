import { parseGroup } from "#lib/chinese/numerals.ts";
import type { RegisterField } from "#lib/roll/model.ts";
import { cellText, columnLetters, EMPTY_CELL, isBlank, type Cell, type Sheet, type SheetRow } from "#lib/spreadsheet/model.ts";
import type { Table } from "#lib/spreadsheet/table.ts";

/** Heading of the column that is added to a table whose groups stand in titles. */
const GROUP_HEADING = "村民小组";
const NUMBERED = /(?:第\s?)?[\d〇零一二两三四五六七八九十百廿]{1,4}\s?(?:村民)?(?:小组|组|社|生产队|队)/gu;
/** A line of its own between blocks of people: 第三村民小组, 三组（共85户）, 石桥村第三村民小组：组长李明, 东湾村民小组. */
const TITLE = /^(?:\S{1,20}村\s?)?((?:第\s?)?[\d〇零一二两三四五六七八九十百廿]{1,4}\s?(?:村民)?(?:小组|组|社|生产队|队)|\S{1,10}村民小组)(?=$|[\s(（:：,，、;；])/u;
/** Several groups in one title (一至三组) name none of them. */
const SEVERAL = /[至到~～—、和]/u;

const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, " ").trim();

/** The group that a line of its own names; null when the row is no such line. A row of a person has more than one cell. */
function groupTitle(row: SheetRow): string | null {
  const written = row.cells.filter((cell) => !isBlank(cell));
  const [only] = written;
  if (only?.kind !== "text" || written.length > 1) return null;
  const found = TITLE.exec(plain(only.text));
  return found === null ? null : parseGroup(found[1] ?? "");
}

/** The one group that a sheet's name or the titles above its heading name (石桥村第三村民小组花名册); null when none or several. */
function groupOfSheet(sheet: Sheet, headerRow: number): string | null {
  const titles = sheet.rows.filter(({ number }) => number < headerRow).flatMap(({ cells }) => cells.map(cellText));
  for (const text of [sheet.name, ...titles].map(plain)) {
    const [first, ...more] = text.match(NUMBERED) ?? [];
    if (first !== undefined && more.length === 0 && !SEVERAL.test(text)) return parseGroup(first);
  }
  return null;
}

/** Whether a table without a group column tells the groups in another way. */
export function tellsGroupsByTitles(table: Table<RegisterField>): boolean {
  return groupOfSheet(table.sheet, table.headerRow) !== null || table.rows.some((row) => groupTitle(row) !== null);
}

/**
 * The table with the group of every row in its own column: group titles between the rows are taken out and written
 * beside the people below them, where no group is written. A table without any group column gets one after its last.
 */
export function withGroups(table: Table<RegisterField>): Table<RegisterField> {
  const column = table.columns.get("group");
  const place = column ?? Math.max(0, ...table.headings.map(({ index }) => index + 1));
  const told = column !== undefined && table.rows.some((row) => groupTitle(row) === null && !isBlank(row.cells[column]));
  let group = told ? null : groupOfSheet(table.sheet, table.headerRow);
  let titled = group !== null;
  const rows = table.rows.flatMap((row): readonly SheetRow[] => {
    const title = groupTitle(row);
    if (title !== null) {
      [group, titled] = [title, true];
      return [];
    }
    return group === null || (column !== undefined && !isBlank(row.cells[column])) ? [row] : [withCell(row, place, { kind: "text", text: groupWords(group) })];
  });
  if (!titled || column !== undefined) return { ...table, rows };
  const headings = [...table.headings, { index: place, letters: columnLetters(place), label: GROUP_HEADING }];
  return { ...table, rows, headings, columns: new Map([...table.columns, ["group", place]]) };
}

const groupWords = (group: string): string => (/^\d+$/u.test(group) ? `第${group}村民小组` : group);

function withCell(row: SheetRow, column: number, cell: Cell): SheetRow {
  const cells = [...row.cells];
  while (cells.length < column) cells.push(EMPTY_CELL);
  cells[column] = cell;
  return { number: row.number, cells };
}
