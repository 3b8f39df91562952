import type { Reader } from "../database/client.ts";
import { peopleByIds, personLabel } from "../election/people.ts";
import type { RoamingFacts, RoamingPlanFacts, Ways } from "./assistance-rules.ts";
import { roamingReasons, scribeReasons, type RoamingReason, type ScribeReason } from "./model.ts";
import { roamingListOf } from "./posted.ts";

type VoteOf = { readonly id: string; readonly electionId: string };

/** How a vote's roaming boxes are arranged; null where it has none. */
export const roamingPlanOf = (db: Reader, voteId: string): Promise<RoamingPlanFacts | null> =>
  db.roamingPlan.findUnique({ where: { voteId }, select: { boxes: true, route: true, approvedOn: true, approvedBy: true } });

/** What decides whether the roaming boxes of a vote may go out. */
export const roamingFacts = async (db: Reader, vote: VoteOf): Promise<RoamingFacts> => ({
  plan: await roamingPlanOf(db, vote.id),
  staff: await db.staffAssignment.count({ where: { voteId: vote.id, role: "roamingScrutineer" } }),
  list: await roamingListOf(db, vote),
});

/** In which ways people of a vote vote, other than at a station with their own hand. */
export async function waysOf(db: Reader, voteId: string): Promise<Ways> {
  const where = { voteId, state: "approved" };
  const proxies = await db.proxy.findMany({ where, select: { principalId: true } });
  const roaming = await db.roamingVoter.findMany({ where, select: { rollEntryId: true } });
  const scribes = await db.scribeAssignment.findMany({ where, select: { voterId: true, scribeId: true } });
  return {
    principals: new Set(proxies.map((row) => row.principalId)),
    roaming: new Set(roaming.map((row) => row.rollEntryId)),
    scribed: new Set(scribes.map((row) => row.voterId)),
    scribes: new Set(scribes.flatMap((row) => (row.scribeId === null ? [] : [row.scribeId]))),
  };
}

/** A voter to whom a roaming box comes, as forms and papers name him. */
export type RoamingLine = { readonly id: string; readonly voter: string; readonly name: string; readonly groupNumber: number; readonly reason: RoamingReason };

/** Roaming box voters of a vote, by group. */
export async function roamingVotersOf(db: Reader, vote: VoteOf): Promise<readonly RoamingLine[]> {
  const rows = await db.roamingVoter.findMany({ where: { voteId: vote.id, state: "approved" }, orderBy: { approvedAt: "asc" }, select: { id: true, rollEntryId: true, reason: true } });
  const people = await peopleByIds(db, vote.electionId, rows.map((row) => row.rollEntryId));
  return rows
    .flatMap(({ id, rollEntryId, reason }): readonly RoamingLine[] => {
      const person = people.get(rollEntryId);
      return person === undefined ? [] : [{ id, voter: personLabel(person), name: person.name, groupNumber: person.groupNumber, reason: roamingReasons.find((known) => known === reason) ?? "sick" }];
    })
    .toSorted((one, other) => one.groupNumber - other.groupNumber);
}

/** A voter and who writes for him. */
export type ScribeLine = { readonly id: string; readonly voter: string; readonly voterName: string; readonly groupNumber: number; readonly scribe: string; readonly reason: ScribeReason };

/** Scribes of a vote, by the voters' groups. */
export async function scribesOf(db: Reader, vote: VoteOf): Promise<readonly ScribeLine[]> {
  const rows = await db.scribeAssignment.findMany({ where: { voteId: vote.id, state: "approved" }, orderBy: { approvedAt: "asc" }, select: { id: true, voterId: true, scribeName: true, reason: true } });
  const people = await peopleByIds(db, vote.electionId, rows.map((row) => row.voterId));
  return rows
    .flatMap(({ id, voterId, scribeName, reason }): readonly ScribeLine[] => {
      const voter = people.get(voterId);
      return voter === undefined ? [] : [{ id, voter: personLabel(voter), voterName: voter.name, groupNumber: voter.groupNumber, scribe: scribeName, reason: scribeReasons.find((known) => known === reason) ?? "illiterate" }];
    })
    .toSorted((one, other) => one.groupNumber - other.groupNumber);
}
