import { CFB } from "@e965/xlsx";
import { z } from "zod";

/** What the library's reader of ZIP containers gives; only the parts used here. */
type Container = { readonly FullPaths: readonly string[]; readonly FileIndex: readonly { content?: Uint8Array; size?: number }[] };
type ContainerLibrary = {
  readonly read: (bytes: Uint8Array, options: { type: "buffer" }) => Container;
  readonly write: (container: Container, options: { type: "buffer"; fileType: "zip" }) => Uint8Array;
};

const containers = z
  .custom<ContainerLibrary>((value) => z.object({ read: z.function(), write: z.function() }).safeParse(value).success)
  .parse(CFB);

const REFERENCE = /&#(?:x([0-9a-f]{5,6})|(\d{5,7}));/giu;
/** The parts of a workbook that hold texts of cells. */
export const CELL_PARTS = /(sharedStrings|content|worksheets\/[^/]*)\.xml$/iu;

/**
 * Numeric references beyond U+FFFF written out as the character itself. The spreadsheet library cuts such references
 * to 16 bits, which turns rare characters of names (𬭎) into others without a word.
 */
export function writeOutReferences(xml: string): string {
  return xml.replace(REFERENCE, (reference, hex: string | undefined, decimal: string | undefined) => {
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return codePoint > 0xffff && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : reference;
  });
}

/** Whether an unpacked part holds a reference that the library would cut. Looks at bytes only: most parts have none. */
export function hasRareReferences(part: Buffer): boolean {
  for (let place = part.indexOf("&#"); place >= 0; place = part.indexOf("&#", place + 2)) {
    const reference = part.toString("latin1", place, place + 11);
    if (writeOutReferences(reference) !== reference) return true;
  }
  return false;
}

/** The same container with every rare character written out; the same bytes when there is none. Throws on a broken container. */
export function withRareCharacters(bytes: Uint8Array): Uint8Array {
  const container = containers.read(bytes, { type: "buffer" });
  let changed = false;
  container.FileIndex.forEach((entry, index) => {
    if (entry.content === undefined || !CELL_PARTS.test(container.FullPaths[index] ?? "")) return;
    const xml = new TextDecoder().decode(Uint8Array.from(entry.content));
    const written = writeOutReferences(xml);
    if (written === xml) return;
    changed = true;
    entry.content = Buffer.from(written, "utf8");
    entry.size = entry.content.length;
  });
  return changed ? containers.write(container, { type: "buffer", fileType: "zip" }) : bytes;
}
