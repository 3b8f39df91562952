import { expect, it } from "vitest";
import { birthNote, repeatedNames } from "./same-names.ts";

it("tells which names occur more than once", () => {
  const people = ["张三", "李四", "张三", "王五", "张三"].map((name) => ({ name, birthYear: null }));
  expect([...repeatedNames(people)]).toEqual(["张三"]);
  expect(repeatedNames([]).size).toBe(0);
});

it("writes the birth year behind a name, and the month where it is told", () => {
  expect([birthNote({ birthYear: null }), birthNote({ birthYear: 1951 }), birthNote({ birthYear: 1951, birthMonth: null }), birthNote({ birthYear: 1951, birthMonth: 12 })]).toEqual([null, "（1951年生）", "（1951年生）", "（1951年12月生）"]);
});
