/**
 * Civil days of the election area: text `YYYY-MM-DD` in Asia/Shanghai. All arithmetic is done on whole day numbers
 * (day 0 is 1970-01-01), so that no machine's own time zone can move a deadline.
 */
export type Day = string;

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DAYS_OF_ERA = 146_097;
const DAYS_BEFORE_1970 = 719_468;
const MILLISECONDS_OF_DAY = 86_400_000;
/** China has kept one offset and no summer time since 1992; earlier instants never reach this program. */
const SHANGHAI_OFFSET_MILLISECONDS = 8 * 3_600_000;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days of a month; a month that does not exist has none. */
function lengthOfMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

/** Day number of a civil day, or null when the text is not an existing day written `YYYY-MM-DD`. */
export function parseDay(text: string): number | null {
  const parts = DAY_PATTERN.exec(text);
  if (parts === null) return null;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const date = Number(parts[3]);
  if (date < 1 || date > lengthOfMonth(year, month)) return null;
  // Years run from March here, so that the leap day is the last of its year.
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - DAYS_BEFORE_1970;
}

/** Whether the text is an existing civil day. */
export function isDay(text: string): boolean {
  return parseDay(text) !== null;
}

/** Civil day of a whole day number. */
export function formatDay(dayNumber: number): Day {
  const shifted = dayNumber + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_OF_ERA);
  const dayOfEra = shifted - era * DAYS_OF_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** Day number of a day that was checked when it came in; a malformed one here is a bug. */
export function dayNumberOf(day: Day): number {
  const parsed = parseDay(day);
  if (parsed === null) throw new RangeError(`not a civil day: ${day}`);
  return parsed;
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return formatDay(dayNumberOf(day) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** Day of the week: 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: Day): number {
  const sinceThursday = dayNumberOf(day) + 4;
  return ((sinceThursday % 7) + 7) % 7;
}

/**
 * Full years of age on a day (周岁). The birthday itself counts: whoever turns eighteen on election day may vote.
 * A person born on 29 February completes a year on 1 March of a common year.
 */
export function ageOn(bornOn: Day, day: Day): number {
  dayNumberOf(bornOn);
  dayNumberOf(day);
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  // Month and date compare as text because both are zero-padded.
  return day.slice(5) >= bornOn.slice(5) ? years : years - 1;
}

/** The civil day in Asia/Shanghai of an instant that the caller took from its clock. */
export function today(instant: Date): Day {
  return formatDay(Math.floor((instant.getTime() + SHANGHAI_OFFSET_MILLISECONDS) / MILLISECONDS_OF_DAY));
}
