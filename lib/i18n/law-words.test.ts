import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import en from "../../messages/en.json" with { type: "json" };
import zh from "../../messages/zh-CN.json" with { type: "json" };
import { PACK_FAULT_CODES } from "../law/pack-check.ts";
import { kindOf } from "../law/kinds.ts";
import { LAW_KEYS } from "../law/parameters.ts";
import { limitWords, valueWords, type LawTranslator } from "./law-words.ts";

const translator = (locale: "zh-CN" | "en"): LawTranslator => {
  const t = createTranslator({ locale, messages: locale === "en" ? en : zh, namespace: "law" });
  return Object.assign((key: string, values?: Record<string, string | number>) => t(key as Parameters<typeof t>[0], values as never), { has: (key: string) => t.has(key as Parameters<typeof t.has>[0]) });
};
const chinese = translator("zh-CN");
const english = translator("en");

test.each(LAW_KEYS)("%s has a name, and each of its words has words, in both languages", (key) => {
  const kind = kindOf(key);
  const options = "options" in kind ? kind.options : [];
  for (const [messages, t] of [[zh, chinese], [en, english]] as const) {
    expect(Object.entries(messages.facts.parameter).find(([name]) => name === key)?.[1] ?? "").not.toBe("");
    for (const option of options) expect(t.has(`values.${key}.${option}`), `${key}.${option}`).toBe(true);
  }
});

test.each(PACK_FAULT_CODES)("the fault %s has words in both languages", (code) => {
  for (const messages of [zh, en]) expect(Object.keys(messages.issues)).toContain(code);
});

describe("a value in words", () => {
  test("numbers, yes and no, words, lists, margins, and nothing", () => {
    expect([
      valueWords(chinese, "proxyCap", 3), valueWords(chinese, "proxyCap", null), valueWords(chinese, "membersOdd", true), valueWords(chinese, "membersOdd", false),
      valueWords(chinese, "women", "reservedSeat"), valueWords(chinese, "roamingFor", ["oldOrIll"]), valueWords(chinese, "voterExtraGroups", []),
    ]).toEqual(["3", "未规定", "是", "否", "选票单列妇女委员职位", "老、弱、病、残的", "无"]);
    expect(valueWords(english, "margin", { chair: { min: 1, max: 1 }, viceChair: { min: 1, max: null }, member: { min: 1, max: 3 } })).toBe("chair: 1 more; vice chair: at least 1 more; members: 1 to 3 more");
  });
  test("what is no value of its kind, or has no words, stays as it is", () => {
    expect([valueWords(chinese, "proxyCap", "x"), valueWords(chinese, "women", "new"), valueWords(chinese, "roamingFor", 1), valueWords(chinese, "margin", 1)]).toEqual(['"x"', "new", "1", ""]);
  });
});

test("limits in words: the stricter of several, and the words left", () => {
  expect(limitWords(english, "proxyCap", [{ min: 1, max: 3 }, { max: 2 }])).toBe("at least 1; at most 2");
  expect(limitWords(english, "votesDown", [{ oneOf: ["none"] }, { oneOf: ["none"] }])).toBe("do not count");
  expect(limitWords(english, "runoffDays", [])).toBe("");
});
