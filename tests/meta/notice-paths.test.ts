import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { NOTICE_CODES } from "#lib/law/notice-set.ts";
import { noticePath } from "#lib/notice/overview.ts";

const desk = path.join(import.meta.dirname, "../../app/(desk)/desk/[electionId]");

/** Whether an address under the desk has a page; a part with a value may be a folder in brackets. */
function hasPage(folder: string, parts: readonly string[]): boolean {
  const [head, ...rest] = parts;
  if (head === undefined) return existsSync(path.join(folder, "page.tsx"));
  if (!existsSync(folder)) return false;
  const inner = readdirSync(folder).filter((name) => name === head || name.startsWith("["));
  return inner.some((name) => hasPage(path.join(folder, name), rest));
}

it.each(NOTICE_CODES)("notice %s is drafted on a page that exists", (code) => {
  expect(hasPage(desk, noticePath(code).split("/"))).toBe(true);
});
it("an address without a page is found to have none", () => {
  expect(hasPage(desk, ["nowhere"])).toBe(false);
  expect(hasPage(desk, ["notices", "draft"])).toBe(true);
  expect(hasPage(desk, ["plan", "day", "nowhere"])).toBe(false);
});
