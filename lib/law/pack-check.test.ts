import { describe, expect, test } from "vitest";
import { kindOf } from "./kinds.ts";
import { faultsOfPack, isNationalPack, isProvincePack, nationalPackFaults, provincePackFaults, soundPart, valueText } from "./pack-check.ts";
import { CN_2025 } from "./packs/national.ts";
import { CN_SH_2020 } from "./packs/shanghai.ts";
import { LAW_KEYS } from "./parameters.ts";

const citation = { text: "上海市村民委员会选举办法(2020)", article: "21", confidence: "seen" };
/** Shanghai's pack as it comes from a file, with some parameters in place of its own. */
const withParameters = (parameters: unknown): unknown => ({ ...CN_SH_2020, parameters });
const faults = (pack: unknown): readonly string[] => provincePackFaults(pack).map((fault) => [fault.code, fault.parameter].join(" "));
const runoffDays = (over: Readonly<Record<string, unknown>>): unknown => withParameters({ runoffDays: { value: 30, citation, ...over } });

describe("a province pack that comes as data", () => {
  test("is sound as the program's own is, with a note or without", () => {
    expect(faults(CN_SH_2020)).toEqual([]);
    expect(faults({ ...CN_SH_2020, note: { "zh-CN": "注", en: "note" } })).toEqual([]);
    expect(faults(withParameters({}))).toEqual([]);
    expect(isProvincePack(CN_SH_2020)).toBe(true);
  });

  test.each([null, undefined, "CN-SH-2020", 5, []])("is refused as none: %j", (pack) => {
    expect(provincePackFaults(pack)).toEqual([{ code: "packNotAPack", parameter: "", params: {} }]);
    expect(nationalPackFaults(pack)).toEqual([{ code: "packNotAPack", parameter: "", params: {} }]);
  });

  test.each([
    ["id", "SH-2020"],
    ["id", "CN-SH-20"],
    ["id", "XCN-SH-2020"],
    ["id", "CN-SH-20201"],
    ["name", { "zh-CN": "上海", en: " " }],
    ["name", { "zh-CN": "", en: "Shanghai" }],
    ["name", { "zh-CN": "上".repeat(201), en: "Shanghai" }],
    ["name", { "zh-CN": "上海" }],
    ["inForceFrom", "2020-02-30"],
    ["inForceUntil", "never"],
    ["region", "SH"],
    ["region", "CN-SHA"],
    ["read", "twice"],
    ["note", "text"],
    ["parameters", [1]],
    ["parameters", undefined],
  ])("is refused for its %s when that is %j", (field, value) => {
    expect(faults({ ...CN_SH_2020, [field]: value })).toEqual([`packField ${field}`]);
  });

  test("is refused for a field nobody knows, and for an end before its beginning", () => {
    expect(faults({ ...CN_SH_2020, colour: "red" })).toEqual(["packUnknownField colour"]);
    const reversed = provincePackFaults({ ...CN_SH_2020, inForceFrom: "2026-01-02", inForceUntil: "2026-01-01" });
    expect(reversed).toEqual([{ code: "packDatesReversed", parameter: "inForceUntil", params: { from: "2026-01-02", until: "2026-01-01" } }]);
    expect(faults({ ...CN_SH_2020, inForceFrom: "2026-01-02", inForceUntil: "2026-01-02" })).toEqual([]);
  });

  test("is refused for an unknown parameter, one that is no object, and a value of the wrong kind, with the value and what is wanted", () => {
    expect(provincePackFaults(withParameters({ proxyLimit: { value: 3, citation } }))).toEqual([{ code: "packUnknownParameter", parameter: "proxyLimit", params: {} }]);
    expect(provincePackFaults(withParameters({ runoffDays: 30 }))).toEqual([{ code: "packWrongKind", parameter: "runoffDays", params: { value: "30", kind: "wholeOrNone" } }]);
    expect(provincePackFaults(runoffDays({ value: "30" }))).toEqual([{ code: "packWrongKind", parameter: "runoffDays", params: { value: `"30"`, kind: "wholeOrNone" } }]);
    expect(faults(runoffDays({ remark: "x" }))).toEqual(["packUnknownField runoffDays.remark"]);
    expect(faults(runoffDays({}))).toEqual([]);
  });

  test("is refused without source, and without article where the text is said to have been read", () => {
    expect(faults(runoffDays({ citation: undefined }))).toEqual(["packNoSource runoffDays"]);
    expect(faults(runoffDays({ citation: { ...citation, text: " " } }))).toEqual(["packNoSource runoffDays"]);
    expect(faults(runoffDays({ citation: { ...citation, confidence: "sure" } }))).toEqual(["packNoSource runoffDays"]);
    expect(faults(runoffDays({ citation: { ...citation, article: " " } }))).toEqual(["packNoArticle runoffDays"]);
    expect(faults(runoffDays({ citation: { ...citation, article: "", confidence: "seenExcerpt" } }))).toEqual(["packNoArticle runoffDays"]);
    expect(faults(runoffDays({ citation: { ...citation, article: "", confidence: "seenPractice" } }))).toEqual([]);
    expect(faults(runoffDays({ citation: { ...citation, article: "", confidence: "unverified" } }))).toEqual([]);
  });

  test("is refused for limits that are none, or that its own value breaks", () => {
    for (const limits of [5, { most: 3 }, { min: 1.5 }, { max: "30" }, { oneOf: [] }, { min: 31, max: 30 }]) expect(faults(runoffDays({ limits }))).toEqual(["packLimits runoffDays"]);
    for (const limits of [{ min: 0, max: 30 }, { min: 30, max: 30 }, { oneOf: [30, null] }, {}, undefined]) expect(faults(runoffDays({ limits }))).toEqual([]);
    for (const limits of [{ max: 29 }, { min: 31 }, { oneOf: [15] }]) expect(provincePackFaults(runoffDays({ limits }))).toEqual([{ code: "packOutsideOwnLimits", parameter: "runoffDays", params: { value: "30" } }]);
    expect(faults(runoffDays({ value: "30", limits: { max: 29 } }))).toEqual(["packWrongKind runoffDays"]);
  });

  test.each([["membersMin", "membersMax"], ["committeeSizeMin", "committeeSizeMax"], ["supervisionSizeMin", "supervisionSizeMax"]])("is refused when %s is above %s; equal they stand", (low, high) => {
    const pair = (min: unknown, max: unknown) => withParameters({ [low]: { value: min, citation }, [high]: { value: max, citation } });
    expect(provincePackFaults(pair(6, 5))).toEqual([{ code: "packMinAboveMax", parameter: low, params: { min: 6, max: 5, other: high } }]);
    expect(faults(pair(5, 5))).toEqual([]);
    expect(faults(withParameters({ [low]: { value: 6, citation } }))).toEqual([]);
    expect(faults(withParameters({ [high]: { value: 6, citation } }))).toEqual([]);
    expect(faults(withParameters({ [low]: { value: 6, citation }, [high]: 5 }))).toEqual([`packWrongKind ${high}`]);
  });
});

