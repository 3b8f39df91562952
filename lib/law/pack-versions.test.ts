import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differences, inForceOn, nationalFaults, overlap, periodFaults, sameValue, type Period } from "./pack-versions.ts";
import type { ProvincePack } from "./pack.ts";
import { CN_2018, CN_2025 } from "./packs/national.ts";
import { CN_SH_2020 } from "./packs/shanghai.ts";

const period = (inForceFrom: string, inForceUntil: string | null = null): Period => ({ inForceFrom, inForceUntil });

test("values are the same whatever the order of their fields, and not when one figure differs", () => {
  expect(sameValue({ a: 1, b: [{ c: 2, d: null }] }, { b: [{ d: null, c: 2 }], a: 1 })).toBe(true);
  expect(sameValue({ a: 1 }, { a: 2 })).toBe(false);
  expect(sameValue([1, 2], [2, 1])).toBe(false);
  expect([sameValue(null, undefined), sameValue(undefined, undefined), sameValue("1", 1)]).toEqual([false, true, false]);
});

test("two packs differ where value, source or limits do, and each side says what it says", () => {
  expect(differences(CN_SH_2020, CN_SH_2020)).toEqual([]);
  const { runoffDays, ...others } = CN_SH_2020.parameters;
  if (runoffDays === undefined) throw new Error("no days");
  const other: ProvincePack = { ...CN_SH_2020, parameters: { ...others, runoffDays: { ...runoffDays, value: 20 } } };
  expect(differences(CN_SH_2020, other)).toEqual([{ key: "runoffDays", before: { value: 30, citation: runoffDays.citation }, after: { value: 20, citation: runoffDays.citation } }]);
  expect(differences(CN_SH_2020, { ...CN_SH_2020, parameters: others })).toMatchObject([{ key: "runoffDays", before: { value: 30 }, after: null }]);
  expect(differences(CN_SH_2020, { ...CN_SH_2020, parameters: { ...others, runoffDays: { ...runoffDays, limits: { max: 20 } } } })).toHaveLength(1);
  expect(differences(null, CN_SH_2020)).toHaveLength(Object.keys(CN_SH_2020.parameters).length);
  expect(differences(null, null)).toEqual([]);
  expect(differences(CN_2018, CN_2025).find((one) => one.key === "proxyCap")).toMatchObject({ before: { value: null, citation: { article: "15" } }, after: { value: 3, citation: { article: "18" } } });
});

describe("a new version against the national law of its first day", () => {
  const cap = (value: number, inForceFrom: string): ProvincePack => ({ ...CN_SH_2020, inForceFrom, parameters: { proxyCap: { value, citation: { text: "上海", article: "16", confidence: "seen" } } } });

  test("E-10: a cap of four proxies is refused from 2026, with the article that forbids it", () => {
    expect(nationalFaults(cap(4, "2026-01-01"), null)).toEqual([{ code: "packOutsideNational", parameter: "proxyCap", params: { value: "4", law: "村民委员会组织法(2025) 18", national: "3" } }]);
    expect(nationalFaults(cap(3, "2026-01-01"), null)).toEqual([]);
    expect(nationalFaults(cap(4, "2025-12-31"), null)).toEqual([]);
  });

  test("an older rule carried over unchanged is no fault, a changed one is", () => {
    expect(nationalFaults(cap(4, "2026-06-01"), cap(4, "2020-01-01"))).toEqual([]);
    expect(nationalFaults(cap(5, "2026-06-01"), cap(4, "2020-01-01"))).toHaveLength(1);
    expect(nationalFaults({ ...CN_SH_2020, inForceFrom: "2026-06-01" }, CN_SH_2020)).toEqual([]);
    expect(nationalFaults({ ...CN_SH_2020, inForceFrom: "2026-06-01" }, null).map((fault) => fault.parameter)).toEqual(["kinScope", "committeeLeaveOn", "voterCategoryThree", "nominators", "proxyHolder"]);
  });
});

describe("periods of versions", () => {
  test.each([
    ["2026-01-01", "2026-06-30", "2026-07-01", null, false],
    ["2026-01-01", "2026-07-01", "2026-07-01", null, true],
    ["2026-01-01", null, "2026-07-01", null, false],
    ["2026-01-01", null, "2026-01-01", null, true],
    ["2026-01-01", "2026-12-31", "2026-03-01", "2026-04-01", true],
  ])("%s to %s and %s to %s share a day: %s", (from, until, otherFrom, otherUntil, shared) => {
    expect(overlap(period(from, until), period(otherFrom, otherUntil))).toBe(shared);
    expect(overlap(period(otherFrom, otherUntil), period(from, until))).toBe(shared);
  });

  test("a version is dated after every other, and shares no day with one that ends", () => {
    const mine = { ...CN_SH_2020, inForceFrom: "2026-07-01", inForceUntil: null };
    const known = (from: string, until: string | null) => [{ ...period(from, until), number: 7 }];
    expect(periodFaults(mine, known("2026-01-01", null))).toEqual([]);
    expect(periodFaults(mine, known("2026-01-01", "2026-06-30"))).toEqual([]);
    expect(periodFaults(mine, known("2026-01-01", "2026-08-01"))).toEqual([{ code: "packOverlap", parameter: "inForceFrom", params: { number: 7, from: "2026-01-01", until: "2026-08-01", mine: "2026-07-01" } }]);
    expect(periodFaults(mine, known("2026-08-01", null))).toEqual([{ code: "packOverlap", parameter: "inForceFrom", params: { number: 7, from: "2026-08-01", until: "", mine: "2026-07-01" } }]);
    expect(periodFaults(mine, known("2026-07-01", null))).toHaveLength(1);
  });

  test("in force is the latest that has begun, unless it has ended", () => {
    const [first, second] = [period("2026-01-01"), period("2026-07-01", "2026-12-31")];
    const on = (day: string) => inForceOn([second, first], day);
    expect([on("2025-12-31"), on("2026-01-01"), on("2026-06-30"), on("2026-07-01"), on("2026-12-31"), on("2027-01-01")]).toEqual([null, first, first, second, second, null]);
    expect(inForceOn([], "2026-01-01")).toBeNull();
  });

  test("two versions that share no day are never both in force", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, "0")}`);
    const periods = fc.record({ inForceFrom: day, inForceUntil: day }).filter((one) => one.inForceFrom <= one.inForceUntil);
    fc.assert(
      fc.property(periods, periods, day, (one, other, today) => {
        const within = (version: Period) => version.inForceFrom <= today && (version.inForceUntil ?? today) >= today;
        if (within(one) && within(other)) expect(overlap(one, other)).toBe(true);
      }),
    );
  });
});
