import { checkCharacter } from "#lib/chinese/identity-number.ts";

/** The columns that household registers (户籍人口花名册) really have, in their usual order. */
export const REGISTER_HEADINGS = ["序号", "村民小组", "户号", "姓名", "与户主关系", "性别", "民族", "公民身份号码", "出生日期", "居住情况", "外出人员是否表示参加选举", "联系电话", "备注"] as const;
export type RegisterHeading = (typeof REGISTER_HEADINGS)[number];

/** A cell as a person or a program wrote it. */
export type WrittenCell = string | number | null;

/** One row of a register, by heading. */
export type RegisterLine = Readonly<Record<RegisterHeading, WrittenCell>>;

/** A sound number of an area (six digits), a birth day and a serial from 0 to 999, which is odd for men. */
export function identityNumberOf(area: string, born: string, serial: number): string {
  const first17 = `${area}${born.replaceAll("-", "")}${String(serial).padStart(3, "0")}`;
  const check = checkCharacter(first17);
  if (check === null) throw new Error(`no identity number of ${area}, ${born} and ${serial}`);
  return first17 + check;
}
