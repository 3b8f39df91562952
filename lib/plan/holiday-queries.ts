import { extendedCalendar, holidayYearSchema, type HolidayCalendar, type HolidayYear } from "../calendar/holidays.ts";
import type { Reader } from "../database/client.ts";

/** A year as an administrator entered it. `countyId` null: for the whole installation. */
export type EnteredYear = { readonly countyId: string | null; readonly number: number; readonly enteredAt: Date; readonly enteredByName: string; readonly year: HolidayYear };

const fields = { countyId: true, year: true, number: true, status: true, source: true, days: true, enteredAt: true, enteredByName: true } as const;

/** Newest entry of each year, of the installation and of these counties. */
export async function enteredYears(db: Reader, countyIds: readonly string[]): Promise<readonly EnteredYear[]> {
  const rows = await db.holidayYear.findMany({
    where: { OR: [{ countyId: null }, { countyId: { in: [...new Set(countyIds)] } }] },
    select: fields,
    orderBy: [{ year: "asc" }, { number: "asc" }],
  });
  const newest = new Map(rows.map((row) => [`${row.countyId ?? ""}:${row.year}`, row]));
  return [...newest.values()].map(({ countyId, number, enteredAt, enteredByName, days, ...row }) => ({
    countyId, number, enteredAt, enteredByName, year: holidayYearSchema.parse({ ...(typeof days === "object" ? days : {}), year: row.year, status: row.status, source: row.source }),
  }));
}

/** The calendars of some counties: the program's years, over them the installation's, over them the county's own. */
export async function countyCalendars(db: Reader, countyIds: readonly string[]): Promise<ReadonlyMap<string, HolidayCalendar>> {
  const entered = await enteredYears(db, countyIds);
  const common = entered.filter((one) => one.countyId === null).map((one) => one.year);
  return new Map(countyIds.map((countyId) => [countyId, extendedCalendar([...common, ...entered.filter((one) => one.countyId === countyId).map((one) => one.year)])]));
}

/** The calendar of one election's county. */
export async function electionCalendar(db: Reader, electionId: string): Promise<HolidayCalendar> {
  const row = await db.election.findUnique({ where: { id: electionId }, select: { village: { select: { township: { select: { countyId: true } } } } } });
  const countyId = row?.village.township.countyId;
  return (countyId === undefined ? undefined : (await countyCalendars(db, [countyId])).get(countyId)) ?? extendedCalendar([]);
}
