import type { Reader } from "../database/client.ts";
import type { Scope } from "../ledger/append.ts";
import type { Place } from "./permissions.ts";

/** Where an election lies; null when there is none of that id. */
export async function placeOfElection(db: Reader, electionId: string): Promise<Place | null> {
  const row = await db.election.findUnique({
    where: { id: electionId },
    select: { villageId: true, village: { select: { townshipId: true, township: { select: { countyId: true } } } } },
  });
  if (row === null) return null;
  return { electionId, villageId: row.villageId, townshipId: row.village.townshipId, countyId: row.village.township.countyId };
}

/** Where a township lies; null when there is none of that id. */
export async function placeOfTownship(db: Reader, townshipId: string): Promise<Place | null> {
  const row = await db.township.findUnique({ where: { id: townshipId }, select: { countyId: true } });
  return row === null ? null : { townshipId, countyId: row.countyId };
}

/** Where a village lies; null when there is none of that id. */
export async function placeOfVillage(db: Reader, villageId: string): Promise<Place | null> {
  const row = await db.village.findUnique({ where: { id: villageId }, select: { townshipId: true, township: { select: { countyId: true } } } });
  return row === null ? null : { villageId, townshipId: row.townshipId, countyId: row.township.countyId };
}

/** The place that a scope stands for, read from its row. */
export async function placeOf(db: Reader, scope: Scope): Promise<Place | null> {
  switch (scope.kind) {
    case "system":
      return {};
    case "township":
      return placeOfTownship(db, scope.id);
    case "election":
      return placeOfElection(db, scope.id);
  }
}
