import { describe, expect, test } from "vitest";
import { CN_ZJ_2020 } from "../law/packs/zhejiang.ts";
import { STAGES, type Stage } from "../law/stages.ts";
import { actedStages, type ActedFacts } from "./acted.ts";
import { checkImport, fixedAmong, issuesOf, lateChanges, readMethod, regionOf, type Known } from "./rules.ts";

const known: Known = { region: "CN-ZJ", versions: [{ number: 0, inForceFrom: "2020-07-31", inForceUntil: null }], newest: CN_ZJ_2020 };
const later = { ...CN_ZJ_2020, inForceFrom: "2026-12-01" };
const codes = (data: unknown, about = known): readonly string[] => {
  const checked = checkImport(data, about);
  return checked.ok ? [] : checked.error.map((fault) => `${fault.code} ${fault.parameter}`);
};

describe("the province of a county", () => {
  test.each([
    ["330106", null, "CN-ZJ"], ["141002", null, "CN-SX"], ["410105", null, "CN-HA"], ["650102", "CN-SH-2020", "CN-SH"],
    ["810000", null, null], ["33010", null, null], ["3301066", null, null], ["33x106", null, null],
  ])("of code %s with pack %s is %s", (code, provincePack, region) => {
    expect(regionOf({ code, provincePack })).toBe(region);
  });
});

describe("a pack to be brought in", () => {
  test("with the same rules and other days only says nothing new", () => {
    expect(codes(later)).toEqual(["packNothingNew parameters"]);
    expect(codes({ ...later, note: { "zh-CN": "注", en: "note" } })).toEqual([]);
  });
  test("shape, province, national law and days are told at once", () => {
    const citation = { text: "x", article: "1", confidence: "seen" };
    const bad = { ...later, region: "CN-SH", inForceFrom: "2026-02-01", parameters: { ...later.parameters, proxyCap: { value: 5, citation }, nothing: { value: 1, citation } } };
    const newer = { ...known, versions: [{ number: 1, inForceFrom: "2026-03-01", inForceUntil: null }] };
    expect(codes(bad, newer)).toEqual(["packUnknownParameter nothing", "packWrongProvince region", "packOutsideNational proxyCap", "packOverlap inForceFrom"]);
    expect(codes({ ...bad, id: "Zhejiang" })).toEqual(["packField id", "packUnknownParameter nothing"]);
  });
  test("the first of a county without a province is of any province", () => {
    expect(codes(later, { region: null, versions: [], newest: null })).toEqual([]);
  });
  test("each fault becomes an issue of the file, with the parameter's name", () => {
    expect(issuesOf([{ code: "packLimits", parameter: "proxyCap", params: { value: "4" } }])).toEqual([{ field: "file", code: "packLimits", params: { parameter: "proxyCap", value: "4" } }]);
  });
});

describe("a method as typed", () => {
  test("numbers in any width, yes and no, words; an empty field keeps the rule above", () => {
    const typed = { proxyCap: "２", runoffDays: " ".trim(), vacancyNeedsChair: "yes", nominationProxyAllowed: "no", women: "reservedSeat" };
    expect(readMethod(typed)).toEqual({ method: { proxyCap: 2, vacancyNeedsChair: true, nominationProxyAllowed: false, women: "reservedSeat" }, issues: [] });
  });
  test.each([
    ["proxyCap", "-1", "methodNoValue"], ["proxyCap", "2.5", "methodNoValue"], ["proxyCap", "12345", "methodNoValue"], ["women", "anybody", "methodNoValue"],
    ["vacancyNeedsChair", "maybe", "methodNoValue"], ["voterAge", "18", "methodUnknown"], ["margin", "2", "methodUnknown"], ["toString", "1", "methodUnknown"],
  ])("%s = %s is refused as %s", (key, text, code) => {
    expect(readMethod({ [key]: text })).toEqual({ method: {}, issues: [{ field: `method.${key}`, code, params: { parameter: key } }] });
  });
  test("what was acted upon may stay but not change, neither be set nor be taken away", () => {
    const acted = new Set<Stage>(["proxies"]);
    expect(lateChanges({ proxyCap: 2 }, { proxyCap: 2, runoffDays: 9 }, acted)).toEqual([]);
    expect(lateChanges({ proxyCap: 2 }, { proxyCap: 1 }, acted).map((issue) => issue.field)).toEqual(["method.proxyCap"]);
    expect(lateChanges({ proxyCap: 2 }, {}, acted)).toHaveLength(1);
    expect(lateChanges({}, { proxyApplyDays: 4 }, acted)).toHaveLength(1);
  });
  test("of changed rules those are fixed whose stage was acted upon", () => {
    expect(fixedAmong(["proxyCap", "listDays", "runoffDays"], new Set<Stage>(["roll", "vote"]))).toEqual(["listDays", "runoffDays"]);
  });
});

describe("what has been acted upon", () => {
  const nothing: ActedFacts = { notices: [], committee: 0, rolls: 0, nominees: 0, proxies: 0, opened: false, closed: false };
  test.each([
    ["nothing yet", {}, []],
    ["a committee that was chosen", { committee: 5 }, ["committee"]],
    ["notice 2", { notices: ["electionCommittee", "correction"] }, ["committee"]],
    ["a posted list", { rolls: 1 }, ["roll"]],
    ["notice 7", { notices: ["nominationMethod"] }, ["seats", "nomination"]],
    ["a nominee", { nominees: 1 }, ["seats", "nomination"]],
    ["notice 9", { notices: ["candidates"] }, ["candidates"]],
    ["an approved proxy", { proxies: 1 }, ["proxies"]],
    ["notices 10 and 11", { notices: ["pollingPlaces", "staff"] }, ["places"]],
    ["the opened vote", { opened: true }, STAGES.filter((stage) => stage !== "after")],
    ["a closed case", { opened: true, closed: true }, STAGES],
  ] as const)("%s", (_, facts, stages) => {
    const acted = actedStages({ ...nothing, ...facts });
    expect(STAGES.filter((stage) => acted.has(stage))).toEqual(stages);
  });
});
