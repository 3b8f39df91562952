import { read, type WorkBook } from "@e965/xlsx";
import { err, ok, type Result } from "#lib/platform/result.ts";
import { MOST_ROWS, sheetOf } from "./cells.ts";
import { isBlank, type ReadProblem, type Sheet } from "./model.ts";
import { CELL_PARTS, hasRareReferences, withRareCharacters } from "./packed-characters.ts";
import { decodeText } from "./text-decoding.ts";
import { openContainer, unpack } from "./zip.ts";

/** A register of 100,000 people unpacks to about 60 MB; more than this is an attack or not a register. */
const LARGEST_UNPACKED = 256 * 1024 * 1024;
/** About 60,000 rows of an open document: the library needs three times the memory for one that it needs for .xlsx. */
const LARGEST_OPEN_DOCUMENT = 84 * 1024 * 1024;
const LARGEST_TEXT = 64 * 1024 * 1024;
const OPTIONS = { dense: true, cellNF: false, cellHTML: false, cellFormula: false, sheetRows: MOST_ROWS + 1 } as const;

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean => first.every((byte, index) => bytes[index] === byte);

/**
 * Reads .xlsx, .xls, .ods and text files (CSV with comma, semicolon or tab, UTF-8, UTF-16 or GB 18030) into sheets with
 * cells. The content decides what a file is, not its name. Never throws: damaged files are a refusal.
 */
export function readSheets(bytes: Uint8Array): Result<readonly Sheet[], ReadProblem> {
  if (bytes.length === 0) return err("empty");
  const book = openBook(bytes);
  if (!book.ok) return book;
  const daysFrom1904 = book.value.Workbook?.WBProps?.date1904 === true;
  const sheets = book.value.SheetNames.flatMap((name, index) => {
    const sheet = book.value.Sheets[name];
    return sheet === undefined ? [] : [sheetOf(name, (book.value.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, sheet, daysFrom1904)];
  });
  if (sheets.some(({ rows }) => (rows.at(-1)?.number ?? 0) > MOST_ROWS)) return err("tooLarge");
  const written = sheets.filter((sheet) => sheet.rows.some((row) => row.cells.some((cell) => !isBlank(cell))));
  if (written.length > 0) return ok(written);
  // A sheet that promises cells and has none was cut or overwritten on its way.
  const promised = book.value.SheetNames.some((name) => (book.value.Sheets[name]?.["!ref"] ?? "A1").includes(":"));
  return err(promised && startsWith(bytes, 0x50, 0x4b) ? "damaged" : "empty");
}

function openBook(bytes: Uint8Array): Result<WorkBook, ReadProblem> {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return openPacked(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return attempt(() => read(bytes, { ...OPTIONS, type: "buffer" }));
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return err("unknownType");
  if (bytes.length > LARGEST_TEXT) return err("tooLarge");
  const text = decodeText(bytes)?.replace(/^\uFEFF/u, "") ?? null;
  if (text === null) return err("unknownType");
  if (text.trim() === "") return err("empty");
  return attempt(() => read(text, { ...OPTIONS, type: "string", raw: true }));
}

/** A packed workbook: its size and checksums are looked at before the library unpacks it. */
function openPacked(bytes: Uint8Array): Result<WorkBook, ReadProblem> {
  const container = openContainer(bytes);
  if (container === null) return err("damaged");
  const names = [...container.parts.keys()];
  if (names.reduce((sum, name) => sum + (container.parts.get(name)?.unpacked ?? 0), 0) > LARGEST_UNPACKED) return err("tooLarge");
  if ((container.parts.get("content.xml")?.unpacked ?? 0) > LARGEST_OPEN_DOCUMENT) return err("tooLarge");
  let rare = false;
  for (const name of names) {
    if (name.endsWith("/")) continue;
    const part = unpack(container, name);
    if (!part.ok) return part;
    if (name === "meta-inf/manifest.xml" && part.value.includes("encryption-data")) return err("encrypted");
    rare ||= CELL_PARTS.test(name) && hasRareReferences(part.value);
  }
  return attempt(() => read(rare ? withRareCharacters(bytes) : bytes, { ...OPTIONS, type: "buffer" }));
}

/** The library reports every kind of broken file by exceptions; their words tell only encryption and other types apart. */
function attempt(open: () => WorkBook): Result<WorkBook, ReadProblem> {
  try {
    return ok(open());
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : "";
    if (/password|encrypt/iu.test(words) && !/ZIP encryption/iu.test(words)) return err("encrypted");
    return err(/not a spreadsheet|Unsupported|Could not find workbook|Cannot find Workbook/iu.test(words) ? "unknownType" : "damaged");
  }
}
