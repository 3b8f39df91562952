import fc from "fast-check";
import { expect, test } from "vitest";
import { compareIds, compareVotes, rankOf, runsOf } from "./order.ts";

/** The order of two ids by their code points, from the points themselves. */
function byCodePoints(left: string, right: string): number {
  const [one, other] = [[...left].map((character) => character.codePointAt(0) ?? 0), [...right].map((character) => character.codePointAt(0) ?? 0)];
  const place = one.findIndex((point, index) => point !== other[index]);
  if (place === -1) return one.length - other.length;
  return (one[place] ?? 0) - (other[place] ?? -1);
}

test("ids are in the order of their code points, whatever characters they hold", () => {
  const id = fc.string({ unit: "binary", maxLength: 4 });
  fc.assert(
    fc.property(id, id, (left, right) => {
      expect(Math.sign(compareIds(left, right))).toBe(Math.sign(byCodePoints(left, right)));
    }),
  );
});

test.each([
  ["a", "b"],
  ["p1", "p10"],
  ["", "a"],
  ["\uD7FF", "\uE000"],
  ["\uD7FF", "\u{10000}"],
  ["\uE000", "\u{10000}"],
  ["\uFFFF", "\u{10000}"],
  ["\u{FFFF}", "\u{20000}"],
  ["\u{10000}", "\u{10FFFF}"],
])("%j stands before %j", (first, second) => {
  expect(compareIds(first, second)).toBeLessThan(0);
  expect(compareIds(second, first)).toBeGreaterThan(0);
  expect(compareIds(first, first)).toBe(0);
});

test("most votes come first, equal votes by id", () => {
  const people = [{ person: "b", votes: 1 }, { person: "c", votes: 2 }, { person: "a", votes: 1 }];
  expect(people.toSorted(compareVotes).map((one) => one.person)).toEqual(["c", "a", "b"]);
});

test("the chair ranks before the vice chair, and he before a member", () => {
  expect([rankOf("chair"), rankOf("viceChair"), rankOf("member")]).toEqual([0, 1, 2]);
});

test("a sorted list falls into runs of equal numbers, and nothing is lost", () => {
  expect(runsOf([3, 3, 2, 1, 1, 1], (number) => number)).toEqual([[3, 3], [2], [1, 1, 1]]);
  expect(runsOf([], (number: number) => number)).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.nat(3)), (numbers) => {
      const sorted = numbers.toSorted((one, other) => other - one);
      const runs = runsOf(sorted, (number) => number);
      expect(runs.flat()).toEqual(sorted);
      expect(runs.length).toBe(new Set(numbers).size);
    }),
  );
});
