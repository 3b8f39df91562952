import { expect, it } from "vitest";
import { pageTable } from "#tests/accessibility/page-table.ts";
import { pages } from "#tests/support/e2e-sources.ts";

const known = new Set(pageTable.map((entry) => entry.page));
const present = pages().map((page) => page.address);

it.each(present)("%s is looked at by the accessibility tests", (address) => {
  expect(known).toContain(address);
});
it("the table names no page that is gone", () => {
  expect([...known].filter((address) => !present.includes(address))).toEqual([]);
});
