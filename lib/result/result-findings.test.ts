import { expect, test } from "vitest";
import { SOUND_COUNT } from "#tests/support/counts.ts";
import type { Finding } from "#lib/law/finding.ts";
import type { CountDocument } from "./count-document.ts";
import { determine } from "./determine.ts";

function findingsOf(document: CountDocument): readonly Finding[] {
  const result = determine(document);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.findings;
}

/** The findings of these codes, without fields (a determination has none) and place. */
function of(document: CountDocument, ...codes: readonly string[]) {
  return findingsOf(document)
    .filter((one) => codes.includes(one.code))
    .map(({ citation: _place, fields: _fields, ...shown }) => shown);
}

const articleOf = (document: CountDocument, code: string) => findingsOf(document).find((one) => one.code === code)?.citation?.article;

const sheet = { issued: 2290, returned: 2288, invalid: 12 };
const under = (province: string): Pick<CountDocument, "law" | "ballots"> => ({ law: { national: "CN-2025", province, parameters: {} }, ballots: { ...sheet, voters: 2289 } });
const vote = (contest: string, person: string, votes: number) => ({ contest, person, for: votes });
const held = (person: string, office: "chair" | "viceChair" | "member", votes: number, sex: "female" | "male" = "male") => ({ person, office, votes, sex });

test("a vote in which everybody is elected tells the papers, the turnout, each winner's votes, the women and the size", () => {
  expect(findingsOf(SOUND_COUNT).map(({ code, severity, ok, actual, required, citation }) => ({ code, severity, ok, actual, required, article: citation?.article }))).toEqual([
    { code: "recovered", severity: "error", ok: true, actual: { returned: 2288, issued: 2290 }, required: "2288 <= 2290", article: "六(八)" },
    { code: "turnout", severity: "error", ok: true, actual: { returned: 2288, registered: 2407 }, required: "2 x 2288 > 2407", article: "18" },
    { code: "takingPart", severity: "info", ok: true, actual: { returned: 2288, invalid: 12 }, required: "2288", article: "六(八)" },
    ...([["chair", "p1", 1500], ["vice", "p3", 1400], ["member", "p4", 1700], ["member", "p5", 1600], ["member", "p6", 1300]] as const).map(([contest, person, votes]) => ({
      code: "majority", severity: "info", ok: true, actual: { contest, person, votes, returned: 2288 }, required: `2 x ${votes} > 2288`, article: "18",
    })),
    { code: "women", severity: "error", ok: true, actual: { women: 1, members: 5 }, required: "1 >= 1", article: "8" },
    { code: "size", severity: "warning", ok: true, actual: { members: 5, seats: 5 }, required: "3 <= 5 <= 7", article: "8" },
  ]);
});

test("papers are held against voters where the province says so, not because voters are given", () => {
  expect(of({ ...SOUND_COUNT, ...under("CN-SH-2020") }, "recovered")).toMatchObject([{ ok: true, actual: { returned: 2288, voters: 2289 }, required: "2288 <= 2289" }]);
  const given = of({ ...SOUND_COUNT, ballots: { ...sheet, voters: 2000 } }, "recovered");
  expect(given).toMatchObject([{ ok: true, actual: { returned: 2288, issued: 2290 }, required: "2288 <= 2290" }]);
  expect(given[0]?.actual).not.toHaveProperty("voters");
});

test("with a sheet per office every sheet is told of, by its contest, and a winner's votes against his own sheet", () => {
  const { ballots: _common, ...document } = SOUND_COUNT;
  const returned = { chair: 2288, vice: 2280, member: 2270 };
  const apart: CountDocument = { ...document, contests: document.contests.map((contest, index) => ({ ...contest, ballots: { issued: 2290, returned: [2288, 2280, 2270][index] ?? 0, invalid: index } })) };
  expect(of(apart, "recovered").map((one) => one.actual)).toEqual(Object.entries(returned).map(([contest, papers]) => ({ returned: papers, issued: 2290, contest })));
  expect(of(apart, "turnout").map((one) => one.actual)).toEqual(Object.entries(returned).map(([contest, papers]) => ({ returned: papers, registered: 2407, contest })));
  expect(of(apart, "takingPart").map((one) => one.actual)).toEqual(Object.entries(returned).map(([contest, papers], index) => ({ returned: papers, invalid: index, contest })));
  expect(of(apart, "majority").map((one) => one.required)).toEqual(["2 x 1500 > 2288", "2 x 1400 > 2280", "2 x 1700 > 2270", "2 x 1600 > 2270", "2 x 1300 > 2270"]);
});

test("E-05: each seat of a run-off is told with its candidates, refused where they are no more than the seats", () => {
  const missing: CountDocument = { ...SOUND_COUNT, votes: [vote("chair", "p1", 1000), vote("chair", "p2", 900), vote("vice", "p3", 1000), ...SOUND_COUNT.votes.slice(2)] };
  expect(of(missing, "margin")).toEqual([
    { code: "margin", severity: "warning", ok: true, actual: { office: "chair", only: null, seats: 1, candidates: 2 }, required: "2 > 1" },
    { code: "margin", severity: "warning", ok: false, actual: { office: "viceChair", only: null, seats: 1, candidates: 1 }, required: "1 > 1" },
  ]);
  expect(articleOf(missing, "margin")).toBe("18");
  expect(of(SOUND_COUNT, "margin", "vacancy", "presiding", "kin")).toEqual([]);
});

