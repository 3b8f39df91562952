import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { readSheets } from "#lib/spreadsheet/read.ts";
import { GENERATED_ELECTION_DAY } from "#lib/demo/register/faulty.ts";
import { workbookOf, type Grid } from "#tests/support/workbook.ts";
import { countRegister, readRegister, type RegisterReading } from "./read-register.ts";

vi.setConfig({ testTimeout: 120_000 });

const LAW = { voterAge: 18 };
const FIXTURES = new URL("../../../tests/fixtures/register/", import.meta.url);
const answersSchema = z.object({
  electionDay: z.string(), dataRows: z.number(), eligible: z.number(), eligibleMen: z.number(), eligibleWomen: z.number(),
  minors: z.number(), deprived: z.number(), awayNotStated: z.number(), byGroup: z.record(z.string(), z.number()),
  faults: z.record(z.string(), z.number()),
  faultRows: z.array(z.object({ row: z.number(), fault: z.string(), name: z.string() })),
});

function read(bytes: Uint8Array, electionDay = GENERATED_ELECTION_DAY): RegisterReading {
  const sheets = readSheets(bytes);
  if (!sheets.ok) throw new Error(sheets.error);
  const reading = readRegister(sheets.value, { electionDay, law: LAW });
  if (!reading.ok) throw new Error(`missing ${reading.error.missing.join()}`);
  return reading.value;
}

describe("the register of Jiangjiazhuang", () => {
  const answers = answersSchema.parse(JSON.parse(readFileSync(new URL("register-jiangjiazhuang.answers.json", FIXTURES), "utf8")));
  const reading = read(readFileSync(new URL("register-jiangjiazhuang.xlsx", FIXTURES)), answers.electionDay);

  test("comes to the counts of its answer key", () => {
    expect(countRegister(reading.persons)).toEqual({
      rows: answers.dataRows,
      eligible: { total: answers.eligible, men: answers.eligibleMen, women: answers.eligibleWomen, byGroup: answers.byGroup },
      notListed: { minor: answers.minors, deprived: answers.deprived, awayNotStated: answers.awayNotStated, dead: answers.faults["dead"], movedOut: answers.faults["movedOut"], duplicate: answers.faults["duplicate"] },
    });
  });

  test("has every fault of its answer key, each with its kind, and no other", () => {
    expect(reading.findings.map(({ row, kind }) => ({ row, fault: kind }))).toEqual(answers.faultRows.map(({ row, fault }) => ({ row, fault })));
  });

  test("keeps every name of its answer key, rare characters among them", () => {
    const names = new Map(reading.persons.map((person) => [person.row, person.name]));
    expect(answers.faultRows.map(({ row }) => names.get(row))).toEqual(answers.faultRows.map(({ name }) => name));
    expect([names.get(715), names.get(2077), names.get(2345)]).toEqual(["康𠅤", "汪𫖯", "田𬱖"]);
  });

  test("counts who turns eighteen on election day, and not who does a day later", () => {
    const statuses = new Map(reading.persons.map((person) => [person.birthDate, person.status]));
    expect([statuses.get("2008-04-18"), statuses.get("2008-04-19")]).toEqual(["listed", "minor"]);
  });
});

