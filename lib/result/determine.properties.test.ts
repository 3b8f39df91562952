import fc from "fast-check";
import { expect, test } from "vitest";
import { comparisonHolds } from "#tests/support/comparison.ts";
import { counts, SOUND_COUNT } from "#tests/support/counts.ts";
import type { CountDocument, Determination } from "./count-document.ts";
import { determine } from "./determine.ts";

/** Many examples, unless fewer are set for all tests. */
const RUNS = { numRuns: fc.readConfigureGlobal().numRuns ?? 1_000 };

function outcomeOf(document: CountDocument): Determination {
  const result = determine(document);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const seatsOf = (document: CountDocument, contest: string) => document.contests.find((one) => one.contest === contest)?.seats ?? 0;

test("no contest elects or ties for more than its seats, and nobody is elected twice", () => {
  fc.assert(
    fc.property(counts, (document) => {
      const outcome = outcomeOf(document);
      for (const { contest } of document.contests) {
        const elected = outcome.elected.filter((one) => one.contest === contest).length;
        const tied = outcome.tied.filter((one) => one.contest === contest).reduce((sum, one) => sum + one.seats, 0);
        const voided = outcome.voided.filter((one) => one.contest === contest).length;
        expect(elected + tied + voided).toBeLessThanOrEqual(seatsOf(document, contest));
      }
      const people = outcome.elected.map((one) => one.person);
      expect(new Set(people).size).toBe(people.length);
      expect(people.filter((person) => document.holding.some((held) => held.person === person))).toEqual([]);
    }),
    RUNS,
  );
});

test("elected, tied and vacant seats never exceed the seats voted on and given up", () => {
  fc.assert(
    fc.property(counts, (document) => {
      const outcome = outcomeOf(document);
      const seats = document.contests.reduce((sum, contest) => sum + contest.seats, 0) + outcome.displaced.length;
      const vacant = outcome.vacant.reduce((sum, one) => sum + one.seats, 0);
      const tied = outcome.tied.reduce((sum, one) => sum + one.seats, 0);
      expect(outcome.elected.length + tied + vacant).toBeLessThanOrEqual(seats);
      if (outcome.tied.length === 0 && outcome.void.length === 0) expect(outcome.elected.length + vacant).toBe(seats);
      expect(outcome.tied.length).toBeLessThanOrEqual(1);
    }),
    RUNS,
  );
});

test("nobody below the threshold, barred or of the wrong sex is elected", () => {
  fc.assert(
    fc.property(counts, (document) => {
      for (const elected of outcomeOf(document).elected) {
        expect(document.kind === "regular" ? 2 * elected.votes > 100 : 3 * elected.votes >= 100).toBe(true);
        const person = document.people.find((one) => one.id === elected.person);
        expect(person?.barred).toBe(false);
        if (elected.contest === "woman") expect(person?.sex).toBe("female");
      }
    }),
    RUNS,
  );
});

test("under the law of 2025 near relatives never sit together, those elected before included", () => {
  fc.assert(
    fc.property(counts, (document) => {
      if (document.law.national !== "CN-2025") return;
      const outcome = outcomeOf(document);
      const displaced = new Set(outcome.displaced.map((one) => one.person));
      const elected = new Set(outcome.elected.map((one) => one.person));
      const seated = new Set([...elected, ...document.holding.map((held) => held.person).filter((person) => !displaced.has(person))]);
      for (const [one, other] of document.kin) {
        const bothHeld = !elected.has(one) && !elected.has(other);
        if (!bothHeld) expect(seated.has(one) && seated.has(other)).toBe(false);
      }
    }),
    RUNS,
  );
});

test("what a finding asks, reckoned by hand with the numbers it shows, is what it says", () => {
  const compared = new Set<string>();
  fc.assert(
    fc.property(counts, (document) => {
      for (const { code, ok, required } of outcomeOf(document).findings) {
        const holds = comparisonHolds(required);
        if (holds === null) continue;
        compared.add(code);
        expect([code, required, holds]).toEqual([code, required, ok]);
      }
    }),
    RUNS,
  );
  expect([...compared].sort()).toEqual(["majority", "margin", "recovered", "size", "turnout", "vacancy", "women"]);
});

test("E-01: one registered voter more never makes a void vote valid", () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 100, max: 250 }), (document, registered) => {
      const before = outcomeOf({ ...document, registered });
      const after = outcomeOf({ ...document, registered: registered + 1 });
      expect(after.void).toEqual(expect.arrayContaining([...before.void]));
      expect(before.valid).toBe(document.kind === "runoff" || registered < 200);
    }),
    RUNS,
  );
});

