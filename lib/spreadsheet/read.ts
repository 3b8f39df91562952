import { err, ok, type Result } from "#lib/platform/result.ts";
import type { OnProgress } from "./cells.ts";
import { readSeparated } from "./csv.ts";
import { isBlank, type ReadProblem, type Sheet } from "./model.ts";
import { isOpenDocument, readOds } from "./ods.ts";
import { readOldFormat } from "./old-formats.ts";
import { decodeText } from "./text-decoding.ts";
import { readXlsx, workbookPart } from "./xlsx.ts";
import { openContainer, partSize } from "./zip.ts";

/** A register of 100,000 people unpacks to about 60 MB; more than this is an attack or not a register. */
const LARGEST_UNPACKED = 256 * 1024 * 1024;
/** The library unpacks whole workbooks at once, so they have to be smaller. */
const LARGEST_FOR_LIBRARY = 64 * 1024 * 1024;
const LARGEST_TEXT = 64 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean => first.every((byte, index) => bytes[index] === byte);

/**
 * Reads .xlsx, .xls, .ods and text files (CSV with comma, semicolon or tab, UTF-8, UTF-16 or GB 18030) into sheets with
 * cells. The content decides what a file is, not its name. Never throws: damaged files are a refusal. `onProgress` hears
 * how much of the cells has been read (in bytes or characters, both numbers of one kind).
 */
export function readSheets(bytes: Uint8Array, options: { readonly onProgress?: OnProgress } = {}): Result<readonly Sheet[], ReadProblem> {
  if (bytes.length === 0) return err("empty");
  const sheets = openSheets(bytes, options.onProgress ?? (() => undefined));
  if (!sheets.ok) return sheets;
  const written = sheets.value.filter((sheet) => sheet.rows.some((row) => row.cells.some((cell) => !isBlank(cell))));
  return written.length > 0 ? ok(written) : err("empty");
}

function openSheets(bytes: Uint8Array, onProgress: OnProgress): Result<readonly Sheet[], ReadProblem> {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return openPacked(bytes, onProgress);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return readOldFormat(bytes);
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return err("unknownType");
  if (bytes.length > LARGEST_TEXT) return err("tooLarge");
  const text = decodeText(bytes)?.replace(/^\uFEFF/u, "") ?? null;
  if (text === null) return err("unknownType");
  if (text.trim() === "") return err("empty");
  if (/^\s*</u.test(text)) return /<(\w+:)?(table|workbook)\b/iu.test(text) ? readOldFormat(text) : err("unknownType");
  const sheet = readSeparated(text, onProgress);
  return sheet.ok ? ok([sheet.value]) : sheet;
}

function openPacked(bytes: Uint8Array, onProgress: OnProgress): Result<readonly Sheet[], ReadProblem> {
  const container = openContainer(bytes);
  if (container === null) return err("damaged");
  const workbook = workbookPart(container);
  if (workbook !== null) return readXlsx(container, workbook, onProgress, LARGEST_UNPACKED);
  if (isOpenDocument(container)) return readOds(container, onProgress, LARGEST_UNPACKED);
  if (!container.parts.has("xl/workbook.bin")) return err("unknownType");
  const unpacked = [...container.parts.keys()].reduce((sum, name) => sum + partSize(container, name), 0);
  return unpacked > LARGEST_FOR_LIBRARY ? err("tooLarge") : readOldFormat(bytes);
}
