import { describe, expect, test } from "vitest";
import { SEEN_ROWS } from "#tests/fixtures/law/seen-rows.ts";
import { lawFor, type Law } from "../law.ts";
import { RULES, ruleOf } from "./rulebook.ts";

function lawOn(firstVoteOn: string): Law {
  const law = lawFor({ firstVoteOn, province: null, parameters: {} });
  if (!law.ok) throw new Error(firstVoteOn);
  return law.value;
}

const old = lawOn("2025-12-31");
const current = lawOn("2026-01-01");

describe.each(SEEN_ROWS.map((row) => [row.rule, row.what, row] as const))("%s: %s", (_rule, _what, row) => {
  test("under the law of 2018", () => expect(row.ask(old)).toEqual(row.of2018));
  test("under the law of 2025", () => expect(row.ask(current)).toEqual(row.of2025));
});

test("the table speaks of rules read in full, and of every one that has a figure", () => {
  expect(SEEN_ROWS.filter((row) => ruleOf(row.rule)?.confidence !== "seen").map((row) => row.rule)).toEqual([]);
  const asked = new Set(SEEN_ROWS.map((row) => row.rule));
  const national = RULES.filter((rule) => rule.subject !== "guide" && rule.subject !== "province" && !rule.outside && rule.parameters.length > 0);
  // Shares and words of the law that have no figure of their own to compare.
  const without = new Set(["E-07", "E-12"]);
  expect(national.filter((rule) => !asked.has(rule.id) && !without.has(rule.id)).map((rule) => rule.id)).toEqual([]);
});