describe("a national pack that comes as data", () => {
  test("sets every parameter and has neither region nor reading", () => {
    expect(nationalPackFaults(CN_2025)).toEqual([]);
    expect(isNationalPack(CN_2025)).toBe(true);
    const { listDays: _without, ...others } = CN_2025.parameters;
    expect(nationalPackFaults({ ...CN_2025, parameters: others })).toEqual([{ code: "packMissingParameter", parameter: "listDays", params: {} }]);
    expect(isNationalPack({ ...CN_2025, parameters: others })).toBe(false);
    expect(nationalPackFaults({ ...CN_2025, parameters: 1 }).map((fault) => fault.code)).toEqual(["packField"]);
    expect(nationalPackFaults({ ...CN_2025, read: "full" }).map((fault) => fault.code)).toEqual(["packUnknownField"]);
    expect(isProvincePack(CN_2025)).toBe(false);
  });

  test("is told from a province's by its region", () => {
    expect([faultsOfPack(CN_2025), faultsOfPack(CN_SH_2020), faultsOfPack(7)]).toEqual([[], [], [{ code: "packNotAPack", parameter: "", params: {} }]]);
    expect(faultsOfPack({ ...CN_2025, region: "CN-SH" }).map((fault) => fault.parameter)).toEqual(["read"]);
  });
});

test("a message shows a value as it stands in the file, and nothing for none", () => {
  expect([valueText("a"), valueText(null), valueText([1]), valueText(undefined)]).toEqual([`"a"`, "null", "[1]", ""]);
});

test("the kind of a parameter is read from its schema: number, number or none, yes or no, a word, words, a margin", () => {
  expect(kindOf("listDays")).toEqual({ kind: "whole", min: 0 });
  expect(kindOf("vacancyAllowedFrom")).toEqual({ kind: "whole", min: 3 });
  expect(kindOf("runoffDays")).toEqual({ kind: "wholeOrNone", min: 0 });
  expect(kindOf("proxyCandidateBanned")).toEqual({ kind: "flag" });
  expect(kindOf("women")).toEqual({ kind: "choice", options: ["declareFirst", "reservedSeat"] });
  expect(kindOf("roamingFor")).toEqual({ kind: "set", options: ["scattered", "oldOrIll"] });
  expect(kindOf("margin")).toEqual({ kind: "margin" });
  expect(LAW_KEYS.filter((key) => kindOf(key).kind === "margin")).toEqual(["margin"]);
});

test("of a faulty pack its sound parameters can be checked further, when its head is sound", () => {
  const good = { value: 30, citation };
  const mixed = { ...CN_SH_2020, colour: "red", parameters: { runoffDays: good, listDays: { value: "x", citation }, weather: { value: 1, citation } } };
  expect(soundPart(mixed)).toEqual({ ...CN_SH_2020, parameters: { runoffDays: good } });
  expect(soundPart(CN_SH_2020)).toEqual(CN_SH_2020);
  for (const hopeless of [null, 5, { ...CN_SH_2020, parameters: 5 }, { ...CN_SH_2020, region: "SH" }]) expect(soundPart(hopeless)).toBeNull();
});
