import { describe, expect, test } from "vitest";
import { CATALOGUE, citationOf, finding, FINDING_CODES } from "./catalogue.ts";
import { lawFor, type Law, type LawRequest } from "./law.ts";
import { isMethodKey, METHOD_KEYS, villageMethodSchema } from "./method.ts";
import { keepsLimits } from "./pack.ts";
import { nationalPack, provincePack } from "./packs.ts";
import { CN_2018, CN_2025 } from "./packs/national.ts";
import { CN_ZJ_2020 } from "./packs/zhejiang.ts";
import { LAW_KEYS, VILLAGE_KEYS, villageParametersSchema } from "./parameters.ts";
import { byStage, isOpen, lawRows } from "./table.ts";

const request = (over: Partial<LawRequest>): LawRequest => ({ firstVoteOn: "2026-04-18", province: null, parameters: {}, ...over });

function lawOf(over: Partial<LawRequest>): Law {
  const law = lawFor(request(over));
  if (!law.ok) throw new Error(JSON.stringify(law.error));
  return law.value;
}

function refusals(over: Partial<LawRequest>) {
  const law = lawFor(request(over));
  return law.ok ? [] : law.error;
}

describe("a method outside the limits is refused with the article that forbids it", () => {
  test("E-10: a proxy cap of four, by the nation's Article 18, whatever the province says", () => {
    const refusal = {
      code: "parameterOutsideLimits", severity: "error", ok: false, fields: ["parameters.proxyCap"],
      actual: { parameter: "proxyCap", value: "4" },
      citation: { text: "村民委员会组织法(2025)", article: "18", confidence: "seen" },
    };
    expect(refusals({ parameters: { proxyCap: 4 } })).toEqual([{ ...refusal, required: ">= 1; <= 3" }]);
    expect(refusals({ province: "CN-ZJ-2020", parameters: { proxyCap: 4 } })).toEqual([{ ...refusal, required: ">= 1; <= 3; >= 1; <= 3" }]);
    expect(refusals({ parameters: { proxyCap: 0 } })).toHaveLength(1);
    expect(refusals({ parameters: { proxyCap: 1 } })).toEqual([]);
    expect(refusals({ firstVoteOn: "2025-12-31", parameters: { proxyCap: 4 } })).toEqual([]);
  });

  test("a run-off after thirty days in Beijing, by Beijing's Article 30", () => {
    expect(refusals({ province: "CN-BJ-2012", parameters: { runoffDays: 30 } })).toMatchObject([{ required: ">= 0; <= 15", citation: { text: "北京市村民委员会选举办法(2012)", article: "30" } }]);
  });

  test("relatives who do not yield, by the nation's Article 8, among the values that it leaves", () => {
    expect(refusals({ province: "CN-ZJ-2020", parameters: { kinResolve: "none" } })).toMatchObject([{ required: expect.stringMatching(/officeThenVotes.*; .*officeThenVotes/), actual: { value: `"none"` }, citation: { article: "8", text: "村民委员会组织法(2025)" } }]);
  });

  test("a value of another kind, though no limit is set for it", () => {
    expect(refusals({ parameters: { runoffDays: "soon" } })).toMatchObject([{ code: "parameterOutsideLimits", required: "a value of the parameter's type", actual: { value: `"soon"` } }]);
    expect(refusals({ parameters: { runoffDays: undefined } })).toHaveLength(1);
  });

  test("R-01: a rule that no village may set, with the value that stands", () => {
    expect(refusals({ parameters: { voterAge: 16 } })).toMatchObject([{ code: "parameterOutsideLimits", required: "= 18", citation: { article: "16" } }]);
  });

  test("a parameter that no law knows, without an article", () => {
    expect(refusals({ parameters: { weather: 1 } })).toEqual([
      { code: "parameterUnknown", severity: "error", ok: false, actual: { parameter: "weather" }, required: "a parameter that a village may set", citation: null, fields: ["parameters.weather"] },
    ]);
  });

  test("several at once are all told, with an unknown pack and one of another time", () => {
    const all = refusals({ national: "CN-2018", province: "CN-XX-1999", parameters: { proxyCap: 4, weather: 1 } });
    expect(all.map((one) => [one.code, one.fields.join()])).toEqual([["packNotInForce", "national"], ["packUnknown", "province"], ["parameterOutsideLimits", "parameters.proxyCap"], ["parameterUnknown", "parameters.weather"]]);
    expect(all[0]).toMatchObject({ actual: { national: "CN-2018", firstVoteOn: "2026-04-18" }, required: "CN-2025", citation: null });
    expect(all[1]).toMatchObject({ actual: { province: "CN-XX-1999" }, required: "a province pack of this program", citation: null });
  });
});

