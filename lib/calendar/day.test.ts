import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, ageOn, dayNumberOf, daysBetween, formatDay, isDay, parseDay, today, weekdayOf } from "./day.ts";

test("a day number and its text are the same day, back and forth", () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
      expect(parseDay(formatDay(number))).toBe(number);
    }),
  );
});

test("day numbers agree with the universal calendar of the machine", () => {
  fc.assert(
    fc.property(fc.integer({ min: -50_000, max: 100_000 }), (number) => {
      expect(formatDay(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
    }),
  );
});

test("the turn of February and March is kept in every year of four centuries", () => {
  for (let year = 1600; year <= 2400; year += 1) {
    const march = Date.UTC(year, 2, 1) / 86_400_000;
    const last = new Date((march - 1) * 86_400_000).toISOString().slice(0, 10);
    expect([formatDay(march - 1), formatDay(march)]).toEqual([last, `${year}-03-01`]);
    expect([parseDay(last), parseDay(`${year}-03-01`)]).toEqual([march - 1, march]);
  }
});

test.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-04-00", "2026-4-1", "20260401", "", "2026-04-01 ", "D 2026-04-01"])(
  "%s is not a day",
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);

test("the leap day exists in leap years only", () => {
  expect(isDay("2028-02-29")).toBe(true);
  expect(isDay("2100-02-29")).toBe(false);
  expect(isDay("2000-02-29")).toBe(true);
  expect(isDay("2028-02-30")).toBe(false);
  expect(isDay("2028-01-31")).toBe(true);
});

test("a text that is no day is refused aloud, never reckoned with", () => {
  expect(() => dayNumberOf("2026-02-30")).toThrow(new RangeError("not a civil day: 2026-02-30"));
  expect(() => ageOn("2008-02-30", "2026-04-18")).toThrow(RangeError);
  expect(() => ageOn("2008-04-18", "18 April")).toThrow(RangeError);
});

test("days are added and counted over the end of months and years", () => {
  expect(addDays("2026-04-18", 30)).toBe("2026-05-18");
  expect(addDays("2026-03-15", -20)).toBe("2026-02-23");
  expect(addDays("2025-12-31", 1)).toBe("2026-01-01");
  expect(daysBetween("2026-02-23", "2026-03-15")).toBe(20);
});

test("2026-03-15 is a Sunday and 1969-12-31 a Wednesday", () => {
  expect(weekdayOf("2026-03-15")).toBe(0);
  expect(weekdayOf("1969-12-31")).toBe(3);
});

test("R-02: whoever turns eighteen on election day is eighteen, a day later is not", () => {
  expect(ageOn("2008-04-18", "2026-04-18")).toBe(18);
  expect(ageOn("2008-04-19", "2026-04-18")).toBe(17);
});

test("a person born on the leap day completes the year on the first of March", () => {
  expect(ageOn("2008-02-29", "2026-02-28")).toBe(17);
  expect(ageOn("2008-02-29", "2026-03-01")).toBe(18);
});

test("today is the day in Shanghai, whatever the zone of the machine", () => {
  expect(today(new Date("2026-04-17T15:59:59Z"))).toBe("2026-04-17");
  expect(today(new Date("2026-04-17T16:00:00Z"))).toBe("2026-04-18");
});
