import { expect, it } from "vitest";
import { remembered } from "./remembered.ts";

it("answers like the function itself, which is asked once for texts that come again, also when the answer is nothing", () => {
  const asked: string[] = [];
  const length = remembered((text): number | undefined => {
    asked.push(text);
    return text === "" ? undefined : text.length;
  });
  expect(["男", "", "女性", "男", ""].map(length)).toEqual([1, undefined, 2, 1, undefined]);
  expect(asked).toEqual(["男", "", "女性"]);
});

it("keeps neither long texts nor any number of short ones", () => {
  let asked = 0;
  const same = remembered((text) => {
    asked += 1;
    return text;
  });
  const long = "字".repeat(41);
  for (const text of [long, long]) expect(same(text)).toBe(text);
  expect(asked).toBe(2);
  for (let number = 0; number < 3_000; number += 1) same(String(number));
  same("2999");
  expect(asked).toBe(3_003);
});
