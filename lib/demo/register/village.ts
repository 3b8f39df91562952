import { addDays, dayNumberOf, formatDay } from "#lib/calendar/day.ts";
import { dice, type Dice } from "../random.ts";
import { identityNumberOf, REGISTER_HEADINGS } from "./lines.ts";

/** What a generated village holds: listed voters by group and sex, and people who are not listed, by kind. */
export type VillagePlan = {
  readonly seed: number;
  readonly village: string;
  /** Six digits of the area, the first of every identity number. */
  readonly area: string;
  readonly electionDay: string;
  /** Listed men and women of each group, group 1 first. */
  readonly groups: readonly { readonly men: number; readonly women: number }[];
  readonly minors: number;
  readonly deprived: number;
  readonly awayNotStated: number;
};

const surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "欧阳", "江"] as const;
const men = ["建", "国", "军", "伟", "强", "磊", "勇", "福", "贵", "忠", "孝", "明", "辉", "志", "刚", "山", "川", "海", "林", "波", "宇", "浩", "文", "博", "龙", "成"] as const;
const women = ["秀", "英", "兰", "梅", "芳", "玉", "珍", "桂", "霞", "娟", "丽", "静", "敏", "燕", "婷", "雪", "洁", "琴", "莲", "淑", "慧", "欣", "怡", "香", "翠", "巧"] as const;

type Kind = "listed" | "minor" | "deprived" | "awayNotStated";
type Sex = "male" | "female";

/** A household register (户籍人口花名册) as CSV text, in the columns that such registers really have. All persons are made up. */
export function demoRegister(plan: VillagePlan): string {
  const thrown = dice(plan.seed);
  const people = plan.groups.flatMap((group, index) => [
    ...repeat(group.men, { group: index + 1, sex: "male", kind: "listed" } as const),
    ...repeat(group.women, { group: index + 1, sex: "female", kind: "listed" } as const),
  ]);
  const others = [...repeat(plan.minors, "minor" as const), ...repeat(plan.deprived, "deprived" as const), ...repeat(plan.awayNotStated, "awayNotStated" as const)];
  const rest = others.map((kind, index) => ({ group: (index % plan.groups.length) + 1, sex: index % 2 === 0 ? ("male" as const) : ("female" as const), kind }));
  const ordered = [...people, ...rest].map((person) => ({ person, key: thrown.below(1_000_000) })).sort((a, b) => a.person.group - b.person.group || a.key - b.key);
  const used = new Set<string>();
  const lines = ordered.map(({ person }, index) => rowOf(plan, person, index, thrown, used).join(","));
  return `${plan.village}户籍人口花名册\n${REGISTER_HEADINGS.join(",")}\n${lines.join("\n")}\n`;
}

const repeat = <Item>(times: number, item: Item): Item[] => Array.from({ length: times }, () => item);

type Person = { readonly group: number; readonly sex: Sex; readonly kind: Kind };

function rowOf(plan: VillagePlan, { group, sex, kind }: Person, index: number, thrown: Dice, used: Set<string>): readonly string[] {
  const born = birthday(plan.electionDay, kind, thrown);
  const number = identityNumber(plan.area, born, sex, thrown, used);
  const away = kind === "awayNotStated" || (kind === "listed" && thrown.below(9) === 0);
  const household = `${String(group).padStart(2, "0")}${String(Math.floor(index / 2.65) + 1).padStart(4, "0")}`;
  return [
    String(index + 1), `第${group}村民小组`, household, nameOf(sex, thrown), index % 3 === 0 ? "户主" : sex === "male" ? "子" : "配偶",
    sex === "male" ? "男" : "女", "汉族", number, born, away ? "外出" : "常住", away && kind === "listed" ? "参加" : "", "",
    kind === "deprived" ? "剥夺政治权利" : "",
  ];
}

function birthday(electionDay: string, kind: Kind, thrown: Dice): string {
  const turns18 = dayNumberOf(`${Number(electionDay.slice(0, 4)) - 18}${electionDay.slice(4) === "-02-29" ? "-02-28" : electionDay.slice(4)}`);
  return kind === "minor" ? formatDay(turns18 + 1 + thrown.below(17 * 365)) : addDays(formatDay(turns18), -1 - thrown.below(62 * 365));
}

function identityNumber(area: string, born: string, sex: Sex, thrown: Dice, used: Set<string>): string {
  for (;;) {
    const serial = thrown.below(500) * 2 + (sex === "male" ? 1 : 0);
    const number = identityNumberOf(area, born, serial);
    if (!used.has(number)) {
      used.add(number);
      return number;
    }
  }
}

function nameOf(sex: Sex, thrown: Dice): string {
  const given = sex === "male" ? men : women;
  const second = thrown.below(4) === 0 ? "" : thrown.pick(given);
  return `${thrown.pick(surnames)}${thrown.pick(given)}${second}`;
}
