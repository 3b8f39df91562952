import type { CellObject, WorkSheet } from "@e965/xlsx";
import { EMPTY_CELL, ERROR_CELL, type Cell, type Sheet, type SheetRow } from "./model.ts";

/** Short texts (男, 汉族, 户主) come again in every row: one cell stands for all of them. */
const LONGEST_SHARED = 12;
const MOST_SHARED = 20_000;
/** A register is never wider than this; cells further right are not its. */
const MOST_COLUMNS = 300;
/** No program lets anybody write more characters into a cell. */
export const LONGEST_CELL = 32_767;
/** More rows than a township has people: not the register of a village. */
export const MOST_ROWS = 300_000;

/** Gives cells of text; equal short texts share one cell. */
function textCells(): (text: string) => Cell {
  const shared = new Map<string, Cell>();
  return (text) => {
    if (text.length > LONGEST_SHARED) return { kind: "text", text };
    const known = shared.get(text);
    if (known !== undefined) return known;
    const cell: Cell = { kind: "text", text };
    if (shared.size < MOST_SHARED) shared.set(text, cell);
    return cell;
  };
}

function toCell(cell: CellObject | undefined, cellOf: (text: string) => Cell): Cell {
  const value = cell?.v;
  if (cell?.t === "e" || (cell?.t === "z" && cell.f !== undefined)) return ERROR_CELL;
  if (value === undefined || value === "" || cell?.t === "z") return EMPTY_CELL;
  // What the program shows is kept only where a format adds zeros in front (0012).
  if (typeof value === "number") return { kind: "number", value, shown: /^0\d/u.test(cell?.w ?? "") ? (cell?.w ?? "") : "" };
  if (typeof value === "string") return cellOf(value.slice(0, LONGEST_CELL));
  if (value instanceof Date) return cellOf(value.toISOString().slice(0, 10));
  return cellOf(value ? "是" : "否");
}

/** Turns a sheet of the library into ours, row by row; each of its rows is let go as soon as it has been read. */
export function sheetOf(name: string, hidden: boolean, sheet: WorkSheet, daysFrom1904: boolean): Sheet {
  const data: (readonly CellObject[] | undefined)[] = sheet["!data"] ?? [];
  const cellOf = textCells();
  const rows: SheetRow[] = [];
  for (let index = 0; index < data.length; index += 1) {
    const cells: Cell[] = [];
    const row = data[index] ?? [];
    for (let column = 0; column < Math.min(row.length, MOST_COLUMNS); column += 1) {
      const value = toCell(row[column], cellOf);
      if (value.kind === "empty") continue;
      while (cells.length < column) cells.push(EMPTY_CELL);
      cells.push(value);
    }
    if (cells.length > 0) rows.push({ number: index + 1, cells });
    data[index] = undefined;
  }
  const merges = (sheet["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
  return { name, hidden, rows, merges, daysFrom1904 };
}
