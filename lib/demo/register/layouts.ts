import { chineseNumeral } from "#lib/chinese/numerals.ts";
import { dice, type Dice } from "../random.ts";
import type { GeneratedRegister } from "./faulty.ts";
import { REGISTER_HEADINGS, type RegisterHeading, type WrittenCell } from "./lines.ts";

/** How office programs and people arrange one and the same register. */
export const LAYOUTS = ["plain", "ownHeadings", "twoRowHeading", "mergedCells", "groupTitles", "sheetPerGroup"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** One sheet to be written: its cells and its merges in the program's words (B3:B6). */
export type LaidSheet = { readonly name: string; readonly grid: readonly (readonly WrittenCell[])[]; readonly merges: readonly string[] };

/** A register laid out; `places` tells for each of its lines in which sheet and row (from 1) it stands. */
export type LaidRegister = { readonly sheets: readonly LaidSheet[]; readonly places: readonly { readonly sheet: string; readonly row: number }[] };

/** Layouts that need nothing but rows of cells: a text file has no merges and one sheet. */
export const TEXT_LAYOUTS = ["plain", "ownHeadings", "twoRowHeading", "groupTitles"] as const satisfies readonly Layout[];

const VILLAGE = "江家庄村";
const OWN_WORDS: Readonly<Partial<Record<RegisterHeading, readonly [string, ...string[]]>>> = {
  村民小组: ["组 别", "所在组", "小组名称"], 户号: ["户编号", "家庭编号"], 姓名: ["*姓名", "姓 名"], 与户主关系: ["家庭关系", "与户主之关系"], 性别: ["性别（男/女）"],
  公民身份号码: ["居民身份证号码", "身份证号", "证件号码"], 出生日期: ["出生\n年月日", "出生年月"], 居住情况: ["常住/外出", "现状"], 外出人员是否表示参加选举: ["参选意愿"], 联系电话: ["手机"], 备注: ["说明"],
};

/** The words of `heading` in a table of its own; and its second row, when the heading has two. */
type Columns = readonly { readonly heading: RegisterHeading; readonly words: string; readonly under: string | null }[];

const asUsual = (headings: readonly RegisterHeading[]): Columns => headings.map((heading) => ({ heading, words: heading, under: null }));
const without = (...left: readonly RegisterHeading[]): readonly RegisterHeading[] => REGISTER_HEADINGS.filter((heading) => !left.includes(heading));

function ownHeadings(thrown: Dice): Columns {
  const keyed = REGISTER_HEADINGS.map((heading) => ({ heading, key: thrown.below(1_000_000) }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ heading }) => ({ heading, words: thrown.pick(OWN_WORDS[heading] ?? [heading]), under: null }));
}

const UNDER: Readonly<Partial<Record<RegisterHeading, string>>> = { 姓名: "基本信息", 与户主关系: "基本信息", 性别: "基本信息", 民族: "基本信息", 居住情况: "居住和参选", 外出人员是否表示参加选举: "居住和参选" };
const twoRows: Columns = REGISTER_HEADINGS.map((heading) => {
  const over = UNDER[heading];
  return over === undefined ? { heading, words: heading, under: null } : { heading, words: over, under: heading };
});

/** The letters of a column from 0; registers have fewer than 26. */
const letter = (column: number): string => String.fromCharCode(65 + column);

