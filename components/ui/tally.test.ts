import { describe, expect, it } from "vitest";
import { tallyOf, tallyPath, tallyWidth } from "./tally.ts";

describe("votes as 正 strokes", () => {
  it("are split into groups of twenty, single marks and strokes of an unfinished one", () => {
    expect(tallyOf(0)).toEqual({ groups: 0, marks: 0, strokes: 0 });
    expect(tallyOf(4)).toEqual({ groups: 0, marks: 0, strokes: 4 });
    expect(tallyOf(5)).toEqual({ groups: 0, marks: 1, strokes: 0 });
    expect(tallyOf(100)).toEqual({ groups: 1, marks: 0, strokes: 0 });
    expect(tallyOf(883)).toEqual({ groups: 8, marks: 16, strokes: 3 });
  });
  it("never lose a vote", () => {
    for (let votes = 0; votes <= 2500; votes += 1) {
      const { groups, marks, strokes } = tallyOf(votes);
      expect(groups * 100 + marks * 5 + strokes).toBe(votes);
    }
  });
  it("draw one line for each vote", () => {
    const lines = (marks: number, strokes: number) => tallyPath(marks, strokes).match(/M/g)?.length ?? 0;
    expect(lines(16, 3)).toBe(83);
    expect(lines(0, 0)).toBe(0);
  });
  it("place each mark in a square of its own", () => {
    expect(tallyWidth(1, 0)).toBe(13);
    expect(tallyWidth(1, 2)).toBe(26);
    expect(tallyPath(1, 1)).toMatch(/M14\.5 2H23\.5$/);
  });
});
