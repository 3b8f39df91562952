import { addDays } from "../calendar/day.ts";
import { personLabel } from "../election/people.ts";
import { addNominees, recordNomination, vetClear } from "../nomination/commands.ts";
import { publishCandidates } from "../nomination/publish.ts";
import { versionOf } from "./preparation.ts";
import type { Desk } from "./start.ts";
import { act, at, type World } from "./world.ts";

/** A nominee to be found on the list: office, sex, nomination votes. */
export type Wanted = { readonly contest: "chair" | "viceChair" | "member"; readonly sex: "male" | "female"; readonly votes: string };

/** People of the list whom nobody mistakes for another: one bearer of the name, between thirty and sixty years old. */
async function unmistakable(world: World, electionId: string, sex: string): Promise<readonly string[]> {
  const rows = await world.db.rollEntry.findMany({ where: { electionId, published: true, sex }, select: { name: true, sex: true, groupNumber: true, bornOn: true }, orderBy: { id: "asc" } });
  const bearers = new Map<string, number>();
  for (const row of rows) bearers.set(row.name, (bearers.get(row.name) ?? 0) + 1);
  const year = Number(world.day.slice(0, 4));
  return rows
    .filter((row) => bearers.get(row.name) === 1 && Array.from(row.name).length >= 2 && year - Number(row.bornOn.slice(0, 4)) > 30 && year - Number(row.bornOn.slice(0, 4)) < 60)
    .toSorted((one, other) => (one.bornOn < other.bornOn ? -1 : 1))
    .map((row) => personLabel({ name: row.name, sex: row.sex === "female" ? "female" : "male", groupNumber: row.groupNumber, birthYear: Number(row.bornOn.slice(0, 4)) }));
}

/** Nomination meeting, nominees, vetting and the formal list with notice 9. Returns the vote that it opens. */
export async function nominate(world: World, desk: Desk, day: number, ballots: string, wanted: readonly Wanted[]): Promise<string> {
  const { electionId, chair } = desk;
  const labels = { male: [...(await unmistakable(world, electionId, "male"))], female: [...(await unmistakable(world, electionId, "female"))] };
  const heldOn = addDays(world.day, day - 13);
  await act(world, chair, at(world, day - 13, "15:00"), recordNomination, { electionId, version: await versionOf(world, electionId), heldOn, place: "村文化礼堂", ballots });
  const nominees = wanted.map(({ contest, sex, votes }) => ({ contest, votes, source: "voters" as const, person: labels[sex].shift() ?? "" }));
  await act(world, chair, at(world, day - 13, "17:00"), addNominees, { electionId, nominees });
  const ids = await world.db.nominee.findMany({ where: { electionId }, select: { id: true } });
  await act(world, chair, at(world, day - 8), vetClear, { electionId, nominees: ids.map((row) => row.id), vettedBy: "镇联审小组", vettedOn: addDays(world.day, day - 8), confirmed: "on" });
  const { voteId } = await act(world, chair, at(world, day - 6), publishCandidates, { electionId, version: await versionOf(world, electionId), order: "votes", acceptances: { candidateListNoDay: "按县里的日程公布", candidateNoWoman: "未提名" } });
  return voteId;
}
