import { describe, expect, test } from "vitest";
import { pinyinKeys } from "./pinyin.ts";
import { strokesOf } from "./strokes.ts";
import { bySurnameStrokes } from "./surname-order.ts";

describe("order by surname strokes", () => {
  test("fewer strokes first, then stroke by stroke 横竖撇点折", () => {
    expect(bySurnameStrokes(["司一", "白一", "田一", "石一"]).ordered).toEqual(["石一", "田一", "白一", "司一"]);
    expect(bySurnameStrokes(["张一", "李一", "刘一", "王一", "丁一"]).ordered).toEqual(["丁一", "王一", "刘一", "李一", "张一"]);
  });

  test("within one surname by the given name, shorter before longer with the same beginning", () => {
    expect(bySurnameStrokes(["王国有", "王一", "王国"]).ordered).toEqual(["王一", "王国", "王国有"]);
  });

  test("a surname of two characters counts as one surname", () => {
    expect(bySurnameStrokes(["尉迟平勇", "尉一"]).ordered).toEqual(["尉一", "尉迟平勇"]);
  });

  test("unknown characters go last, are named, and can be placed by hand", () => {
    const names = ["𠅤一", "魏一"];
    expect(bySurnameStrokes(names)).toEqual({ ordered: ["魏一", "𠅤一"], unknownCharacters: ["𠅤"] });
    expect(bySurnameStrokes(names, new Map([["𠅤", [4, 1, 3]]]))).toEqual({ ordered: ["𠅤一", "魏一"], unknownCharacters: [] });
  });

  test("the table gives strokes in five classes", () => {
    expect([strokesOf("王"), strokesOf("丁"), strokesOf("刘"), strokesOf("𬭎")]).toEqual([[1, 1, 2, 1], [1, 2], [4, 1, 3, 4, 2, 2], null]);
  });
});

test("a name is found by its syllables and by their first letters", () => {
  expect(pinyinKeys("尉迟平勇")).toEqual({ full: "yuchipingyong", initials: "ycpy" });
  expect(pinyinKeys("曾国")).toEqual({ full: "zengguo", initials: "zg" });
  expect(pinyinKeys("刘𬭎").initials).toBe("lh");
});