describe("which level set a value", () => {
  test("an unverified province that repeats the nation has set nothing", () => {
    const law = lawOf({ province: "CN-HB-unverified" });
    expect([law.province, law.sources.runoffMargin, law.sources.votesDown, law.sources.postponeMonths]).toEqual(["CN-HB-unverified", "national", "national", "province"]);
    expect(law.superseded).toEqual([]);
  });

  test("every parameter has a value, a source and a place", () => {
    const law = lawOf({ province: "CN-ZJ-2020", parameters: { runoffDays: 20 } });
    for (const key of LAW_KEYS) expect([key, typeof law.citations[key].text, ["national", "province", "village"].includes(law.sources[key])]).toEqual([key, "string", true]);
    expect([law.values.runoffDays, law.sources.runoffDays, law.citations.runoffDays.article]).toEqual([20, "village", "29"]);
  });
});

describe("packs of a case's own", () => {
  const days = CN_ZJ_2020.parameters.runoffDays;
  if (days === undefined) throw new Error("no days");
  const province = { ...CN_ZJ_2020, parameters: { ...CN_ZJ_2020.parameters, runoffDays: { ...days, value: 12 } } };

  test("take the place of those they name, and of no others", () => {
    expect(lawOf({ province: "CN-ZJ-2020", packs: { province } }).values.runoffDays).toBe(12);
    expect(lawOf({ province: "CN-SH-2020", packs: { province } }).values.runoffDays).toBe(30);
    expect(lawOf({ packs: { province } }).values.runoffDays).toBeNull();
    expect(lawOf({ province: "CN-ZJ-2020", packs: { province: null } }).values.runoffDays).toBe(30);
  });

  test("of the nation count only under the law in force", () => {
    const national = { ...CN_2025, parameters: { ...CN_2025.parameters, runoffMargin: { ...CN_2025.parameters.runoffMargin, value: 2 } } };
    expect(lawOf({ packs: { national } }).values.runoffMargin).toBe(2);
    expect(lawOf({ firstVoteOn: "2025-12-31", packs: { national } })).toMatchObject({ national: "CN-2018", values: { runoffMargin: 1 } });
  });

  test("are found by their ids, or not at all", () => {
    expect([nationalPack("CN-2018")?.id, nationalPack("CN-1998"), provincePack("CN-SH-2020")?.region, provincePack("CN-XX-1999")]).toEqual(["CN-2018", null, "CN-SH", null]);
  });
});

test("limits: a word among the allowed, a number between least and most, both included", () => {
  expect([keepsLimits(3, { min: 3, max: 3 }), keepsLimits(2, { min: 3 }), keepsLimits(4, { max: 3 }), keepsLimits(4, { min: 3 }), keepsLimits(2, { max: 3 })]).toEqual([true, false, false, true, true]);
  expect([keepsLimits("a", { oneOf: ["a"] }), keepsLimits("b", { oneOf: ["a"] }), keepsLimits("3", { min: 1 }), keepsLimits(null, { min: 1 }), keepsLimits(5, {})]).toEqual([true, false, false, false, true]);
  expect([keepsLimits(5, { oneOf: [5], max: 4 }), keepsLimits(5, { oneOf: [5], max: 5 })]).toEqual([false, true]);
});

test("a village may set what decides the outcome and how the work is done, and nothing else", () => {
  expect(METHOD_KEYS.filter((key) => VILLAGE_KEYS.some((one) => one === key))).toEqual([...VILLAGE_KEYS]);
  expect(Object.keys(villageMethodSchema.shape).toSorted()).toEqual([...METHOD_KEYS].toSorted());
  expect(Object.keys(villageParametersSchema.shape).toSorted()).toEqual([...VILLAGE_KEYS].toSorted());
  expect([isMethodKey("proxyCap"), isMethodKey("voterAge"), isMethodKey("toString")]).toEqual([true, false, false]);
  expect(villageMethodSchema.safeParse({ voterAge: 16 }).success).toBe(false);
});

