import { correctEntry } from "#lib/roll/entry/commands.ts";
import { decideObjection, recordObjection } from "../roll/objections/commands.ts";
import { issueObjectionDecisions } from "../roll/objections/notices.ts";
import { supplementRoll } from "#lib/roll/publish/commands.ts";
import { addDays } from "../calendar/day.ts";
import type { Desk } from "./start.ts";
import { act, at, type World } from "./world.ts";

/**
 * Two objections (申诉) to a posted list: one refused, one about a wrongly written name granted, carried out on the roll and
 * told in a supplement; both decisions announced. The totals stay.
 */
export async function settleObjections(world: World, desk: Desk, day: number): Promise<void> {
  const { electionId, registrar, chair } = desk;
  const on = (days: number): string => addDays(world.day, day + days);
  const [kept, misspelt] = await world.db.rollEntry.findMany({ where: { electionId, status: "listed", category: 1 }, orderBy: [{ groupNumber: "desc" }, { sourceRow: "desc" }], take: 2 });
  if (kept === undefined || misspelt === undefined) throw new Error("demonstration: nobody is listed");
  const whom = (person: typeof kept): string => `${person.name} ${person.groupNumber}组 ${person.sex === "male" ? "男" : "女"} ${person.bornOn.slice(0, 4)}`;
  const record = (asks: "remove" | "correct", person: typeof kept, statement: string, objector: string) =>
    act(world, registrar, at(world, day - 26, "10:00"), recordObjection, { electionId, asks, about: whom(person), aboutGroup: "", statement, objector, contactWay: "", receivedOn: on(-26), acceptances: {} });
  const first = await record("remove", kept, "长期在县城居住，不应列入。", "石大山");
  const second = await record("correct", misspelt, "末字写错，应与户口簿一致。", misspelt.name);
  await act(world, chair, at(world, day - 25, "15:00"), decideObjection, { objectionId: first.objectionId, version: "1", decision: "refused", decisionReason: "户籍在本村，经走访本人常住，符合登记条件。", acceptances: {} });
  await act(world, chair, at(world, day - 25, "15:10"), decideObjection, { objectionId: second.objectionId, version: "1", decision: "granted", decisionReason: "户口簿与申诉相符。", acceptances: {} });
  const name = `${misspelt.name.slice(0, -1)}${misspelt.name.endsWith("英") ? "瑛" : "英"}`;
  const { sex, bornOn, groupNumber, category, householdNumber, ethnicity, relation } = misspelt;
  await act(world, registrar, at(world, day - 25, "15:30"), correctEntry, {
    entryId: misspelt.id, version: String(misspelt.version), name, paperName: "", sex: sex === "female" ? "female" : "male", bornOn, groupNumber: String(groupNumber), category: category === 2 ? "2" : category === 3 ? "3" : "1",
    idNumber: "", householdNumber: householdNumber ?? "", ethnicity: ethnicity ?? "", relation: relation ?? "", remarks: "", reason: "第2件申诉成立",
  });
  await act(world, chair, at(world, day - 25, "16:00"), supplementRoll, { electionId });
  await act(world, chair, at(world, day - 25, "16:10"), issueObjectionDecisions, { electionId, acceptances: {} });
}
