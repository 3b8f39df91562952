import { describe, expect, it } from "vitest";
import { evenWidthParts } from "./person-name.ts";

describe("a name on an official list", () => {
  it("is spread to even width when it has two Chinese characters", () => {
    expect(evenWidthParts("陈立")).toEqual({ first: "陈", second: "立" });
  });
  it("counts a rare character beyond the basic plane as one", () => {
    expect(evenWidthParts("王𣘴")).toEqual({ first: "王", second: "𣘴" });
  });
  it.each(["王建国", "欧阳志强", "阿依古丽·买买提", "Li", "陈", ""])("keeps its own width otherwise: %s", (name) => {
    expect(evenWidthParts(name)).toBeNull();
  });
});
