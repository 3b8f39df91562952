import { expect, it } from "vitest";
import { genericWords } from "./generic-words.ts";

it("a message without figures has blanks for numbers, days and names", () => {
  expect(genericWords("到会 {present, number}，不到法定人数 {quorum, number}", "zh-CN")).toBe("到会 ××，不到法定人数 ××");
  expect(genericWords("{holder} is a candidate", "en")).toBe("… is a candidate");
});

it("names every choice, and the general form of a plural", () => {
  expect(genericWords("{office, select, chair {主任} viceChair {副主任} other {委员}}的差额", "zh-CN")).toBe("主任/副主任/委员的差额");
  expect(genericWords("{days, plural, one {# day} other {# days}} left", "en")).toBe("… days left");
  expect(genericWords("名单{only, select, women {（限妇女）} other {}}", "zh-CN")).toBe("名单（限妇女）");
});
