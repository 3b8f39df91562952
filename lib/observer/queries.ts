import { z } from "zod";
import type { Reader } from "../database/client.ts";
import { registeredNow } from "../election/people.ts";

/** Townships with at least one drive, for the first public page. */
export const publicTownships = (db: Reader): Promise<readonly { readonly id: string; readonly name: string; readonly county: { readonly name: string } }[]> =>
  db.township.findMany({ where: { drives: { some: {} } }, select: { id: true, name: true, county: { select: { name: true } } }, orderBy: { code: "asc" } });

/** A township's villages with their running elections, newest drive first. */
export async function publicTownship(db: Reader, townshipId: string): Promise<PublicTownship | null> {
  const row = await db.township.findUnique({
    where: { id: townshipId },
    select: {
      id: true, name: true, county: { select: { name: true } },
      drives: {
        orderBy: { term: "desc" },
        select: {
          id: true, term: true, name: true,
          elections: {
            orderBy: { village: { code: "asc" } },
            select: { id: true, electionDay: true, village: { select: { name: true } }, _count: { select: { notices: true } } },
          },
        },
      },
    },
  });
  if (row === null) return null;
  return {
    id: row.id, name: row.name, county: row.county.name,
    drives: row.drives.map((drive) => ({
      id: drive.id, term: drive.term, name: drive.name,
      elections: drive.elections.map((election) => ({
        id: election.id, village: election.village.name, electionDay: election.electionDay, notices: election._count.notices,
      })),
    })),
  };
}

export type PublicTownship = {
  readonly id: string;
  readonly name: string;
  readonly county: string;
  readonly drives: readonly {
    readonly id: string;
    readonly term: number;
    readonly name: string;
    readonly elections: readonly { readonly id: string; readonly village: string; readonly electionDay: string; readonly notices: number }[];
  }[];
};

/** What the public page of a village says at its head. */
export type PublicElection = {
  readonly id: string;
  readonly term: number;
  readonly electionDay: string;
  readonly village: string;
  readonly township: { readonly id: string; readonly name: string };
  readonly county: string;
  readonly demo: boolean;
  readonly mainVenue: string | null;
  readonly pollingFrom: string | null;
  readonly pollingTo: string | null;
  /** How many stand on the list now, its supplements counted; null until it is published. */
  readonly registered: number | null;
  /** The newest vote, when there is one. */
  readonly vote: { readonly id: string; readonly kind: string; readonly state: string } | null;
  /** Whether any vote's result has been announced. */
  readonly announced: boolean;
};

/** One village's election as everybody may see it; null when there is none of that id. */
export async function publicElection(db: Reader, electionId: string): Promise<PublicElection | null> {
  if (!z.uuid().safeParse(electionId).success) return null;
  const row = await db.election.findUnique({
    where: { id: electionId },
    select: {
      id: true, term: true, electionDay: true, demo: true, mainVenue: true, pollingFrom: true, pollingTo: true,
      village: { select: { name: true, township: { select: { id: true, name: true, county: { select: { name: true } } } } } },
      votes: { orderBy: { number: "desc" }, take: 1, select: { id: true, kind: true, state: true } },
    },
  });
  if (row === null) return null;
  const announced = await db.determination.count({ where: { electionId, announcedAt: { not: null } } });
  const { village, votes, ...rest } = row;
  return {
    ...rest,
    village: village.name,
    township: { id: village.township.id, name: village.township.name },
    county: village.township.county.name,
    registered: await registeredNow(db, electionId),
    vote: votes[0] ?? null,
    announced: announced > 0,
  };
}
