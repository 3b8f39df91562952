import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, formatDay, weekdayOf } from "./day.ts";
import { calendarOf, endOfPeriod, extendedCalendar, faultsOfYear, holidayYearSchema, isWorkday, kindOfDay, nationalCalendar, NATIONAL_YEARS, nextWorkday, previousWorkday, standingOfYear, unsureYears, type HolidayYear } from "./holidays.ts";

const anyDay = fc.integer({ min: 19_700, max: 22_300 }).map(formatDay);
const year = (over: Partial<HolidayYear> = {}): HolidayYear => ({ year: 2026, status: "official", source: "县办公室通知", holidays: [], workdays: [], ...over });

describe("worked days", () => {
  it("the day after a worked day's search is always worked, and nothing worked lies between", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = nextWorkday(day, nationalCalendar);
        expect(isWorkday(next, nationalCalendar)).toBe(true);
        for (let between = addDays(day, 1); between < next; between = addDays(between, 1)) expect(isWorkday(between, nationalCalendar)).toBe(false);
      }),
    );
  });
  it("searching back and forth comes back to the same worked day", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = nextWorkday(day, nationalCalendar);
        expect(previousWorkday(addDays(next, 1), nationalCalendar)).toBe(next);
        expect(nextWorkday(previousWorkday(day, nationalCalendar), nationalCalendar) >= day).toBe(true);
      }),
    );
  });
  it("a year that nobody entered is judged by its weekdays alone", () => {
    fc.assert(
      fc.property(fc.integer({ min: 25_600, max: 29_000 }).map(formatDay), (day) => {
        expect(isWorkday(day, nationalCalendar)).toBe(weekdayOf(day) !== 0 && weekdayOf(day) !== 6);
      }),
    );
  });
  it("Spring Festival 2026 rests from 15 to 23 February, and the Saturdays before and after are worked", () => {
    const rest = Array.from({ length: 9 }, (_, place) => addDays("2026-02-15", place));
    for (const day of rest) expect(kindOfDay(day, nationalCalendar)).toMatchObject({ kind: "holiday", name: "春节" });
    expect(rest.filter((day) => { const kind = kindOfDay(day, nationalCalendar); return kind.kind === "holiday" && kind.statutory; })).toEqual(["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19"]);
    expect(kindOfDay("2026-02-14", nationalCalendar)).toEqual({ kind: "workday", madeUp: true });
    expect(kindOfDay("2026-02-28", nationalCalendar)).toEqual({ kind: "workday", madeUp: true });
    expect(kindOfDay("2026-03-01", nationalCalendar)).toEqual({ kind: "rest" });
  });
});

describe("a period that a person has", () => {
  it("ends on the counted day or later, never earlier, always on a worked day", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40 }), (start, days) => {
        const end = endOfPeriod(start, days, nationalCalendar);
        expect(daysBetween(start, end)).toBeGreaterThanOrEqual(days);
        expect(isWorkday(end, nationalCalendar)).toBe(true);
        expect(daysBetween(addDays(start, days), end)).toBeLessThanOrEqual(9);
      }),
    );
  });
  it("is not shorter when it begins later", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (start, days) => {
        expect(endOfPeriod(addDays(start, 1), days, nationalCalendar) >= endOfPeriod(start, days, nationalCalendar)).toBe(true);
      }),
    );
  });
  it("that ends on a holiday moves to the next worked day", () => {
    expect(endOfPeriod("2026-02-12", 5, nationalCalendar)).toBe("2026-02-24");
    expect(endOfPeriod("2026-09-28", 5, nationalCalendar)).toBe("2026-10-08");
  });
  it("that ends on a make-up Saturday ends there, on a plain Saturday on Monday", () => {
    expect(endOfPeriod("2026-02-23", 5, nationalCalendar)).toBe("2026-02-28");
    expect(endOfPeriod("2026-03-09", 5, nationalCalendar)).toBe("2026-03-16");
  });
  it("that ends on a worked day stays, though holidays lie inside it", () => {
    expect(endOfPeriod("2026-02-20", 5, nationalCalendar)).toBe("2026-02-25");
  });
});

