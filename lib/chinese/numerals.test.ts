import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDayOf } from "./civil-day.ts";
import { chineseDay, chineseNumeral, parseGroup, parseNumeral } from "./numerals.ts";

describe("the village group of a cell", () => {
  test.each([
    ["第三村民小组", "3"], ["第十二村民小组", "12"], ["三组", "3"], ["3组", "3"], ["03", "3"], ["８", "8"], ["第 5 小组", "5"], ["二十社", "20"], ["四队", "4"],
    ["江家庄村第二村民小组", "2"], ["江家庄村3组", "3"], ["东湾组", "东湾组"], ["", null], ["第一百零二组", "102"],
  ])("%j is %j", (raw, group) => {
    expect(parseGroup(raw)).toBe(group);
  });
});

describe("numerals", () => {
  test("read back what they write", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9999 }), (value) => parseNumeral(chineseNumeral(value)) === value));
  });
  test.each([[10, "十"], [11, "十一"], [20, "二十"], [105, "一百零五"], [110, "一百一十"], [2407, "二千四百零七"], [1000, "一千"], [0, "零"]])("%i is %s", (value, text) => {
    expect(chineseNumeral(value)).toBe(text);
  });
  test.each([["廿三", 23], ["二〇二六", 2026], ["两", 2], ["十十", null], ["村", null], ["", null], ["百", null]])("%j reads as %j", (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });
  test("refuse what has no numeral", () => {
    expect(() => chineseNumeral(10_000)).toThrow(RangeError);
    expect(() => chineseNumeral(1.5)).toThrow(RangeError);
  });
});

test("days are written as papers write them", () => {
  expect(chineseDay("2026-04-08")).toBe("2026年4月8日");
});

test("only days of the calendar are civil days", () => {
  expect([civilDayOf(2024, 2, 29), civilDayOf(2023, 2, 29), civilDayOf(1900, 2, 29), civilDayOf(2026, 13, 1), civilDayOf(2026, 1.5, 1)]).toEqual(["2024-02-29", null, null, null, null]);
});
