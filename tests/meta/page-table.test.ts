import { expect, it } from "vitest";
import { pageTable, titleOf } from "#tests/accessibility/page-table.ts";
import { pages, routes } from "#tests/support/e2e-sources.ts";

const known = new Set(pageTable.map((entry) => entry.page));
const present = pages().map((page) => page.address);

it.each(present)("%s is looked at by the accessibility tests", (address) => {
  expect(known).toContain(address);
});
it("the table names no page that is gone", () => {
  expect([...known].filter((address) => !present.includes(address))).toEqual([]);
});
it("no two entries have the same name", () => {
  const titles = pageTable.flatMap((entry) => ("seenIn" in entry ? [] : [titleOf(entry)]));
  expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([]);
});
it("every route tells by its builder whom it admits", () => {
  expect(routes().length).toBeGreaterThan(20);
});
