import type { Reader } from "#lib/database/client.ts";
import { likelyPairs } from "#lib/roll/duplicates/likely.ts";
import { registeredTwice, type RegisteredTwice } from "#lib/roll/duplicates/search.ts";
import { unprintable, type ListRow } from "./list-rows.ts";
import type { RollReadiness } from "./rules.ts";

const placed = ({ name, village }: RegisteredTwice): string => `${name}（${village}）`;

/** People who would be posted and are registered elsewhere: on a posted list, or on a roll that is not posted yet. */
export async function elsewhere(db: Reader, electionId: string): Promise<Pick<RollReadiness, "listedElsewhere" | "registeredTwice">> {
  const found = await registeredTwice(db, electionId);
  return { listedElsewhere: found.filter((one) => one.posted).map(placed), registeredTwice: found.filter((one) => !one.posted).map(placed) };
}

/** Names of people who are likely the same as another entry. Those of one village whose entry says so itself are told as open faults. */
async function likelyTwice(db: Reader, electionId: string): Promise<readonly string[]> {
  const election = await db.election.findUniqueOrThrow({ where: { id: electionId }, select: { driveId: true } });
  const open = (await likelyPairs(db, election.driveId, electionId)).filter((pair) => pair.state === "open");
  if (open.length === 0) return [];
  const rows = await db.rollEntry.findMany({ where: { id: { in: open.flatMap((pair) => [pair.first, pair.second]) } }, select: { id: true, electionId: true, name: true, openFindings: true, election: { select: { village: { select: { name: true } } } } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return open.flatMap((pair) => {
    const [first, second] = [byId.get(pair.first), byId.get(pair.second)];
    if (first === undefined || second === undefined) return [];
    const [own, other] = first.electionId === electionId ? [first, second] : [second, first];
    if (own.electionId === other.electionId && [own, other].some((row) => row.openFindings.includes("likelyDuplicate"))) return [];
    return [`${own.name}（${other.election.village.name}${other.name === own.name ? "" : ` ${other.name}`}）`];
  });
}

/** Reads what of a list decides whether it may be posted, apart from the day. Likely doubles are sought while it is not posted. */
export async function listReadiness(db: Reader, electionId: string, rows: readonly ListRow[]): Promise<Omit<RollReadiness, "electionDay" | "today" | "law">> {
  const withOpenFindings = await db.rollEntry.count({ where: { electionId, status: "listed", openFindings: { isEmpty: false } } });
  return {
    listed: rows.length, withOpenFindings, ...(await elsewhere(db, electionId)), likelyTwice: rows.length === 0 ? [] : await likelyTwice(db, electionId), unprintable: unprintable(rows),
  };
}