/** Writes a sheet downwards. */
class Page {
  readonly #name: string;
  readonly #columns: Columns;
  readonly #grid: WrittenCell[][] = [];
  readonly #merges: string[] = [];
  constructor(name: string, columns: Columns) {
    this.#name = name;
    this.#columns = columns;
  }
  get row(): number { return this.#grid.length; }
  get sheet(): LaidSheet { return { name: this.#name, grid: this.#grid, merges: this.#merges }; }
  line(...cells: WrittenCell[]): void { this.#grid.push(cells); }
  merge(range: string): void { this.#merges.push(range); }
  /** A line over the whole width, merged. */
  title(text: string): void {
    this.line(text);
    this.merge(`A${this.row}:${letter(this.#columns.length - 1)}${this.row}`);
  }
  heading(): void {
    const two = this.#columns.some(({ under }) => under !== null);
    this.line(...this.#columns.map(({ words, under }, index) => (under !== null && this.#columns[index - 1]?.words === words ? null : words)));
    if (!two) return;
    const top = this.row;
    this.line(...this.#columns.map(({ under }) => under));
    this.#columns.forEach(({ words, under }, index) => {
      if (under === null) return this.merge(`${letter(index)}${top}:${letter(index)}${top + 1}`);
      if (this.#columns[index - 1]?.words === words) return;
      const width = this.#columns.filter((column) => column.words === words).length;
      this.merge(`${letter(index)}${top}:${letter(index + width - 1)}${top}`);
    });
  }
  person(line: Readonly<Record<RegisterHeading, WrittenCell>>): number {
    this.line(...this.#columns.map(({ heading }) => line[heading]));
    return this.row;
  }
}

function titles(page: Page, thrown: Dice): void {
  const above = thrown.below(9);
  for (let row = 0; row < above; row += 1) {
    if (row === 0) page.title(`${VILLAGE}户籍人口花名册`);
    else if (thrown.below(2) === 0) page.line("填报单位：江家庄村民委员会", null, null, "填报日期：2026年2月");
    else page.line();
  }
}

/** Empty rows, sums of a page and headings printed again stand between the people of many a register. */
function between(page: Page, thrown: Dice, since: number): void {
  switch (thrown.below(28)) {
    case 0: return page.line();
    case 1: return page.line("本页小计", null, null, since);
    case 2: return page.line(null, "合 计", null, since);
    case 3: return page.heading();
    default:
  }
}

function onePage(register: GeneratedRegister, columns: Columns, thrown: Dice, options: { readonly grouped: boolean }): LaidRegister {
  const page = new Page("名册", columns);
  titles(page, thrown);
  page.heading();
  const places = register.lines.map((line, index) => {
    const group = register.groups[index];
    if (options.grouped && group !== register.groups[index - 1]) page.line(group === undefined ? null : `第${chineseNumeral(group)}村民小组${thrown.below(2) === 0 ? "（共若干户）" : ""}`);
    else between(page, thrown, index);
    return { sheet: "", row: page.person(line) };
  });
  page.line("合计", null, null, register.lines.length);
  page.line("填表人：张三", null, null, null, "审核人：李四");
  return { sheets: [page.sheet], places };
}

/** Households merged downwards beside their people, groups beside all of theirs: only the first row of each holds the words. */
function mergedPage(register: GeneratedRegister, thrown: Dice): LaidRegister {
  const page = new Page("名册", asUsual(REGISTER_HEADINGS));
  titles(page, thrown);
  page.heading();
  const [group, household] = [letter(REGISTER_HEADINGS.indexOf("村民小组")), letter(REGISTER_HEADINGS.indexOf("户号"))];
  let [groupFrom, householdFrom] = [page.row + 1, page.row + 1];
  const end = (column: string, from: number): void => { if (page.row > from) page.merge(`${column}${from}:${column}${page.row}`); };
  const places = register.lines.map((line, index) => {
    const sameGroup = index > 0 && register.groups[index] === register.groups[index - 1];
    const sameHousehold = sameGroup && register.households[index] !== "" && register.households[index] === register.households[index - 1];
    if (!sameGroup) { end(group, groupFrom); groupFrom = page.row + 1; }
    if (!sameHousehold) { end(household, householdFrom); householdFrom = page.row + 1; }
    const written = { ...line, 村民小组: sameGroup ? null : `第${chineseNumeral(register.groups[index] ?? 0)}村民小组`, 户号: sameHousehold ? null : line["户号"] };
    return { sheet: "", row: page.person(written) };
  });
  end(group, groupFrom);
  end(household, householdFrom);
  return { sheets: [page.sheet], places };
}

function pagePerGroup(register: GeneratedRegister, thrown: Dice): LaidRegister {
  const pages = new Map<number, Page>();
  const sheetName = (group: number): string => (group % 2 === 0 ? `${chineseNumeral(group)}组` : `第${group}村民小组`);
  const places = register.lines.map((line, index) => {
    const group = register.groups[index] ?? 0;
    const page = pages.get(group) ?? new Page(sheetName(group), asUsual(without("村民小组")));
    if (!pages.has(group)) {
      pages.set(group, page);
      titles(page, thrown);
      page.heading();
    }
    return { sheet: sheetName(group), row: page.person(line) };
  });
  for (const page of pages.values()) page.line("合计", null, null, page.row);
  const cover: LaidSheet = { name: "封面", grid: [[VILLAGE], ["填报说明：每组一表"]], merges: [] };
  const sheets = [...pages.values()].map(({ sheet }) => sheet);
  return { sheets: [cover, ...sheets], places: places.map((place) => (sheets.length > 1 ? place : { ...place, sheet: "" })) };
}

/** Whether a layout has a cell for each person's group. Where it has none, nobody's group can be missing. */
export const hasGroupCells = (layout: Layout): boolean => layout === "plain" || layout === "ownHeadings" || layout === "twoRowHeading";

/** Lays a register out; the seed decides titles, empty rows, sums and words within the layout. */
export function layOut(register: GeneratedRegister, layout: Layout, seed: number): LaidRegister {
  const thrown = dice(seed);
  switch (layout) {
    case "plain": return onePage(register, asUsual(REGISTER_HEADINGS), thrown, { grouped: false });
    case "ownHeadings": return onePage(register, ownHeadings(thrown), thrown, { grouped: false });
    case "twoRowHeading": return onePage(register, twoRows, thrown, { grouped: false });
    case "mergedCells": return mergedPage(register, thrown);
    case "groupTitles": return onePage(register, asUsual(without("村民小组")), thrown, { grouped: true });
    case "sheetPerGroup": return pagePerGroup(register, thrown);
  }
}
