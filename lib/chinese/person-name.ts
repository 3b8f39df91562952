import { chineseDay } from "./numerals.ts";

/** A name as it was written, mended: which spaces went. Rare characters are kept as they are. */
export type MendedName = { readonly text: string; readonly hadSpaces: boolean };

/** Ideographs of every plane, including those that only newer fonts have, and the compatibility block. */
const IDEOGRAPH = /\p{Script=Han}/u;
/** The dots that people type between the parts of a name: 间隔号 in its several code points. */
const DOT_VARIANTS = /[\u2022\u2027\u30FB\uFF0E\uFF65\u2219\u22C5\u16EB\u2024]/gu;
const SPACES = /[\s\u3000\u200B\uFEFF]+/gu;
const STANDARD_DOT = "·";

/**
 * Takes out spaces at the ends and between ideographs (谢　国有), keeps one space between Latin words, and writes every
 * kind of dot as the standard one (买买提·艾力).
 */
export function mendName(raw: string): MendedName {
  const dotted = raw.normalize("NFC").replace(DOT_VARIANTS, STANDARD_DOT).replace(/(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu, STANDARD_DOT);
  const single = dotted.replace(SPACES, " ").trim();
  const text = single.replace(/ /gu, (space, index: number) => {
    const before = [...single.slice(0, index)].at(-1) ?? "";
    const after = [...single.slice(index + 1)][0] ?? "";
    return isPartOfHanName(before) || isPartOfHanName(after) ? "" : space;
  });
  return { text, hadSpaces: text !== dotted };
}

const isPartOfHanName = (character: string): boolean => IDEOGRAPH.test(character) || character === STANDARD_DOT;

/**
 * Whether a name holds something that no name holds: digits, brackets, question marks (what an old system leaves of a
 * rare character), private-use characters, or more than 50 characters.
 */
export function isUnusualName(name: string): boolean {
  if ([...name].length > 50) return true;
  return !/^[\p{L}\p{M}· '’-]+$/u.test(name) || /[\uE000-\uF8FF\uFFFD]/u.test(name);
}

/** A two-character name spaced out for official lists (马　轩), so that it lines up with those of three. */
export function spaceOutName(name: string): string {
  const characters = [...name];
  const [first, second] = characters;
  if (characters.length !== 2 || first === undefined || second === undefined) return name;
  return IDEOGRAPH.test(first) && IDEOGRAPH.test(second) ? `${first}\u3000${second}` : name;
}

/** How persons of one name are told apart on a list: by birth year, by birth day when the year is the same too. */
export function distinguishingMarks(
  persons: readonly { readonly id: string; readonly name: string; readonly birthDate: string }[],
): ReadonlyMap<string, string> {
  const byName = Map.groupBy(persons, (person) => person.name);
  const marks = new Map<string, string>();
  for (const namesakes of byName.values()) {
    if (namesakes.length < 2) continue;
    const years = Map.groupBy(namesakes, (person) => person.birthDate.slice(0, 4));
    for (const [year, sameYear] of years) {
      for (const person of sameYear) marks.set(person.id, sameYear.length === 1 ? `${year}年生` : `${chineseDay(person.birthDate)}生`);
    }
  }
  return marks;
}

/** 复姓 still in use; every other surname has one character. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set([
  "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台",
  "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘",
  "令狐", "百里", "呼延", "东郭", "西门", "南郭", "第五", "拓跋", "轩辕", "淳于", "单于", "公西", "漆雕", "左丘", "谷梁", "耶律",
]);

/** The surname of a Han name, as characters. A name with a dot (several peoples have no surname) counts whole. */
export function surnameOf(name: string): string {
  if (name.includes(STANDARD_DOT)) return name;
  const characters = [...name];
  const two = characters.slice(0, 2).join("");
  return characters.length > 2 && COMPOUND_SURNAMES.has(two) ? two : (characters[0] ?? "");
}
