import type { HolidayCalendar } from "#lib/calendar/holidays.ts";
import type { Reader } from "#lib/database/client.ts";
import { electionLaw, lawFields } from "#lib/election/law.ts";
import type { Law } from "#lib/law/law.ts";
import { electionCalendar } from "#lib/plan/holiday-queries.ts";

/** What of an election decides how its register is read. */
export type RollElection = { readonly id: string; readonly driveId: string; readonly townshipId: string; readonly electionDay: string; readonly law: Law; /** Days of rest where it lies. */ readonly calendar: HolidayCalendar };

/** The election of a roll with its law; null when there is none. */
export async function rollElection(db: Reader, electionId: string): Promise<RollElection | null> {
  const row = await db.election.findUnique({ where: { id: electionId }, select: { id: true, driveId: true, ...lawFields, village: { select: { townshipId: true } } } });
  if (row === null) return null;
  return { id: row.id, driveId: row.driveId, townshipId: row.village.townshipId, electionDay: row.electionDay, law: electionLaw(row), calendar: await electionCalendar(db, electionId) };
}
