import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, it, test } from "vitest";
import { guardTable } from "./guards/table.ts";
import { phaseOf, placedCodes, placeOfCode, whereToMend } from "./where.ts";

const desk = path.join(import.meta.dirname, "../../app/(desk)/desk/[electionId]");

/** Whether a page of the desk stands at an address; a part in square brackets takes any word. */
function pageAt(parts: readonly string[], folder = desk): boolean {
  const [first, ...rest] = parts;
  if (first === undefined) return existsSync(path.join(folder, "page.tsx"));
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name === first || /^\[\w+\]$/.test(name)).some((name) => pageAt(rest, path.join(folder, name)));
}

test("the test itself finds pages and misses none that is not there", () => {
  expect([pageAt(["audit"]), pageAt(["guards", "roll"]), pageAt(["nowhere"]), pageAt(["audit", "x"])]).toEqual([true, true, false, false]);
});
it.each(placedCodes)("%s is mended on a page that exists", (code) => {
  const page = placeOfCode(code)?.page ?? null;
  if (page !== null) expect(pageAt((page.split("?")[0] ?? "").split("/")), page).toBe(true);
});
it("every check that can stop or warn says where it is mended", () => {
  const told = ["handoverDue", "recovered", "turnout"];
  expect([...new Set(guardTable.flatMap((check) => check.codes))].filter((code) => placeOfCode(code) === null && !told.includes(code))).toEqual([]);
});
test("an address names the desk, the page and the field; a finding without a place belongs to the phase of its command", () => {
  expect(whereToMend("e1", "auditNotPublished")).toEqual({ page: "/desk/e1/audit", field: "publishedOn" });
  expect(whereToMend("e1", "packUnknown")).toBeNull();
  expect([phaseOf("auditNotPublished", "vote.open"), phaseOf("packUnknown", "vote.open"), phaseOf("packUnknown", "township.x")]).toEqual(["committee", "ballot", "committee"]);
});
