/** Days in each month of a year in which February has 28. */
const MONTH_DAYS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Whether year, month (1-12) and day (1-31) name a day of the Gregorian calendar. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const days = MONTH_DAYS[month - 1];
  if (days === undefined || year < 1 || year > 9999 || day < 1) return false;
  return day <= (month === 2 && isLeapYear(year) ? 29 : days);
}

/** The civil day as text `YYYY-MM-DD`, or null when the three numbers name no day. */
export function civilDayOf(year: number, month: number, day: number): string | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (!isCalendarDay(year, month, day)) return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Whether a text is a civil day `YYYY-MM-DD` that exists. */
export function isCivilDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  return match !== null && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}
