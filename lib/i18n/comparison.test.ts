import { describe, expect, it } from "vitest";
import { comparisonWords } from "./comparison.ts";

describe("a comparison in words", () => {
  it("has the signs of arithmetic and grouped numbers", () => {
    expect(comparisonWords("2 x 2288 > 2407", "zh-CN")).toBe("2 × 2,288 > 2,407");
    expect(comparisonWords("3 x 36 >= 2 x 54", "en")).toBe("3 × 36 ≥ 2 × 54");
    expect(comparisonWords("3 <= 8 <= 7", "zh-CN")).toBe("3 ≤ 8 ≤ 7");
    expect(comparisonWords("612 = 600 + 2 + 9", "zh-CN")).toBe("612 = 600 + 2 + 9");
  });

  it("writes days as the language does", () => {
    expect(comparisonWords("2026-03-30 <= 2026-03-29", "zh-CN")).toBe("2026年3月30日 ≤ 2026年3月29日");
    expect(comparisonWords("2026-03-30 <= 2026-03-29", "en")).toBe("30 March 2026 ≤ 29 March 2026");
  });

  it("is nothing where only one side is told, or no numbers", () => {
    for (const required of ["", ">= 1", "= 0", "> 2026-03-29", "officeThenVotes", "13", "a parameter that a village may set"]) expect(comparisonWords(required, "zh-CN")).toBeNull();
  });
});
