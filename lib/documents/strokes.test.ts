import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SIGN_BOX, signPath, signs, STROKES, STROKES_PER_SIGN, tally } from "./strokes.ts";

describe("tally signs", () => {
  it("five votes are one sign, the rest is unfinished", () => {
    expect(tally(0)).toEqual({ complete: 0, remainder: 0 });
    expect(tally(4)).toEqual({ complete: 0, remainder: 4 });
    expect(tally(5)).toEqual({ complete: 1, remainder: 0 });
    expect(tally(1305)).toEqual({ complete: 261, remainder: 0 });
    expect(signs(13)).toEqual([5, 5, 3]);
    expect(signs(0)).toEqual([]);
  });

  it("strokes drawn are votes counted, whatever the number", () => {
    fc.assert(fc.property(fc.nat(5000), (votes) => signs(votes).reduce((sum, count) => sum + count, 0) === votes));
  });

  it("refuses what is no number of votes", () => {
    for (const wrong of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => tally(wrong)).toThrow(RangeError);
  });

  it("draws 正 in writing order inside its square", () => {
    expect(STROKES).toHaveLength(STROKES_PER_SIGN);
    const horizontal = STROKES.map(({ from, to }) => from[1] === to[1]);
    expect(horizontal).toEqual([true, false, true, false, true]);
    for (const point of STROKES.flatMap(({ from, to }) => [...from, ...to])) expect(point).toSatisfy((at: number) => at >= 0 && at <= SIGN_BOX);
    expect(signPath(0)).toBe("");
    expect(signPath(5).split("M")).toHaveLength(6);
    expect(signPath(5).startsWith(signPath(4))).toBe(true);
  });
});