describe("the table of a case's law", () => {
  const packs = { national: CN_2025, province: CN_ZJ_2020 };
  const rowsNow = () => lawRows(packs, lawOf({ province: "CN-ZJ-2020" }));
  const row = (key: string) => {
    const found = rowsNow().find((one) => one.key === key);
    if (found === undefined) throw new Error(key);
    return found;
  };

  test("has every parameter with what each level says, and what has given way", () => {
    expect(rowsNow().map((one) => one.key)).toEqual([...LAW_KEYS]);
    expect(row("runoffDays")).toMatchObject({ value: 30, source: "province", superseded: false, national: { value: null }, province: { value: 30, citation: { article: "29" } }, limits: [{ min: 0, max: 30 }] });
    expect(row("proxyHolder")).toMatchObject({ value: "nearRelativeOrVillager", source: "national", superseded: true, province: { value: "nearRelative" }, limits: [{ oneOf: ["nearRelativeOrVillager"] }] });
    expect(row("termYears")).toMatchObject({ province: null, superseded: false, limits: [{ oneOf: [5] }], national: { value: 5, citation: { article: "14" } } });
    expect(row("proxyCap").limits).toEqual([{ min: 1, max: 3 }, { min: 1, max: 3 }]);
    expect(row("runoffDays").province).toEqual({ value: 30, citation: { text: "浙江省村民委员会选举办法(2020)", article: "29", confidence: "seen" } });
    expect(row("electedThreshold").limits).toEqual([]);
    expect(lawRows({ national: CN_2018, province: null }, lawOf({ firstVoteOn: "2025-12-31" })).every((one) => one.province === null && !one.superseded)).toBe(true);
  });

  test("groups them by the stage that rests on them, none lost", () => {
    const rows = rowsNow();
    const parts = byStage(rows);
    expect(parts.flatMap((part) => part.rows).length).toBe(rows.length);
    expect(parts.map((part) => part.stage)).toEqual(["committee", "seats", "roll", "nomination", "candidates", "proxies", "places", "vote", "after"]);
    expect(byStage([row("listDays")]).map((part) => part.stage)).toEqual(["roll"]);
  });

  test("says where a village has something to choose", () => {
    expect([isOpen(row("runoffDays"), null), isOpen(row("votesDown"), ["none", "toLower"]), isOpen(row("vacancyBy"), ["law", "meeting"])]).toEqual([true, false, true]);
    const limited = (limits: ReturnType<typeof row>["limits"]) => isOpen({ ...row("runoffDays"), limits }, null);
    expect([limited([]), limited([{ min: 3 }]), limited([{ max: 3 }]), limited([{ min: 3, max: 3 }]), limited([{ min: 3 }, { max: 4 }]), limited([{ min: 2, max: 9 }, { min: 5, max: 5 }]), limited([{ oneOf: [5] }]), limited([{ oneOf: [5, 6] }])]).toEqual([true, true, true, false, true, false, false, true]);
  });
});

describe("a finding", () => {
  const law = lawOf({});

  test("takes what the case does not say from the catalogue", () => {
    expect(finding("proxyCap", { law, ok: false })).toEqual({ code: "proxyCap", severity: "error", ok: false, actual: {}, required: "", citation: law.citations.proxyCap, fields: [] });
  });

  test("keeps what the case says", () => {
    const citation = { text: "x", article: "1", confidence: "seen" } as const;
    expect(finding("proxyCap", { law, ok: true, severity: "info", actual: { held: 3 }, required: "3 <= 3", fields: ["holder"], citation })).toEqual({ code: "proxyCap", severity: "info", ok: true, actual: { held: 3 }, required: "3 <= 3", citation, fields: ["holder"] });
  });

  test("has a place in either law exactly when it applies the law", () => {
    for (const code of FINDING_CODES) {
      const { cites } = CATALOGUE[code];
      for (const firstVoteOn of ["2025-12-31", "2026-01-01"]) expect([code, citationOf(code, lawOf({ firstVoteOn })) === null]).toEqual([code, cites === "practice" || cites === "system"]);
    }
  });
});
