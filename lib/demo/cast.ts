import type { DemoPerson } from "./world.ts";

/** The township's people of the demonstration. */
export const township = {
  administrator: { username: "admin", name: "系统管理员" },
  officer: { username: "zhen", name: "赵明远" },
} as const;

/** Everybody at one village's desk; `prefix` keeps the names for signing in apart. */
export function deskOf(prefix: string, names: DeskNames): Readonly<Record<keyof DeskNames, DemoPerson>> {
  return {
    chair: { username: `${prefix}-zhuren`, name: names.chair, role: "committeeChair" },
    registrar: { username: `${prefix}-dengji`, name: names.registrar, role: "registrar" },
    issuer: { username: `${prefix}-fapiao`, name: names.issuer, role: "ballotIssuer" },
    tellerOne: { username: `${prefix}-jipiao1`, name: names.tellerOne, role: "teller" },
    tellerTwo: { username: `${prefix}-jipiao2`, name: names.tellerTwo, role: "teller" },
    scrutineer: { username: `${prefix}-jianpiao`, name: names.scrutineer, role: "scrutineer" },
  };
}

/** Names of the people at a desk. */
export type DeskNames = Readonly<Record<"chair" | "registrar" | "issuer" | "tellerOne" | "tellerTwo" | "scrutineer", string>>;

/** The desks of the three villages. */
export const desks = {
  jiangjiazhuang: deskOf("jjz", { chair: "陈立群", registrar: "王秀英", issuer: "周玉珍", tellerOne: "李明辉", tellerTwo: "吴桂兰", scrutineer: "孙福贵" }),
  shiqiao: deskOf("sq", { chair: "石建国", registrar: "林芳", issuer: "高翠", tellerOne: "罗志强", tellerTwo: "许敏", scrutineer: "彭海山" }),
  liugou: deskOf("lg", { chair: "柳成林", registrar: "马静", issuer: "董燕", tellerOne: "曹波", tellerTwo: "于丽", scrutineer: "袁浩" }),
} as const;
