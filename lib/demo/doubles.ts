import { addDays } from "../calendar/day.ts";
import { addEntry } from "../roll/entry/commands.ts";
import { identityNumberOf, REGISTER_HEADINGS } from "./register/lines.ts";
import { demoRegister, type VillagePlan } from "./register/village.ts";
import type { Desk } from "./start.ts";
import { act, at, type World } from "./world.ts";

/** What is typed of one person; sex and birth may be left to the number. */
type Entered = { readonly name: string; readonly groupNumber: string; readonly sex?: "male"; readonly bornOn?: string; readonly idNumber?: string; readonly householdNumber?: string; readonly relation?: string; readonly remarks?: string };

/**
 * The first people on the roll of the village that has just begun, entered by hand before its register comes. One of them, who
 * married into it, stands on the posted list of the other village too; two more are likely one person, entered twice.
 */
export async function enterDoubles(world: World, { electionId, registrar }: Desk, neighbour: VillagePlan): Promise<void> {
  const married = listedWoman(neighbour);
  const person = { electionId, paperName: "", idNumber: "", bornOn: "", ethnicity: "汉族", relation: "", householdNumber: "", category: "1", remarks: "", reason: "" } as const;
  const enter = (time: string, more: Entered) => act(world, registrar, at(world, -1, time), addEntry, { ...person, ...more });
  await enter("15:00", { name: married.name, idNumber: married.number, groupNumber: "3", householdNumber: "030041", relation: "配偶", remarks: "去年迁入" });
  const twice = { name: "柳春生", groupNumber: "2" };
  const bornOn = addDays(world.day, -15_000);
  await enter("15:10", { ...twice, sex: "male", bornOn, remarks: "身份证遗失，补办中" });
  await enter("16:20", { ...twice, idNumber: identityNumberOf(neighbour.area, bornOn, 777), householdNumber: "020017", relation: "户主" });
}

/** A woman of the sixth group of a village's register who lives at home and is listed. */
function listedWoman(plan: VillagePlan): { readonly name: string; readonly number: string } {
  const rows = demoRegister(plan).trimEnd().split("\n").slice(2).map((line) => line.split(","));
  const cell = (row: readonly string[], heading: (typeof REGISTER_HEADINGS)[number]): string => row[REGISTER_HEADINGS.indexOf(heading)] ?? "";
  const grown = (row: readonly string[]): boolean => cell(row, "出生日期") < addDays(plan.electionDay, -20 * 366);
  const found = rows.find((row) => cell(row, "村民小组") === "第6村民小组" && cell(row, "性别") === "女" && cell(row, "居住情况") === "常住" && cell(row, "备注") === "" && grown(row));
  if (found === undefined) throw new Error("demonstration: nobody married into the next village");
  return { name: cell(found, "姓名"), number: cell(found, "公民身份号码") };
}
