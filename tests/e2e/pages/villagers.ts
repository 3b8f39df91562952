/** A person of the register, unmistakable by name. */
export type Villager = { readonly name: string; readonly sex: "male" | "female"; readonly group: number; readonly born: number };

const man = (name: string, group: number, born: number): Villager => ({ name, sex: "male", group, born });
const woman = (name: string, group: number, born: number): Villager => ({ name, sex: "female", group, born });

/** People of register-jiangjiazhuang.xlsx who take part in the journey. */
export const villagers = {
  committee: [man("刘杰明", 5, 1972), woman("吴花玲", 5, 1983), man("杨国", 5, 1968), man("郝国", 6, 1975), man("彭斌财", 7, 1970)],
  reserves: [woman("孟英怡", 7, 1981), man("蒋浩刚", 8, 1989)],
  chair: [man("熊宇", 6, 1971), man("李杰华", 6, 1970)],
  viceChair: [man("梁磊磊", 7, 1971), man("何旺飞", 7, 1982)],
  member: [woman("潘花菊", 6, 1971), man("田磊", 8, 1968), man("陈山", 8, 1978), woman("薛琳珍", 7, 1970), man("傅平东", 6, 1984)],
  proxyHolder: man("姜波辉", 5, 1975),
  principals: [man("沈旺礼", 5, 1972), man("高贵孝", 5, 1979), woman("魏娜娜", 5, 1972), woman("罗娜", 5, 1971)],
} as const;

/** A person as the forms write him: enough to tell namesakes apart. */
export const labelOf = ({ name, sex, group, born }: Villager): string => `${name}（${group}组，${sex === "female" ? "女" : "男"}，${born}年生）`;
