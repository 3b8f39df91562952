import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIST_COLUMNS, LIST_PAPERS, listShape, namePages, type ListedName, type NamePage } from "./name-pages.ts";

const shapes = LIST_PAPERS.flatMap((paper) => LIST_COLUMNS[paper].flatMap((columns) => [listShape(paper, columns)]));
const person = (number: number, name = "张建国", note: string | null = null): ListedName => ({ number, name, note, sex: number % 2 === 0 ? "male" : "female" });
const numbersOn = (pages: readonly NamePage[]): readonly string[] => pages.flatMap((page) => page.columns.flatMap((column) => column.numbers.split("\n"))).filter((number) => number !== "");
const linesOfNames = (page: NamePage, column: number): readonly string[] => (page.columns[column]?.names ?? []).map(({ text }) => text).join("").split("\n");

describe("pages of a list of names", () => {
  it("hold everybody once, in order, on lines that stand beside each other, for any list, paper and columns", () => {
    const anyName = fc.string({ unit: fc.constantFrom("张", "欧", "阳", "·", "a", "尉"), minLength: 1, maxLength: 50 });
    const anyGroups = fc.array(fc.array(fc.tuple(anyName, fc.option(fc.constantFrom("（1951年生）", "（1951年12月生）"))), { maxLength: 400 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyGroups, fc.constantFrom(...shapes, listShape("a4", 2, true)), (groups, shape) => {
        let number = 0;
        const list = groups.map((people, index) => ({ title: `第${index + 1}组`, people: people.map(([name, note]) => person((number += 1), name, note)) }));
        const pages = namePages(list, shape);
        expect(numbersOn(pages)).toEqual(Array.from({ length: number }, (_, index) => String(index + 1)));
        expect(pages.map((page) => page.columns.flatMap((_, column) => linesOfNames(page, column)).join("")).join("")).toBe(list.flatMap((group) => group.people.map((one) => one.name + (one.note ?? ""))).join(""));
        for (const page of pages) {
          expect(page.columns.length).toBeLessThanOrEqual(shape.columns);
          for (const [index, column] of page.columns.entries()) {
            const heights = [column.numbers.split("\n").length, column.sexes.split("\n").length, linesOfNames(page, index).length];
            expect(new Set(heights).size).toBe(1);
            expect(heights[0]).toBeLessThanOrEqual(Math.max(page.rows, 1));
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  it("begin each group on a page of its own, and say which of its pages it is", () => {
    const shape = listShape("a4", 3);
    const pages = namePages([{ title: "第一村民小组", people: Array.from({ length: shape.rows * 3 + 1 }, (_, index) => person(index + 1)) }, { title: "第二村民小组", people: [person(999)] }], shape);
    expect(pages.map(({ title, part, parts, rows }) => [title, part, parts, rows])).toEqual([["第一村民小组", 1, 2, shape.rows], ["第一村民小组", 2, 2, 1], ["第二村民小组", 1, 1, 1]]);
  });

  it("spread the last page of a group over all columns", () => {
    const pages = namePages([{ title: "一组", people: Array.from({ length: 10 }, (_, index) => person(index + 1)) }], listShape("a4", 3));
    expect(pages[0]?.columns.map((column) => column.numbers.split("\n").length)).toEqual([4, 4, 2]);
  });

  it("write a name that is too long in a second line, without number or sex of its own", () => {
    const [page] = namePages([{ title: "一组", people: [person(1, "阿卜杜热合曼·买买提明"), person(2)] }], listShape("a4", 4));
    expect(page?.columns.map(({ numbers }) => numbers)).toEqual(["1\n", "2"]);
    expect(page?.columns[0]?.names).toEqual([{ text: "阿卜杜热合曼·\n买买提明", small: false }]);
  });

  it("draw no rule through the lines of one person", () => {
    const [page] = namePages([{ title: "一组", people: [person(1, "阿卜杜热合曼·买买提明"), person(2), person(3)] }], listShape("a4", 2, true));
    expect(page?.columns.map(({ numbers }) => numbers)).toEqual(["1\n", "2\n3"]);
    expect(page?.gaps).toEqual([[], [0]]);
  });

  it("use larger letters the fewer columns a sheet has, never less than ten points", () => {
    expect(LIST_COLUMNS.a4.map((columns) => listShape("a4", columns).letters)).toEqual([17, 12, 10]);
    expect(LIST_COLUMNS.a3.map((columns) => listShape("a3", columns).letters)).toEqual([17, 17, 13, 10.5]);
  });
});
