import { describe, expect, test } from "vitest";
import { ownPackFaults } from "./own-packs.ts";
import { NATIONAL_PACKS, PROVINCE_PACKS, provincePack } from "./packs.ts";
import { CN_2018, CN_2025 } from "./packs/national.ts";
import { REGIONS } from "./packs/regions.ts";
import { CN_ZJ_2020 } from "./packs/zhejiang.ts";
import { LAW_KEYS } from "./parameters.ts";
import { supersededBy } from "./law.ts";

test("the packs of the program are sound: the build stops on any fault", () => {
  expect(ownPackFaults()).toEqual([]);
});

describe("an unsound pack of the program is found out", () => {
  test("a fault inside a pack", () => {
    const broken = { ...CN_ZJ_2020, parameters: { ...CN_ZJ_2020.parameters, runoffDays: { value: 30, citation: { text: "", article: "29", confidence: "seen" } } } } as const;
    expect(ownPackFaults(NATIONAL_PACKS, PROVINCE_PACKS.map((pack) => (pack.id === broken.id ? broken : pack)))).toEqual(["CN-ZJ-2020: packNoSource runoffDays {}"]);
  });
  test("a day between two national laws, or a day in both", () => {
    expect(ownPackFaults([CN_2025, { ...CN_2018, inForceUntil: "2025-12-30" }])).toHaveLength(1);
    expect(ownPackFaults([CN_2025, { ...CN_2018, inForceUntil: "2026-01-01" }])).toHaveLength(1);
    expect(ownPackFaults([CN_2025, { ...CN_2018, inForceUntil: null }])).toHaveLength(1);
  });
  test("a province without a pack, with two, or under a foreign id", () => {
    expect(ownPackFaults(NATIONAL_PACKS, PROVINCE_PACKS.slice(1))).toEqual(["CN-ZJ: not exactly one pack"]);
    expect(ownPackFaults(NATIONAL_PACKS, [...PROVINCE_PACKS, CN_ZJ_2020])).toEqual(["CN-ZJ: not exactly one pack"]);
    expect(ownPackFaults(NATIONAL_PACKS, PROVINCE_PACKS.map((pack) => (pack.region === "CN-GD" ? { ...pack, id: "CN-GX-unverified" } : pack)))).toEqual(["CN-GX-unverified: not an id of CN-GD"]);
  });
});

describe("the 31 provinces", () => {
  test("each has a pack by its code, with a name in both languages; Hong Kong, Macau and Taiwan have none", () => {
    expect([REGIONS.length, PROVINCE_PACKS.length, new Set(PROVINCE_PACKS.map((pack) => pack.id)).size]).toEqual([31, 31, 31]);
    for (const { code, zh, en, hasFullText } of REGIONS) {
      const pack = PROVINCE_PACKS.find((one) => one.region === `CN-${code}`);
      if (!hasFullText) expect([pack?.id, pack?.name["zh-CN"].startsWith(zh), pack?.name.en.startsWith(en)]).toEqual([`CN-${code}-unverified`, true, true]);
    }
    for (const code of ["HK", "MO", "TW"]) expect(provincePack(`CN-${code}-unverified`)).toBeNull();
  });
  test("a pack whose measures nobody read says so, and so does every value it took from elsewhere", () => {
    for (const pack of PROVINCE_PACKS.filter((one) => one.read === "none")) {
      for (const key of LAW_KEYS) expect([undefined, "unverified", "seenExcerpt"]).toContain(pack.parameters[key]?.citation.confidence);
    }
  });
  test("texts known to have been replaced from 2026 on are named: Guangdong and Chongqing", () => {
    for (const code of ["GD", "CQ"]) expect(provincePack(`CN-${code}-unverified`)?.note?.["zh-CN"]).toContain("2026年1月1日");
  });
});

/** Province, keys that gave way, with the article of the province and of the law of 2025. */
const GAVE_WAY: readonly (readonly [string, readonly (readonly [string, string, string])[]])[] = [
  ["CN-ZJ-2020", [["kinScope", "31", "8"], ["committeeLeaveKin", "9", "15"], ["nominators", "16", "18"], ["proxyHolder", "25", "18"]]],
  ["CN-SH-2020", [["kinScope", "2", "8"], ["committeeLeaveOn", "7", "15"], ["voterCategoryThree", "9", "16"], ["nominators", "12", "18"], ["proxyHolder", "16", "18"]]],
  ["CN-BJ-2012", [["termYears", "4", "14"], ["committeeLeaveOn", "11", "15"], ["nominators", "16", "18"], ["proxyHolder", "25", "18"]]],
  ["CN-HA-2011", [["termYears", "17", "14"], ["kinScope", "8", "8"], ["committeeLeaveOn", "12", "15"], ["voterCategoryThree", "20", "16"], ["nominators", "24", "18"], ["proxyHolder", "30", "18"]]],
];

test.each(GAVE_WAY)("rules of %s that the law of 2025 overtook are kept with both articles", (id, expected) => {
  const rows = supersededBy(CN_2025, provincePack(id));
  expect(rows.map((row) => [row.key, row.province.citation.article, row.national.citation.article])).toEqual(expected);
  for (const row of rows) expect(row.province.value).not.toEqual(row.national.value);
});
