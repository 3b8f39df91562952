import { CFB } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readRegister } from "#lib/roll/import/read-register.ts";
import { bookOf, HEADING, oleOf, openDocument, partsOfBook, rowsXml, sheetXml, ZHANG, zipOf, type PartToWrite } from "#tests/support/hostile-files.ts";
import { csvOf, encodeGb18030, workbookOf } from "#tests/support/workbook.ts";
import { readSheets } from "./read.ts";

const MEGABYTE = 1024 * 1024;
const GOOD = rowsXml([HEADING, ZHANG]);
const LI = ["二组", "2", "李秀英", "女", "11010519491231002X", "1949-12-31"] as const;
const parts = partsOfBook([{ name: "名册", xml: sheetXml(GOOD) }]);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const CSV = csvOf([HEADING, ZHANG]);
const page = (table: string): string => `<html><head><meta charset="gb2312"></head><body>${table}</body></html>`;
const TABLE = `<table>${[HEADING, ZHANG].map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")}</table>`;
const odsRow = (texts: readonly string[], more = ""): string => `<table:table-row${more}>${texts.map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join("")}<table:table-cell table:number-columns-repeated="16378"/></table:table-row>`;
/** The last part, the sheet, otherwise. */
const withSheet = (change: Partial<PartToWrite>, ...more: readonly PartToWrite[]): Uint8Array => zipOf(parts.flatMap((part, index) => (index === parts.length - 1 ? [{ ...part, ...change }, ...more] : [part])));

/** An .xls as programs lock it: a record for its cipher behind the beginning of the workbook's stream. */
function lockedXls(): Uint8Array {
  const found: { content?: unknown } | null = CFB.find(CFB.read(Buffer.from(workbookOf({ 名册: [HEADING, ZHANG] }, "xls")), { type: "buffer" }), "Workbook");
  const stream = Buffer.from(z.instanceof(Uint8Array).parse(found?.content));
  const start = 4 + stream.readUInt16LE(2);
  return oleOf({ Workbook: Buffer.concat([stream.subarray(0, start), Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]), Buffer.alloc(48, 7), stream.subarray(start)]) });
}

/** Who stands in a file, and what is told of each row; or why it cannot be read. */
function told(bytes: Uint8Array): string {
  const sheets = readSheets(bytes);
  if (!sheets.ok) return sheets.error;
  const reading = readRegister(sheets.value, { electionDay: "2026-04-18", law: { voterAge: 18 } });
  if (!reading.ok) return `columns ${reading.error.missing.join()}`;
  return [...reading.value.persons.map(({ row, name }) => `${row} ${name}`), ...reading.value.findings.map(({ row, kind }) => `${row} ${kind}`), ...reading.value.leftOut.map(({ sheet, reason }) => `${sheet} ${reason}`)].join(", ");
}

describe("a container that lies", () => {
  test.each<[string, () => Uint8Array, string]>([
    ["promises to unpack to 300 MB", () => withSheet({ promised: 300 * MEGABYTE }), "tooLarge"],
    ["unpacks to more than it promises", () => withSheet({ content: sheetXml(GOOD + " ".repeat(8 * MEGABYTE)), promised: 1_000 }), "damaged"],
    ["promises more than it unpacks to", () => withSheet({ promised: 50 * MEGABYTE }), "damaged"],
    ["has sizes of the 64-bit kind", () => withSheet({ promised: 0xffff_ffff }), "tooLarge"],
    ["has two parts of one name", () => withSheet({}, { name: "XL/worksheets/Sheet1.xml", content: sheetXml(GOOD) }), "damaged"],
    ["has parts that lie on each other", () => zipOf([...parts, { name: "a", content: "x".repeat(1_000) }, ...Array.from({ length: 200 }, (_, index) => ({ name: `b${index}`, content: "x", promised: MEGABYTE, overlapping: true }))]), "tooLarge"],
    ["has more parts than any workbook", () => zipOf([...parts, ...Array.from({ length: 10_001 }, (_, index) => ({ name: `x${index}`, content: "" }))]), "damaged"],
    ["promises more parts than it has", () => zipOf(parts, 9_000), "damaged"],
    ["hides parts from its directory", () => zipOf(parts, 2), "damaged"],
    ["is packed with a password", () => withSheet({ encrypted: true }), "encrypted"],
    ["has another container in it", () => zipOf([{ name: "Index.zip", content: bookOf(GOOD) }]), "unknownType"],
    ["has more cells than memory", () => bookOf(GOOD + `<row r="3">${"<c/>".repeat(2_600_000)}</row>`), "tooLarge"],
    ["has formats without end", () => withSheet({}, { name: "xl/styles.xml", content: `<styleSheet>${"<xf/>".repeat(4 * MEGABYTE)}</styleSheet>` }), "tooLarge"],
    ["has a sheet for everybody", () => zipOf(partsOfBook(Array.from({ length: 2_001 }, (_, index) => ({ name: `户${index}`, xml: "" })))), "tooLarge"],
    ["repeats a cell over a whole open document", () => openDocument(`<table:table table:name="t"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`), "tooLarge"],
    ["unpacks to a huge open document", () => openDocument("", 90 * MEGABYTE), "tooLarge"],
  ])("is refused when it %s", (_, make, problem) => {
    expect(told(make())).toBe(problem);
  });
});

