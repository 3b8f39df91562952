import { z } from "zod";
import { addDays, dayNumberOf, daysBetween, isDay, weekdayOf, type Day } from "./day.ts";
import nationalYears from "./holidays.json" with { type: "json" };

const civilDay = z.string().refine(isDay);

/** One holiday (节假日): the days off as arranged, among them those the State Council's measures themselves name. */
const holidaySchema = z.strictObject({
  name: z.string().trim().min(1).max(20),
  en: z.string().trim().min(1).max(60).optional(),
  from: civilDay,
  to: civilDay,
  /** 法定放假日 (全国年节及纪念日放假办法); the other days off are weekends or moved days. */
  statutory: z.array(civilDay).max(10),
});

/**
 * The holidays and make-up workdays (节假日、调休上班日) of one year with their source. `official`: as the State Council's
 * office has published them; `expected`: only what the measures themselves set, the arrangement is still to come.
 */
export const holidayYearSchema = z.strictObject({
  year: z.int().min(2000).max(2100),
  status: z.enum(["official", "expected"]),
  source: z.string().trim().min(1).max(200),
  holidays: z.array(holidaySchema).max(20),
  /** Saturdays and Sundays that are worked in exchange. */
  workdays: z.array(civilDay).max(30),
});
export type HolidayYear = Readonly<z.output<typeof holidayYearSchema>>;
export type Holiday = HolidayYear["holidays"][number];

/** What is wrong with a year that has the right shape: a code of the `issues` messages with the day it speaks of. */
export type HolidayFault = { readonly code: "holidayReversed" | "holidayTooLong" | "holidayOutsideYear" | "holidayStatutoryOutside" | "holidayOverlap" | "workdayNotWeekend" | "workdayOnHoliday"; readonly day: Day };

/** Longest arrangement of days off that is believed, in days. */
const LONGEST_HOLIDAY = 15;
/** A holiday round the New Year may begin so many days before its year, or end so many days after it. */
const DAYS_OVER_YEAR_END = 7;

const isWeekend = (day: Day): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;
const daysOf = (holiday: Holiday): readonly Day[] => Array.from({ length: daysBetween(holiday.from, holiday.to) + 1 }, (_, place) => addDays(holiday.from, place));

/** Checks a year that an administrator brings; an empty list means that it can be used. */
export function faultsOfYear(year: HolidayYear): readonly HolidayFault[] {
  const first = addDays(`${year.year}-01-01`, -DAYS_OVER_YEAR_END);
  const last = addDays(`${year.year}-12-31`, DAYS_OVER_YEAR_END);
  const faults: HolidayFault[] = [];
  const taken = new Set<Day>();
  for (const holiday of year.holidays) {
    const length = daysBetween(holiday.from, holiday.to) + 1;
    if (length < 1) faults.push({ code: "holidayReversed", day: holiday.from });
    if (length > LONGEST_HOLIDAY) faults.push({ code: "holidayTooLong", day: holiday.from });
    if (holiday.from < first || holiday.to > last) faults.push({ code: "holidayOutsideYear", day: holiday.from });
    faults.push(...holiday.statutory.filter((day) => day < holiday.from || day > holiday.to).map((day) => ({ code: "holidayStatutoryOutside", day }) as const));
    if (length < 1 || length > LONGEST_HOLIDAY) continue;
    const days = daysOf(holiday);
    const doubled = days.find((day) => taken.has(day));
    if (doubled !== undefined) faults.push({ code: "holidayOverlap", day: doubled });
    for (const day of days) taken.add(day);
  }
  for (const day of year.workdays) {
    if (!isWeekend(day)) faults.push({ code: "workdayNotWeekend", day });
    if (taken.has(day)) faults.push({ code: "workdayOnHoliday", day });
  }
  return faults;
}

/** What a day is: worked, a weekend's rest, or a holiday with its name. `madeUp`: a weekend day worked in exchange. */
export type DayKind =
  | { readonly kind: "workday"; readonly madeUp: boolean }
  | { readonly kind: "rest" }
  | { readonly kind: "holiday"; readonly name: string; readonly en: string; readonly statutory: boolean };

/** Known years, newest entry of each year only. Days of other years are judged by their weekday alone. */
export type HolidayCalendar = { readonly years: readonly HolidayYear[]; readonly days: ReadonlyMap<Day, DayKind> };

/** The calendar of some years; of a year given twice the later entry holds (an administrator's over the program's). */
export function calendarOf(years: readonly HolidayYear[]): HolidayCalendar {
  const newest = new Map(years.map((year) => [year.year, year]));
  const ordered = [...newest.values()].toSorted((one, other) => one.year - other.year);
  const days = new Map<Day, DayKind>();
  for (const year of ordered) {
    for (const holiday of year.holidays) {
      const statutory = new Set(holiday.statutory);
      for (const day of daysOf(holiday)) days.set(day, { kind: "holiday", name: holiday.name, en: holiday.en ?? holiday.name, statutory: statutory.has(day) });
    }
    for (const day of year.workdays) days.set(day, { kind: "workday", madeUp: true });
  }
  return { years: ordered, days };
}

/** The years that come with the program (全国年节及纪念日放假办法 and the yearly arrangements). */
export const NATIONAL_YEARS: readonly HolidayYear[] = z.array(holidayYearSchema).parse(nationalYears);

/** The calendar that comes with the program. */
export const nationalCalendar: HolidayCalendar = calendarOf(NATIONAL_YEARS);

/** The program's calendar with an administrator's years over it, oldest entry first. */
export const extendedCalendar = (own: readonly HolidayYear[]): HolidayCalendar => (own.length === 0 ? nationalCalendar : calendarOf([...NATIONAL_YEARS, ...own]));

/** What a day is in a calendar. */
export function kindOfDay(day: Day, calendar: HolidayCalendar): DayKind {
  const known = calendar.days.get(day);
  if (known !== undefined) return known;
  return isWeekend(day) ? { kind: "rest" } : { kind: "workday", madeUp: false };
}

/** Whether a day is worked: no weekend but a made-up one, no holiday. */
export const isWorkday = (day: Day, calendar: HolidayCalendar): boolean => kindOfDay(day, calendar).kind === "workday";

/** The first worked day after `day`. */
export function nextWorkday(day: Day, calendar: HolidayCalendar): Day {
  let next = addDays(day, 1);
  while (!isWorkday(next, calendar)) next = addDays(next, 1);
  return next;
}

/** The last worked day before `day`. */
export function previousWorkday(day: Day, calendar: HolidayCalendar): Day {
  let previous = addDays(day, -1);
  while (!isWorkday(previous, calendar)) previous = addDays(previous, -1);
  return previous;
}

/**
 * Last day of a period of `days` days that a person has: its first day is not counted (民法典 201), and an end on a day
 * of rest (法定休假日) moves to the next worked day (民法典 203). Never earlier than the plain count of days.
 */
export function endOfPeriod(start: Day, days: number, calendar: HolidayCalendar): Day {
  const end = addDays(start, days);
  return isWorkday(end, calendar) ? end : nextWorkday(end, calendar);
}

/** Whether a year's days off are known, and how surely. */
export function standingOfYear(year: number, calendar: HolidayCalendar): HolidayYear["status"] | "none" {
  return calendar.years.find((known) => known.year === year)?.status ?? "none";
}

/** Years between two days whose arrangement is not yet official: the plan says so. */
export function unsureYears(from: Day, to: Day, calendar: HolidayCalendar): readonly number[] {
  dayNumberOf(from);
  dayNumberOf(to);
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, place) => first + place);
  return years.filter((year) => standingOfYear(year, calendar) !== "official");
}
