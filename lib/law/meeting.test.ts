import { expect, test } from "vitest";
import {
  callingCitation, compositionRules, decisionRule, hasQuorum, isDecided, leastComposition, meetingCitation, noticeKept, noticeRule, quorumOf, quorumRule, representativesCitation,
  representativesComposition, requestObliges, requestRule,
} from "./meeting.ts";
import { electionLaw } from "#lib/election/law.ts";
import { atLeastOneFifth, atLeastOneThird, leastMajority, leastThird, moreThanHalf } from "./thresholds.ts";

test("exactly half is not more than half; exactly a third is not less than a third", () => {
  expect(moreThanHalf(1144, 2288)).toBe(false);
  expect(moreThanHalf(1145, 2288)).toBe(true);
  expect(atLeastOneThird(500, 1500)).toBe(true);
  expect(atLeastOneThird(499, 1500)).toBe(false);
  expect(atLeastOneFifth(20, 100)).toBe(true);
  expect([leastMajority(2288), leastMajority(2289), leastThird(1500), leastThird(1501)]).toEqual([1145, 1145, 500, 501]);
});

test("the assembly needs more than half of the adults or two thirds of the households", () => {
  expect(hasQuorum({ kind: "assembly", countedBy: "adults", entitled: 100, present: 50 })).toBe(false);
  expect(hasQuorum({ kind: "assembly", countedBy: "adults", entitled: 100, present: 51 })).toBe(true);
  expect(hasQuorum({ kind: "assembly", countedBy: "households", entitled: 99, present: 66 })).toBe(true);
  expect(hasQuorum({ kind: "assembly", countedBy: "households", entitled: 99, present: 65 })).toBe(false);
});

test("representatives and groups need two thirds", () => {
  expect(hasQuorum({ kind: "representatives", entitled: 54, present: 36 })).toBe(true);
  expect(hasQuorum({ kind: "representatives", entitled: 54, present: 35 })).toBe(false);
  expect(hasQuorum({ kind: "group", countedBy: "adults", entitled: 30, present: 19 })).toBe(false);
  expect(hasQuorum({ kind: "representatives", entitled: 0, present: 0 })).toBe(false);
});

test.each([
  { kind: "assembly", countedBy: "adults", entitled: 2407, present: 0 },
  { kind: "assembly", countedBy: "households", entitled: 1024, present: 0 },
  { kind: "representatives", entitled: 55, present: 0 },
  { kind: "group", countedBy: "households", entitled: 31, present: 0 },
] as const)("the least number is a quorum and one fewer is not ($kind)", (attendance) => {
  const least = quorumOf(attendance);
  expect(hasQuorum({ ...attendance, present: least })).toBe(true);
  expect(hasQuorum({ ...attendance, present: least - 1 })).toBe(false);
});

test("a finding can quote the rule with its numbers", () => {
  expect(quorumRule({ kind: "representatives", entitled: 54, present: 36 })).toBe("3 x 36 >= 2 x 54");
  expect(quorumRule({ kind: "assembly", countedBy: "adults", entitled: 100, present: 51 })).toBe("2 x 51 > 100");
  expect(meetingCitation("representatives", "CN-2025").article).toBe("30");
  expect(meetingCitation("representatives", "CN-2018").article).toBe("26");
});

test("a decision needs more than half of those present", () => {
  expect(isDecided(18, 36)).toBe(false);
  expect(isDecided(19, 36)).toBe(true);
});

test("the women's third counts from all members of the representatives' meeting", () => {
  expect(representativesComposition(60, 48, 20)).toEqual({ enoughRepresentatives: true, enoughWomen: true });
  expect(representativesComposition(60, 47, 19)).toEqual({ enoughRepresentatives: false, enoughWomen: false });
});

test("M-02: ten days before the assembly, the day of telling not counted; only the law of 2025 lets it be shorter", () => {
  expect(noticeKept("2026-03-02", "2026-03-12", 10)).toBe(true);
  expect(noticeKept("2026-03-03", "2026-03-12", 10)).toBe(false);
  expect(noticeKept("2026-02-20", "2026-03-01", 10)).toBe(false);
  const of = (electionDay: string, provincePack: string | null = null) => electionLaw({ electionDay, provincePack, parameters: {} });
  expect(noticeRule("assembly", of("2025-04-18"))).toMatchObject({ days: 10, mayBeShorter: false, citation: { article: "21" } });
  expect(noticeRule("assembly", of("2026-04-18"))).toMatchObject({ days: 10, mayBeShorter: true, citation: { article: "25" } });
  expect([noticeRule("representatives", of("2026-04-18")), noticeRule("group", of("2026-04-18"))]).toEqual([null, null]);
  expect(noticeRule("representatives", of("2026-04-18", "CN-ZJ-2020"))).toMatchObject({ days: 3, mayBeShorter: true, citation: { article: "23" } });
  expect([callingCitation("assembly", "CN-2018").article, callingCitation("assembly", "CN-2025").article]).toEqual(["21", "25"]);
});

test("M-01: a tenth of the villagers or a third of the representatives may ask for an assembly", () => {
  expect(requestObliges("assembly", { from: "villagers", by: 10, of: 100 })).toBe(true);
  expect(requestObliges("assembly", { from: "villagers", by: 9, of: 100 })).toBe(false);
  expect(requestObliges("assembly", { from: "representatives", by: 12, of: 36 })).toBe(true);
  expect(requestObliges("assembly", { from: "representatives", by: 11, of: 36 })).toBe(false);
  expect(requestObliges("assembly", { from: "villagers", by: 0, of: 0 })).toBe(false);
  expect([requestRule("assembly", { from: "villagers", by: 9, of: 100 }), requestRule("assembly", { from: "representatives", by: 11, of: 36 })]).toEqual(["10 x 9 >= 100", "3 x 11 >= 36"]);
});

test("M-07: a fifth of the representatives may ask for their meeting", () => {
  expect(requestObliges("representatives", { from: "representatives", by: 10, of: 50 })).toBe(true);
  expect(requestObliges("representatives", { from: "representatives", by: 9, of: 50 })).toBe(false);
  expect(requestRule("representatives", { from: "representatives", by: 9, of: 50 })).toBe("5 x 9 >= 50");
  expect([callingCitation("representatives", "CN-2018").article, callingCitation("representatives", "CN-2025").article]).toEqual(["26", "30"]);
});

test("M-05: exactly four fifths and exactly a third are enough, and the comparison can be quoted", () => {
  expect(leastComposition(55)).toEqual({ representatives: 44, women: 19 });
  expect(representativesComposition(55, 44, 19)).toEqual({ enoughRepresentatives: true, enoughWomen: true });
  expect(representativesComposition(55, 43, 18)).toEqual({ enoughRepresentatives: false, enoughWomen: false });
  expect(compositionRules(55, 43, 18)).toEqual({ representatives: "5 x 43 >= 4 x 55", women: "3 x 18 >= 55" });
  expect(decisionRule(18, 36)).toBe("2 x 18 > 36");
  expect([representativesCitation("CN-2018").article, representativesCitation("CN-2025").article]).toEqual(["25", "29"]);
});
