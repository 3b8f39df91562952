import { read, utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { identityNumberOf } from "#lib/demo/register/lines.ts";
import { readSheets } from "#lib/spreadsheet/read.ts";
import { openContainer, unpack } from "#lib/spreadsheet/zip.ts";
import { REGISTER_FIELDS } from "#lib/roll/model.ts";
import { readRegister, type RegisterReading } from "./read-register.ts";
import { registerTemplate } from "./template.ts";

const template = await registerTemplate();
const ELECTION_DAY = "2026-04-18";
const HEADINGS = ["序号", "村民小组", "户号", "姓名", "与户主关系", "性别", "民族", "公民身份号码", "出生日期", "居住情况", "外出人员是否表示参加选举", "联系电话", "备注"] as const;
type Line = Readonly<Partial<Record<(typeof HEADINGS)[number], string>>>;

const SOUND: Line = { 村民小组: "第三村民小组", 户号: "007", 姓名: "张国强", 与户主关系: "户主", 性别: "男", 民族: "汉族", 公民身份号码: "110105194912310038", 出生日期: "1949-12-31", 居住情况: "常住", 联系电话: "05771234567" };

/** The template with these lines below its example, saved again by a spreadsheet program. */
function filled(lines: readonly Line[], from: "A2" | "A3" = "A3"): Uint8Array {
  const book = read(template, { type: "buffer" });
  const [name = ""] = book.SheetNames;
  const sheet = book.Sheets[name];
  if (sheet === undefined) throw new Error("the template has no sheet");
  utils.sheet_add_aoa(sheet, lines.map((line) => HEADINGS.map((heading) => line[heading] ?? null)), { origin: from });
  return z.instanceof(Uint8Array).parse(write(book, { type: "buffer", bookType: "xlsx" }));
}

function readingOf(bytes: Uint8Array): RegisterReading {
  const sheets = readSheets(bytes);
  if (!sheets.ok) throw new Error(sheets.error);
  const reading = readRegister(sheets.value, { electionDay: ELECTION_DAY, law: { voterAge: 18 } });
  if (!reading.ok) throw new Error(`missing ${reading.error.missing.join()}`);
  return reading.value;
}

/** The XML of one part of the template. */
function partOf(name: string): string {
  const container = openContainer(template);
  const part = container === null ? null : unpack(container, name);
  if (part?.ok !== true) throw new Error(`${name} cannot be unpacked`);
  return part.value.toString("utf8");
}

const attribute = (xml: string, name: string): string => new RegExp(`${name}="([^"]*)"`, "u").exec(xml)?.[1] ?? "";

/** The columns' checks as a spreadsheet program would find them in the file. */
const validations = partOf("xl/worksheets/sheet1.xml").match(/<dataValidation .*?<\/dataValidation>/gu) ?? [];
const listOf = (heading: string): readonly string[] => {
  const xml = validations.find((one) => attribute(one, "promptTitle") === heading) ?? "";
  return (/<formula1>"(.*)"<\/formula1>/u.exec(xml)?.[1] ?? "").split(",");
};

describe("the blank register", () => {
  test("has every column that the reader knows, and nobody in it", () => {
    const reading = readingOf(filled([{ ...SOUND }]));
    expect([...reading.table.columns.keys()].toSorted()).toEqual([...REGISTER_FIELDS].toSorted());
    const sheets = readSheets(template);
    const empty = sheets.ok ? readRegister(sheets.value, { electionDay: ELECTION_DAY, law: { voterAge: 18 } }) : sheets;
    expect(empty.ok ? [empty.value.persons, empty.value.leftOut] : empty.error).toEqual([[], []]);
  });

  test("keeps every cell as text, written or not, so that no number loses digits or zeros", () => {
    const sheet = partOf("xl/worksheets/sheet1.xml");
    const formats = (/<cellXfs.*<\/cellXfs>/u.exec(partOf("xl/styles.xml"))?.[0] ?? "").match(/<xf [^>]*>/gu) ?? [];
    const columns = sheet.match(/<col [^>]*>/gu) ?? [];
    expect(columns).toHaveLength(HEADINGS.length);
    for (const column of columns) expect(attribute(formats[Number(attribute(column, "style"))] ?? "", "numFmtId")).toBe("49");
    const cells = sheet.match(/<c r="[^>]*>/gu) ?? [];
    expect(cells).toHaveLength(3 * HEADINGS.length);
    for (const cell of cells) expect(attribute(formats[Number(attribute(cell, " s"))] ?? "", "numFmtId")).toBe("49");
    expect(sheet).toMatch(/<pane [^>]*topLeftCell="A2"[^>]*state="frozen"/u);
  });

  test("offers words to choose from down to the last row, and tells each column's meaning", () => {
    expect(validations.map((one) => attribute(one, "promptTitle"))).toEqual(HEADINGS);
    expect(validations.map((one) => attribute(one, "sqref"))).toEqual(HEADINGS.map((_, index) => `${String.fromCharCode(65 + index)}3:${String.fromCharCode(65 + index)}1048576`));
    expect(listOf("性别")).toEqual(["男", "女"]);
    expect(validations.filter((one) => attribute(one, "type") === "list").map((one) => attribute(one, "promptTitle"))).toEqual(["与户主关系", "性别", "民族", "居住情况", "外出人员是否表示参加选举", "备注"]);
    for (const one of validations) expect(attribute(one, "prompt").length).toBeLessThanOrEqual(255);
  });

  test.each(["与户主关系", "性别", "民族", "居住情况", "外出人员是否表示参加选举"] as const)("has only words for %s that are understood", (heading) => {
    for (const word of listOf(heading)) {
      const line: Line = { ...SOUND, [heading]: word, ...(heading === "性别" && word === "女" ? { 公民身份号码: identityNumberOf("110105", "1949-12-31", 2) } : {}) };
      const { persons: [person], findings } = readingOf(filled([line]));
      expect([word, ...findings.map(({ kind }) => kind)]).toEqual(word === "户籍不在本村" ? [word, "notApproved"] : [word]);
      if (heading === "民族" || heading === "与户主关系") expect(heading === "民族" ? person?.ethnicity : person?.relation).toBe(word);
      if (heading === "居住情况") expect([person?.livesHere, person?.category]).toEqual(word === "外出" ? [false, 2] : [true, word === "常住" ? 1 : 3]);
      if (heading === "外出人员是否表示参加选举") expect(person?.takesPart).toBe(word === "参加");
    }
  });

  test("has only words for the remarks that are understood", () => {
    const standing = Object.fromEntries(listOf("备注").map((word) => [word, readingOf(filled([{ ...SOUND, 备注: word }])).persons[0]?.exclusion ?? null]));
    expect(standing).toEqual({ 已故: "dead", 户口已迁出: "movedOut", "婚出，户口已迁出": "movedOut", 被剥夺政治权利: "deprived", 已恢复政治权利: null, 婚入: null, 收养: null, 户口迁入: null });
  });
});

describe("a register filled in on it", () => {
  const people = fc.array(fc.record({ day: fc.integer({ min: 1, max: 28 }), year: fc.integer({ min: 1930, max: 2020 }), serial: fc.integer({ min: 1, max: 999 }), group: fc.integer({ min: 1, max: 12 }), away: fc.boolean() }), { minLength: 1, maxLength: 30 });

  test("is read without a remark, the example left out, every person kept", () => {
    fc.assert(fc.property(people, (villagers) => {
      const lines = villagers.map(({ day, year, serial, group, away }, index): Line => {
        const born = `${year}-03-${String(day).padStart(2, "0")}`;
        const area = String(110_101 + index);
        return { 序号: String(index + 1), 村民小组: `${group}组`, 户号: String(index).padStart(4, "0"), 姓名: "王小明", 性别: serial % 2 === 1 ? "男" : "女", 民族: "汉族", 公民身份号码: identityNumberOf(area, born, serial), 出生日期: born, 居住情况: away ? "外出" : "常住", ...(away ? { 外出人员是否表示参加选举: "参加" } : {}) };
      });
      const reading = readingOf(filled(lines));
      expect([reading.findings, reading.leftOut]).toEqual([[], []]);
      expect(reading.persons.map(({ idNumber, household, group }) => [idNumber, household, group])).toEqual(lines.map((line, index) => [line.公民身份号码, line.户号, String(villagers[index]?.group)]));
    }), { numRuns: 15 });
  });

  test("keeps a person who was written over the example", () => {
    expect(readingOf(filled([{ ...SOUND, 序号: "1" }], "A2")).persons.map(({ name }) => name)).toEqual(["张国强"]);
  });

  test("tells of a row that is still marked as an example but names somebody else", () => {
    const { persons, leftOut } = readingOf(filled([SOUND, { ...SOUND, 序号: "示例", 公民身份号码: identityNumberOf("110105", "1980-03-02", 5), 出生日期: "1980-03-02" }]));
    expect([persons.length, leftOut]).toEqual([1, [{ sheet: "花名册", reason: "example", row: 4 }]]);
  });
});
