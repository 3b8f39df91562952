import { describe, expect, it } from "vitest";
import { NATIONAL_YEARS } from "../calendar/holidays.ts";
import { readHolidays } from "./holiday-text.ts";

const codesOf = (text: string): readonly string[] => {
  const read = readHolidays(text);
  return read.ok || read.error.kind !== "invalid" ? [] : read.error.issues.map((issue) => issue.code);
};

describe("holidays that an administrator brings", () => {
  it("as JSON in the shape of the program's own file, one year or a list", () => {
    const [first] = NATIONAL_YEARS;
    expect(readHolidays(JSON.stringify(NATIONAL_YEARS))).toEqual({ ok: true, value: NATIONAL_YEARS });
    expect(readHolidays(`\uFEFF${JSON.stringify(first)}`)).toEqual({ ok: true, value: [first] });
  });
  it("as rows, with full-width digits and several years", () => {
    const rows = "2027 正式 国务院办公厅通知\n放假 春节 2027-02-05 2027-02-11 2027-02-05 2027-02-06\n上班 2027-01-31、2027-02-13\n\n2028 expected county\noff 元旦 ２０２８-01-01 2028-01-01 2028-01-01";
    expect(readHolidays(rows)).toEqual({
      ok: true,
      value: [
        { year: 2027, status: "official", source: "国务院办公厅通知", holidays: [{ name: "春节", from: "2027-02-05", to: "2027-02-11", statutory: ["2027-02-05", "2027-02-06"] }], workdays: ["2027-01-31", "2027-02-13"] },
        { year: 2028, status: "expected", source: "county", holidays: [{ name: "元旦", from: "2028-01-01", to: "2028-01-01", statutory: ["2028-01-01"] }], workdays: [] },
      ],
    });
  });
  it.each([
    ["{", "holidaysNotJson"],
    ["[]", "holidaysShape"],
    ['{"year":2027,"status":"official","source":"x","holidays":[],"workdays":["2027-02-30"]}', "holidaysShape"],
    ['{"year":2027,"status":"official","source":"x","holidays":[],"workdays":[],"more":1}', "holidaysShape"],
    ["2027 也许 来源", "holidaysShape"],
    ["放假 春节 2027-02-05 2027-02-11", "holidaysRow"],
    ["2027 正式 来源\n休息 2027-02-05", "holidaysRow"],
    ["2027 正式 来源\n2027 正式 来源", "holidayYearTwice"],
    ["2027 正式 来源\n上班 2027-02-08", "workdayNotWeekend"],
    ["2027 正式 来源\n放假 春节 2027-02-11 2027-02-05", "holidayReversed"],
  ])("%s is refused with %s", (text, code) => {
    expect(codesOf(text)).toEqual([code]);
  });
});
