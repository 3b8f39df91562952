import type { Dice } from "../random.ts";
import { identityNumberOf } from "./lines.ts";

/** An invented villager, as he is in truth; his row of the register may say it wrongly. */
export type Villager = {
  readonly name: string;
  readonly male: boolean;
  readonly birth: string;
  readonly group: number;
  readonly household: string;
  /** 户主, or what he is to the head. */
  readonly relation: string;
  readonly away: boolean;
  /** Away, and said that he takes part. */
  readonly stated: boolean;
  readonly deprived: boolean;
  readonly number: string;
};

const SURNAMES = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "欧阳"] as const;
/** Rare characters beyond the basic plane (𬭎 𫖯 𠅤) are in many a real name. */
const GIVEN = ["国", "强", "伟", "华", "军", "平", "勇", "刚", "静", "敏", "丽", "娟", "艳", "芳", "霞", "玲", "梅", "兰", "英", "秀", "𬭎", "𫖯", "𠅤"] as const;
const WITH_DOT = ["买买提·艾力", "阿依古丽·吐尔逊", "扎西·顿珠"] as const;
const RELATIONS = ["户主", "配偶", "子", "女", "父", "母"] as const;

const two = (value: number): string => String(value).padStart(2, "0");

function nameOf(thrown: Dice): string {
  if (thrown.below(40) === 0) return thrown.pick(WITH_DOT);
  return thrown.pick(SURNAMES) + thrown.pick(GIVEN) + (thrown.below(3) === 0 ? "" : thrown.pick(GIVEN));
}

/** One villager. The ordinal runs through the area code, so that no two invented people share a number. */
export function villager(thrown: Dice, ordinal: number, place: Pick<Villager, "group" | "household" | "relation">): Villager {
  const male = thrown.below(2) === 0;
  const birth = `${1930 + thrown.below(90)}-${two(1 + thrown.below(12))}-${two(1 + thrown.below(28))}`;
  const number = identityNumberOf(String(110_000 + Math.floor(ordinal / 500)), birth, (ordinal % 500) * 2 + (male ? 1 : 0));
  return { ...place, name: nameOf(thrown), male, birth, away: thrown.below(4) === 0, stated: thrown.below(8) !== 0, deprived: thrown.below(60) === 0, number };
}

/** So many people in households of one to six, household by household and group by group. */
export function villagers(thrown: Dice, size: number, groups: number): readonly Villager[] {
  const people: Villager[] = [];
  let household = 0;
  for (let group = 1; group <= groups; group += 1) {
    const until = Math.floor((size * group) / groups);
    while (people.length < until) {
      household += 1;
      const members = Math.min(1 + thrown.below(6), until - people.length);
      for (let member = 0; member < members; member += 1) {
        people.push(villager(thrown, people.length, { group, household: String(household).padStart(4, "0"), relation: RELATIONS[member] ?? "子" }));
      }
    }
  }
  return people;
}
