import { crc32, deflateRawSync } from "node:zlib";
import { CFB } from "@e965/xlsx";
import { z } from "zod";

/** One part of a ZIP container to be written; what the directory says of it may be a lie. */
export type PartToWrite = {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** Unpacked size as the directory tells it. */
  readonly promised?: number;
  /** Unpacked size as the header beside the data tells it. */
  readonly promisedBeside?: number;
  /** Stands at the data of the part before it. */
  readonly overlapping?: boolean;
  readonly encrypted?: boolean;
};

const bytesOf = (content: Uint8Array | string): Buffer => Buffer.from(typeof content === "string" ? Buffer.from(content, "utf8") : content);

/** A ZIP container with any directory. `entries`: how many parts its end promises. */
export function zipOf(parts: readonly PartToWrite[], entries: number = parts.length): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  let before = 0;
  for (const part of parts) {
    const content = bytesOf(part.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(part.name, "utf8");
    const flags = part.encrypted === true ? 1 : 0;
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(flags, 6);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(crc32(content), 14);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(part.promisedBeside ?? part.promised ?? content.length, 22);
    header.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(part.promised ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(part.overlapping === true ? before : place, 42);
    directory.push(entry, name);
    if (part.overlapping === true) continue;
    chunks.push(header, name, packed);
    before = place;
    place += header.length + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(place, 16);
  return Uint8Array.from(Buffer.concat([...chunks, listed, end]));
}

const XMLNS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What of an .xlsx is to be written as it stands. */
export type SheetXml = { readonly name: string; readonly xml: string; readonly state?: "hidden" | "veryHidden" };

/** The parts of an .xlsx whose sheets hold exactly this XML. */
export function partsOfBook(sheets: readonly SheetXml[], more: readonly PartToWrite[] = []): readonly PartToWrite[] {
  return [
    { name: "[Content_Types].xml", content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}</Types>` },
    { name: "_rels/.rels", content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: "xl/workbook.xml", content: `<?xml version="1.0"?><workbook ${XMLNS} xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>` },
    { name: "xl/_rels/workbook.xml.rels", content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}</Relationships>` },
    ...sheets.map(({ xml }, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: xml })),
    ...more,
  ];
}

const letters = (index: number): string => (index >= 26 ? letters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
const cell = (text: string, row: number, column: number): string => `<c r="${letters(column)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Rows of words as the XML of a sheet. */
export const rowsXml = (rows: readonly (readonly string[])[], from = 1): string => rows.map((texts, index) => `<row r="${index + from}">${texts.map((text, column) => cell(text, index + from, column)).join("")}</row>`).join("");
/** A sheet's XML around its rows. */
export const sheetXml = (rows: string, { before = "", after = "" }: { readonly before?: string; readonly after?: string } = {}): string => `<?xml version="1.0"?><worksheet ${XMLNS}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

export const HEADING = ["村民小组", "户号", "姓名", "性别", "公民身份号码", "出生日期"] as const;
export const ZHANG = ["一组", "1", "张国强", "男", "110105194912310038", "1949-12-31"] as const;
/** A register of one sheet, written as XML. */
export const bookOf = (rows: string, around: { readonly before?: string; readonly after?: string } = {}): Uint8Array => zipOf(partsOfBook([{ name: "名册", xml: sheetXml(rows, around) }]));

/** A .ods whose content is exactly this, and of which the directory promises `promised` bytes. */
export const openDocument = (table: string, promised?: number): Uint8Array => zipOf([
  { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" },
  { name: "META-INF/manifest.xml", content: '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>' },
  { name: "styles.xml", content: '<?xml version="1.0"?><office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>' },
  { name: "content.xml", content: `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`, ...(promised === undefined ? {} : { promised }) },
]);

const cfb = z.custom<{ readonly utils: { readonly cfb_new: () => object; readonly cfb_add: (container: object, name: string, content: Uint8Array) => unknown }; readonly write: (container: object, options: { type: "buffer" }) => Uint8Array }>((value) => value !== null && value !== undefined).parse(CFB);

/** An OLE container (what .xls, .doc and encrypted .xlsx are) with these streams. */
export function oleOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = cfb.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) cfb.utils.cfb_add(container, name, content);
  return Uint8Array.from(cfb.write(container, { type: "buffer" }));
}
