import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { electionLaw } from "../election/law.ts";
import { meetingFields } from "#tests/support/committee.ts";
import { z } from "zod";
import { meetingFields as schema } from "./model.ts";
import { compositionFindings, decisionFinding, knownFindings, meetingFindings, mostVotes, noticeFindings, passes, quorumFindings, readMeeting, requestFindings, votesIssues, type MeetingRecord } from "./rules.ts";

const law2025 = electionLaw({ electionDay: "2026-04-18", provincePack: null, parameters: {} });
const law2018 = electionLaw({ electionDay: "2025-04-18", provincePack: null, parameters: {} });
const today = "2026-03-14";

const parse = (over: Readonly<Record<string, unknown>> = {}) => z.object(schema).parse({ ...meetingFields, ...over });
const issuesOf = (over: Readonly<Record<string, unknown>>): readonly string[] => {
  const read = readMeeting(parse(over), today, law2025);
  return read.ok ? [] : read.error.map((issue) => `${issue.field ?? ""}:${issue.code}`);
};
const recordOf = (over: Readonly<Record<string, unknown>> = {}): MeetingRecord => {
  const read = readMeeting(parse(over), today, law2025);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};
const assembly = { kind: "assembly", basis: "persons", entitled: "2000", present: "1200", noticeOn: "2026-03-01", representatives: "", womenRepresentatives: "" };
const groups = { kind: "groups", basis: "persons", entitled: "", present: "", representatives: "", womenRepresentatives: "", groups: [{ groupNumber: "1", entitled: "30", present: "20" }, { groupNumber: "2", entitled: "", present: "" }, { groupNumber: "3", entitled: "31", present: "21" }] };
const failing = (findings: readonly { readonly ok: boolean; readonly code: string }[]) => findings.filter((one) => !one.ok).map((one) => one.code);

describe("reading what a form says of a meeting", () => {
  it("asks each kind for its own figures and for no others", () => {
    expect(issuesOf({})).toEqual([]);
    expect(issuesOf(assembly)).toEqual([]);
    expect(issuesOf(groups)).toEqual([]);
    expect(issuesOf({ entitled: "", present: "", representatives: "", womenRepresentatives: "" })).toEqual(["entitled:required", "present:required", "representatives:required", "womenRepresentatives:required"]);
    expect(issuesOf({ ...assembly, basis: undefined, noticeOn: "" })).toEqual(["basis:notChosen", "noticeOn:required"]);
    expect(issuesOf({ ...groups, groups: [] })).toEqual(["groups.0.present:required"]);
  });

  it("refuses a part larger than its whole, a group twice, and days that cannot be", () => {
    expect(issuesOf({ present: "55" })).toEqual(["present:aboveEntitled"]);
    expect(issuesOf({ representatives: "55", womenRepresentatives: "56" })).toEqual(["representatives:aboveMembers", "womenRepresentatives:aboveRepresentatives"]);
    expect(issuesOf({ ...groups, groups: [{ groupNumber: "1", entitled: "30", present: "31" }, { groupNumber: "1", entitled: "30", present: "20" }] })).toEqual(["groups.0.present:aboveEntitled", "groups.1.groupNumber:standsTwice"]);
    expect(issuesOf({ heldOn: "2026-03-15" })).toEqual(["heldOn:inFuture"]);
    expect(issuesOf({ noticeOn: "2026-03-13" })).toEqual(["noticeOn:afterMeeting"]);
    expect(issuesOf({ calledBy: "onVillagersRequest" })).toEqual(["requestedBy:required", "requestBase:required"]);
    expect(issuesOf({ calledBy: "onVillagersRequest", requestedBy: "12", requestBase: "11" })).toEqual(["requestedBy:aboveBase"]);
  });

  it("adds up the groups that met, and leaves out what another kind of meeting asks", () => {
    expect(recordOf(groups)).toMatchObject({ kind: "groups", basis: "persons", entitled: 61, present: 41, representatives: null, womenRepresentatives: null });
    expect(recordOf({ ...groups, kind: "representatives", entitled: "54", present: "50", representatives: "49", womenRepresentatives: "18" })).toMatchObject({ basis: "members", entitled: 54, groups: [] });
    expect(recordOf({ requestedBy: "9", requestBase: "10" })).toMatchObject({ requestedBy: null, requestBase: null });
  });
});

