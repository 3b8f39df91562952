import { checkCharacter } from "#lib/chinese/identity-number.ts";
import { chineseNumeral } from "#lib/chinese/numerals.ts";
import type { RegisterFault } from "#lib/roll/model.ts";

/** A generated household register: cells as people write them, what is wrong with it, and what the roll must come to. */
export type GeneratedRegister = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Faults by place of the row in `rows`, from 0. */
  readonly faults: readonly { readonly index: number; readonly kind: RegisterFault }[];
  readonly eligible: { readonly total: number; readonly men: number; readonly women: number; readonly byGroup: Readonly<Record<string, number>> };
  readonly notListed: { readonly minor: number; readonly deprived: number; readonly awayNotStated: number; readonly dead: number; readonly movedOut: number; readonly duplicate: number };
};

export const GENERATED_ELECTION_DAY = "2026-04-18";
const VOTING_BIRTH_LIMIT = "2008-04-18";

const HEADINGS = ["序号", "村民小组", "户号", "姓名", "与户主关系", "性别", "民族", "公民身份号码", "出生日期", "居住情况", "外出人员是否表示参加选举", "联系电话", "备注"] as const;
const SURNAMES = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"];
const GIVEN = [..."国强伟华军平勇刚静敏丽娟艳芳霞玲梅兰英秀𬭎㛃𫖯"];
const DEAD = ["已故", "死亡 未销户", "2025年去世"];
const MOVED = ["迁出", "外嫁，户口已迁出", "户口迁往县城"];
const HARMLESS = ["", "", "", "", "", "", "外嫁", "低保户", "服刑", "未迁出"];

type True = { name: string; male: boolean; birth: string; group: number; household: string; away: boolean; stated: boolean; deprived: boolean; number: string };
type Row = { -readonly [Key in "household" | "name" | "sex" | "birth" | "remark"]: string } & { number: string | number | null; person: True };

/** A small repeatable source of numbers (mulberry32): the same seed gives the same register on every machine. */
export function sourceOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const two = (value: number): string => String(value).padStart(2, "0");
const at = <Item>(list: readonly Item[], index: number): Item => {
  const item = list[index];
  if (item === undefined) throw new Error("outside the list");
  return item;
};

function person(next: (below: number) => number, ordinal: number, groups: number): True {
  const male = next(2) === 0;
  const birth = `${1930 + next(90)}-${two(1 + next(12))}-${two(1 + next(28))}`;
  // The ordinal runs through the area code, so that no two generated people share a number.
  const area = String(110_000 + Math.floor(ordinal / 500));
  const first17 = `${area}${birth.replaceAll("-", "")}${String((ordinal % 500) * 2 + (male ? 1 : 0)).padStart(3, "0")}`;
  const away = next(4) === 0;
  return {
    name: at(SURNAMES, next(SURNAMES.length)) + at(GIVEN, next(GIVEN.length)) + (next(3) === 0 ? "" : at(GIVEN, next(GIVEN.length))),
    male, birth, group: 1 + next(groups), household: two(1 + next(99)) + String(ordinal).padStart(4, "0"),
    away, stated: next(8) !== 0, deprived: next(60) === 0, number: first17 + (checkCharacter(first17) ?? ""),
  };
}

/** Ways of writing a day that a register mixes. */
function writtenDay(next: (below: number) => number, day: string): string | number {
  const [year = "", month = "", date = ""] = day.split("-");
  switch (next(5)) {
    case 0: return `${year}.${month}.${date}`;
    case 1: return `${year}年${Number(month)}月${Number(date)}日`;
    case 2: return Date.UTC(Number(year), Number(month) - 1, Number(date)) / 86_400_000 + 25_569;
    case 3: return `${year}${month}${date}`;
    default: return day;
  }
}

