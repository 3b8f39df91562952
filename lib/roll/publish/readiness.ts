import type { Reader } from "#lib/database/client.ts";
import { listedElsewhere, unprintable, type ListRow } from "./list-rows.ts";
import type { RollReadiness } from "./rules.ts";

/** Reads what of a list decides whether it may be posted, apart from the day. */
export async function listReadiness(db: Reader, electionId: string, rows: readonly ListRow[]): Promise<Omit<RollReadiness, "electionDay" | "today" | "law">> {
  const withOpenFindings = await db.rollEntry.count({ where: { electionId, status: "listed", openFindings: { isEmpty: false } } });
  return { listed: rows.length, withOpenFindings, listedElsewhere: await listedElsewhere(db, electionId), unprintable: unprintable(rows) };
}
