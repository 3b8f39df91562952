import { expect, test } from "vitest";
import { z } from "zod";
import { SOUND_COUNT } from "#tests/support/counts.ts";
import type { Determination } from "./count-document.ts";
import { determine } from "./determine.ts";
import { officeOf, recomputes, storedOf } from "./stored.ts";

function outcomeOf(input: unknown): Determination {
  const result = determine(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** As a database may give a document back: the same values, every object's keys in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, turned(inner)]));
}

test("a stored determination computes again to the same outcome, in whatever order its keys come back", () => {
  expect(recomputes({ input: SOUND_COUNT, outcome: outcomeOf(SOUND_COUNT) })).toBe(true);
  expect(recomputes(storedOf({ input: turned(SOUND_COUNT), outcome: turned(outcomeOf(SOUND_COUNT)) }))).toBe(true);
});

test("an outcome changed by one vote, one name's place or one list's order is found out", () => {
  const outcome = outcomeOf(SOUND_COUNT);
  const [first, ...others] = outcome.elected;
  if (first === undefined) throw new Error("nobody elected");
  expect(recomputes({ input: SOUND_COUNT, outcome: { ...outcome, elected: [{ ...first, votes: first.votes + 1 }, ...others] } })).toBe(false);
  expect(recomputes({ input: SOUND_COUNT, outcome: { ...outcome, elected: [...others, first] } })).toBe(false);
  expect(recomputes({ input: { ...SOUND_COUNT, registered: 2408 }, outcome })).toBe(false);
});

test("an input that is malformed by now recomputes to nothing", () => {
  expect(recomputes({ input: { ...SOUND_COUNT, committee: 9 }, outcome: outcomeOf(SOUND_COUNT) })).toBe(false);
});

test("only documents of the two schemas are read back", () => {
  const outcome = outcomeOf(SOUND_COUNT);
  expect(storedOf({ input: SOUND_COUNT, outcome })).toEqual({ input: SOUND_COUNT, outcome });
  for (const wrong of [null, undefined, "cunxuan.count/1", {}, { schema: "cunxuan.count/2" }]) {
    expect(() => storedOf({ input: wrong, outcome })).toThrow(z.ZodError);
    expect(() => storedOf({ input: SOUND_COUNT, outcome: wrong })).toThrow(z.ZodError);
  }
});

test("an office as stored is one of the three", () => {
  expect(["chair", "viceChair", "member"].map(officeOf)).toEqual(["chair", "viceChair", "member"]);
  expect(() => officeOf("mayor")).toThrow(z.ZodError);
});
