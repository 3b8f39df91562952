import { describe, expect, it } from "vitest";
import { lawFor } from "../law/law.ts";
import { mergeNotices } from "../law/notice-set.ts";
import { NATIONAL_NOTICES } from "../law/notices/national.ts";
import { kindIn, lastLawfulDay, nationalSet, nextNumber, noticeDue, noticeSetOf } from "./set.ts";

function law(province: string | null) {
  const merged = lawFor({ firstVoteOn: "2026-04-18", province, parameters: {} });
  if (!merged.ok) throw new Error("no law");
  return merged.value;
}
const next = (code: Parameters<typeof nextNumber>[1], taken: readonly string[], corrects?: string) => nextNumber(nationalSet, code, new Set(taken), corrects ?? null);

describe("notice numbers", () => {
  it("take the number of the set while it is free", () => {
    expect(next("voterList", [])).toBe("4");
    expect(next("voterListChange", ["4"])).toBe("4-1");
  });
  it("branch on the base, past every number that the set keeps for another notice", () => {
    expect(next("voterListChange", ["4", "4-1"])).toBe("4-3");
    expect(next("voterListChange", ["4", "4-1", "4-3"])).toBe("4-4");
    expect(next("committeeChange", ["2", "2-1"])).toBe("2-2");
    expect(next("candidates", ["9"])).toBe("9-1");
    expect(next("resultRevote", ["16", "16-1"])).toBe("16-5");
    expect(next("pollingPlaces", ["10", "10-1"])).toBe("10-2");
  });
  it("a correction takes the next branch of what it corrects, also of a branch", () => {
    expect(next("correction", ["10"], "10")).toBe("10-1");
    expect(next("correction", ["4", "4-1"], "4-1")).toBe("4-3");
    expect(next("correction", ["1"], "1")).toBe("1-2");
  });
  it("follow a pack's own numbers", () => {
    const set = mergeNotices(NATIONAL_NOTICES, [{ code: "candidates", number: "6-2" }]);
    expect(nextNumber(set, "candidates", new Set())).toBe("6-2");
    expect(nextNumber(set, "candidates", new Set(["6-2"]))).toBe("6-3");
    expect(nextNumber(set, "representatives", new Set(["6"]))).toBe("6-3");
  });
});

describe("due days", () => {
  const due = (code: Parameters<typeof nextNumber>[1], province: string | null = null) => noticeDue(kindIn(nationalSet, code), "2026-04-18", law(province));
  it("are counted back from the vote by custom", () => {
    expect(due("electionDay")).toMatchObject({ from: "2026-03-15", until: "2026-03-15", statutory: false });
    expect(due("pollingPlaces")).toMatchObject({ from: "2026-04-15", until: "2026-04-16", statutory: false });
    expect(due("result")).toMatchObject({ from: "2026-04-18", until: "2026-04-18" });
  });
  it("R-08: the list is due by custom on day 28, and the law's last day stands beside it, day 20", () => {
    expect(due("voterList")).toMatchObject({ until: "2026-03-21", statutory: false });
    expect(lastLawfulDay(kindIn(nationalSet, "voterList"), "2026-04-18", law(null))).toMatchObject({ day: "2026-03-29" });
  });
  it("P-01: a province's earlier last day takes the custom's place, with its article", () => {
    expect(due("candidates")).toMatchObject({ until: "2026-04-14", statutory: false });
    const zhejiang = due("candidates", "CN-ZJ-2020");
    expect(zhejiang).toMatchObject({ until: "2026-04-13", statutory: true });
    expect(zhejiang?.citation.text).toContain("浙江");
  });
  it("a notice of an event has no day, and no law sets one for a notice of custom", () => {
    expect(due("committeeChange")).toBeNull();
    expect(lastLawfulDay(kindIn(nationalSet, "committeeChange"), "2026-04-18", law(null))).toBeNull();
    expect(lastLawfulDay(kindIn(nationalSet, "electionDay"), "2026-04-18", law(null))).toBeNull();
    expect(lastLawfulDay(kindIn(nationalSet, "proxies"), "2026-04-18", law(null))).toBeNull();
  });
  it("the first day never lies after the last", () => {
    for (const kind of nationalSet.values()) {
      for (const province of [null, "CN-ZJ-2020", "CN-SH-2020", "CN-BJ-2012", "CN-HA-2011"]) {
        const window = noticeDue(kind, "2026-04-18", law(province));
        if (window !== null) expect(window.from <= window.until, `${kind.code} ${String(province)}`).toBe(true);
      }
    }
  });
});

describe("the set of a case", () => {
  it("is the national one unless its pack changes it", () => {
    expect(noticeSetOf(law(null))).toBe(nationalSet);
    expect(noticeSetOf({ ...law(null), notices: [] })).toBe(nationalSet);
    expect(noticeSetOf({ ...law(null), notices: [{ code: "staff", title: "工作人员公告" }] }).get("staff")?.title).toBe("工作人员公告");
  });
});
