import { read, type WorkBook } from "@e965/xlsx";
import { err, ok, type Result } from "#lib/platform/result.ts";
import { holdsTooMuch, markupTooMuch, promisesTooMuch, textTooMuch } from "./bounds.ts";
import { LONGEST_CELL, MOST_ROWS, sheetOf } from "./cells.ts";
import { cellText, isBlank, type Cell, type ReadProblem, type Sheet } from "./model.ts";
import { CELL_PARTS, hasRareReferences, withRareCharacters } from "./packed-characters.ts";
import { decodeText } from "./text-decoding.ts";
import { openContainer, unpack, type Container } from "./zip.ts";

const LARGEST_TEXT = 64 * 1024 * 1024;
/** The last row of a sheet; nobody can see what stands below. */
const LAST_ROW = 1_048_576;
/** A line within a cell with so many commas is a row of its own. */
const FEWEST_SEPARATORS = 3;
const OPTIONS = { dense: true, cellNF: false, cellHTML: false, cellFormula: false, sheetRows: LAST_ROW + 2 } as const;

/** How a formula's cell ends that holds no value: its file was made by a program that does not compute. */
const WITHOUT_VALUE = ["f></c>", "/></c>"];
const WITH_FORMULAS = { cellFormula: true, sheetStubs: true } as const;

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
  if (sheets.some(({ rows }) => rows.length > MOST_ROWS)) return err("tooLarge");
  if (isText(bytes) && sheets.some(({ rows }) => rows.some(({ cells }) => cells.some(swallowsRows)))) return err("quotes");
  const written = sheets.filter((sheet) => sheet.rows.some((row) => row.cells.some((cell) => !isBlank(cell))));
  if (written.length > 0) return ok(written);
  // A sheet that promises cells and has none was cut or overwritten on its way.
  const promised = book.value.SheetNames.some((name) => (book.value.Sheets[name]?.["!ref"] ?? "A1").includes(":"));
  return err(promised && isPacked(bytes) ? "damaged" : "empty");
}

const isPacked = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
/** The container of .xls and of files with a password. */
const isOle = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
const isText = (bytes: Uint8Array): boolean => !isPacked(bytes) && !isOle(bytes);

function openBook(bytes: Uint8Array): Result<WorkBook, ReadProblem> {
  if (isPacked(bytes)) return openPacked(bytes);
  if (isOle(bytes)) return attempt(() => read(bytes, { ...OPTIONS, type: "buffer" }));
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return err("unknownType");
  if (bytes.length > LARGEST_TEXT) return err("tooLarge");
  const text = decodeText(bytes)?.replace(/^\uFEFF/u, "") ?? null;
  if (text === null) return err("unknownType");
  if (text.trim() === "") return err("empty");
  return /^\s*</u.test(text) ? openMarkup(text) : openSeparated(text);
}

/** A web page or an XML workbook, as many programs of offices save under the name of .xls. */
function openMarkup(text: string): Result<WorkBook, ReadProblem> {
  return markupTooMuch(text) ? err("tooLarge") : attempt(() => read(text.trimStart(), { ...OPTIONS, type: "string", raw: true }));
}

/**
 * Separated text. The library takes text that begins with ID, TABLE, a digit and tabs and the like for old formats;
 * behind an empty line it does not.
 */
function openSeparated(text: string): Result<WorkBook, ReadProblem> {
  if (textTooMuch(text)) return err("tooLarge");
  const separator = /^sep=(.)\r?\n/u.exec(text);
  const rest = separator === null ? text : text.slice(separator[0].length);
  const book = attempt(() => read(`\n${rest}`, { ...OPTIONS, type: "string", raw: true, ...(separator?.[1] === undefined ? {} : { FS: separator[1] }) }));
  if (!book.ok) return book;
  for (const sheet of Object.values(book.value.Sheets)) sheet["!data"]?.shift();
  return book;
}

/** Whether a cell holds whole rows: a quotation mark without its second one makes one cell of all that follows. */
function swallowsRows(cell: Cell): boolean {
  const text = cellText(cell);
  if (text.length === LONGEST_CELL) return true;
  return text.includes("\n") && text.split("\n").slice(1).some((line) => (line.match(/[,;\t]/gu)?.length ?? 0) >= FEWEST_SEPARATORS);
}

/** A packed workbook: its size and checksums are looked at before the library unpacks it. */
function openPacked(bytes: Uint8Array): Result<WorkBook, ReadProblem> {
  const container = openContainer(bytes);
  if (container === null) return err("damaged");
  if (promisesTooMuch(container.parts)) return err("tooLarge");
  const type = typeOf(container);
  if (!type.ok) return type;
  let [rare, uncomputed] = [false, false];
  for (const name of container.parts.keys()) {
    if (name.endsWith("/")) continue;
    const part = unpack(container, name);
    if (!part.ok) return part;
    if (name === "meta-inf/manifest.xml" && part.value.includes("encryption-data")) return err("encrypted");
    if (holdsTooMuch(name, part.value)) return err("tooLarge");
    if (!CELL_PARTS.test(name)) continue;
    rare ||= hasRareReferences(part.value);
    uncomputed ||= name.includes("worksheets/") && WITHOUT_VALUE.some((end) => part.value.includes(end));
  }
  return attempt(() => read(rare ? withRareCharacters(bytes) : bytes, { ...OPTIONS, ...(uncomputed ? WITH_FORMULAS : {}), type: "buffer" }));
}

/** Other programs pack their files too: letters, slides, archives. */
function typeOf(container: Container): Result<"workbook", ReadProblem> {
  const wanted = container.parts.has("[content_types].xml") ? { name: "[content_types].xml", words: /spreadsheetml|ms-excel/u } : { name: "mimetype", words: /opendocument\.spreadsheet/u };
  if (!container.parts.has(wanted.name)) return container.parts.has("meta-inf/manifest.xml") && container.parts.has("content.xml") ? ok("workbook") : err("unknownType");
  const part = unpack(container, wanted.name);
  if (!part.ok) return part;
  return wanted.words.test(part.value.toString("latin1")) ? ok("workbook") : err("unknownType");
}

/** The library reports every kind of broken file by exceptions; their words tell only encryption and other types apart. */
function attempt(open: () => WorkBook): Result<WorkBook, ReadProblem> {
  try {
    return ok(open());
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : "";
    if (/password|encrypt/iu.test(words) && !/ZIP encryption/iu.test(words)) return err("encrypted");
    return err(/not a spreadsheet|Unsupported|Could not find (workbook|<table>)|Cannot find Workbook/iu.test(words) ? "unknownType" : "damaged");
  }
}
