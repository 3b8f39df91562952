import { describe, expect, it } from "vitest";
import { articlesOf, compareNumbers, faultsOfSet, mergeNotices, NOTICE_CODES, packNoticesSchema, placeholdersOf } from "./notice-set.ts";
import { NATIONAL_NOTICES } from "./notices/national.ts";

const set = mergeNotices(NATIONAL_NOTICES);

describe("the numbered set of notices", () => {
  it("has every code once, no number twice, and wording that only names fields it has", () => {
    expect([...set.keys()].toSorted()).toEqual([...NOTICE_CODES].toSorted());
    expect(faultsOfSet(set)).toEqual([]);
  });
  it("numbers as in the district's practice set (RULES 8.1)", () => {
    expect([...set.values()].map((kind) => kind.number)).toEqual([
      "1", "1-1", "2", "2-1", "3", "4", "4-1", "4-2", "5", "6", "6-1", "7", "8", "8-1", "8-2", "9", "10", "11", "12", "13", "14", "15", "16", "16-1", "16-2", "16-3", "16-4", "17", null,
    ]);
  });
  it("G-03: gives notice 1 to the township's guidance office, notice 2 to the villagers' committee, all others to the election committee", () => {
    const others = [...set.values()].filter((kind) => kind.issuer !== "electionCommittee").map((kind) => [kind.number, kind.issuer]);
    expect(others).toEqual([["1", "townshipOffice"], ["2", "villagersCommittee"]]);
  });
  it("says in every wording whom to turn to, and on what article it stands where the law has one", () => {
    for (const kind of set.values()) {
      if (kind.template === null) continue;
      const text = JSON.stringify(kind.template);
      expect(text, kind.code).toContain("{government}");
    }
    const without = [...set.values()].filter((kind) => kind.template !== null && !JSON.stringify(kind.template).includes("{law ")).map((kind) => kind.code);
    expect(without).toEqual(["electionDayChange", "primaryMethod", "roamingVoters", "scribes", "invalidBallots", "correction"]);
  });
});

describe("a pack's own notices", () => {
  it("change numbers, titles and wording, and the order follows the numbers", () => {
    const changed = mergeNotices(NATIONAL_NOTICES, packNoticesSchema.parse([{ code: "candidates", number: "6-2", title: "候选人公告" }]));
    expect(changed.get("candidates")).toMatchObject({ number: "6-2", title: "候选人公告", issuer: "electionCommittee" });
    const numbers = [...changed.values()].map((kind) => kind.number);
    expect(numbers.indexOf("6-2")).toBe(numbers.indexOf("6-1") + 1);
    expect(faultsOfSet(changed)).toEqual([]);
  });
  it("a later change goes before an earlier one, and leaves the rest as it was", () => {
    const changed = mergeNotices(NATIONAL_NOTICES, [{ code: "staff", number: "12-1" }], [{ code: "staff", title: "工作人员公告" }]);
    expect(changed.get("staff")).toMatchObject({ number: "12-1", title: "工作人员公告" });
  });
  it("are refused with an unknown code, a malformed number or an unknown part", () => {
    for (const bad of [[{ code: "lottery" }], [{ code: "staff", number: "11-0" }], [{ code: "staff", number: "x" }], [{ title: "无名" }], [{ code: "staff", colour: "red" }], [{ code: "staff", number: "10" }], [{ code: "staff", title: "工" }], [{ code: "staff", due: { kind: "day", from: -1, until: -3, lastDay: null } }]]) {
      expect(packNoticesSchema.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
    }
  });
  it("are found faulty when a number stands twice, or wording names what the notice does not have", () => {
    expect(faultsOfSet(mergeNotices(NATIONAL_NOTICES, [{ code: "staff", number: "10" }]))).toEqual(["number 10 stands twice"]);
    expect(faultsOfSet(mergeNotices(NATIONAL_NOTICES, [{ code: "staff", template: [{ type: "paragraph", text: "{weather}" }] }]))).toEqual(["staff: no field weather", "staff: field staff is never used"]);
    expect(faultsOfSet(mergeNotices(NATIONAL_NOTICES, [{ code: "proxies", template: [{ type: "field", name: "staff" }, { type: "field", name: "proxies" }] }]))).toEqual(["proxies: no field staff"]);
    expect(faultsOfSet(mergeNotices(NATIONAL_NOTICES, [{ code: "invalidBallots", template: [{ type: "field", name: "rules" }, { type: "paragraph", text: "另：", when: "remarks" }, { type: "paragraph", text: "{remark}" }] }]))).toEqual(["invalidBallots: no field remarks"]);
    const field = { name: "staff", source: "case" as const, kind: "blocks" as const, label: { "zh-CN": "名单", en: "List" } };
    expect(faultsOfSet(mergeNotices(NATIONAL_NOTICES, [{ code: "staff", fields: [field, field] }]))).toEqual(["staff: a field stands twice"]);
  });
});

describe("placeholders and numbers", () => {
  it("a wording names its fields in braces, and articles by both texts of the law", () => {
    expect(placeholdersOf("根据{law 14/17}，{village}共{total}人")).toEqual(["law 14/17", "village", "total"]);
    expect(articlesOf("law 14/17")).toEqual({ of2018: 14, of2025: 17 });
    expect(articlesOf("village")).toBeNull();
    expect(articlesOf("law 14")).toBeNull();
  });
  it("numbers follow their base, then their branch, as numbers and not as text", () => {
    expect(["10", "2-1", "16-4", "2", "9", null, "16-10"].toSorted(compareNumbers)).toEqual(["2", "2-1", "9", "10", "16-4", "16-10", null]);
  });
});
