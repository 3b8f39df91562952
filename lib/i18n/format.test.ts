import { describe, expect, it } from "vitest";
import { civilDayOf, deadlineDistance, formatClock, formatDay, formatInstant, formatNumber, groupsOfFour } from "./format.ts";

describe("days in words", () => {
  it("writes a Chinese day with its weekday in brackets", () => {
    expect(formatDay("2026-04-18", "zh-CN")).toBe("2026年4月18日（星期六）");
  });
  it("writes an English day with its weekday first", () => {
    expect(formatDay("2026-04-18", "en")).toBe("Saturday, 18 April 2026");
  });
  it("writes short days without the year", () => {
    expect(formatDay("2026-04-08", "zh-CN", "short")).toBe("4月8日");
    expect(formatDay("2026-04-08", "en", "short")).toBe("8 April");
  });
  it("refuses text that is no civil day", () => {
    expect(() => formatDay("18.4.2026", "en")).toThrow("not a civil day");
  });
});

describe("instants", () => {
  const lateEvening = new Date("2026-04-18T16:05:00Z");
  it("belong to the Chinese day, whatever the machine's zone", () => {
    expect(civilDayOf(lateEvening)).toBe("2026-04-19");
    expect(formatClock(lateEvening)).toBe("00:05");
  });
  it("are written to the minute", () => {
    expect(formatInstant("2026-04-18T08:42:30Z", "zh-CN")).toBe("2026年4月18日 16:42");
    expect(formatInstant("2026-04-18T08:42:30Z", "en")).toBe("18 April 2026, 16:42");
  });
});

describe("distance of a deadline", () => {
  it("counts days left, today and days past", () => {
    expect(deadlineDistance("2026-03-29", "2026-03-26")).toEqual({ kind: "left", days: 3 });
    expect(deadlineDistance("2026-03-29", "2026-03-29")).toEqual({ kind: "today", days: 0 });
    expect(deadlineDistance("2026-03-29", "2026-03-31")).toEqual({ kind: "past", days: 2 });
  });
  it("crosses a leap day and a change of year", () => {
    expect(deadlineDistance("2028-03-01", "2028-02-28")).toEqual({ kind: "left", days: 2 });
    expect(deadlineDistance("2027-01-01", "2026-12-31")).toEqual({ kind: "left", days: 1 });
  });
});

describe("numbers and fingerprints", () => {
  it("separates thousands", () => {
    expect(formatNumber(2407, "zh-CN")).toBe("2,407");
  });
  it("groups a fingerprint by four and ignores spaces", () => {
    expect(groupsOfFour("7F3A91C0 5D2E44B8")).toEqual(["7F3A", "91C0", "5D2E", "44B8"]);
    expect(groupsOfFour("")).toEqual([]);
  });
});