describe("a file of another kind", () => {
  test.each<[string, () => Uint8Array, string]>([
    ["a locked .xlsx", () => oleOf({ EncryptionInfo: Uint8Array.of(4, 0, 4, 0, 0x40, 0, 0, 0), EncryptedPackage: new Uint8Array(5_000).fill(7) }), "encrypted"],
    ["a locked .xls", lockedXls, "encrypted"],
    ["an old letter (.doc)", () => oleOf({ WordDocument: new Uint8Array(5_000).fill(7) }), "unknownType"],
    ["a letter (.docx)", () => zipOf([{ name: "[Content_Types].xml", content: '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>' }, { name: "word/document.xml", content: "<w:document/>" }]), "unknownType"],
    ["an open letter (.odt)", () => zipOf([{ name: "mimetype", content: "application/vnd.oasis.opendocument.text" }, { name: "META-INF/manifest.xml", content: "<a/>" }, { name: "content.xml", content: "<a/>" }]), "unknownType"],
    ["an archive", () => zipOf([{ name: "readme.txt", content: "hello" }]), "unknownType"],
    ["a photograph", () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1), "unknownType"],
    ["a web page without a table", () => utf8(page("<p>通知</p>")), "unknownType"],
    ["a web page of tables", () => utf8(page("<table><tr><td>1</td></tr></table>".repeat(300))), "tooLarge"],
    ["a mark of UTF-8 alone", () => Uint8Array.of(0xef, 0xbb, 0xbf), "empty"],
    ["a mark of UTF-16 alone", () => Uint8Array.of(0xff, 0xfe), "empty"],
    ["commas alone", () => utf8(",".repeat(5_000_000)), "tooLarge"],
  ])("is told: %s", (_, make, problem) => {
    expect(told(make())).toBe(problem);
  });

  test.each<[string, () => Uint8Array]>([
    ["a web page", () => utf8(page(TABLE))],
    ["a web page in GB 18030", () => encodeGb18030(page(TABLE))],
    ["an XML workbook of 2003", () => utf8(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="名册"><Table>${[HEADING, ZHANG].map((row) => `<Row>${row.map((text) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`).join("")}</Row>`).join("")}</Table></Worksheet></Workbook>`)],
    ["text in UTF-16", () => Uint8Array.from([0xff, 0xfe, ...Buffer.from(CSV, "utf16le")])],
    ["text in UTF-16, the other way round", () => Uint8Array.from([0xfe, 0xff, ...Buffer.from(CSV, "utf16le").swap16()])],
    ["text that names its separator", () => utf8(`sep=;\n${csvOf([HEADING, ZHANG], ";")}`)],
  ])("is read when a program saved it as .xls or .csv: %s", (_, make) => {
    expect(told(make())).toBe("2 张国强");
  });

  test.each(["ID", "ID;P", "TABLE", "{\\rtf1", "PK", "1\t\t\t", "socialcalc:version:1.0"])("is not seen in text that begins with %j", (first) => {
    expect(told(utf8(`${first}\n${CSV}`))).toBe("3 张国强");
  });

  test("a column headed ID beside the identity number counts the rows; alone it is the number", () => {
    expect(told(utf8(csvOf([["ID", ...HEADING], ["1", ...ZHANG]])))).toBe("2 张国强");
    expect(told(utf8(csvOf([["ID", "姓名", "村民小组"], [ZHANG[4], ZHANG[2], ZHANG[0]]])))).toBe("2 张国强");
  });
});

