import { chineseNumeral } from "#lib/chinese/numerals.ts";
import type { RegisterFault } from "#lib/roll/model.ts";
import { dice, type Dice } from "../random.ts";
import { damage, DAMAGES, type Damage, type Row } from "./damages.ts";
import type { RegisterLine } from "./lines.ts";
import { villager, villagers, type Villager } from "./people.ts";

/** Findings that a row must have, by its place in `lines`, from 0. */
export type ExpectedFaults = { readonly index: number; readonly kinds: readonly RegisterFault[] };

/** What the roll must come to: counted from the people as invented, not from the rows. */
export type ExpectedCounts = {
  readonly rows: number;
  readonly eligible: { readonly total: number; readonly men: number; readonly women: number; readonly byGroup: Readonly<Record<string, number>> };
  readonly notListed: Readonly<Record<"minor" | "deprived" | "awayNotStated" | "dead" | "movedOut" | "duplicate", number>>;
};

/** A generated household register: rows as people write them, group by group; what is wrong with them; and its own answer key. */
export type GeneratedRegister = {
  readonly lines: readonly RegisterLine[];
  /** The true group and name of each row. */
  readonly groups: readonly number[];
  readonly names: readonly string[];
  /** The household that the row stands in; "" for rows outside any. */
  readonly households: readonly string[];
  readonly faults: readonly ExpectedFaults[];
  readonly counts: ExpectedCounts;
};

/** The day for which generated registers are counted. */
export const GENERATED_ELECTION_DAY = "2026-04-18";
const VOTING_BIRTH_LIMIT = "2008-04-18";

const DEAD = ["已故", "死亡 未销户", "2025年去世"] as const;
const MOVED = ["迁出", "外嫁，户口已迁出", "户口迁往县城"] as const;
const HARMLESS = ["", "", "", "", "", "", "外嫁", "低保户", "服刑", "未迁出"] as const;

/** What people type for the dot between the parts of a name. */
const DOTS = ["·", "•", "・", "．", "‧"] as const;

type Extra = "dead" | "movedOut" | "duplicate" | "likelyDuplicate";
const EXTRAS = ["dead", "movedOut", "duplicate", "likelyDuplicate"] as const satisfies readonly Extra[];

const rowOf = (person: Villager, remark: string): Row => ({
  person, name: person.name, sex: person.male ? "男" : "女", birth: person.birth, household: person.household, number: person.number, remark: person.deprived ? "剥夺政治权利" : remark,
  group: null, residence: person.away ? "外出" : "常住", kinds: [], listed: true,
});

/** A row for somebody gone, or a second row for somebody present: without a household, as registers have them at the end of a group. */
function extraRow(kind: Extra, sound: readonly Villager[], thrown: Dice, ordinal: number, groups: number): Row {
  const second = kind === "duplicate" || kind === "likelyDuplicate";
  const who = second ? sound[thrown.below(sound.length)] : villager(thrown, ordinal, { group: 1 + thrown.below(groups), household: "", relation: "" });
  if (who === undefined) throw new Error("nobody is left to be doubled");
  const row: Row = { ...rowOf(who, ""), household: "", kinds: [kind], listed: false };
  if (kind === "dead") row.remark = thrown.pick(DEAD);
  if (kind === "movedOut") row.remark = thrown.pick(MOVED);
  if (kind === "duplicate") row.remark = "";
  if (kind === "likelyDuplicate") {
    if (!damage("idCheckDigit", row, thrown)) row.number = `${who.number.slice(0, 12)}${(Number(who.number.charAt(12)) + 1) % 10}${who.number.slice(13)}`;
    row.kinds = ["idCheckDigit", "likelyDuplicate"];
    row.remark = "";
    row.residence = who.away ? "外出" : "常住";
  }
  return row;
}

/** Every damage hits so many rows of its own. */
function damageRows(rows: readonly Row[], kinds: readonly Damage[], thrown: Dice): void {
  const free = new Set(rows.map((_, index) => index));
  for (const kind of kinds) {
    const places = [...free];
    const start = thrown.below(places.length);
    const hit = [...places.slice(start), ...places.slice(0, start)].find((place) => {
      const row = rows[place];
      return row !== undefined && damage(kind, row, thrown);
    });
    if (hit !== undefined) free.delete(hit);
  }
}

/** Writes a group as village offices do: 第三村民小组, 3, 三组, 第3组. */
function groupWords(thrown: Dice, group: number): string | number {
  const written = [`第${chineseNumeral(group)}村民小组`, group, `${chineseNumeral(group)}组`, `第${group}组`, `0${group}`] as const;
  return thrown.pick(written);
}

