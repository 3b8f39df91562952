import type { Reader } from "#lib/database/client.ts";
import { doublesOf, NO_DOUBLES } from "./duplicates/search.ts";
import { openReports } from "./houses/queries.ts";
import type { RollTodo } from "./next-step.ts";
import { objectionsOf } from "./objections/queries.ts";

/** What waits for the desk of a roll besides its entries. */
export async function rollTodo(db: Reader, electionId: string): Promise<RollTodo> {
  return {
    doubles: ((await doublesOf(db, [electionId])).get(electionId) ?? NO_DOUBLES).unposted,
    reports: await openReports(db, electionId),
    objections: (await objectionsOf(db, electionId)).filter((one) => one.state === "open" || (one.state === "granted" && !one.carriedOut) || (one.state !== "withdrawn" && one.noticeId === null)).length,
  };
}
