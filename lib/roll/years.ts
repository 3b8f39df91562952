import { addDays, dayNumberOf, isDay, type Day } from "#lib/calendar/day.ts";

/** The same date so many years later; 29 February becomes 1 March in a common year. */
export function addYears(day: Day, years: number): Day {
  dayNumberOf(day);
  const moved = `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
  return isDay(moved) ? moved : addDays(`${moved.slice(0, 8)}28`, 1);
}
