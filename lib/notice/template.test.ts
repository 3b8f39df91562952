import { describe, expect, it } from "vitest";
import { mergeNotices } from "../law/notice-set.ts";
import { NATIONAL_NOTICES } from "../law/notices/national.ts";
import { parseGroups } from "./groups.ts";
import { kindIn, nationalSet } from "./set.ts";
import { fillTemplate, governmentOf, lawWords, missingFields } from "./template.ts";
import { parseTyped, typedFill } from "./typed.ts";

const common = { village: "江家庄村", term: "第十三届", township: "河西镇", electionDay: "2026-04-18", date: "2026-03-15", issuer: "河西镇村民委员会换届选举指导组" };
const law = { national: "CN-2025" } as const;
const texts = (blocks: readonly { readonly type: string }[]): string => JSON.stringify(blocks);

describe("the wording of a notice", () => {
  it("names village, term, day in words and the article of the law in force", () => {
    const kind = kindIn(nationalSet, "electionDay");
    const now = texts(fillTemplate(kind, { values: {} }, common, law));
    expect(now).toContain("江家庄村");
    expect(now).toContain("2026年4月18日");
    expect(now).toContain("《中华人民共和国村民委员会组织法》第十四条");
    expect(texts(fillTemplate(kind, { values: {} }, common, { national: "CN-2018" }))).toContain("第十一条");
    expect(lawWords(law, 20, 24)).toBe("《中华人民共和国村民委员会组织法》第二十四条");
  });
  it("leaves a sentence out when what it speaks of is not given", () => {
    const kind = kindIn(nationalSet, "electionDay");
    expect(texts(fillTemplate(kind, { values: { workFrom: "2026-03-01", approval: " " } }, common, law))).toContain("自2026年3月1日起");
    expect(texts(fillTemplate(kind, { values: {} }, common, law))).not.toMatch(/工作自|已经.*同意/u);
  });
  it("leaves no brace behind, in any notice of the set", () => {
    for (const kind of nationalSet.values()) {
      const values = Object.fromEntries(kind.fields.map((field) => [field.name, field.kind === "day" ? "2026-04-01" : field.kind === "groups" ? "第一村民小组：王建国" : field.kind === "whole" ? "3" : "内容"]));
      const parts = Object.fromEntries(kind.fields.filter((field) => field.kind === "blocks").map((field) => [field.name, [{ type: "paragraph" as const, text: "表" }]]));
      const written = texts(fillTemplate(kind, { values, parts }, common, law));
      expect(written, kind.code).not.toMatch(/[{](?!")[a-z]|undefined/u);
      if (kind.template !== null) expect(written, kind.code).toContain("河西镇人民政府");
      expect(missingFields(kind, { values, parts }), kind.code).toEqual([]);
    }
  });
  it("a text with a dollar sign or braces of its own is written as it is", () => {
    const kind = kindIn(mergeNotices(NATIONAL_NOTICES), "invalidBallots");
    const written = texts(fillTemplate(kind, { values: { remark: "$& {village}" }, parts: { rules: [{ type: "paragraph", text: "规则" }] } }, common, law));
    expect(written).toContain("$& {village}");
  });
  it("says which fields are missing, blocks that the case did not make among them", () => {
    expect(missingFields(kindIn(nationalSet, "registration"), { values: { from: "2026-03-15", place: " " } }).map((field) => field.name)).toEqual(["until", "place", "contact"]);
    expect(missingFields(kindIn(nationalSet, "staff"), { values: {}, parts: { staff: [] } }).map((field) => field.name)).toEqual(["staff"]);
  });
  it("a sub-district has an office, a township a people's government", () => {
    expect(governmentOf("河西镇")).toBe("河西镇人民政府");
    expect(governmentOf("城东街道")).toBe("城东街道办事处");
  });
});

describe("people by group, as typed", () => {
  it("are read line by line, with notes in brackets", () => {
    expect(parseGroups("第一村民小组：王建国、李秀英（女）\n\n第二村民小组: 张三，李四")).toEqual({
      blocks: [{ type: "names", groups: [
        { title: "第一村民小组", names: [{ name: "王建国", note: null }, { name: "李秀英", note: "女" }] },
        { title: "第二村民小组", names: [{ name: "张三", note: null }, { name: "李四", note: null }] },
      ] }],
      faulty: [], people: 4,
    });
  });
  it("a line without a group or without anybody is named", () => {
    expect(parseGroups("王建国、李秀英\n第二村民小组：\n：张三")).toMatchObject({ blocks: [], faulty: [1, 2, 3], people: 0 });
    expect(parseGroups("")).toEqual({ blocks: [], faulty: [], people: 0 });
  });
});

describe("a notice that is typed", () => {
  const kind = kindIn(nationalSet, "representatives");
  it("counts people and women itself", () => {
    const fill = typedFill(kind, { heldOn: "2026-04-01", people: "第一村民小组：王建国、李秀英（女）" });
    expect(fill.values).toMatchObject({ total: 2, women: 1 });
    expect(texts(fillTemplate(kind, fill, common, law))).toContain("村民代表2人，其中妇女1人");
  });
  it("refuses what is missing or malformed, field by field", () => {
    const refused = parseTyped(kind, { heldOn: "2026-02-30", people: "王建国" });
    expect(refused).toMatchObject({ ok: false, error: { issues: [{ field: "values.heldOn", code: "invalidDate" }, { field: "values.people", code: "groupLine" }] } });
    expect(parseTyped(kind, {})).toMatchObject({ ok: false, error: { issues: [{ field: "values.heldOn", code: "required" }, { field: "values.people", code: "required" }] } });
  });
  it("takes only its own fields, and leaves optional ones out when they are empty", () => {
    expect(parseTyped(kind, { heldOn: "2026-04-01", people: "甲组：王建国", total: "99", other: "x" })).toEqual({ ok: true, value: { heldOn: "2026-04-01", people: "甲组：王建国" } });
    expect(parseTyped(kindIn(nationalSet, "electionDay"), { workFrom: "", approval: "县民政局" })).toEqual({ ok: true, value: { approval: "县民政局" } });
  });
});
