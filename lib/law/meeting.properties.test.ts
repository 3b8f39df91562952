import fc from "fast-check";
import { expect, test } from "vitest";
import { comparisonHolds } from "#tests/support/comparison.ts";
import { hasQuorum, isDecided, MEETING_KINDS, quorumOf, quorumRule, representativesComposition, type Attendance } from "./meeting.ts";

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
