import { afterAll, describe, expect, it } from "vitest";
import { closeRenderer } from "#lib/documents/pool.ts";
import { controlSheet, planChart } from "#lib/plan/papers.ts";
import { caseFactsOf, midway, planFor, wordsIn } from "#tests/support/plan.ts";
import { pageSizes, pdfPages, pdfText } from "#tests/support/pdf.ts";
import { print } from "./support.ts";

afterAll(closeRenderer);

const proof = { fingerprint: "ABCDEFGHIJKLMNOP2345", qr: "https://example.test/v/1" };
const words = wordsIn("zh-CN");
/** A3 across, in points. */
const A3 = { width: 1191, height: 842 };

describe("the plan on A3", () => {
  const chart = () => print("planChart", planChart(midway(), words, "2026-04-08", { title: "蒋家庄村第十二届村民委员会换届选举工作进程图", date: "2026-04-08", proof }));

  it("is one sheet of A3 across", async () => {
    expect(await pageSizes(await chart())).toEqual([A3]);
  });
  it("says every step with its days, who does it, its notice, its limit with the article, and its state", async () => {
    const text = await pdfText(await chart());
    for (const phrase of [
      "工作进程图", "选举日：2026年4月18日", "公布参加选举的村民名单", "村民选举委员会公告第4号（已发）", "3月21日至3月29日", "最迟3月29日，《村民委员会组织法(2025)》第17条", "已完成（超期）3月30日",
      "组织候选人与村民见面", "无法定日期（惯例）", "工作移交", "第33条", "D-20", "D+10", "菱形＝建议日期", "ABCDEFGHIJKLMNOP2345",
    ]) expect(text).toContain(phrase);
  });
  it("keeps to one sheet in every province, before anything was done", async () => {
    for (const province of ["CN-SH-2020", "CN-ZJ-2020", "CN-BJ-2012", "CN-HA-2011", null]) {
      const plan = planFor(caseFactsOf("2026-03-08", province), "2026-01-20");
      expect(await pdfPages(await print("planChart", planChart(plan, words, "2026-01-20", { title: "江家庄村第十二届村民委员会换届选举工作进程图", date: "2026-01-20", proof }))), province ?? "").toHaveLength(1);
    }
  });
});

describe("the control sheet on A3", () => {
  const villages = (count: number) => Array.from({ length: count }, (_, place) => (place % 2 === 0 ? midway() : planFor(caseFactsOf("2026-05-10"), "2026-04-08")));
  const sheet = (count: number) => print("controlSheet", controlSheet(villages(count), words, { title: "河西镇控制表", date: "2026-04-08", proof }));

  it("has a line for each village and a column for each step, late ones counted", async () => {
    const bytes = await sheet(3);
    expect(await pageSizes(bytes)).toEqual([A3]);
    const text = await pdfText(bytes);
    for (const phrase of ["河西镇控制表", "江家庄村", "推选村民选举委员会", "超期完成", "3.30", "共3个村"]) expect(text).toContain(phrase);
  });
  it("of fifty villages repeats its heading on every sheet", async () => {
    const pages = await pdfPages(await sheet(50));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.replaceAll(/\s|\u200b/g, "")).toContain("推选村民选举委员会");
  });
});
