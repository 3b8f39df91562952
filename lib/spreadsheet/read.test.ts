import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeGb18030, workbookOf } from "#tests/support/workbook.ts";
import { cellDay } from "./days.ts";
import { cellText, columnLetters, type Cell } from "./model.ts";
import { hasRareReferences, writeOutReferences } from "./packed-characters.ts";
import { readSheets } from "./read.ts";
import { findTable, type ColumnSpec } from "./table.ts";
import { writeWorkbook } from "./write.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const register = readFileSync(new URL("../../tests/fixtures/register/register-jiangjiazhuang.xlsx", import.meta.url));

function textsOf(file: Uint8Array): readonly (readonly string[])[] {
  const sheets = readSheets(file);
  return sheets.ok ? (sheets.value[0]?.rows ?? []).map((row) => row.cells.map(cellText)) : [[sheets.error]];
}

describe("a file that is no register", () => {
  test.each([
    ["nothing", new Uint8Array(), "empty"],
    ["blanks", bytes("\n \r\n"), "empty"],
    ["a workbook without cells", workbookOf({ Sheet1: [] }), "empty"],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), "unknownType"],
    ["a PDF", bytes("%PDF-1.7\nhello"), "unknownType"],
    ["a cut workbook", register.subarray(0, 100_000), "damaged"],
    ["a container of something else", bytes("PK\u0003\u0004hello"), "damaged"],
    ["an old workbook with nothing in it", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "damaged"],
  ])("is refused: %s", (_, file, problem) => {
    expect(readSheets(file)).toEqual({ ok: false, error: problem });
  });

  test("never throws, whatever its bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0], [0xff, 0xfe]), (tail, head) => {
      readSheets(Uint8Array.from([...head, ...tail]));
    }));
  });

  test("never throws when a part of a workbook is overwritten", () => {
    const file = workbookOf({ Sheet1: [["姓名", "刘𬭎"], ["张三", 1]] });
    fc.assert(fc.property(fc.nat(file.length - 1), fc.nat(255), (place, value) => {
      const broken = Uint8Array.from(file);
      broken[place] = value;
      readSheets(broken);
    }), { numRuns: 60 });
  });
});

describe("text files", () => {
  const csv = "姓名,公民身份号码\n刘𬭎,110105194912310038\n\n\"张\n三\",007";
  test.each([["UTF-8", bytes(csv)], ["UTF-8 with mark", bytes(`\uFEFF${csv}`)], ["GB 18030", encodeGb18030(csv)], ["UTF-16", Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(Array.from({ length: csv.length }, (_, index) => csv.charCodeAt(index))).buffer)])]])("in %s keep digits, zeros, rare characters and row numbers", (_, file) => {
    const sheets = readSheets(file);
    expect(sheets.ok ? sheets.value[0]?.rows.map((row) => [row.number, ...row.cells.map(cellText)]) : sheets.error).toEqual([[1, "姓名", "公民身份号码"], [2, "刘𬭎", "110105194912310038"], [4, "张\n三", "007"]]);
  });
  test.each(["\t", ";"])("may be separated by %j", (separator) => {
    expect(textsOf(bytes(`姓名${separator}性别\n张三${separator}男`))).toEqual([["姓名", "性别"], ["张三", "男"]]);
  });
});

test("characters beyond the basic plane survive as numeric references", () => {
  expect(writeOutReferences("&#183118;&#x2CB4E;&#21016;&#1114112;")).toBe("𬭎𬭎&#21016;&#1114112;");
  expect([hasRareReferences(Buffer.from("刘&#21016;&#x2CB4E;")), hasRareReferences(Buffer.from("&#21016;&amp;#183118;&#"))]).toEqual([true, false]);
  const sheets = readSheets(register);
  expect(sheets.ok ? cellText(sheets.value[0]?.rows.find(({ number }) => number === 715)?.cells[3]) : sheets.error).toBe("康𠅤");
});

test("a number as long as an identity number is written out with the zeros that the program kept", () => {
  expect(textsOf(workbookOf({ Sheet1: [["号码"], [141002199606053000], [13800000000]] }))).toEqual([["号码"], ["141002199606053000"], ["13800000000"]]);
});

test("columns have the letters of the program", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});

describe("a day in a cell", () => {
  const text = (value: string): Cell => ({ kind: "text", text: value });
  test.each([
    ["1957-10-23", "1957-10-23"], ["1957.10.23", "1957-10-23"], ["1957/1/3", "1957-01-03"], ["1957年1月3日", "1957-01-03"], ["19570103", "1957-01-03"],
    ["一九五七年十月二十三日", "1957-10-23"], ["二〇〇八年四月十八日", "2008-04-18"], ["1957-10-23 00:00:00", "1957-10-23"], ["１９５７．１０．２３", "1957-10-23"], ["21116", "1957-10-23"],
    ["1957-02-30", null], ["1957", null], ["1957.10", null], ["不详", null], ["", null], ["23/10/1957", null],
  ])("%j is %j", (value, day) => {
    expect(cellDay(text(value), false)).toBe(day);
  });
  test("as a serial counts from 1900 or 1904, and a year alone is no serial", () => {
    const number = (value: number): Cell => ({ kind: "number", value, shown: "" });
    expect([cellDay(number(21116), false), cellDay(number(21116.5), false), cellDay(number(19654), true), cellDay(number(1957), false), cellDay(number(1957.1), false), cellDay(number(19571023), false), cellDay(undefined, false)]).toEqual(["1957-10-23", "1957-10-23", "1957-10-23", null, null, "1957-10-23", null]);
  });
});

describe("the table of a sheet", () => {
  const specs: readonly ColumnSpec<"name" | "sex" | "born" | "group">[] = [
    { field: "name", heading: /^姓名$/u, required: true }, { field: "sex", heading: /^性别$/u, required: true },
    { field: "born", heading: /^出生日期$/u, required: false }, { field: "group", heading: /^组$/u, required: true },
  ];
  const tableOf = (grid: readonly (readonly (string | number | null)[])[], merges: readonly string[] = []) => {
    const sheets = readSheets(workbookOf({ Sheet1: grid }, "xlsx", merges));
    if (!sheets.ok || sheets.value[0] === undefined) throw new Error("unreadable");
    return findTable(sheets.value[0], specs);
  };

  test("may have a heading of two rows with merged cells", () => {
    const table = tableOf([["花名册"], ["姓名", "基本情况", null, "组"], [null, "性别", "出生日期", null], ["张三", "男", "1957-10-23", 1]], ["A1:D1", "A2:A3", "B2:C2", "D2:D3"]);
    expect(table).toMatchObject({ ok: true, value: { headerRow: 3 } });
    expect(table.ok ? [[...table.value.columns], table.value.rows.map((row) => row.number)] : null).toEqual([[["name", 0], ["sex", 1], ["born", 2], ["group", 3]], [4]]);
  });

  test("shows the fullest row when no heading is known", () => {
    expect(tableOf([["说明"], ["甲", "乙", "丙"], [1, 2, 3]])).toMatchObject({ ok: false, error: { headerRow: 2, missing: ["name", "sex", "group"] } });
  });
});

test("what is written is read back: text stays text, formulas stay words", async () => {
  const file = await writeWorkbook([{ name: "有误的行", headings: ["姓名", "号码", "行"], widths: [10, 22, 6], rows: [["刘𬭎", "110105194912310038", 5], ["=1+1", null, 6]] }]);
  expect(textsOf(file)).toEqual([["姓名", "号码", "行"], ["刘𬭎", "110105194912310038", "5"], ["=1+1", "", "6"]]);
});