/** Ways of writing a day that a register mixes. */
function writtenDay(thrown: Dice, day: string): string | number {
  const [year = "", month = "", date = ""] = day.split("-");
  switch (thrown.below(7)) {
    case 0: return `${year}.${month}.${date}`;
    case 1: return `${year}年${Number(month)}月${Number(date)}日`;
    case 2: return Date.UTC(Number(year), Number(month) - 1, Number(date)) / 86_400_000 + 25_569;
    case 3: return `${year}${month}${date}`;
    case 4: return `${year}/${Number(month)}/${Number(date)}`;
    case 5: return `${[...year].map((digit) => "〇一二三四五六七八九".charAt(Number(digit))).join("")}年${chineseNumeral(Number(month))}月${chineseNumeral(Number(date))}日`;
    default: return day;
  }
}

function lineOf(row: Row, index: number, thrown: Dice): RegisterLine {
  const { person } = row;
  return {
    序号: index + 1, 村民小组: row.group ?? groupWords(thrown, person.group), 户号: row.household, 姓名: row.name.replace("·", thrown.pick(DOTS)), 与户主关系: person.relation, 性别: row.sex, 民族: thrown.below(9) === 0 ? "汉" : "汉族",
    公民身份号码: row.number, 出生日期: /^\d{4}-\d{2}-\d{2}$/u.test(row.birth) ? writtenDay(thrown, row.birth) : row.birth, 居住情况: row.residence,
    外出人员是否表示参加选举: person.away && person.stated && row.residence === "外出" ? "参加" : "", 联系电话: "13800000000", 备注: row.remark,
  };
}

/**
 * Makes a register of so many people. Every damage hits `times` rows of its own; as many dead, moved away, doubled and
 * likely doubled rows are added. The same seed gives the same register on every machine.
 */
export function generateRegister(seed: number, size: number, times = 2): GeneratedRegister {
  const thrown = dice(seed);
  const groups = 2 + thrown.below(10);
  const people = villagers(thrown, size, groups);
  const rows = people.map((person) => rowOf(person, thrown.pick(HARMLESS)));
  damageRows(rows, Array.from({ length: times }, () => DAMAGES).flat(), thrown);
  // A number that ends in three zeros looks as if its last digits were lost as soon as another digit is wrong.
  const sound = new Set(rows.filter(({ kinds, remark, person }) => kinds.length === 0 && remark === "" && !person.number.endsWith("000")).map(({ person }) => person));
  const extras = Array.from({ length: times }, () => EXTRAS).flat().map((kind, index) => {
    const extra = extraRow(kind, [...sound], thrown, size + index, groups);
    sound.delete(extra.person);
    return extra;
  });
  const ordered = Array.from({ length: groups }, (_, index) => [...rows, ...extras].filter(({ person }) => person.group === index + 1)).flat();
  return {
    lines: ordered.map((row, index) => lineOf(row, index, thrown)),
    groups: ordered.map(({ person }) => person.group), names: ordered.map(({ name, person }) => (name.trim() === "" || /[?？0-9]/u.test(name) ? name : person.name)), households: ordered.map(({ household }) => household),
    faults: ordered.flatMap(({ kinds }, index) => (kinds.length === 0 ? [] : [{ index, kinds }])),
    counts: countsOf(ordered, times),
  };
}

function countsOf(rows: readonly Row[], times: number): ExpectedCounts {
  const own = rows.filter(({ listed }) => listed);
  const unsettled = new Set(rows.filter(({ kinds }) => kinds.includes("notApproved")).map(({ person }) => person));
  // A likely second row stays on the list until a person settles it.
  const likely = rows.filter(({ kinds }) => kinds.includes("likelyDuplicate"));
  const people = [...own, ...likely].map(({ person, kinds }) => ({ person, unread: kinds.includes("birthUnknown"), nowhere: kinds.includes("groupUnknown") }));
  const adults = people.filter(({ person, unread }) => !unread && person.birth <= VOTING_BIRTH_LIMIT);
  const entitled = adults.filter(({ person }) => !person.deprived);
  const settled = entitled.filter(({ person }) => !unsettled.has(person));
  const listed = settled.filter(({ person }) => !person.away || person.stated);
  const groupOf = ({ person, nowhere }: (typeof people)[number]): string => (nowhere ? "?" : String(person.group));
  const byGroup = [...Map.groupBy(listed, groupOf)].toSorted(([first], [second]) => Number(first === "?") - Number(second === "?") || Number(first) - Number(second));
  const unknownSex = new Set(rows.filter(({ kinds }) => kinds.includes("sexUnknown")).map(({ person }) => person));
  const ofSex = (male: boolean): number => listed.filter(({ person }) => person.male === male && !unknownSex.has(person)).length;
  return {
    rows: rows.length,
    eligible: { total: listed.length, men: ofSex(true), women: ofSex(false), byGroup: Object.fromEntries(byGroup.map(([group, members]) => [group, members.length])) },
    notListed: {
      minor: people.filter(({ unread }) => !unread).length - adults.length, deprived: adults.length - entitled.length, awayNotStated: settled.length - listed.length, dead: times, movedOut: times, duplicate: times,
    },
  };
}