describe("odd but true workbooks lose nobody", () => {
  const last = `<row r="1048576">${LI.map((text, column) => `<c r="${String.fromCharCode(65 + column)}1048576" t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;
  test.each<[string, () => Uint8Array, string]>([
    ["a dimension over the whole sheet", () => bookOf(GOOD, { before: '<dimension ref="A1:XFD1048576"/>' }), "2 张国强"],
    ["somebody in the very last row", () => bookOf(GOOD + last), "2 张国强, 1048576 李秀英"],
    ["cells in the very last column", () => bookOf(GOOD + '<row r="3"><c r="XFD3"><v>1</v></c></row><row r="4"><c r="ZZZZZZ4"><v>1</v></c></row>'), "2 张国强"],
    ["rows and columns that no sheet has", () => bookOf(GOOD + '<row r="999999999"><c r="A999999999"><v>1</v></c></row><row r="-5"><c r="A-5"><v>1</v></c></row>'), "2 张国强"],
    ["a merge over the whole sheet", () => bookOf(GOOD, { after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }), "2 张国强"],
    ["hundreds of thousands of merges upon each other", () => bookOf(GOOD, { after: `<mergeCells>${'<mergeCell ref="A1:XFD15"/>'.repeat(200_000)}</mergeCells>` }), "2 张国强"],
    ["merges that are none", () => bookOf(GOOD, { after: '<mergeCells><mergeCell ref="Z9:A1"/><mergeCell ref=""/><mergeCell ref="quatsch"/><mergeCell ref="A1:A0"/></mergeCells>' }), "2 张国强"],
    ["a row whose formulas came to nothing", () => bookOf(GOOD + '<row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="C3" t="e"><v>#REF!</v></c><c r="E3" t="e"><v>#N/A</v></c></row>'), "2 张国强, 3 , 3 nameMissing, 3 idMissing, 3 birthUnknown, 3 sexUnknown, 3 groupUnknown"],
    ["a row whose formulas were never computed", () => bookOf(`${GOOD}<row r="3">${[..."ABCDEF"].map((letter) => `<c r="${letter}3"><f>X!${letter}3</f></c>`).join("")}</row>`), "2 张国强, 3 , 3 nameMissing, 3 idMissing, 3 birthUnknown, 3 sexUnknown, 3 groupUnknown"],
    ["hidden sheets", () => zipOf(partsOfBook([{ name: "名册", xml: sheetXml(GOOD) }, { name: "藏", xml: sheetXml(rowsXml([HEADING, LI])), state: "hidden" }, { name: "深藏", xml: sheetXml(rowsXml([HEADING, LI])), state: "veryHidden" }])), "2 张国强, 藏 hidden, 深藏 hidden"],
    ["nothing but a hidden sheet", () => zipOf(partsOfBook([{ name: "名册", xml: sheetXml(GOOD), state: "hidden" }])), "2 张国强"],
    ["an open document formatted to its last row", () => openDocument(`<table:table table:name="t">${odsRow(HEADING)}${odsRow(ZHANG)}<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`), "2 张国强"],
    ["elements within each other without end", () => bookOf(GOOD + "<a>".repeat(500_000)), "2 张国强"],
    ["entities of its own", () => zipOf(partsOfBook([{ name: "名册", xml: `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${sheetXml(GOOD.replace("张国强", "&amp;b;"))}` }])), "2 &b;, 2 nameUnusual"],
  ])("%s", (_, make, outcome) => {
    expect(told(make())).toBe(outcome);
  });

  test("an unpaired quotation mark does not make one cell of everybody below it without a word", () => {
    expect(told(utf8(`${CSV}\r\n二组,2,"李秀英,女,11010519491231002X,1949-12-31\r\n${csvOf([LI])}`))).toBe("quotes");
    expect(told(utf8(`${CSV}\r\n二组,2,李秀英,女,11010519491231002X,"1949-12-31\n（身份证）"`))).toBe("2 张国强, 3 李秀英");
  });
});

describe("a file damaged at any place", () => {
  const grid = [HEADING, ...Array.from({ length: 40 }, (_, index) => [`${1 + (index % 4)}组`, String(index), "张国强", "男", "110105194912310038", "1949-12-31"])];
  const files = { xlsx: workbookOf({ 名册: grid }), xls: workbookOf({ 名册: grid }, "xls"), ods: workbookOf({ 名册: grid }, "ods"), csv: encodeGb18030(csvOf(grid)), page: utf8(page(TABLE)) };
  const damage = fc.record({ kind: fc.constantFrom("bit", "cut", "swap", "gap"), at: fc.double({ min: 0, max: 0.999, noNaN: true }), bit: fc.nat(7), length: fc.integer({ min: 1, max: 600 }) });

  function damaged(file: Uint8Array, faults: readonly { readonly kind: string; readonly at: number; readonly bit: number; readonly length: number }[]): Uint8Array {
    let bytes = Uint8Array.from(file);
    for (const { kind, at, bit, length } of faults) {
      const place = Math.floor(at * bytes.length);
      if (kind === "bit" && place < bytes.length) bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
      if (kind === "cut") bytes = bytes.subarray(0, place);
      if (kind === "swap") bytes.copyWithin(place, Math.max(0, place - length), place);
      if (kind === "gap") bytes = Uint8Array.from([...bytes.subarray(0, place), ...bytes.subarray(place + length)]);
    }
    return bytes;
  }

  test.each(["xlsx", "xls", "ods", "csv", "page"] as const)("is read or refused, never a crash: .%s", (kind) => {
    fc.assert(fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (faults) => {
      expect(told(damaged(files[kind], faults))).toEqual(expect.any(String));
    }), { numRuns: 60 });
  });

  test.each(["xlsx", "ods"] as const)("is never read as something else when a bit of its cells fell over: .%s", (kind) => {
    const whole = told(files[kind]);
    fc.assert(fc.property(fc.nat(files[kind].length - 1), fc.nat(7), (place, bit) => {
      const bytes = Uint8Array.from(files[kind]);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
      expect([whole, "damaged", "unknownType", "encrypted", "tooLarge", "empty"]).toContain(told(bytes));
    }), { numRuns: 80 });
  });
});
