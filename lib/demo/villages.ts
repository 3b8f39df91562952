import type { VillagePlan } from "./register/village.ts";

/** 江家庄村: the figures of a real register: 2,718 people in 8 groups, 2,407 voters (1,214 men, 1,193 women). */
export const jiangjiazhuang = (electionDay: string): VillagePlan => ({
  seed: 2407,
  village: "江家庄村",
  area: "141002",
  electionDay,
  groups: [
    { men: 152, women: 149 }, { men: 157, women: 155 }, { men: 152, women: 149 }, { men: 158, women: 156 },
    { men: 153, women: 150 }, { men: 145, women: 142 }, { men: 152, women: 149 }, { men: 145, women: 143 },
  ],
  minors: 290,
  deprived: 2,
  awayNotStated: 19,
});

/** 石桥村: 1,052 people in 11 groups, 886 of them voters. */
export const shiqiao = (electionDay: string): VillagePlan => ({
  seed: 1052,
  village: "石桥村",
  area: "141002",
  electionDay,
  groups: Array.from({ length: 11 }, (_, index) => (index < 6 ? { men: 41, women: 40 } : { men: 40, women: 40 })),
  minors: 158,
  deprived: 1,
  awayNotStated: 7,
});
