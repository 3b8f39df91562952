import { expect, test } from "vitest";
import { organicArticle } from "../article.ts";
import { citationOf } from "../catalogue.ts";
import { lawFor, type Law } from "../law.ts";
import { nationalLaw } from "./law-of-help.ts";
import { basisOf, codesOfRule, knownCode, rulesOfCode } from "./lookup.ts";
import { REFUSAL_RULES, rulesOfRefusal } from "./refusals.ts";
import { isUnverified, ruleOf, RULES } from "./rulebook.ts";

function lawOn(firstVoteOn: string): Law {
  const law = lawFor({ firstVoteOn, province: null, parameters: {} });
  if (!law.ok) throw new Error(firstVoteOn);
  return law.value;
}

test("a finding leads to its rules and a rule to its findings, both ways alike", () => {
  expect(rulesOfCode("listTooLate").map((rule) => rule.id)).toContain("R-08");
  expect(codesOfRule("R-08")).toContain("listTooLate");
  expect(codesOfRule("R-08")).not.toContain("proxyCap");
  for (const rule of RULES) for (const code of codesOfRule(rule.id)) expect([code, rulesOfCode(code).map((one) => one.id).includes(rule.id)]).toEqual([code, true]);
});

test("a code that nobody knows has no rules and is a matter of the program", () => {
  expect([knownCode("listTooLate"), knownCode("weather"), rulesOfCode("weather"), basisOf("weather")]).toEqual(["listTooLate", null, [], "system"]);
});

test("a finding rests on the law, on custom, or on the program", () => {
  expect([basisOf("listTooLate"), basisOf("electionDayPast"), basisOf("packUnknown"), basisOf("listedElsewhere")]).toEqual(["law", "practice", "system", "law"]);
});

test("a refusal of a field that the law makes leads to its rules, any other to none", () => {
  expect(rulesOfRefusal("listedElsewhere")).toEqual(["R-07"]);
  expect([rulesOfRefusal("required"), rulesOfRefusal("toString")]).toEqual([[], []]);
  for (const [code, rules] of Object.entries(REFUSAL_RULES)) expect([code, rules.length > 0 && rules.every((id) => ruleOf(id) !== null)]).toEqual([code, true]);
});

test("help cites the newest national law alone", () => {
  expect(nationalLaw()).toMatchObject({ national: "CN-2025", province: null, superseded: [] });
});

test("only what was read in full is no longer unverified", () => {
  expect((["seen", "seenExcerpt", "seenPractice", "unverified"] as const).map(isUnverified)).toEqual([false, true, true, true]);
});

test("an article that no parameter carries is that of the text in force", () => {
  const of2018 = { text: "村民委员会组织法(2018)", article: "13", confidence: "seen" };
  const of2025 = { text: "村民委员会组织法(2025)", article: "16", confidence: "seen" };
  expect([organicArticle(lawOn("2025-12-31"), "13", "16"), organicArticle(lawOn("2026-01-01"), "13", "16")]).toEqual([of2018, of2025]);
  expect([citationOf("listedElsewhere", lawOn("2025-12-31")), citationOf("listedElsewhere", lawOn("2026-01-01"))]).toEqual([of2018, of2025]);
});
