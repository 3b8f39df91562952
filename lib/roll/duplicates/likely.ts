import { z } from "zod";
import { oneDigitNeighbours } from "#lib/chinese/identity-number.ts";
import type { Reader } from "#lib/database/client.ts";
import { Prisma } from "#lib/database/generated/client.ts";
import { identityHash, unseal } from "#lib/platform/crypto.ts";
import { personContext } from "#lib/roll/person-keys.ts";
import type { Pair } from "./model.ts";

const weakSchema = z.array(z.object({ id: z.string(), personId: z.string(), cipher: z.instanceof(Uint8Array).nullable() }));
type Weak = z.output<typeof weakSchema>[number];

const pairSchema = z.array(z.object({ first: z.string(), second: z.string(), apart: z.boolean() }));

/** Both stand on rolls of one drive: in one village whatever their standing, across villages when both are registered. */
const comparable = Prisma.raw(`o.id <> w.id AND o.status NOT IN ('excluded', 'minor') AND w.status NOT IN ('excluded', 'minor') AND (o."electionId" = w."electionId" OR (o.status = 'listed' AND w.status = 'listed'))`);
/** Said not to be the same person: by the one village, or by both. */
const apart = Prisma.raw(`(SELECT count(*) FROM "DuplicateAnswer" d WHERE (d."entryId" = w.id AND d."otherId" = o.id) OR (d."entryId" = o.id AND d."otherId" = w.id)) >= CASE WHEN o."electionId" = w."electionId" THEN 1 ELSE 2 END`);

const columns = Prisma.sql`least(w.id, o.id) AS first, greatest(w.id, o.id) AS second, ${apart} AS apart`;

/**
 * Pairs of a drive that are likely one person (疑似同一人); with `electionId`, those in which that election has a part. One of
 * the two has no sound number: a sound number tells people apart, and no valid one is a digit from another valid one.
 */
export async function likelyPairs(db: Reader, driveId: string, electionId: string | null = null): Promise<readonly Pair[]> {
  const drive = await db.drive.findUniqueOrThrow({ where: { id: driveId }, select: { id: true, townshipId: true, elections: { select: { id: true } } } });
  const digit = await byOneDigit(db, drive, electionId);
  const named = await byNameAndBirth(db, drive, electionId);
  const known = new Set(digit.map((pair) => `${pair.first} ${pair.second}`));
  return [...digit, ...named.filter((pair) => !known.has(`${pair.first} ${pair.second}`))].toSorted((one, other) => (one.first + one.second < other.first + other.second ? -1 : 1));
}

const pairsOf = (kind: "oneDigit" | "nameAndBirth", rows: unknown): readonly Pair[] =>
  [...new Map(pairSchema.parse(rows).map((row) => [`${row.first} ${row.second}`, { kind, first: row.first, second: row.second, state: row.apart ? ("apart" as const) : ("open" as const) }])).values()];

type Drive = { readonly id: string; readonly townshipId: string; readonly elections: readonly { readonly id: string }[] };

async function byNameAndBirth(db: Reader, drive: Drive, electionId: string | null): Promise<readonly Pair[]> {
  return pairsOf("nameAndBirth", await db.$queryRaw`
    SELECT ${columns}
    FROM "Person" p JOIN "RollEntry" w ON w."personId" = p.id AND w."driveId" = ${drive.id}
    JOIN "RollEntry" o ON o."electionId" = ANY (${drive.elections.map(({ id }) => id)}) AND o.name = w.name AND o."bornOn" = w."bornOn" AND ${comparable}
    WHERE p."idHash" IS NULL AND p."townshipId" = ${drive.townshipId} AND (${electionId}::text IS NULL OR w."electionId" = ${electionId} OR o."electionId" = ${electionId})`);
}

/** Sound numbers that somebody's number may be meant to be. */
function neighboursOf({ cipher, personId }: Weak): readonly string[] {
  if (cipher === null) return [];
  return oneDigitNeighbours(unseal(cipher, personContext(personId)).toString("utf8")).map((number) => Buffer.from(identityHash(number)).toString("hex"));
}

async function byOneDigit(db: Reader, drive: Drive, electionId: string | null): Promise<readonly Pair[]> {
  const weak = weakSchema.parse(await db.$queryRaw`
    SELECT e.id, e."personId", p."idCipher" AS cipher FROM "Person" p JOIN "RollEntry" e ON e."personId" = p.id AND e."driveId" = ${drive.id} AND e.status NOT IN ('excluded', 'minor')
    WHERE p."idHash" IS NULL AND p."idCipher" IS NOT NULL AND p."townshipId" = ${drive.townshipId}`);
  const meant = weak.flatMap((one) => neighboursOf(one).map((hash) => ({ id: one.id, hash })));
  if (meant.length === 0) return [];
  return pairsOf("oneDigit", await db.$queryRaw`
    SELECT ${columns}
    FROM unnest(${meant.map(({ id }) => id)}::text[], ${meant.map(({ hash }) => hash)}::text[]) AS m(id, hash) JOIN "RollEntry" w ON w.id = m.id
    JOIN "Person" q ON q."idHash" = decode(m.hash, 'hex') JOIN "RollEntry" o ON o."personId" = q.id AND o."driveId" = ${drive.id} AND ${comparable}
    WHERE ${electionId}::text IS NULL OR w."electionId" = ${electionId} OR o."electionId" = ${electionId}`);
}
