import { addDays, type Day } from "#lib/calendar/day.ts";

/** Whoever was born after this day and is of age on election day has come of age within the year before it. */
export function youngAfter(electionDay: Day, voterAge: number): Day {
  const [year = "", month = "", day = ""] = electionDay.split("-");
  const then = `${String(Number(year) - voterAge - 1)}-${month}-${day}`;
  // 29 February of a year that has none.
  return month === "02" && day === "29" ? addDays(`${String(Number(year) - voterAge - 1)}-03-01`, -1) : then;
}
