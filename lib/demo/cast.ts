import type { DemoPerson } from "./world.ts";

/** The county's and the township's people of the demonstration. */
export const township = {
  administrator: { username: "admin", name: "系统管理员" },
  county: { username: "xian", name: "何静", role: "countyAdministrator" },
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
  jiangjiazhuang: deskOf("jjz", { chair: "陈立群", registrar: "王秀英", issuer: "周晓棠", tellerOne: "李启程", tellerTwo: "吴晓菊", scrutineer: "孙宝库" }),
  shiqiao: deskOf("sq", { chair: "石建国", registrar: "林芳", issuer: "高小满", tellerOne: "罗启航", tellerTwo: "许佳音", scrutineer: "彭守正" }),
  liugou: deskOf("lg", { chair: "柳成林", registrar: "马静", issuer: "董小满", tellerOne: "曹启航", tellerTwo: "于佳音", scrutineer: "袁守正" }),
} as const;
