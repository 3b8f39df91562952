import { randomUUID } from "node:crypto";
import { addDays } from "../calendar/day.ts";
import { recordVisit } from "../roll/entry/visit.ts";
import { settleReport } from "../roll/houses/commands.ts";
import type { HousePerson } from "../roll/houses/model.ts";
import { houseReports, housesOfGroup } from "../roll/houses/queries.ts";
import { personState } from "../roll/houses/rules.ts";
import type { Desk } from "./start.ts";
import { act, at, type World } from "./world.ts";

/** Households of the second group that were visited; the rest of the village waits. */
const VISITED = 9;

/** Checks the posted list house by house: the whole first group, a part of the second, and one report that was wrong. */
export async function visitHouses(world: World, { electionId, registrar }: Desk, day: number): Promise<void> {
  const first = await housesOfGroup(world.db, electionId, 1);
  const second = (await housesOfGroup(world.db, electionId, 2)).slice(0, VISITED);
  const heardOn = addDays(world.day, day - 27);
  const item = (person: HousePerson, away: boolean) => ({
    requestId: randomUUID(), entryId: person.id, version: String(person.version), day: heardOn, statement: "none" as const, livesHere: null, reports: [],
    ...(away ? { how: "phone" as const, outcome: "heard" as const } : { how: "visit" as const, outcome: "seen" as const }),
  });
  const due = [...first, ...second].flatMap((house) => house.people).filter((person) => personState(person) === "open");
  const [missing, ...met] = due.toReversed();
  const items = met.map((person) => item(person, person.category === 2));
  const missed = missing === undefined ? [] : [{ ...item(missing, false), outcome: "notReached" as const, reports: ["movedOut" as const] }];
  await act(world, registrar, at(world, day - 27, "20:00"), recordVisit, { electionId, items: [...items, ...missed], newcomers: [] });
  for (const report of (await houseReports(world.db, electionId)).open) {
    await act(world, registrar, at(world, day - 26, "09:00"), settleReport, { reportId: report.id, version: String(report.version), settlement: "mistaken", note: "派出所回复：户口仍在本村" });
  }
}

/** What is heard on the eve of election day and still waits for the desk. */
export async function hearNewcomer(world: World, { electionId, registrar }: Desk, day: number): Promise<void> {
  const [house] = await housesOfGroup(world.db, electionId, 2);
  if (house === undefined) return;
  await act(world, registrar, at(world, day - 1, "18:00"), recordVisit, { electionId, items: [], newcomers: [{ requestId: randomUUID(), groupNumber: house.groupNumber, householdNumber: house.number, people: 1 }] });
}
