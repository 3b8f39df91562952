import { expect, test } from "vitest";
import en from "../../messages/en.json" with { type: "json" };
import zh from "../../messages/zh-CN.json" with { type: "json" };
import { CATALOGUE, citationOf, finding, FINDING_CODES } from "./catalogue.ts";
import { lawFor, type Law } from "./law.ts";
import { keepsLimits } from "./pack.ts";
import { faultsOfPack } from "./pack-check.ts";
import { NATIONAL_PACKS, PROVINCE_PACKS } from "./packs.ts";

function lawOf(firstVoteOn: string, province: string | null = null, parameters: Record<string, unknown> = {}): Law {
  const law = lawFor({ firstVoteOn, province, parameters });
  if (!law.ok) throw new Error(JSON.stringify(law.error));
  return law.value;
}

function refusedFields(firstVoteOn: string, province: string | null, parameters: Record<string, unknown>): readonly string[] {
  const law = lawFor({ firstVoteOn, province, parameters });
  return law.ok ? [] : law.error.map((one) => `${one.code}:${one.fields.join()}`);
}

test.each([...NATIONAL_PACKS, ...PROVINCE_PACKS].map((pack) => [pack.id, pack] as const))("%s is sound data", (_id, pack) => {
  expect(faultsOfPack(pack)).toEqual([]);
});

test("a pack with an unknown parameter, a wrong value or a broken limit is found out", () => {
  const sound = PROVINCE_PACKS[0];
  const citation = { text: "x", article: "1", confidence: "seen" };
  expect(faultsOfPack({ ...sound, parameters: { nothing: { value: 1, citation } } })).toHaveLength(1);
  expect(faultsOfPack({ ...sound, parameters: { runoffDays: { value: -1, citation } } })).toHaveLength(1);
  expect(faultsOfPack({ ...sound, parameters: { runoffDays: { value: 31, citation, limits: { max: 30 } } } })).toHaveLength(1);
  expect(faultsOfPack({ ...sound, inForceFrom: "2026-02-30" })).toHaveLength(1);
});

test("the day of the first vote chooses the national law", () => {
  expect(lawOf("2025-12-31").national).toBe("CN-2018");
  expect(lawOf("2026-01-01").national).toBe("CN-2025");
  const wrong = lawFor({ firstVoteOn: "2026-01-01", national: "CN-2018", province: null, parameters: {} });
  expect(wrong.ok ? [] : wrong.error.map((one) => one.code)).toEqual(["packNotInForce"]);
});

test("E-13: province overrides nation and village overrides province, each with its source", () => {
  const law = lawOf("2026-04-18", "CN-ZJ-2020", { runoffDays: 20 });
  expect(law.values.women).toBe("reservedSeat");
  expect(law.sources.women).toBe("province");
  expect(law.citations.women.text).toContain("浙江");
  expect(law.values.runoffDays).toBe(20);
  expect(law.sources.runoffDays).toBe("village");
  expect(law.sources.listDays).toBe("national");
});

test("an older provincial rule that conflicts with the law of 2025 falls away, and stands under the law of 2018", () => {
  expect(lawOf("2026-04-18", "CN-ZJ-2020").values.proxyHolder).toBe("nearRelativeOrVillager");
  expect(lawOf("2026-04-18", "CN-SH-2020").values.committeeLeaveOn).toBe("nominatedOrRelativeNominated");
  expect(lawOf("2026-04-18", "CN-SH-2020").values.kinScope).toBe("nearRelatives");
  expect(lawOf("2024-04-18", "CN-SH-2020").values.committeeLeaveOn).toBe("confirmed");
  expect(lawOf("2024-04-18", "CN-SH-2020").values.kinScope).toBe("spouseDirectLine");
});

test("the village keeps inside the limits of nation and province", () => {
  expect(refusedFields("2026-04-18", null, { kinResolve: "none" })).toEqual(["parameterOutsideLimits:parameters.kinResolve"]);
  expect(refusedFields("2024-04-18", null, { kinResolve: "none" })).toEqual([]);
  expect(refusedFields("2026-04-18", null, { vacancyAllowedFrom: 2 })).toEqual(["parameterOutsideLimits:parameters.vacancyAllowedFrom"]);
  expect(refusedFields("2026-04-18", null, { runoffMargin: 0 })).toEqual(["parameterOutsideLimits:parameters.runoffMargin"]);
  expect(refusedFields("2026-04-18", null, { runoffDays: 1.5 })).toEqual(["parameterOutsideLimits:parameters.runoffDays"]);
  expect(refusedFields("2026-04-18", null, { runoffDays: null })).toEqual([]);
  expect(refusedFields("2026-04-18", "CN-BJ-2012", { runoffDays: 30 })).toEqual(["parameterOutsideLimits:parameters.runoffDays"]);
  expect(refusedFields("2026-04-18", "CN-BJ-2012", { runoffDays: null })).toEqual(["parameterOutsideLimits:parameters.runoffDays"]);
  expect(refusedFields("2026-04-18", null, { proxyCap: 9 })).toEqual(["parameterOutsideLimits:parameters.proxyCap"]);
  expect(refusedFields("2026-04-18", null, { toString: 1 })).toEqual(["parameterUnknown:parameters.toString"]);
  expect(refusedFields("2026-04-18", "CN-XX-1999", {})).toEqual(["packUnknown:province"]);
});

test("a limit on a number is never kept by null", () => {
  expect(keepsLimits(null, { max: 30 })).toBe(false);
  expect(keepsLimits(30, { max: 30 })).toBe(true);
  expect(keepsLimits(null, undefined)).toBe(true);
});

test("the known numbers of both laws", () => {
  const old = lawOf("2024-04-18").values;
  const current = lawOf("2026-04-18").values;
  expect([old.membersMin, old.membersMax, old.listDays, old.objectionDays, old.decisionDays, old.proxyCap]).toEqual([3, 7, 20, 5, 3, null]);
  expect([current.membersMin, current.membersMax, current.listDays, current.objectionDays, current.decisionDays, current.proxyCap]).toEqual([3, 7, 20, 5, 3, 3]);
  expect(current.candidateBars).toHaveLength(4);
  expect(old.candidateBars).toHaveLength(0);
  expect(current.handoverDays).toBe(10);
});

test.each(FINDING_CODES)("finding %s has words in both languages and a place, or says that it is practice", (code) => {
  for (const words of [zh.findings, en.findings]) {
    const entry: Readonly<Record<string, string>> | undefined = Object.entries(words).find(([key]) => key === code)?.[1];
    expect(entry?.["title"] ?? "").not.toBe("");
    expect(entry?.["why"] ?? "").not.toBe("");
    expect(entry?.["todo"] ?? "").not.toBe("");
  }
  for (const day of ["2024-04-18", "2026-04-18"]) {
    const { cites } = CATALOGUE[code];
    const citation = citationOf(code, lawOf(day));
    if (cites === "practice" || cites === "system") expect(citation).toBeNull();
    else expect(citation?.article).not.toBe("");
  }
});

test("a finding takes severity and citation from the catalogue unless the case says otherwise", () => {
  const law = lawOf("2026-04-18");
  const built = finding("listTooLate", { law, ok: false, actual: { days: 19 }, required: "19 >= 20", fields: ["publishedOn"] });
  expect(built).toMatchObject({ code: "listTooLate", severity: "error", ok: false, citation: { article: "17" } });
  expect(finding("auditNotPublished", { law, ok: false, severity: "error" }).severity).toBe("error");
});
