import { describe, expect, it } from "vitest";
import en from "../../../messages/en.json" with { type: "json" };
import zh from "../../../messages/zh-CN.json" with { type: "json" };
import { CATALOGUE, FINDING_CODES } from "../catalogue.ts";
import { lawValuesSchema } from "../parameters.ts";
import { codesOfRule, rulesOfCode } from "./lookup.ts";
import { RULES, ruleOf } from "./rulebook.ts";

const wordsOf = (words: Readonly<Record<string, { readonly text: string; readonly how?: string }>>, id: string) => words[id];

/** How many rows the collection of rules has in each of the parts that this program keeps whole. */
const WHOLE_PARTS = { V: 9, C: 7, R: 10, N: 6, E: 14, A: 11, M: 16 } as const;

describe("the rulebook", () => {
  it("holds every row of the law once, and each number once", () => {
    const ids = RULES.map((rule) => rule.id);
    expect(new Set<string>(ids).size).toBe(ids.length);
    for (const [part, rows] of Object.entries(WHOLE_PARTS)) {
      const wanted = Array.from({ length: rows }, (_, at) => `${part}-${String(at + 1).padStart(2, "0")}`);
      expect(ids.filter((id) => id.startsWith(`${part}-`)).toSorted()).toEqual(wanted);
    }
  });

  it("has words for no rule that does not exist", () => {
    expect(Object.keys(zh.rules).filter((id) => ruleOf(id) === null)).toEqual([]);
  });

  it("owns every parameter of the packs", () => {
    const owned = new Set<string>(RULES.flatMap((rule) => rule.parameters));
    expect(Object.keys(lawValuesSchema.shape).filter((key) => !owned.has(key))).toEqual([]);
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it("is said in both languages, and so is what the program does where no finding does it", () => {
    for (const words of [zh.rules, en.rules]) {
      const said = wordsOf(words, id);
      expect(said?.text ?? "").not.toBe("");
      if (rule.structure.length > 0 || rule.outside) expect(said?.how ?? "", "how").not.toBe("");
    }
  });

  it("has its article in the law, or the guide's or a province's", () => {
    const national = [rule.of2018, rule.of2025].filter((place) => place !== null);
    for (const { article, paragraph } of national) {
      expect(Number.isInteger(article) && article >= 1 && article <= 50).toBe(true);
      expect(paragraph === null || (Number.isInteger(paragraph) && paragraph >= 1)).toBe(true);
    }
    expect(national.length + rule.elsewhere.length).toBeGreaterThan(0);
    if (rule.subject === "guide") expect(rule.elsewhere.some((other) => other.text.includes("选举规程"))).toBe(true);
  });

  it("is held by a finding, a parameter or the program's structure, or says why it is outside", () => {
    expect(codesOfRule(id).length + rule.parameters.length + rule.structure.length > 0 || rule.outside).toBe(true);
  });
});

describe.each(FINDING_CODES)("finding %s", (code) => {
  it("names the rules that it applies; only custom and matters of the program may have none", () => {
    const { cites } = CATALOGUE[code];
    if (cites !== "practice" && cites !== "system") expect(rulesOfCode(code).length).toBeGreaterThan(0);
  });
});
