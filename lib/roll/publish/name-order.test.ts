import { describe, expect, it } from "vitest";
import { orderNames, type Placed } from "./name-order.ts";

const row = (name: string, at: Partial<Placed> = {}): Placed => ({ id: name, name, groupNumber: 1, householdNumber: null, sourceRow: null, ...at });
const names = (rows: readonly Placed[], order: Parameters<typeof orderNames>[1]): readonly string[] => orderNames(rows, order).map(({ name }) => name);

describe("order of names on the posted list", () => {
  it("goes by group whatever the order, and those whose group is not known yet stand last", () => {
    const rows = [row("王一", { groupNumber: 0 }), row("张一", { groupNumber: 2 }), row("丁一", { groupNumber: 10 }), row("李一", { groupNumber: 1 })];
    for (const order of ["household", "strokes", "pinyin"] as const) expect(names(rows, order)).toEqual(["李一", "张一", "丁一", "王一"]);
  });

  it("by household: as in the register, and somebody added by hand stands with his household", () => {
    const rows = [
      row("新来人", { householdNumber: "9" }), row("李二", { householdNumber: "2", sourceRow: 7 }), row("张妻", { householdNumber: "1", sourceRow: 5 }),
      row("张三", { householdNumber: "1", sourceRow: 4 }), row("张家新人", { householdNumber: "1" }), row("独户", { sourceRow: 6 }),
    ];
    expect(names(rows, "household")).toEqual(["张三", "张妻", "张家新人", "独户", "李二", "新来人"]);
  });

  it("by surname strokes: fewer strokes first, two-character surnames as a whole", () => {
    expect(names(["张伟", "丁一", "欧阳明", "王五", "王一", "马超"].map((name) => row(name)), "strokes")).toEqual(["丁一", "马超", "王一", "王五", "张伟", "欧阳明"]);
  });

  it("by pinyin: surnames by their reading as surnames, tones and characters told apart so that a surname stays together", () => {
    expect(names(["章一", "张二", "单三", "曾四", "张一", "安五", "章二", "李六", "林七"].map((name) => row(name)), "pinyin")).toEqual(["安五", "李六", "林七", "单三", "曾四", "张二", "张一", "章二", "章一"]);
  });

  it("comes out the same from any order of the same people", () => {
    const rows = ["张伟", "张伟", "李娜", "王芳"].map((name, index) => row(name, { id: `${index}`, sourceRow: index + 4 }));
    for (const order of ["household", "strokes", "pinyin"] as const) expect(orderNames(rows.toReversed(), order)).toEqual(orderNames(rows, order));
  });
});