type Row = { readonly rule: string; readonly over: Readonly<Record<string, unknown>>; readonly entitled: number; readonly least: number; readonly of2018: string; readonly of2025: string };
const quorums: readonly Row[] = [
  { rule: "M-03: the assembly by persons needs more than half", over: { ...assembly }, entitled: 2000, least: 1001, of2018: "22", of2025: "26" },
  { rule: "M-03: the assembly by households needs two thirds", over: { ...assembly, basis: "households" }, entitled: 600, least: 400, of2018: "22", of2025: "26" },
  { rule: "M-08: the representatives' meeting needs two thirds of its members", over: { representatives: "54", womenRepresentatives: "30" }, entitled: 54, least: 36, of2018: "26", of2025: "30" },
  { rule: "M-09: a group by persons needs two thirds", over: { ...groups, one: true }, entitled: 30, least: 20, of2018: "28", of2025: "32" },
  { rule: "M-09: a group by households needs two thirds", over: { ...groups, one: true, basis: "households" }, entitled: 31, least: 21, of2018: "28", of2025: "32" },
];

describe.each(quorums)("$rule", ({ over, entitled, least, of2018, of2025 }) => {
  const at = (present: number): MeetingRecord => recordOf("one" in over ? { ...over, groups: [{ groupNumber: "4", entitled: String(entitled), present: String(present) }] } : { ...over, entitled: String(entitled), present: String(present) });

  it(`${least} of ${entitled} are enough, one fewer stops with the numbers`, () => {
    expect(failing(quorumFindings(at(least), law2025))).toEqual([]);
    const [short] = quorumFindings(at(least - 1), law2025);
    expect(short).toMatchObject({ ok: false, severity: "error", actual: { present: least - 1, entitled, quorum: least } });
  });

  it("cites the article of the law in force", () => {
    expect(quorumFindings(at(least), law2018)[0]?.citation?.article).toBe(of2018);
    expect(quorumFindings(at(least), law2025)[0]?.citation?.article).toBe(of2025);
  });
});

test("M-09: each group has its own quorum, whatever the others bring", () => {
  const meeting = recordOf({ ...groups, groups: [{ groupNumber: "1", entitled: "30", present: "30" }, { groupNumber: "2", entitled: "", present: "" }, { groupNumber: "3", entitled: "30", present: "19" }] });
  expect(quorumFindings(meeting, law2025)).toMatchObject([{ code: "groupQuorum", ok: true, actual: { group: 1 } }, { code: "groupQuorum", ok: false, actual: { group: 3, quorum: 20 }, fields: ["groups.2.present"] }]);
});

test("M-05: representatives are four fifths of the meeting and women representatives a third of it, exactly enough and one short", () => {
  const of = (representatives: number, women: number) => failing(compositionFindings(recordOf({ entitled: "60", representatives: String(representatives), womenRepresentatives: String(women) }), law2025));
  expect(of(48, 20)).toEqual([]);
  expect(of(47, 20)).toEqual(["representativesComposition"]);
  expect(of(48, 19)).toEqual(["womenRepresentatives"]);
  expect(compositionFindings(recordOf({ entitled: "60", representatives: "47", womenRepresentatives: "19" }), law2018).map((one) => [one.citation?.article, one.actual["least"]])).toEqual([["25", 48], ["25", 20]]);
  expect(compositionFindings({ ...recordOf(), representatives: null, womenRepresentatives: null }, law2025)).toEqual([]);
  expect(compositionFindings(recordOf(assembly), law2025)).toEqual([]);
});

test("M-02: nine days of notice are a warning under the law of 2025 and an error under that of 2018; ten are enough", () => {
  const nine = recordOf({ ...assembly, noticeOn: "2026-03-03" });
  expect(noticeFindings(nine, law2025)).toMatchObject([{ ok: false, severity: "warning", actual: { days: 9, least: 10 }, citation: { article: "25" } }]);
  expect(noticeFindings(nine, law2018)).toMatchObject([{ ok: false, severity: "error", citation: { article: "21" } }]);
  expect(noticeFindings(recordOf({ ...assembly, noticeOn: "2026-03-02" }), law2025)).toMatchObject([{ ok: true }]);
  expect(noticeFindings(recordOf({ noticeOn: "2026-03-11" }), law2025)).toEqual([]);
});

test("M-02: where the province sets days of notice for representatives, they are asked for and counted", () => {
  const zhejiang = electionLaw({ electionDay: "2026-04-18", provincePack: "CN-ZJ-2020", parameters: {} });
  const unsaid = readMeeting(parse({ noticeOn: "" }), today, zhejiang);
  expect(unsaid.ok ? [] : unsaid.error).toMatchObject([{ field: "noticeOn", code: "required" }]);
  expect(issuesOf({ noticeOn: "" })).toEqual([]);
  expect(noticeFindings(recordOf({ noticeOn: "2026-03-10" }), zhejiang)).toMatchObject([{ ok: false, severity: "warning", actual: { days: 2, least: 3 }, citation: { article: "23" } }]);
  expect(noticeFindings(recordOf({ noticeOn: "2026-03-09" }), zhejiang)).toMatchObject([{ ok: true }]);
});

