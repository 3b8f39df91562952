import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { programSources } from "../../scripts/law-coverage/sources.ts";
import { root } from "./files.ts";
import { lawNumbers } from "./law-numbers.ts";

/** Expressions that have a number in common with the law and nothing else. Each says why it is none of the law's. */
const harmless: readonly { readonly file: RegExp; readonly expression: RegExp; readonly why: string }[] = [
  { file: /^lib\/calendar\/day\.ts$/, expression: /\/ (4|5|153)\)$|shiftedMonth < 10/, why: "arithmetic of the calendar" },
  { file: /^lib\/calendar\/holidays\.ts$/, expression: /^LONGEST_HOLIDAY = /, why: "the longest holiday that a mistyped file may state" },
  { file: /^lib\/calendar\/standing\.ts$/, expression: /^SOON_DAYS = /, why: "how early the screen calls a deadline near" },
  { file: /^lib\/chinese\/numerals\.ts$/, expression: /^(unit|value) /, why: "Chinese numerals" },
  { file: /./, expression: /[cC]ategory [!=]== 3$/, why: "the name of the third category of voters" },
  { file: /^lib\/documents\/models\/roll-papers\.ts$/, expression: /^z\.int\(\)\.min\(1\)\.max\(3\)$/, why: "the three categories of voters as the paper names them" },
  { file: /^lib\/documents\/models\/(roll-papers|voter-list)\.ts$/, expression: /^z\.int\(\)\.min\([12]\)\.max\(5\)$/, why: "columns of names on a sheet of paper" },
  { file: /^lib\/documents\/name-pages\.ts$/, expression: /^least: 10$/, why: "the smallest letters of a posted list, in points" },
  { file: /^lib\/roll\/import\/stage\.ts$/, expression: /^marks\./, why: "when most rows of a file name the rows that they mend" },
  { file: /^lib\/database\/|^lib\/platform\/database-errors\.ts$/, expression: /^(attempt|depth) /, why: "retries and nesting of the database" },
  { file: /committee\/seats\/page\.tsx$/, expression: /^seats: 3$/, why: "what the form suggests before the meeting's figures are typed" },
  { file: /^lib\/ballot\/model\.ts$/, expression: /^whole\(0, 20\)$/, why: "a slip of the keyboard: nobody carries more roaming boxes" },
  { file: /^lib\/roll\/inputs\.ts$/, expression: /^whole\(1, 15\)$/, why: "rows of a spreadsheet among which its heading is looked for" },
  { file: /^lib\/spreadsheet\/table\.ts$/, expression: /^repeated \* 2 /, why: "when a spreadsheet's row is its heading repeated" },
];

/** The law itself, and the demonstration, whose villages are made up of numbers. */
const outside = /^lib\/(law|demo)\//;

const found = programSources()
  .filter((file) => !outside.test(file))
  .flatMap((file) => lawNumbers(file, readFileSync(path.join(root, file), "utf8")).map((number) => ({ file, ...number })));

const excuseOf = ({ file, expression }: { readonly file: string; readonly expression: string }) => harmless.find((one) => one.file.test(file) && one.expression.test(expression));

describe("a number of the law", () => {
  it("stands in lib/law and nowhere else", () => {
    expect(found.filter((one) => excuseOf(one) === undefined).map(({ file, line, shape, expression }) => `${file}:${line} ${shape}: ${expression}`)).toEqual([]);
  });

  it("is not excused where nothing is left to excuse", () => {
    expect(harmless.filter((one) => !found.some((number) => excuseOf(number) === one)).map((one) => one.why)).toEqual([]);
  });
});

describe("the search for numbers of the law", () => {
  const shapes = (source: string) => lawNumbers("x.ts", source).map((one) => one.shape);

  it.each([
    "2 * yes > present", "present * 3 >= entitled * 2", "votes / ballots > 0.5", "5 * part >= 4 * whole", "part >= Math.ceil(whole / 3)", "share < 0.8",
  ])("sees a share in %s", (source) => expect(shapes(source)).toContain("share"));

  it.each(["addDays(electionDay, -20)", "addDays(day, 5)", "addMonths(day, -(3))"])("sees days in %s", (source) => expect(shapes(source)).toContain("days"));
  it.each(["ageOn(born, day) < 18", "daysBetween(a, b) >= 20"])("sees an age or a span in %s", (source) => expect(shapes(source)).toContain("age"));
  it.each(["held > 3", "seats <= 7", "whole(3, 7)", "z.int().max(3)", "z.number().int().min(1).max(7)"])("sees a limit in %s", (source) => expect(shapes(source)).toContain("limit"));
  it.each(["const proxyCap = 3", "const LIST_DAYS = 20", "const x = { voterAge: 18 }"])("sees a constant in %s", (source) => expect(shapes(source)).toContain("constant"));

  it.each([
    "moreThanHalf(yes, present)", "addDays(electionDay, -law.values.listDays)", "addDays(day, 1)", "index > 0", "names.length === 2", "const width = 3", "line(60)", "z.string().max(20)", "ageOn(born, day) < law.voterAge",
  ])("leaves %s alone", (source) => expect(shapes(source)).toEqual([]));
});