test("E-02 E-05: one invalid paper more elects nobody new where nobody is related", () => {
  fc.assert(
    fc.property(counts, (document) => {
      const alone = { ...document, kin: [] };
      const ballots = { issued: 101, returned: 101, invalid: 1 };
      const before = outcomeOf(alone);
      const after = outcomeOf({ ...alone, ballots });
      if (before.tied.length > 0) return;
      const people = before.elected.map((one) => one.person);
      expect(after.elected.map((one) => one.person).filter((person) => !people.includes(person))).toEqual([]);
    }),
    RUNS,
  );
});

test("the order of the input does not matter", () => {
  const shuffled = counts.chain((document) =>
    fc.record({
      document: fc.constant(document),
      votes: fc.shuffledSubarray([...document.votes], { minLength: document.votes.length }),
      people: fc.shuffledSubarray([...document.people], { minLength: document.people.length }),
      kin: fc.shuffledSubarray([...document.kin], { minLength: document.kin.length }),
      holding: fc.shuffledSubarray([...document.holding], { minLength: document.holding.length }),
      contests: fc.shuffledSubarray([...document.contests], { minLength: document.contests.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ document, ...others }) => {
      expect(outcomeOf({ ...document, ...others })).toEqual(outcomeOf(document));
    }),
    RUNS,
  );
});

test("the same count gives the same outcome, and is left as it was", () => {
  fc.assert(
    fc.property(counts, (document) => {
      const before = JSON.stringify(document);
      expect(JSON.stringify(outcomeOf(document))).toBe(JSON.stringify(outcomeOf(document)));
      expect(JSON.stringify(document)).toBe(before);
    }),
    RUNS,
  );
});

test("G-36: more votes for a winner alone never unseat him", () => {
  fc.assert(
    fc.property(counts, fc.nat(), fc.integer({ min: 1, max: 30 }), (document, pick, more) => {
      const { elected } = outcomeOf(document);
      const winner = elected[pick % Math.max(elected.length, 1)];
      if (winner === undefined) return;
      const votes = document.votes.map((vote) => (vote.person === winner.person && vote.contest === winner.contest ? { ...vote, for: vote.for + more } : vote));
      const raised = determine({ ...document, votes });
      // The added votes may no longer fit the ballots; then there is nothing to compare.
      if (!raised.ok) return;
      expect(raised.value.elected.map((one) => one.person)).toContain(winner.person);
    }),
    RUNS,
  );
});

test("whenever a tie is open, its re-vote is accepted and the tie is gone or smaller", () => {
  fc.assert(
    fc.property(counts, (document) => {
      const [tie] = outcomeOf(document).tied;
      if (tie === undefined) return;
      const votes = tie.people.map((person, index) => ({ person, for: 100 - index }));
      const after = outcomeOf({ ...document, tieBreaks: [{ contest: tie.contest, votes }] });
      expect(after.tied).not.toContainEqual(tie);
    }),
    RUNS,
  );
});

test("anything at all is either determined or refused with places, never thrown at", () => {
  fc.assert(
    fc.property(fc.anything(), (input) => {
      const result = determine(input);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error.length).toBeGreaterThan(0);
    }),
    RUNS,
  );
});

test("a sound count with any one value replaced is never thrown at", () => {
  const paths: (readonly (string | number)[])[] = [];
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    if (path.length > 0) paths.push(path);
    if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index]));
    else if (typeof value === "object" && value !== null) for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
  };
  walk(SOUND_COUNT, []);
  const replaced = (value: unknown, path: readonly (string | number)[], by: unknown): unknown => {
    const [key, ...rest] = path;
    if (key === undefined) return by;
    if (Array.isArray(value)) return value.map((item: unknown, index) => (index === key ? replaced(item, rest, by) : item));
    if (typeof value !== "object" || value === null) return by;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, name === key ? replaced(item, rest, by) : item]));
  };
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.anything(), (path, by) => {
      const result = determine(replaced(SOUND_COUNT, path, by));
      if (!result.ok) expect(result.error.every((fault) => typeof fault.path === "string" && fault.message !== "")).toBe(true);
    }),
    RUNS,
  );
});
