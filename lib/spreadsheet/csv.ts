import { err, ok, type Result } from "#lib/platform/result.ts";
import { MOST_COLUMNS, MOST_ROWS, textCells, type OnProgress } from "./cells.ts";
import { EMPTY_CELL, type Cell, type ReadProblem, type Sheet, type SheetRow } from "./model.ts";

const SEPARATORS = [",", "\t", ";", "|", "，", "、"] as const;
const LINES_TO_LOOK_AT = 40;
/** The longest text that a cell of an office program holds; a quotation mark that closes later was never meant as one. */
const LONGEST_CELL = 32_767;
const EVERY = 500;

/** The separator that gives the widest line among the first ones; a line "sep=;" as office programs write it says so itself. */
function separatorOf(text: string): { readonly separator: string; readonly start: number } {
  const stated = /^sep=(.)\r?\n/iu.exec(text);
  if (stated !== null) return { separator: stated[1] ?? ",", start: stated[0].length };
  const lines = text.slice(0, 100_000).split(/\r\n|\r|\n/u, LINES_TO_LOOK_AT).map((line) => line.replace(/"[^"]*"/gu, ""));
  const widest = (separator: string): number => Math.max(...lines.map((line) => line.split(separator).length));
  const best = SEPARATORS.reduce<{ separator: string; width: number }>((found, separator) => (widest(separator) > found.width ? { separator, width: widest(separator) } : found), { separator: ",", width: widest(",") });
  return { separator: best.separator, start: 0 };
}

type Piece = { readonly text: string; readonly end: number };

/** A quoted cell that begins at `place`; null when its closing mark is missing or not followed by the end of the cell. */
function quoted(text: string, place: number, separator: string): Piece | null {
  let value = "";
  let from = place + 1;
  for (;;) {
    const mark = text.indexOf('"', from);
    if (mark < 0 || mark - place > LONGEST_CELL) return null;
    value += text.slice(from, mark);
    if (text.charAt(mark + 1) !== '"') {
      const after = text.charAt(mark + 1);
      return after === "" || after === separator || after === "\n" || after === "\r" ? { text: value, end: mark + 1 } : null;
    }
    value += '"';
    from = mark + 2;
  }
}

function plain(text: string, place: number, separator: string): Piece {
  let end = place;
  for (; end < text.length; end += 1) {
    const character = text.charAt(end);
    if (character === separator || character === "\n" || character === "\r") break;
  }
  // ="007" is how text is forced on office programs.
  const value = text.slice(place, end);
  return { text: /^="[^"]*"$/u.test(value) ? value.slice(2, -1) : value, end };
}

/** Reads comma-separated text (or tab, semicolon, …) into one sheet. Cells are text, whatever they look like; a row's number is its place among the rows, as the program shows it. */
export function readSeparated(text: string, onProgress: OnProgress): Result<Sheet, ReadProblem> {
  const { separator, start } = separatorOf(text);
  const cellOf = textCells();
  const rows: SheetRow[] = [];
  let cells: Cell[] = [];
  let place = start;
  const endRow = (): void => {
    while (cells.length > 0 && cells.at(-1) === EMPTY_CELL) cells.pop();
    rows.push({ number: rows.length + 1, cells });
    cells = [];
    if (rows.length % EVERY === 0) onProgress(place, text.length);
  };
  while (place < text.length) {
    const piece = (text.charAt(place) === '"' ? quoted(text, place, separator) : null) ?? plain(text, place, separator);
    if (cells.length < MOST_COLUMNS) cells.push(cellOf(piece.text));
    place = piece.end;
    const after = text.charAt(place);
    place += 1;
    if (after === separator) {
      if (place === text.length) endRow();
      continue;
    }
    if (after === "\r" && text.charAt(place) === "\n") place += 1;
    endRow();
    if (rows.length > MOST_ROWS) return err("tooLarge");
  }
  onProgress(text.length, text.length);
  return ok({ name: "Sheet1", hidden: false, rows, merges: [], daysFrom1904: false });
}
