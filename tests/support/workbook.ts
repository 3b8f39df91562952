import { utils, write } from "@e965/xlsx";
import { z } from "zod";

export type Grid = readonly (readonly (string | number | null)[])[];
export type BookKind = "xlsx" | "xls" | "ods";

const bytesSchema = z.instanceof(Uint8Array);

/** A workbook of one or more sheets as bytes, written by a spreadsheet library as an office program would. */
export function workbookOf(sheets: Readonly<Record<string, Grid>>, kind: BookKind = "xlsx", merges: readonly string[] = []): Uint8Array {
  const book = utils.book_new();
  for (const [name, grid] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(grid.map((row) => [...row]));
    if (merges.length > 0) sheet["!merges"] = merges.map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  return bytesSchema.parse(write(book, { type: "buffer", bookType: kind === "xls" ? "biff8" : kind }));
}

/** A workbook of laid out sheets. */
export function workbookOfSheets(sheets: readonly { readonly name: string; readonly grid: Grid; readonly merges: readonly string[] }[], kind: BookKind = "xlsx"): Uint8Array {
  const book = utils.book_new();
  for (const { name, grid, merges } of sheets) {
    const sheet = utils.aoa_to_sheet(grid.map((row) => [...row]));
    sheet["!merges"] = merges.map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  return bytesSchema.parse(write(book, { type: "buffer", bookType: kind === "xls" ? "biff8" : kind, compression: true }));
}

/** Comma-separated text of a grid, quoted where needed. */
export function csvOf(grid: Grid, separator = ","): string {
  const quote = (value: string | number | null): string => {
    const text = value === null ? "" : String(value);
    return /[",\n\t;]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return grid.map((row) => row.map(quote).join(separator)).join("\r\n");
}

let twoByte: ReadonlyMap<string, readonly [number, number]> | null = null;

function twoByteTable(): ReadonlyMap<string, readonly [number, number]> {
  if (twoByte !== null) return twoByte;
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  twoByte = table;
  return table;
}

let fourByte: ReadonlyMap<string, readonly number[]> | null = null;

/** Four-byte forms of the characters of the basic plane that have no shorter one (• ・ and rare ideographs), in the order of the standard. */
function fourByteTable(): ReadonlyMap<string, readonly number[]> {
  if (fourByte !== null) return fourByte;
  const forms = Array.from({ length: 39_420 }, (_, linear) => [0x81 + Math.floor(linear / 12_600), 0x30 + (Math.floor(linear / 1260) % 10), 0x81 + (Math.floor(linear / 10) % 126), 0x30 + (linear % 10)]);
  const characters = [...new TextDecoder("gb18030").decode(Uint8Array.from(forms.flat()))];
  fourByte = new Map(characters.map((character, index) => [character, forms[index] ?? []]));
  return fourByte;
}

/** Four-byte form of a character outside the basic plane. */
function fourBytes(codePoint: number): readonly number[] {
  const linear = codePoint - 0x10000;
  return [0x90 + Math.floor(linear / 12_600), 0x30 + (Math.floor(linear / 1260) % 10), 0x81 + (Math.floor(linear / 10) % 126), 0x30 + (linear % 10)];
}

/** Text in GB 18030, as Chinese office programs save CSV. */
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      if (codePoint < 0x80) return [codePoint];
      if (codePoint > 0xffff) return fourBytes(codePoint);
      const bytes = twoByteTable().get(character) ?? fourByteTable().get(character);
      if (bytes === undefined) throw new Error(`no form of ${character}`);
      return bytes;
    }),
  );
}
