import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { RULES } from "#lib/law/rulebook/rulebook.ts";
import { lawCoverageDocument } from "../../scripts/law-coverage/document.ts";
import { ruleTests } from "../../scripts/law-coverage/rule-tests.ts";
import { root } from "./files.ts";

// Read while the file loads: how long it takes is no part of any test.
const current = lawCoverageDocument();

it("docs/law-coverage.md is current", () => {
  expect(readFileSync(path.join(root, "docs/law-coverage.md"), "utf8"), "run: npm run docs").toBe(current);
});

describe("every rule that the program applies", () => {
  const tested = new Set(ruleTests().map((test) => test.rule));

  it("has a test with its number in the name", () => {
    expect(RULES.filter((rule) => !rule.outside && !tested.has(rule.id)).map((rule) => rule.id)).toEqual([]);
  });

  it.each(RULES.filter((rule) => rule.structure.length > 0).map((rule) => [rule.id, rule.structure] as const))("%s points at places of the program that are there", (_id, structure) => {
    for (const place of structure) {
      const [file = "", name = ""] = place.split("#");
      expect(existsSync(path.join(root, file)), place).toBe(true);
      expect(readFileSync(path.join(root, file), "utf8"), place).toContain(name);
    }
  });

  it("is in the rulebook: no test names a rule that is not", () => {
    const known: ReadonlySet<string> = new Set(RULES.map((rule) => rule.id));
    expect(ruleTests().filter((test) => !known.has(test.rule)).map(({ rule, file }) => `${rule} in ${file}`)).toEqual([]);
  });
});