test("M-01 M-07: a meeting said to be asked for by too few is a warning", () => {
  const asked = (over: Readonly<Record<string, unknown>>) => requestFindings(recordOf(over), law2025);
  expect(asked({ ...assembly, calledBy: "onVillagersRequest", requestedBy: "199", requestBase: "2000" })).toMatchObject([{ code: "meetingRequestShort", ok: false, severity: "warning", citation: { article: "25" } }]);
  expect(asked({ ...assembly, calledBy: "onVillagersRequest", requestedBy: "200", requestBase: "2000" })).toMatchObject([{ ok: true }]);
  expect(asked({ calledBy: "onRepresentativesRequest", requestedBy: "9", requestBase: "49" })).toMatchObject([{ ok: false, citation: { article: "30" } }]);
  expect(asked({ calledBy: "onRepresentativesRequest", requestedBy: "10", requestBase: "49" })).toMatchObject([{ ok: true }]);
  expect(asked({})).toEqual([]);
});

test("M-03: fewer entitled than the roll knows is a warning, so that no quorum is made smaller than it is", () => {
  const known = { adults: 2001, households: 590, groups: [{ groupNumber: 1, adults: 30, households: 9 }, { groupNumber: 3, adults: 40, households: 8 }, { groupNumber: 5, adults: 12, households: 4 }] };
  expect(knownFindings(recordOf(assembly), known, law2025)).toMatchObject([{ code: "meetingEntitledFewer", ok: false, severity: "warning", actual: { entitled: 2000, known: 2001 } }]);
  expect(failing(knownFindings(recordOf({ ...assembly, basis: "households", entitled: "590", present: "500" }), known, law2025))).toEqual([]);
  expect(knownFindings(recordOf(groups), known, law2025)).toMatchObject([{ code: "groupsMissing", ok: false, actual: { met: 2, groups: 3, missing: ["5"] } }, { code: "meetingEntitledFewer", ok: true }, { ok: false, fields: ["groups.2.entitled"], actual: { known: 40 } }]);
  expect(knownFindings(recordOf(assembly), null, law2025)).toEqual([]);
  expect(knownFindings(recordOf(), known, law2025)).toEqual([]);
});

test("a lawful representatives' meeting has nothing against it", () => {
  expect(failing(meetingFindings(recordOf(), null, law2025))).toEqual([]);
});

test("M-04 M-08: exactly half of those present does not pass, one more does; abstaining is being present", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), (half) => {
      const meeting = { kind: "assembly" as const, present: 2 * half, groups: [] };
      expect(passes(meeting, { yes: half, groupNumber: null })).toBe(false);
      expect(passes(meeting, { yes: half + 1, groupNumber: null })).toBe(true);
      const odd = { ...meeting, present: 2 * half + 1 };
      expect(passes(odd, { yes: half, groupNumber: null })).toBe(false);
      expect(passes(odd, { yes: half + 1, groupNumber: null })).toBe(true);
    }),
  );
  expect(decisionFinding(recordOf(), { yes: 25, no: 5, abstain: 20, groupNumber: null }, "inFavour", law2025)).toMatchObject({ ok: false, required: "2 x 25 > 50", actual: { inFavour: 25, present: 50, least: 26 }, citation: { article: "30" } });
});

test("M-09: a group's resolution is measured against those present in that group", () => {
  const meeting = recordOf(groups);
  expect(passes(meeting, { yes: 11, groupNumber: 1 })).toBe(true);
  expect(passes(meeting, { yes: 10, groupNumber: 1 })).toBe(false);
  expect(passes(meeting, { yes: 30, groupNumber: 2 })).toBe(false);
  expect(decisionFinding(meeting, { yes: 10, no: 0, abstain: 0, groupNumber: 3 }, "inFavour", law2018)).toMatchObject({ ok: false, actual: { present: 21, least: 11 }, citation: { article: "28" } });
  expect([mostVotes(meeting, 1), mostVotes(meeting, 2), mostVotes(meeting, null), mostVotes(recordOf(), 1)]).toEqual([20, null, 41, 50]);
});

test("more votes than people present, and a group that did not meet, are told at their field", () => {
  const path = { yes: "yes", groupNumber: "group" };
  const votes = { yes: 20, no: 0, abstain: 0 };
  expect(votesIssues(recordOf(), { yes: 40, no: 8, abstain: 2, groupNumber: null }, path)).toEqual([]);
  expect(votesIssues(recordOf(), { yes: 40, no: 8, abstain: 3, groupNumber: null }, path)).toMatchObject([{ field: "yes", code: "votesAbovePresent", params: { votes: 51, present: 50 } }]);
  const meeting = recordOf(groups);
  expect(votesIssues(meeting, { ...votes, groupNumber: 1 }, path)).toEqual([]);
  expect(votesIssues(meeting, { ...votes, groupNumber: 2 }, path)).toMatchObject([{ field: "group", code: "groupDidNotMeet" }]);
  expect(votesIssues(meeting, { ...votes, groupNumber: null }, path)).toMatchObject([{ field: "group", code: "required" }]);
});