describe("the years of the program", () => {
  it("have no fault, and every made-up workday is a Saturday or Sunday", () => {
    for (const one of NATIONAL_YEARS) expect(faultsOfYear(one), String(one.year)).toEqual([]);
  });
  it("have as many statutory days as the measures give: eleven until 2024, thirteen from 2025", () => {
    const count = (one: HolidayYear): number => new Set(one.holidays.flatMap((holiday) => holiday.statutory)).size;
    expect(NATIONAL_YEARS.map((one) => [one.year, count(one)])).toEqual([[2024, 11], [2025, 13], [2026, 13], [2027, 13], [2028, 12], [2029, 13]]);
  });
  it("say which are official and which only expected; other years are not known at all", () => {
    expect(standingOfYear(2026, nationalCalendar)).toBe("official");
    expect(standingOfYear(2027, nationalCalendar)).toBe("expected");
    expect(standingOfYear(2035, nationalCalendar)).toBe("none");
    expect(unsureYears("2025-12-01", "2027-01-10", nationalCalendar)).toEqual([2027]);
    expect(unsureYears("2026-03-01", "2026-05-01", nationalCalendar)).toEqual([]);
  });
});

describe("a year that an administrator enters", () => {
  it("takes the place of the program's year, and the newer of two entries holds", () => {
    const own = extendedCalendar([year({ workdays: ["2026-03-01"] }), year({ holidays: [{ name: "县庆", from: "2026-03-02", to: "2026-03-02", statutory: [] }] })]);
    expect(isWorkday("2026-03-02", own)).toBe(false);
    expect(isWorkday("2026-03-01", own)).toBe(false);
    expect(isWorkday("2026-02-17", own)).toBe(true);
    expect(isWorkday("2027-02-08", own)).toBe(false);
    expect(extendedCalendar([])).toBe(nationalCalendar);
  });
  it.each([
    ["holidayReversed", { holidays: [{ name: "元旦", from: "2026-01-03", to: "2026-01-01", statutory: [] }] }],
    ["holidayTooLong", { holidays: [{ name: "春节", from: "2026-02-01", to: "2026-02-16", statutory: [] }] }],
    ["holidayOutsideYear", { holidays: [{ name: "元旦", from: "2025-12-24", to: "2025-12-26", statutory: [] }] }],
    ["holidayOutsideYear", { holidays: [{ name: "元旦", from: "2027-01-05", to: "2027-01-08", statutory: [] }] }],
    ["holidayStatutoryOutside", { holidays: [{ name: "元旦", from: "2026-01-01", to: "2026-01-03", statutory: ["2026-01-04"] }] }],
    ["holidayOverlap", { holidays: [{ name: "国庆节", from: "2026-10-01", to: "2026-10-07", statutory: [] }, { name: "中秋节", from: "2026-10-07", to: "2026-10-08", statutory: [] }] }],
    ["workdayNotWeekend", { workdays: ["2026-03-02"] }],
    ["workdayOnHoliday", { holidays: [{ name: "春节", from: "2026-02-14", to: "2026-02-16", statutory: [] }], workdays: ["2026-02-14"] }],
  ] satisfies readonly (readonly [string, Partial<HolidayYear>])[])("is refused with %s", (code, over) => {
    expect(faultsOfYear(year(over)).map((fault) => fault.code)).toEqual([code]);
  });
  it("may take in days of the neighbouring years: fifteen days long, seven days over the end of the year", () => {
    expect(faultsOfYear(year({ holidays: [{ name: "元旦", from: "2025-12-25", to: "2026-01-01", statutory: ["2026-01-01"] }] }))).toEqual([]);
    expect(faultsOfYear(year({ holidays: [{ name: "春节", from: "2026-02-01", to: "2026-02-15", statutory: [] }] }))).toEqual([]);
    expect(faultsOfYear(year({ holidays: [{ name: "元旦", from: "2026-12-31", to: "2027-01-07", statutory: [] }] }))).toEqual([]);
  });
  it("with an impossible day or an unknown field has not the right shape", () => {
    expect(holidayYearSchema.safeParse(year({ workdays: ["2026-02-30"] })).success).toBe(false);
    expect(holidayYearSchema.safeParse({ ...year(), remark: "" }).success).toBe(false);
    expect(holidayYearSchema.safeParse(year({ source: " " })).success).toBe(false);
  });
  it("of an unnamed English holiday uses the Chinese name in both languages", () => {
    const own = calendarOf([year({ holidays: [{ name: "县庆", from: "2026-03-02", to: "2026-03-02", statutory: [] }] })]);
    expect(kindOfDay("2026-03-02", own)).toEqual({ kind: "holiday", name: "县庆", en: "县庆", statutory: false });
  });
});
