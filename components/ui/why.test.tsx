import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { finding } from "#lib/law/catalogue.ts";
import type { Finding } from "#lib/law/finding.ts";
import { lawFor } from "#lib/law/law.ts";
import { REFUSAL_RULES, rulesOfRefusal } from "#lib/law/rulebook/refusals.ts";
import en from "../../messages/en.json" with { type: "json" };
import zh from "../../messages/zh-CN.json" with { type: "json" };
import { ErrorSummary } from "./ErrorSummary.tsx";
import { FindingList } from "./FindingList.tsx";

const merged = lawFor({ firstVoteOn: "2026-04-18", province: null, parameters: {} });
if (!merged.ok) throw new Error("no law");
const law = merged.value;

const html = (one: Finding, locale: "zh-CN" | "en" = "zh-CN"): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === "en" ? en : zh} timeZone="Asia/Shanghai">
      <FindingList findings={[one]} />
    </NextIntlClientProvider>,
  );

const quorum = finding("meetingNotDecided", { law, ok: false, actual: { inFavour: 18, present: 36, least: 19 }, required: "2 x 18 > 36" });

describe("a field that the law refuses", () => {
  it("answers why with its rule", () => {
    const summary = renderToStaticMarkup(
      <NextIntlClientProvider locale="zh-CN" messages={zh} timeZone="Asia/Shanghai">
        <ErrorSummary issues={[{ field: "since", text: "居住年限不满规定", rules: rulesOfRefusal("tooShortTime") }, { field: "name", text: "请填写姓名", rules: rulesOfRefusal("required") }]} />
      </NextIntlClientProvider>,
    );
    expect(summary.split("<details")).toHaveLength(2);
    expect(summary).toContain(zh.rules["R-05"].text);
    expect(summary).toContain('href="/help/rules#R-05"');
  });

  it("is one that forms can give", () => {
    expect(Object.keys(REFUSAL_RULES).filter((code) => !(code in zh.issues))).toEqual([]);
  });
});

describe("a stop on screen", () => {
  it("shows what is wrong with its numbers and the way out at once", () => {
    const [before] = html(quorum).split("<details");
    expect(before).toContain("赞成 18 人，不到所需的 19 人");
    expect(before).toContain("怎么办：");
  });

  it("answers why on the first tap, without scripts: rule in words, comparison, article", () => {
    const opened = html(quorum).split("<details")[1] ?? "";
    expect(opened).toContain("为什么？");
    expect(opened).toContain(zh.rules["M-04"].text);
    expect(opened).toContain("2 × 18 &gt; 36，不成立。");
    expect(opened).toContain("《村民委员会组织法(2025)》第30条");
  });

  it("leads to the rule's and the message's help on the second", () => {
    expect(html(quorum)).toContain('href="/help/rules#M-04"');
    expect(html(quorum)).toContain('href="/help/findings#meetingNotDecided"');
  });

  it("says so when it is custom, and how sure a guide's rule is", () => {
    expect(html(finding("rollEmpty", { law, ok: false, actual: { listed: 0 } }))).toContain(zh.why.basis.practice);
    const staff = html(finding("staffConflict", { law, ok: false, actual: { name: "张三" } }), "en");
    expect(staff).toContain("Why?");
    expect(staff).toContain(en.common.finding.confidence.unverified);
  });
});
