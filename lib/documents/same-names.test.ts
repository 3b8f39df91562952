import { expect, it } from "vitest";
import { repeatedNames } from "./same-names.ts";

it("tells which names occur more than once", () => {
  const people = ["张三", "李四", "张三", "王五", "张三"].map((name) => ({ name, birthYear: null }));
  expect([...repeatedNames(people)]).toEqual(["张三"]);
  expect(repeatedNames([]).size).toBe(0);
});
