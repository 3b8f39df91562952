import { read, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { err, ok, type Result } from "#lib/platform/result.ts";
import { EMPTY_CELL, isBlank, type Cell, type ReadProblem, type Sheet } from "./model.ts";
import { unpackedSize, withRareCharacters } from "./packed-characters.ts";
import { decodeText } from "./text-decoding.ts";

/** A register of a large township unpacks to about 80 MB; more than this is an attack or not a register. */
const LARGEST_UNPACKED = 400 * 1024 * 1024;
const OPTIONS = { dense: true, cellNF: false, cellText: true, cellHTML: false, cellFormula: false } as const;

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean => first.every((byte, index) => bytes[index] === byte);

/**
 * Reads .xlsx, .xls, .ods and text files (CSV with comma, semicolon or tab, UTF-8 or GB 18030) into sheets with cells.
 * The content decides what a file is, not its name. Never throws: damaged files are a refusal.
 */
export function readSheets(bytes: Uint8Array): Result<readonly Sheet[], ReadProblem> {
  if (bytes.length === 0) return err("empty");
  const book = openBook(bytes);
  if (!book.ok) return book;
  const sheets = book.value.SheetNames.flatMap((name) => {
    const sheet = book.value.Sheets[name];
    return sheet === undefined ? [] : [toSheet(name, sheet, book.value.Workbook?.WBProps?.date1904 === true)];
  });
  const written = sheets.filter((sheet) => sheet.rows.some((row) => row.cells.some((cell) => !isBlank(cell))));
  if (written.length > 0) return ok(written);
  // A sheet that promises cells and has none was cut or overwritten on its way.
  const promised = book.value.SheetNames.some((name) => (book.value.Sheets[name]?.["!ref"] ?? "A1").includes(":"));
  return err(promised && startsWith(bytes, 0x50, 0x4b) ? "damaged" : "empty");
}

function openBook(bytes: Uint8Array): Result<WorkBook, ReadProblem> {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    if (unpackedSize(bytes) > LARGEST_UNPACKED) return err("tooLarge");
    return attempt(() => read(withRareCharacters(bytes), { ...OPTIONS, type: "buffer" }));
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return attempt(() => read(bytes, { ...OPTIONS, type: "buffer" }));
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return err("unknownType");
  const text = decodeText(bytes);
  if (text === null) return err("unknownType");
  if (text.trim() === "") return err("empty");
  return attempt(() => read(text.replace(/^\uFEFF/u, ""), { ...OPTIONS, type: "string", raw: true }));
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

function toSheet(name: string, sheet: WorkSheet, daysFrom1904: boolean): Sheet {
  const rows = (sheet["!data"] ?? []).map((cells, index) => ({
    number: index + 1,
    cells: Array.from(cells ?? [], toCell),
  }));
  const merges = (sheet["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
  return { name, rows: Array.from(rows, (row, index) => row ?? { number: index + 1, cells: [] }), merges, daysFrom1904 };
}

function toCell(cell: CellObject | undefined): Cell {
  const value = cell?.v;
  if (value === undefined || value === "" || cell?.t === "z" || cell?.t === "e") return EMPTY_CELL;
  if (typeof value === "number") return { kind: "number", value, shown: cell?.w ?? "" };
  if (typeof value === "string") return { kind: "text", text: value };
  if (value instanceof Date) return { kind: "text", text: value.toISOString().slice(0, 10) };
  return { kind: "text", text: value ? "是" : "否" };
}