const toFullWidth = (text: string): string => text.replace(/[0-9X]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const otherDigit = (digit: string): string => String((Number(digit) + 3) % 10);

/** Damages one row in the way that the fault's name says; null when this person's row cannot have the fault. */
function damage(kind: RegisterFault, row: Row, next: (below: number) => number): boolean {
  const number = row.person.number;
  switch (kind) {
    case "repairable:space": row.name = next(2) === 0 ? ` ${row.name} ` : [...row.name].join("\u3000"); return true;
    case "repairable:fullwidth": row.number = toFullWidth(number); return true;
    case "repairable:lowerX":
      if (!number.endsWith("X")) return false;
      row.number = `${number.slice(0, 17)}x`;
      return true;
    case "idMissing": row.number = null; return true;
    case "idLostDigits": row.number = Number(`${number.slice(0, 15)}000`); return true;
    case "idFormat": row.number = number.slice(0, 17); return true;
    case "idCheckDigit": row.number = number.slice(0, 16) + otherDigit(number.charAt(16)) + number.slice(17); return true;
    case "id15":
      if (number.slice(6, 8) !== "19") return false;
      row.number = number.slice(0, 6) + number.slice(8, 17);
      return true;
    case "birthMismatch": row.birth = `${row.person.birth.slice(0, 8)}${row.person.birth.endsWith("09") ? "19" : "09"}`; return true;
    case "sexMismatch": row.sex = row.person.male ? "女" : "男"; return true;
    default: return false;
  }
}

export const DAMAGES = ["repairable:space", "repairable:fullwidth", "repairable:lowerX", "idMissing", "idLostDigits", "idFormat", "idCheckDigit", "id15", "birthMismatch", "sexMismatch"] as const satisfies readonly RegisterFault[];

/** Puts a row for somebody gone, or a second row for somebody present, at a random place. */
function extraRow(kind: "dead" | "movedOut" | "duplicate", people: readonly True[], next: (below: number) => number, ordinal: number, groups: number): Row {
  const who = kind === "duplicate" ? at(people, next(people.length)) : person(next, ordinal, groups);
  const remark = kind === "dead" ? at(DEAD, next(DEAD.length)) : kind === "movedOut" ? at(MOVED, next(MOVED.length)) : "";
  return { household: "", name: who.name, sex: who.male ? "男" : "女", birth: who.birth, number: who.number, remark, person: who };
}

/**
 * Makes a register of so many people. Every damage hits rows of its own, twice; two dead, two moved away and two doubled
 * rows are added. The counts come from the people as invented, not from the rows.
 */
export function generateRegister(seed: number, size: number): GeneratedRegister {
  const next = sourceOf(seed);
  const groups = 2 + next(10);
  const people = Array.from({ length: size }, (_, ordinal) => person(next, ordinal, groups));
  const rows: Row[] = people.map((who) => ({ household: who.household, name: who.name, sex: who.male ? "男" : "女", birth: who.birth, number: who.number, remark: who.deprived ? "剥夺政治权利" : at(HARMLESS, next(HARMLESS.length)), person: who }));
  const faulty = new Map<Row, RegisterFault>();
  for (const kind of [...DAMAGES, ...DAMAGES]) {
    const free = rows.filter((row) => !faulty.has(row));
    const start = next(free.length);
    const hit = [...free.slice(start), ...free.slice(0, start)].find((row) => damage(kind, row, next));
    if (hit !== undefined) faulty.set(hit, kind);
  }
  const sound = rows.filter((row) => !faulty.has(row)).map((row) => row.person);
  const doubled = new Set<True>();
  for (const kind of ["dead", "movedOut", "duplicate", "dead", "movedOut", "duplicate"] as const) {
    const extra = extraRow(kind, sound.filter((who) => !doubled.has(who)), next, size + faulty.size, groups);
    doubled.add(extra.person);
    faulty.set(extra, kind);
    rows.splice(next(rows.length + 1), 0, extra);
  }
  return {
    headings: HEADINGS,
    rows: rows.map((row, index) => [index + 1, `第${chineseNumeral(row.person.group)}村民小组`, row.household, row.name, "户主", row.sex, "汉族", row.number, writtenDay(next, row.birth), row.person.away ? "外出" : "常住", row.person.away && row.person.stated ? "参加" : "", "13800000000", row.remark]),
    faults: rows.flatMap((row, index) => { const kind = faulty.get(row); return kind === undefined ? [] : [{ index, kind }]; }),
    ...expectedCounts(people),
  };
}

function expectedCounts(people: readonly True[]): Pick<GeneratedRegister, "eligible" | "notListed"> {
  const adults = people.filter((who) => who.birth <= VOTING_BIRTH_LIMIT);
  const entitled = adults.filter((who) => !who.deprived);
  const listed = entitled.filter((who) => !who.away || who.stated);
  const byGroup = Object.fromEntries([...Map.groupBy(listed, (who) => who.group)].toSorted(([first], [second]) => first - second).map(([group, members]) => [String(group), members.length]));
  const men = listed.filter((who) => who.male).length;
  return {
    eligible: { total: listed.length, men, women: listed.length - men, byGroup },
    notListed: { minor: people.length - adults.length, deprived: adults.length - entitled.length, awayNotStated: entitled.length - listed.length, dead: 2, movedOut: 2, duplicate: 2 },
  };
}
