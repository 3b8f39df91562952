import { isDay, type Day } from "#lib/calendar/day.ts";

/** The civil day that year, month (1-12) and day of the month name, or null when there is no such day. */
export function civilDayOf(year: number, month: number, date: number): Day | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(date) || year < 1 || year > 9999) return null;
  const day = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  return isDay(day) ? day : null;
}
