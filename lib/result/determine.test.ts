import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { determine } from "./determine.ts";

const FOLDER = new URL("../../tests/fixtures/determine/", import.meta.url);

type Case = { readonly input: unknown; readonly outcome: Readonly<Record<string, unknown>> };

const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name): readonly [string, Case] => [name, JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"))]);

test("every published case is here", () => {
  expect(cases).toHaveLength(24);
});

test.each(cases)("%s has the outcome worked out by hand", (_name, { input, outcome }) => {
  const result = determine(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { findings, schema, ...shown } = result.value;
  expect(schema).toBe("cunxuan.determination/1");
  expect(shown).toEqual(outcome);
  const codes = findings.map((finding) => finding.code);
  expect(codes).toEqual(expect.arrayContaining(["recovered", "turnout", "women", "size"]));
  expect(codes.filter((code) => code === "majority")).toHaveLength(result.value.elected.length);
  expect(findings.every((finding) => finding.citation !== null)).toBe(true);
});
