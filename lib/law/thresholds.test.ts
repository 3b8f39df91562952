import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atLeastFourFifths, atLeastOneFifth, atLeastOneTenth, atLeastOneThird, atLeastTwoThirds, leastFourFifths, leastMajority, leastThird, leastTwoThirds, moreThanHalf } from "./thresholds.ts";

/** Far more people than any village, county or province has. */
const people = fc.integer({ min: 0, max: 1_000_000_000 });

/** Each share of the law as the reference writes it: `numerator / denominator`, the number itself included or not. */
const SHARES = [
  { name: "E-01 E-02 A-04 M-03 M-04: more than half", holds: moreThanHalf, numerator: 1n, denominator: 2n, included: false },
  { name: "E-05 A-03 M-05: not less than one third", holds: atLeastOneThird, numerator: 1n, denominator: 3n, included: true },
  { name: "M-03 M-08 M-09: at least two thirds", holds: atLeastTwoThirds, numerator: 2n, denominator: 3n, included: true },
  { name: "M-05: at least four fifths", holds: atLeastFourFifths, numerator: 4n, denominator: 5n, included: true },
  { name: "A-03 M-07: at least one fifth", holds: atLeastOneFifth, numerator: 1n, denominator: 5n, included: true },
  { name: "M-01: at least one tenth", holds: atLeastOneTenth, numerator: 1n, denominator: 10n, included: true },
] as const;

describe.each(SHARES)("$name", ({ holds, numerator, denominator, included }) => {
  /** The same question in numbers that know no rounding. */
  const reference = (part: number, of: number): boolean => {
    const left = BigInt(part) * denominator;
    const right = BigInt(of) * numerator;
    return included ? left >= right : left > right;
  };

  test("agrees with exact arithmetic up to a thousand million", () => {
    fc.assert(
      fc.property(people, people, (part, of) => {
        expect(holds(part, of)).toBe(reference(part, of));
      }),
    );
  });

  test("the exact share and one on either side are told apart, however large the village", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), (unit) => {
        const of = unit * Number(denominator);
        const exactly = unit * Number(numerator);
        expect(holds(exactly, of)).toBe(included);
        expect(holds(exactly + 1, of)).toBe(true);
        expect(holds(exactly - 1, of)).toBe(false);
      }),
    );
  });

  test("one vote more never takes away what was reached, one elector more never gives it", () => {
    fc.assert(
      fc.property(people, people, (part, of) => {
        if (holds(part, of)) expect(holds(part + 1, of)).toBe(true);
        else expect(holds(part, of + 1)).toBe(false);
      }),
    );
  });
});

test.each([
  ["E-02: more than half", leastMajority, moreThanHalf],
  ["E-05: not less than a third", leastThird, atLeastOneThird],
  ["M-08: two thirds", leastTwoThirds, atLeastTwoThirds],
  ["M-05: four fifths", leastFourFifths, atLeastFourFifths],
] as const)("%s: the fewest that are enough are enough, and one fewer is not", (_what, least, holds) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (all) => {
      expect(Number.isSafeInteger(least(all))).toBe(true);
      expect(holds(least(all), all)).toBe(true);
      expect(holds(least(all) - 1, all)).toBe(false);
    }),
  );
});

test("nobody at all is no majority of nobody, and a third of nobody is nobody", () => {
  expect(moreThanHalf(0, 0)).toBe(false);
  expect([leastMajority(0), leastThird(0), leastTwoThirds(0), leastFourFifths(0)]).toEqual([1, 0, 0, 0]);
});

test.each([
  { name: "M-08 M-09: two thirds", least: leastTwoThirds, holds: atLeastTwoThirds },
  { name: "M-05: four fifths", least: leastFourFifths, holds: atLeastFourFifths },
])("$name: the least number is enough, and one fewer is not", ({ least, holds }) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (of) => {
      expect(holds(least(of), of)).toBe(true);
      expect(holds(least(of) - 1, of)).toBe(false);
    }),
  );
});
