import { asUtf8, attribute, nameCode, walkXml } from "./xml.ts";
import { unpack, type Container } from "./zip.ts";

/** By style of a cell: how many digits its format shows at least (0000 → 4), for formats that only add zeros. */
export type Paddings = ReadonlyMap<string, number>;

const FORMAT = nameCode("numFmt"), FORMAT_ID = nameCode("numFmtId"), CODE = nameCode("formatCode"), CELL_STYLES = nameCode("cellXfs"), STYLE = nameCode("xf");

/** Formats of leading zeros: numbers of households are often kept as 12 and shown as 0012. Empty when there are no styles. */
export function paddings(container: Container, name: string | undefined): Paddings {
  const part = name === undefined ? null : unpack(container, name);
  const found = new Map<string, number>();
  if (part === null || !part.ok) return found;
  const bytes = asUtf8(part.value);
  const zeros = new Map<string, number>();
  let within = false;
  let style = 0;
  walkXml(bytes, {
    open: (tag, from, to) => {
      if (tag === CELL_STYLES) within = true;
      if (tag === FORMAT) {
        const code = /^(0{2,20})(?:_ )?$/u.exec(attribute(bytes, from, to, CODE) ?? "");
        if (code !== null) zeros.set(attribute(bytes, from, to, FORMAT_ID) ?? "", code[1]?.length ?? 0);
      }
      if (tag !== STYLE || !within) return;
      const digits = zeros.get(attribute(bytes, from, to, FORMAT_ID) ?? "");
      if (digits !== undefined) found.set(String(style), digits);
      style += 1;
    },
    close: (tag) => { if (tag === CELL_STYLES) within = false; },
    text: () => undefined,
  });
  return found;
}
