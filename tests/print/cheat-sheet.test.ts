import { afterAll, describe, expect, it } from "vitest";
import { closeRenderer } from "#lib/documents/pool.ts";
import { cheatSheet } from "#lib/help/cheat-sheet.ts";
import { FINDING_CODES } from "#lib/law/catalogue.ts";
import { pdfPages } from "#tests/support/pdf.ts";
import { print } from "./support.ts";

afterAll(closeRenderer);

describe("the cheat sheet of the desk", () => {
  const sheet = cheatSheet("2026-04-18");

  it("has every finding of the catalogue once, with what to do and its article", () => {
    const entries = sheet.phases.flatMap((phase) => phase.entries);
    expect(entries).toHaveLength(FINDING_CODES.length);
    expect(entries.filter((entry) => /[{}]/.test(entry.title + entry.todo))).toEqual([]);
    expect(entries.find((entry) => entry.title.startsWith("离选举日只有 ×× 天，名单"))).toMatchObject({ severity: "error", basis: "第17条" });
    expect(entries.find((entry) => entry.title.includes("候选人或者候选人的近亲属"))?.basis).toBe("规程六(五)");
    expect(entries.find((entry) => entry.title.startsWith("候选人名单最迟"))?.basis).toBe("本省规定");
    expect(entries.find((entry) => entry.title.endsWith("的近亲属") && entry.todo.startsWith("改由近亲属"))?.basis).toBe("2018年第15条");
  });

  it("prints every row whole, phases in the order of the election, pages numbered", async () => {
    const pages = await pdfPages(await print("cheatSheet", sheet));
    const text = pages.join("").replaceAll(/\s/g, "");
    for (const words of ["村民委员会选举办事速查表", "一、法律和选举日", "七、结果认定", "必须改正", "请核实", "第17条", "2026年4月18日印制", `第1页共${pages.length}页`]) expect(text).toContain(words);
    for (const { title, todo } of sheet.phases.flatMap((phase) => phase.entries)) {
      expect(text).toContain(title.replaceAll(/\s/g, ""));
      expect(text).toContain(todo.replaceAll(/\s/g, ""));
    }
    expect(pages.length).toBeLessThan(15);
  });
});
