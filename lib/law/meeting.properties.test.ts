import fc from "fast-check";
import { expect, test } from "vitest";
import { comparisonHolds } from "#tests/support/comparison.ts";
import { callingCitation, compositionRules, decisionRule, hasQuorum, isDecided, leastComposition, MEETING_KINDS, meetingCitation, quorumOf, quorumRule, representativesCitation, representativesComposition, requestObliges, requestRule, type Attendance } from "./meeting.ts";

const people = fc.integer({ min: 1, max: 1_000_000_000 });

/** Any meeting, with any number entitled and present. */
const attendances = fc
  .record({ kind: fc.constantFrom(...MEETING_KINDS), countedBy: fc.constantFrom("adults" as const, "households" as const), entitled: people, present: people })
  .map(({ kind, countedBy, entitled, present }): Attendance => (kind === "representatives" ? { kind, entitled, present } : { kind, countedBy, entitled, present }));

test("M-03 M-08 M-09: the quorum shown is the least number that is one", () => {
  fc.assert(
    fc.property(attendances, (attendance) => {
      const least = quorumOf(attendance);
      expect(hasQuorum({ ...attendance, present: least })).toBe(true);
      expect(hasQuorum({ ...attendance, present: least - 1 })).toBe(false);
      expect(least).toBeLessThanOrEqual(attendance.entitled);
    }),
  );
});

test("M-03 M-08 M-09: the comparison shown, reckoned by hand, decides as the program does", () => {
  fc.assert(
    fc.property(attendances, (attendance) => {
      expect(comparisonHolds(quorumRule(attendance))).toBe(hasQuorum(attendance));
    }),
  );
});

test("one person more never undoes a quorum, one more entitled never makes one", () => {
  fc.assert(
    fc.property(attendances, (attendance) => {
      if (hasQuorum(attendance)) expect(hasQuorum({ ...attendance, present: attendance.present + 1 })).toBe(true);
      else expect(hasQuorum({ ...attendance, entitled: attendance.entitled + 1 })).toBe(false);
    }),
  );
});

test("M-04 M-08: exactly half of those present decides nothing, one more decides", () => {
  fc.assert(
    fc.property(people, (half) => {
      expect(isDecided(half, 2 * half)).toBe(false);
      expect(isDecided(half + 1, 2 * half)).toBe(true);
      expect(isDecided(half, 2 * half - 1)).toBe(true);
    }),
  );
});

test("M-05: representatives are four fifths and their women a third of all members, exactly so much included", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (unit) => {
      const members = 15 * unit;
      const made = (representatives: number, women: number) => representativesComposition(members, representatives, women);
      expect(made(12 * unit, 5 * unit)).toEqual({ enoughRepresentatives: true, enoughWomen: true });
      expect(made(12 * unit - 1, 5 * unit - 1)).toEqual({ enoughRepresentatives: false, enoughWomen: false });
    }),
  );
});

test("M-01 M-04 M-05 M-07: each comparison shown, reckoned by hand, decides as the program does", () => {
  const requests = fc.record({ from: fc.constantFrom("villagers" as const, "representatives" as const), by: people, of: people });
  fc.assert(
    fc.property(fc.constantFrom(...MEETING_KINDS), requests, people, people, people, (kind, request, one, other, third) => {
      expect(comparisonHolds(requestRule(kind, request))).toBe(requestObliges(kind, request));
      expect(comparisonHolds(decisionRule(one, other))).toBe(isDecided(one, other));
      const made = representativesComposition(one, other, third);
      const rules = compositionRules(one, other, third);
      expect([comparisonHolds(rules.representatives), comparisonHolds(rules.women)]).toEqual([made.enoughRepresentatives, made.enoughWomen]);
    }),
  );
});

test("M-05: the least composition is lawful, and one fewer of either is not", () => {
  fc.assert(
    fc.property(people, (members) => {
      const { representatives, women } = leastComposition(members);
      expect(representativesComposition(members, representatives, women)).toEqual({ enoughRepresentatives: true, enoughWomen: true });
      expect(representativesComposition(members, representatives - 1, women - 1)).toEqual({ enoughRepresentatives: false, enoughWomen: false });
    }),
  );
});

test.each([
  ["CN-2018", "村民委员会组织法(2018)", { assembly: "22", representatives: "26", group: "28" }, { assembly: "21", representatives: "26", group: "21" }, "25"],
  ["CN-2025", "村民委员会组织法(2025)", { assembly: "26", representatives: "30", group: "32" }, { assembly: "25", representatives: "30", group: "25" }, "29"],
] as const)("M-01 M-03 M-05 M-08 M-09: under %s each meeting cites its own article", (national, text, quorum, calling, composition) => {
  for (const kind of MEETING_KINDS) {
    expect(meetingCitation(kind, national)).toEqual({ text, article: quorum[kind], confidence: "seen" });
    expect(callingCitation(kind, national)).toEqual({ text, article: calling[kind], confidence: "seen" });
  }
  expect(representativesCitation(national)).toEqual({ text, article: composition, confidence: "seen" });
});
