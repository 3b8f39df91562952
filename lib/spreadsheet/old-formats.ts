import { read, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { err, ok, type Result } from "#lib/platform/result.ts";
import { MOST_COLUMNS, MOST_ROWS, put, textCells } from "./cells.ts";
import { EMPTY_CELL, type Cell, type ReadProblem, type Sheet, type SheetRow } from "./model.ts";

const OPTIONS = { dense: true, cellNF: false, cellText: true, cellHTML: false, cellFormula: false, raw: true, sheetRows: MOST_ROWS + 1 } as const;

/** What only the library reads: .xls in binary form, .xlsb, and tables in HTML or XML that programs save under the name .xls. */
export function readOldFormat(content: Uint8Array | string): Result<readonly Sheet[], ReadProblem> {
  const book = attempt(() => read(content, { ...OPTIONS, type: typeof content === "string" ? "string" : "buffer" }));
  if (!book.ok) return book;
  const names = book.value.SheetNames;
  const daysFrom1904 = book.value.Workbook?.WBProps?.date1904 === true;
  const sheets = names.flatMap((name, index) => {
    const sheet = book.value.Sheets[name];
    if (sheet === undefined) return [];
    return [{ ...toSheet(name, sheet, daysFrom1904), hidden: (book.value.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0 }];
  });
  return sheets.some(({ rows }) => rows.length > MOST_ROWS) ? err("tooLarge") : ok(sheets);
}

/** The library reports every kind of broken file by exceptions; their words tell only encryption and other types apart. */
function attempt(open: () => WorkBook): Result<WorkBook, ReadProblem> {
  try {
    return ok(open());
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : "";
    if (/password|encrypt/iu.test(words) && !/ZIP encryption/iu.test(words)) return err("encrypted");
    return err(/not a spreadsheet|Unsupported file|Could not find workbook|Cannot find Workbook/iu.test(words) ? "unknownType" : "damaged");
  }
}

/** Turns the library's cells into ours row by row; each of its rows is let go as soon as it has been read. */
function toSheet(name: string, sheet: WorkSheet, daysFrom1904: boolean): Omit<Sheet, "hidden"> {
  const data: (CellObject[] | undefined)[] = sheet["!data"] ?? [];
  const cellOf = textCells();
  const rows: SheetRow[] = [];
  for (let index = 0; index < data.length; index += 1) {
    const cells: Cell[] = [];
    data[index]?.slice(0, MOST_COLUMNS).forEach((cell, column) => {
      const value = toCell(cell, cellOf);
      if (value.kind !== "empty") put(cells, column, value);
    });
    if (cells.length > 0) rows.push({ number: index + 1, cells });
    data[index] = undefined;
  }
  const merges = (sheet["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
  return { name, rows, merges, daysFrom1904 };
}

function toCell(cell: CellObject | undefined, cellOf: (text: string) => Cell): Cell {
  const value = cell?.v;
  if (value === undefined || value === "" || cell?.t === "z" || cell?.t === "e") return EMPTY_CELL;
  if (typeof value === "number") return { kind: "number", value, shown: cell?.w ?? "" };
  if (typeof value === "string") return cellOf(value);
  if (value instanceof Date) return cellOf(value.toISOString().slice(0, 10));
  return cellOf(value ? "是" : "否");
}
