import type { Reader } from "#lib/database/client.ts";
import type { TodayItem } from "#lib/election/today.ts";
import { doublesOf, NO_DOUBLES } from "./duplicates/search.ts";
import { openReports } from "./houses/queries.ts";
import type { RollTodo } from "./next-step.ts";
import { objectionsOf } from "./objections/queries.ts";

/** What waits for the desk of a roll besides its entries. */
export async function rollTodo(db: Reader, electionId: string): Promise<RollTodo> {
  const objections = await objectionsOf(db, electionId);
  const open = objections.filter((one) => one.state === "open");
  return {
    doubles: ((await doublesOf(db, [electionId])).get(electionId) ?? NO_DOUBLES).unposted,
    reports: await openReports(db, electionId),
    objections: objections.filter((one) => one.state === "open" || (one.state === "granted" && !one.carriedOut) || (one.state !== "withdrawn" && one.noticeId === null)).length,
    decideUntil: open.map((one) => one.decideUntil).toSorted()[0] ?? null,
  };
}

/** What a roll adds to the list of today, besides what the facts of the case tell: objections first, for they have a clock of days. */
export async function rollItems(db: Reader, electionId: string): Promise<readonly TodayItem[]> {
  const { objections, decideUntil, reports } = await rollTodo(db, electionId);
  const changes = (await db.rollVersion.count({ where: { electionId } })) === 0 ? 0 : await db.rollChange.count({ where: { electionId, noticeId: null } });
  const items: readonly TodayItem[] = [
    { code: "objections", count: objections, page: "roll/objections", until: decideUntil },
    { code: "supplement", count: changes, page: "roll/publish" },
    { code: "reports", count: reports, page: "roll/houses/reports" },
    { code: "uploads", count: await db.rollImport.count({ where: { electionId, state: { in: ["mapping", "preview"] } } }), page: "roll/import" },
  ];
  return items.filter(({ count }) => count > 0);
}
