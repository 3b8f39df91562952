import { expect, test } from "vitest";
import { hasQuorum, isDecided, meetingCitation, quorumOf, quorumRule, representativesComposition } from "./meeting.ts";
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
