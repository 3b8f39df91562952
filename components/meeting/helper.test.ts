import { expect, test } from "vitest";
import { electionLaw } from "#lib/election/law.ts";
import { helpLaw } from "./help-law.ts";
import { helpLines } from "./helper.ts";

const law2025 = electionLaw({ electionDay: "2026-04-18", provincePack: null, parameters: {} });
const law2018 = electionLaw({ electionDay: "2025-04-18", provincePack: null, parameters: {} });
const zhejiang = electionLaw({ electionDay: "2026-04-18", provincePack: "CN-ZJ-2020", parameters: {} });

const lines = (typed: Readonly<Record<string, string>>, law = law2025) => helpLines(new Map(Object.entries(typed)), helpLaw(law));
const told = (typed: Readonly<Record<string, string>>) => lines(typed).map((line) => [line.code, line.numbers["least"], line.ok]);

test("says nothing before the kind and those entitled are known", () => {
  expect(lines({})).toEqual([]);
  expect(lines({ kind: "assembly", entitled: "100" })).toEqual([]);
  expect(lines({ kind: "assembly", basis: "persons", entitled: "" })).toEqual([]);
});

test("M-03: names the least number by persons and by households, and whether those present are enough", () => {
  expect(told({ kind: "assembly", basis: "persons", entitled: "2,000", present: "" })).toEqual([["quorum", 1001, null]]);
  expect(told({ kind: "assembly", basis: "persons", entitled: "２０００", present: "1000" })).toEqual([["quorum", 1001, false], ]);
  expect(told({ kind: "assembly", basis: "households", entitled: "600", present: "400" })).toEqual([["quorum", 400, true]]);
});

test("M-05: names the least numbers of representatives and of women among them", () => {
  expect(told({ kind: "representatives", entitled: "54", present: "36", representatives: "43", womenRepresentatives: "18" })).toEqual([["quorum", 36, true], ["composition", 44, false], ["women", 18, true]]);
});

test("M-02: counts the days of notice of an assembly, and of representatives where the province sets them", () => {
  const days = { noticeOn: "2026-03-03", heldOn: "2026-03-12", entitled: "10", basis: "persons" };
  expect(told({ ...days, kind: "assembly" }).at(-1)).toEqual(["notice", 10, false]);
  expect(told({ ...days, kind: "groups" })).toEqual([]);
  const representatives = { ...days, kind: "representatives", noticeOn: "2026-03-10" };
  expect(told(representatives).some(([code]) => code === "notice")).toBe(false);
  expect(lines(representatives, zhejiang).at(-1)).toMatchObject({ code: "notice", ok: false, numbers: { days: 2, least: 3 }, citation: { article: "23" } });
});

test("M-04 M-09: names the votes that pass, in each group by itself, with the article of the law in force", () => {
  expect(told({ kind: "representatives", entitled: "54", present: "50", inFavour: "25" }).at(-1)).toEqual(["decision", 26, false]);
  const groups = { kind: "groups", basis: "households", "groups[0].groupNumber": "1", "groups[0].entitled": "30", "groups[0].present": "20", "groups[1].groupNumber": "2", "groups[1].entitled": "30", "groups[1].present": "" };
  expect(told({ ...groups, "resolutions[0].groupNumber": "1", "resolutions[0].yes": "11", "resolutions[1].groupNumber": "2", "resolutions[1].yes": "5" })).toEqual([["groupQuorum", 20, true], ["resolution", 11, true]]);
  expect(lines(groups, law2018)[0]?.citation.article).toBe("28");
});
