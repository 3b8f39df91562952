import fc from "fast-check";
import { expect, test } from "vitest";
import { kinFrom, mostTogether } from "./kin.ts";

const PEOPLE = ["a", "b", "c", "d", "e", "f", "g"];
const pairs = fc.array(fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...PEOPLE)).filter(([one, other]) => one !== other), { maxLength: 12 });

test("relatives are relatives of each other, nobody's else, and nobody's where no rule is on them", () => {
  const kin = kinFrom([["a", "b"], ["c", "a"]], true);
  expect([...kin("a")].sort()).toEqual(["b", "c"]);
  expect([[...kin("b")], [...kin("c")], [...kin("d")]]).toEqual([["a"], ["a"], []]);
  expect(kinFrom([["a", "b"]], false)("a").size).toBe(0);
  expect(kinFrom([], true)("a").size).toBe(0);
});

/** The most people without two relatives among them, by trying every choice. */
function byTrying(people: readonly string[], related: (one: string, other: string) => boolean): number {
  let most = 0;
  for (let choice = 0; choice < 2 ** people.length; choice += 1) {
    const chosen = people.filter((_person, place) => (choice >> place) % 2 === 1);
    if (!chosen.some((one) => chosen.some((other) => related(one, other)))) most = Math.max(most, chosen.length);
  }
  return most;
}

test("V-04: as many as could sit together are found, counted as far as it matters", () => {
  fc.assert(
    fc.property(pairs, fc.subarray(PEOPLE), fc.integer({ min: 1, max: 8 }), (related, people, enough) => {
      const kin = kinFrom(related, true);
      const most = byTrying(people, (one, other) => kin(one).has(other));
      const found = mostTogether(people, kin, enough);
      expect(Math.min(found, enough)).toBe(Math.min(most, enough));
    }),
  );
});

test("a family of thirty in a row is reckoned at once", () => {
  const row = Array.from({ length: 30 }, (_unused, index) => `p${index}`);
  const kin = kinFrom(row.slice(1).map((person, index) => [row[index] ?? "", person] as const), true);
  expect(mostTogether(row, kin, 99)).toBe(15);
});
