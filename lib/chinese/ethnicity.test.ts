import { describe, expect, it } from "vitest";
import { ETHNICITIES, ethnicityOf } from "./ethnicity.ts";

describe("ethnic groups", () => {
  it("are the 56 and three more, each once", () => {
    expect(ETHNICITIES.slice(0, 56).every((one) => one.endsWith("族"))).toBe(true);
    expect(new Set(ETHNICITIES).size).toBe(59);
  });

  it.each([["汉", "汉族"], [" 汉 族 ", "汉族"], ["土家族", "土家族"], ["畬族", "畲族"], ["维族", "维吾尔族"], ["蒙", "蒙古族"], ["其他", "其他未识别的民族"], ["穿青人", "穿青人"], ["精灵族", null], ["", null], ["族", null]])("reads %s as %s", (written, expected) => {
    expect(ethnicityOf(written)).toBe(expected);
  });

  it("finds every one of the list again, with and without 族", () => {
    for (const one of ETHNICITIES) expect([ethnicityOf(one), ethnicityOf(one.replace(/族$/u, ""))]).toEqual([one, one]);
  });
});
