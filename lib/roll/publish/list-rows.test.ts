import { describe, expect, it } from "vitest";
import { listHash, numberedFrom1, paperGroups, tellApart, type ListRow } from "./list-rows.ts";

const row = (name: string, birthYear = 1951, birthMonth: number | null = 3): ListRow => ({ id: name, name, paperName: null, sex: "male", groupNumber: 1, birthYear, birthMonth });

describe("the posted list", () => {
  it("tells same names apart by birth year, by month too where the year is the same, and leaves all others without", () => {
    const rows = [row("张建国", 1951, 3), row("张建国", 1988, 1), row("张建国", 1951, 12), row("李娜"), row("王芳", 1960), row("王芳", 1961)];
    const marks = tellApart(rows);
    expect(rows.map((one) => marks.get(one) ?? null)).toEqual([
      { birthYear: 1951, birthMonth: 3 }, { birthYear: 1988, birthMonth: null }, { birthYear: 1951, birthMonth: 12 }, null, { birthYear: 1960, birthMonth: null }, { birthYear: 1961, birthMonth: null },
    ]);
    expect(paperGroups(rows, String)[0]?.voters[3]).toEqual({ name: "李娜", sex: "male", birthYear: null, birthMonth: null });
  });

  it("has a hash that changes with number, name, sex, group, year and month, and with nothing else", () => {
    const [one] = numberedFrom1([row("张建国")]);
    if (one === undefined) throw new Error("nobody");
    const changed = [{ ...one, number: 2 }, { ...one, name: "张建囯" }, { ...one, sex: "female" as const }, { ...one, groupNumber: 2 }, { ...one, birthYear: 1952 }, { ...one, birthMonth: 4 }, { ...one, birthMonth: null }];
    expect(new Set([one, ...changed].map((face) => listHash([face]))).size).toBe(8);
    const printed = { ...one, paperName: "张建〓" };
    expect(listHash([printed])).toBe(listHash([one]));
  });
});
