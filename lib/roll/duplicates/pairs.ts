import { z } from "zod";
import type { Reader, Transaction } from "#lib/database/client.ts";
import { likelyPairs } from "./likely.ts";
import type { Pair } from "./model.ts";

/** The other entry of a pair, as its village's neighbour may know it while deciding. */
export type OtherEntry = { readonly id: string; readonly electionId: string; readonly status: string; readonly village: string; readonly township: string };

/** Two entries with what makes them a pair; null when nothing does. */
export type FoundPair = { readonly other: OtherEntry; readonly kind: Pair["kind"] | null; /** Open likely pairs of the own entry besides this one. */ readonly more: number };

const hashSchema = z.array(z.object({ id: z.string(), hash: z.string().nullable() }));

/** Holds two entries fast in the order of their ids, so that two desks that settle one pair wait for each other. */
export const lockPair = (tx: Transaction, first: string, second: string): Promise<unknown> =>
  tx.$queryRaw`SELECT id FROM "RollEntry" WHERE id = ANY (${[first, second]}) ORDER BY id FOR UPDATE`;

/** Looks up what two entries are to each other: of one county's term, one number, or likely one person of a drive. */
export async function findPair(tx: Reader, ownId: string, otherId: string): Promise<FoundPair | null> {
  const select = { id: true, electionId: true, driveId: true, status: true, election: { select: { countyCode: true, term: true, village: { select: { name: true, township: { select: { name: true } } } } } } } as const;
  const [own, other] = await Promise.all([tx.rollEntry.findUnique({ where: { id: ownId }, select }), tx.rollEntry.findUnique({ where: { id: otherId }, select })]);
  if (own === null || other === null || own.id === other.id) return null;
  if (own.election.countyCode !== other.election.countyCode || own.election.term !== other.election.term) return null;
  const { village } = other.election;
  const told = { id: other.id, electionId: other.electionId, status: other.status, village: village.name, township: village.township.name };
  const hashes = hashSchema.parse(await tx.$queryRaw`SELECT e.id, encode(p."idHash", 'hex') AS hash FROM "RollEntry" e JOIN "Person" p ON p.id = e."personId" WHERE e.id = ANY (${[own.id, other.id]})`);
  const [first, second] = hashes;
  if (first?.hash != null && first.hash === second?.hash) return { other: told, kind: "sameNumber", more: 0 };
  if (own.driveId !== other.driveId) return { other: told, kind: null, more: 0 };
  const likely = (await likelyPairs(tx, own.driveId, own.electionId)).filter((pair) => pair.state === "open" && (pair.first === own.id || pair.second === own.id));
  const pair = likely.find((one) => one.first === other.id || one.second === other.id);
  return { other: told, kind: pair?.kind ?? null, more: likely.length - (pair === undefined ? 0 : 1) };
}