test("nothing is told of candidates while a tie or a void vote comes first", () => {
  const tied: CountDocument = { ...SOUND_COUNT, votes: [vote("chair", "p1", 1000), vote("member", "p4", 1200), vote("member", "p5", 1200), vote("member", "p6", 1200), vote("member", "p8", 1200)] };
  expect(of(tied, "margin", "vacancy")).toEqual([]);
  expect(of({ ...SOUND_COUNT, registered: 5000, ballots: { ...sheet, issued: 5000 } }, "margin", "vacancy", "majority")).toEqual([]);
});

test("V-02: the women's finding cites the procedure that gave the seat, else the bare rule", () => {
  const first: CountDocument = { ...SOUND_COUNT, votes: [...SOUND_COUNT.votes.slice(0, 2), vote("member", "p5", 1700), vote("member", "p6", 1600), vote("member", "p8", 1500), vote("member", "p4", 1200)] };
  expect([of(first, "women")[0]?.actual, articleOf(first, "women")]).toEqual([{ women: 1, members: 5 }, "六(九)"]);
  expect([of(SOUND_COUNT, "women")[0]?.actual, articleOf(SOUND_COUNT, "women")]).toEqual([{ women: 1, members: 5 }, "8"]);
  const none = { ...SOUND_COUNT, votes: SOUND_COUNT.votes.slice(0, 2) };
  expect(of(none, "women")).toEqual([{ code: "women", severity: "error", ok: false, actual: { women: 0, members: 2 }, required: "0 >= 1" }]);
});

test.each([[2, false], [3, true]] as const)("V-01: with %i in office the size is lawful: %s", (count, lawful) => {
  const few = { ...SOUND_COUNT, votes: SOUND_COUNT.votes.slice(0, count) };
  expect(of(few, "size")).toEqual([{ code: "size", severity: "warning", ok: lawful, actual: { members: count, seats: 5 }, required: `3 <= ${count} <= 7` }]);
});

test("V-04: relatives who yielded and who were displaced are named, each once", () => {
  const runoff: CountDocument = {
    ...SOUND_COUNT,
    kind: "runoff",
    committee: 7,
    contests: [{ contest: "chair", office: "chair", seats: 1 }, { contest: "vice", office: "viceChair", seats: 1 }, { contest: "member", office: "member", seats: 2 }],
    kin: [["p1", "h1"], ["p1", "p3"]],
    votes: [vote("chair", "p1", 1500), vote("vice", "p3", 1400), vote("member", "p3", 1000), vote("member", "p4", 1300)],
    holding: [held("h1", "member", 1200), held("h2", "member", 1250, "female")],
  };
  expect(of(runoff, "kin")).toEqual([{ code: "kin", severity: "info", ok: true, actual: { skipped: ["p3"], displaced: ["h1"] }, required: "officeThenVotes" }]);
  const onlyDisplaced = { ...runoff, kin: [["p1", "h1"]] as const };
  expect(of(onlyDisplaced, "kin")[0]?.actual).toEqual({ skipped: [], displaced: ["h1"] });
  const both = { ...runoff, kin: [["p1", "h2"], ["h1", "p1"]] as const };
  expect(of(both, "kin")[0]?.actual).toEqual({ skipped: [], displaced: ["h1", "h2"] });
  const onlySkipped = { ...runoff, kin: [["p1", "p3"]] as const };
  expect(of(onlySkipped, "kin")[0]?.actual).toEqual({ skipped: ["p3"], displaced: [] });
  expect(of({ ...runoff, kin: [] }, "kin")).toEqual([]);
});

test("G-41: seats that stay empty are told with the number in office, and who presides without a chair", () => {
  const runoff = (holding: CountDocument["holding"], more: Partial<CountDocument> = {}): CountDocument => ({
    ...SOUND_COUNT,
    kind: "runoff",
    contests: [{ contest: "chair", office: "chair", seats: 1 }, { contest: "member", office: "member", seats: 1 }],
    votes: [],
    people: [],
    holding,
    ...more,
  });
  const three = [held("h1", "viceChair", 1300), held("h2", "member", 1500, "female"), held("h3", "member", 1400)];
  expect(of(runoff(three), "vacancy", "presiding")).toEqual([
    { code: "vacancy", severity: "info", ok: true, actual: { members: 3, vacant: 2 }, required: "3 >= 3" },
    { code: "presiding", severity: "info", ok: true, actual: { person: "h1" }, required: "representatives" },
  ]);
  const without = [held("h1", "member", 1300), ...three.slice(1)];
  expect(of(runoff(without), "presiding").map((one) => one.actual)).toEqual([{ person: "representativesChoose" }]);
  expect(of(runoff(without, under("CN-SH-2020")), "presiding", "vacancy", "margin")).toMatchObject([
    { code: "margin", ok: false, actual: { office: "chair", candidates: 0 } },
    { code: "margin", ok: false, actual: { office: "member", candidates: 0 } },
    { code: "vacancy", actual: { members: 3, vacant: 2 } },
    { code: "presiding", actual: { person: "h2" }, required: "memberMostVotes" },
  ]);
  expect(of(runoff(three.slice(0, 2)), "vacancy", "presiding")).toEqual([]);
});

test("an office filled to the last seat leaves no vacancy to tell of, and a chair held needs nobody to preside", () => {
  const full: CountDocument = { ...SOUND_COUNT, kind: "runoff", contests: [{ contest: "member", office: "member", seats: 1 }], votes: [vote("member", "p4", 1000)], people: SOUND_COUNT.people, holding: [held("h1", "chair", 1500), held("h2", "viceChair", 1400), held("h3", "member", 1300)] };
  expect(of(full, "vacancy", "presiding", "margin")).toEqual([]);
  expect(of(full, "majority")).toEqual([{ code: "majority", severity: "info", ok: true, actual: { contest: "member", person: "p4", votes: 1000, returned: 2288 }, required: "3 x 1000 >= 2288" }]);
});
