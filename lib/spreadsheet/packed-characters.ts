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
const CELL_PARTS = /(sharedStrings|content|worksheets\/[^/]*)\.xml$/iu;

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

/** The size that a ZIP container says its parts unpack to, in bytes; nothing is unpacked for it. */
export function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let place = 0; place + 46 <= bytes.length; place += 1) {
    if (bytes[place] === 0x50 && view.getUint32(place, true) === 0x02014b50) total += view.getUint32(place + 24, true);
  }
  return total;
}