describe("a row of a register", () => {
  const headings = ["村民小组", "户号", "姓名", "性别", "公民身份号码", "出生日期", "居住情况", "是否参加选举", "备注"];
  const sound = ["一组", "1", "张国强", "男", "110105194912310038", "1949-12-31", "常住", "", ""] as const;
  const row = (changes: Readonly<Record<string, string | number | null>>): (string | number | null)[] => headings.map((heading, index) => (heading in changes ? (changes[heading] ?? null) : (sound[index] ?? null)));
  const kinds = (...rows: (string | number | null)[][]): readonly string[] => read(workbookOf({ 名册: [headings, ...rows] })).findings.map(({ row: at, kind }) => `${at}:${kind}`);

  test("without faults has no finding", () => {
    expect(kinds(row({}))).toEqual([]);
  });

  test.each([
    [{ 姓名: "" }, ["2:nameMissing"]],
    [{ 姓名: "<script>alert(1)</script>" }, ["2:nameUnusual"]],
    [{ 姓名: "刘?" }, ["2:nameUnusual"]],
    [{ 姓名: "张".repeat(40) }, []],
    [{ 村民小组: "" }, ["2:groupUnknown"]],
    [{ 居住情况: "月球" }, ["2:residenceUnknown"]],
    [{ 居住情况: "户籍不在本村" }, ["2:notApproved"]],
    [{ 公民身份号码: null, 出生日期: null, 性别: "" }, ["2:idMissing", "2:birthUnknown", "2:sexUnknown"]],
    [{ 公民身份号码: null, 出生日期: "不详" }, ["2:idMissing", "2:birthUnknown"]],
    [{ 公民身份号码: 110105194912310030 }, ["2:idLostDigits"]],
    [{ 公民身份号码: "1.10105E+17" }, ["2:idLostDigits"]],
    [{ 公民身份号码: 110105491231003 }, ["2:id15"]],
    [{ 公民身份号码: "110105 19491231 0038" }, ["2:repairable:space"]],
    [{ 公民身份号码: "１１０１０５１９４９１２３１００３８　" }, ["2:repairable:space", "2:repairable:fullwidth"]],
    [{ 备注: "外嫁，户口未迁出" }, []],
    [{ 备注: "外嫁" }, []],
    [{ 备注: "服刑，未被剥夺政治权利" }, []],
    [{ 备注: "剥夺政治权利期满" }, []],
    [{ 备注: "2019年迁入" }, []],
    [{ 备注: "病故" }, ["2:dead"]],
    [{ 备注: "2024年户口已迁往省城" }, ["2:movedOut"]],
  ])("with %j has the findings %j", (changes, expected) => {
    expect(kinds(row(changes))).toEqual(expected);
  });

  test("with a number one digit from that of a namesake is likely a second row of the same person", () => {
    expect(kinds(row({}), row({ 公民身份号码: "110105194912310039", 出生日期: "1949-12-30" }))).toEqual(["3:idCheckDigit", "3:likelyDuplicate"]);
  });

  test("doubles the row with a household number, wherever that stands", () => {
    expect(kinds(row({ 户号: "" }), row({}))).toEqual(["2:duplicate"]);
    expect(kinds(row({}), row({}))).toEqual(["3:duplicate"]);
    expect(kinds(row({ 公民身份号码: "110105491231003" }), row({}))).toEqual(["2:id15", "3:duplicate"]);
  });

  test("of a signature, a note, a total or a repeated heading tells of nobody", () => {
    const reading = read(workbookOf({ 名册: [headings, row({}), [], headings, ["填表人：张三", null, null, null, null], ["合 计", 1], ["注：以上属实"]] }));
    expect([reading.persons.length, reading.findings.length]).toEqual([1, 0]);
  });
});

describe("a register whose columns cannot be found", () => {
  const sheets = (grid: Grid) => {
    const read = readSheets(workbookOf({ 名册: grid }));
    if (!read.ok) throw new Error(read.error);
    return read.value;
  };
  const grid = [["编号", "甲", "乙", "丙", "性别", "民族", "出生日期"], [1, "张国强", "110105194912310038", "3", "男", "汉", "1949-12-31"]];

  test("names the missing fields and the headings there are", () => {
    const reading = readRegister(sheets(grid), { electionDay: GENERATED_ELECTION_DAY, law: LAW });
    expect(reading).toMatchObject({ ok: false, error: { headerRow: 1, missing: ["idNumber", "name", "group"], sheet: "名册" } });
    expect(reading.ok ? [] : reading.error.headings.map(({ letters, label }) => letters + label)).toEqual(["A编号", "B甲", "C乙", "D丙", "E性别", "F民族", "G出生日期"]);
  });

  test("is read with the mapping of a person", () => {
    const reading = readRegister(sheets(grid), { electionDay: GENERATED_ELECTION_DAY, law: LAW, mapping: { headerRow: 1, columns: { name: 1, idNumber: 2, group: 3, sex: 4, birthDate: 6 } } });
    expect(reading.ok ? reading.value.persons.map(({ name, group, status }) => [name, group, status]) : []).toEqual([["张国强", "3", "listed"]]);
  });
});
