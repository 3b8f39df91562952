import { describe, expect, it } from "vitest";
import type { Finding } from "#lib/law/finding.ts";
import { factWords, findingArguments } from "./finding-words.ts";

const finding: Finding = {
  code: "example",
  severity: "error",
  ok: false,
  actual: { votes: 12, names: ["陈立", "王建国"], moved: true, place: null },
  required: "13",
  citation: null,
  fields: [],
};

describe("the arguments of a finding's words", () => {
  it("name each number, join lists as the language does, and carry what is required", () => {
    expect(findingArguments(finding, "zh-CN")).toEqual({ votes: 12, names: "陈立、王建国", moved: "true", place: "", required: "13" });
    expect(findingArguments(finding, "en")["names"]).toBe("陈立, 王建国");
  });

  it("write a civil day as the language writes days", () => {
    const late: Finding = { ...finding, actual: { deadline: "2026-03-29" } };
    expect(findingArguments(late, "zh-CN")["deadline"]).toBe("2026年3月29日");
    expect(findingArguments(late, "en")["deadline"]).toBe("29 March 2026");
  });

  it("put words in the place of codes where the messages have some", () => {
    const barred: Finding = { ...finding, actual: { bars: ["clan", "other.one"], office: "chair" } };
    const known: Readonly<Record<string, string>> = { "bars.clan": "利用宗族势力", "office.chair": "主任" };
    const t = Object.assign((key: string) => known[key] ?? key, { has: (key: string) => key in known });
    expect(findingArguments(barred, "zh-CN", factWords(t))).toMatchObject({ bars: "利用宗族势力、other.one", office: "主任" });
  });
});
