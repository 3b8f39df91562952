import { describe, expect, test } from "vitest";
import { distinguishingMarks, isUnusualName, mendName, spaceOutName, surnameOf } from "./person-name.ts";

describe("mending a name", () => {
  test.each([
    ["谢　国有", "谢国有", true],
    [" 马轩 ", "马轩", true],
    ["刘𬭎", "刘𬭎", false],
    ["张 𠅤", "张𠅤", true],
    ["买买提•艾力", "买买提·艾力", false],
    ["买买提 · 艾力", "买买提·艾力", true],
    ["买买提.艾力", "买买提·艾力", false],
    ["John Smith", "John Smith", false],
    ["John  Smith", "John Smith", true],
    ["", "", false],
  ])("%j becomes %j", (raw, text, hadSpaces) => {
    expect(mendName(raw)).toEqual({ text, hadSpaces });
  });
});

describe("an unusual name", () => {
  test.each(["<script>alert(1)</script>", "张三（户主）", "刘?", "李3", "王\uE000", "", "张".repeat(51)])("%j asks for a look", (name) => {
    expect(isUnusualName(name)).toBe(true);
  });
  test.each(["刘𬭎", "尉迟平勇", "买买提·艾力", "John Smith", "㕔", "张".repeat(40)])("%j does not", (name) => {
    expect(isUnusualName(name)).toBe(false);
  });
});

test("names of two characters are spaced out on official lists", () => {
  expect(["马轩", "刘𬭎", "谢国有", "Al", "买买提·艾力"].map(spaceOutName)).toEqual(["马　轩", "刘　𬭎", "谢国有", "Al", "买买提·艾力"]);
});

test("persons of one name are told apart by birth year, then by birth day", () => {
  const persons = [
    { id: "a", name: "张伟", birthDate: "1970-01-02" },
    { id: "b", name: "张伟", birthDate: "1981-03-04" },
    { id: "c", name: "张伟", birthDate: "1981-12-05" },
    { id: "d", name: "李娜", birthDate: "1981-12-05" },
  ];
  expect([...distinguishingMarks(persons)]).toEqual([["a", "1970年生"], ["b", "1981年3月4日生"], ["c", "1981年12月5日生"]]);
});

test("surnames of two characters are known", () => {
  expect(["尉迟平勇", "张伟", "欧阳", "买买提·艾力", "𠅤某"].map(surnameOf)).toEqual(["尉迟", "张", "欧", "买买提·艾力", "𠅤"]);
});
