import { z } from "zod";
import type { Reader } from "../database/client.ts";
import type { Scope } from "../ledger/append.ts";
import type { Place } from "./permissions.ts";

const places = z.array(z.object({ villageId: z.string(), townshipId: z.string(), countyId: z.string() }));

/** Where an election lies; null when there is none of that id. One round trip: every command asks it under the lock. */
export async function placeOfElection(db: Reader, electionId: string): Promise<Place | null> {
  const rows = places.parse(
    await db.$queryRaw`
      SELECT v.id AS "villageId", t.id AS "townshipId", t."countyId"
      FROM "Election" e JOIN "Village" v ON v.id = e."villageId" JOIN "Township" t ON t.id = v."townshipId"
      WHERE e.id = ${electionId}`,
  );
  const row = rows[0];
  return row === undefined ? null : { electionId, ...row };
}

/** A county as a place; null when there is none of that id. */
export async function placeOfCounty(db: Reader, countyId: string): Promise<Place | null> {
  return (await db.county.count({ where: { id: countyId } })) === 0 ? null : { countyId };
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
    case "county":
      return placeOfCounty(db, scope.id);
    case "township":
      return placeOfTownship(db, scope.id);
    case "election":
      return placeOfElection(db, scope.id);
  }
}
