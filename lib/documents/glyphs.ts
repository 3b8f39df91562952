import { closeSync, openSync, readSync } from "node:fs";
import { fontPaths } from "./fonts.mjs";
import { projectRoot } from "./root.ts";

/** Pairs of first and last code point, in rising order. */
type CodeRanges = readonly (readonly [number, number])[];

/** Characters that shape others and have no picture of their own: joiners, variation selectors, line ends. */
const UNDRAWN = /[\n\r\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]/u;

function readAt(file: number, position: number, length: number): DataView {
  const bytes = new Uint8Array(length);
  const read = readSync(file, bytes, 0, length, position);
  if (read !== length) throw new Error("font file ends early");
  return new DataView(bytes.buffer);
}

/** Place and length of a table in the file (OpenType, table directory). */
function locateTable(file: number, tag: string): { readonly offset: number; readonly length: number } {
  const count = readAt(file, 0, 12).getUint16(4);
  const directory = readAt(file, 12, count * 16);
  for (let entry = 0; entry < count; entry++) {
    const at = entry * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((i) => directory.getUint8(at + i)));
    if (name === tag) return { offset: directory.getUint32(at + 8), length: directory.getUint32(at + 12) };
  }
  throw new Error(`font file has no ${tag} table`);
}

/** The code points a font draws, from format 12 of its `cmap` table (all of Unicode). */
function readCodeRanges(path: string): CodeRanges {
  const file = openSync(path, "r");
  try {
    const place = locateTable(file, "cmap");
    const table = readAt(file, place.offset, place.length);
    const subtables = table.getUint16(2);
    for (let index = 0; index < subtables; index++) {
      const at = table.getUint32(4 + index * 8 + 4);
      if (table.getUint16(at) !== 12) continue;
      const groups = table.getUint32(at + 12);
      return Array.from({ length: groups }, (_, group) => {
        const start = at + 16 + group * 12;
        return [table.getUint32(start), table.getUint32(start + 4)] as const;
      });
    }
    throw new Error(`${path} has no format 12 character map`);
  } finally {
    closeSync(file);
  }
}

function covers(ranges: CodeRanges, code: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (!range) return false;
    if (code < range[0]) high = middle - 1;
    else if (code > range[1]) low = middle + 1;
    else return true;
  }
  return false;
}

let loaded: readonly CodeRanges[] | null = null;
const known = new Map<string, boolean>();

/** Whether the papers can draw this character with one of their fonts. */
function drawable(character: string): boolean {
  if (UNDRAWN.test(character)) return true;
  const before = known.get(character);
  if (before !== undefined) return before;
  loaded ??= fontPaths(projectRoot()).map(readCodeRanges);
  const code = character.codePointAt(0) ?? 0;
  // Each style of a paper falls back to the others, but serif regular and sans must not both lack it.
  const answer = loaded.some((ranges) => covers(ranges, code));
  known.set(character, answer);
  return answer;
}

/**
 * The characters of `text` that no font of the papers can draw, each once, in order of appearance. Ask before
 * publishing: a name with an empty box instead of a character is no name.
 */
export function missingGlyphs(text: string): readonly string[] {
  const missing = new Set<string>();
  for (const character of text) if (!drawable(character)) missing.add(character);
  return [...missing];
}
