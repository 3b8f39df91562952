import { describe, expect, it } from "vitest";
import { missingGlyphs } from "./glyphs.ts";

describe("missing glyphs", () => {
  it("finds none in ordinary names and words", () => {
    expect(missingGlyphs("蒋建国 王秀英 阿卜杜热合曼·买买提明 Abc 123，。：（）〔〕№○×“”")).toEqual([]);
  });

  it("knows rare characters that the fonts have", () => {
    expect(missingGlyphs("㛃龘䶮喆堃")).toEqual([]);
  });

  it("names each missing character once, in order", () => {
    expect(missingGlyphs("张𣘴、李𣘴、\u{2ffff}")).toEqual(["𣘴", "\u{2ffff}"]);
  });

  it("takes line ends and variation selectors as having no picture of their own", () => {
    expect(missingGlyphs("葛\u{e0100}\n二")).toEqual([]);
  });
});
