import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lawFor, type Law } from "#lib/law/law.ts";
import { PROVINCE_PACKS } from "#lib/law/packs.ts";
import { addDays, daysBetween, formatDay } from "./day.ts";
import { candidateListDeadline, certificateDeadline, decisionDeadline, handoverDeadline, listDeadline, objectionDeadline, proxyApplicationDeadline, proxyListDeadline, rerunDeadline } from "./deadlines.ts";
import { calendarOf, faultsOfYear, kindOfDay, unsureYears, type HolidayYear } from "./holidays.ts";
import { planOf } from "./plan.ts";
import type { PlanStep } from "./steps.ts";

function lawOf(province: string | null, firstVoteOn: string): Law {
  const law = lawFor({ firstVoteOn, province, parameters: {} });
  if (!law.ok) throw new Error(province ?? firstVoteOn);
  return law.value;
}

const stepOf = (step: PlanStep, law: Law, electionDay: string, method: string | null = null) => {
  const found = planOf(electionDay, law, { happened: { method } }).find((one) => one.step === step);
  if (found === undefined) throw new Error(step);
  return found;
};

const anyDay = fc.integer({ min: 20_454, max: 22_200 }).map(formatDay);
const anyLaw = fc.constantFrom(null, ...PROVINCE_PACKS.map((pack) => pack.id)).map((province) => lawOf(province, "2026-03-15"));

describe("R-08, R-09, R-10, A-09: the limits under every pack", () => {
  test("lie so many days from the day that sets them in motion, as the law of the case says", () => {
    fc.assert(
      fc.property(anyDay, anyLaw, (day, law) => {
        const { listDays, objectionDays, decisionDays, handoverDays, certificateDays, candidateListDays, proxyApplyDays, proxyListDays } = law.values;
        expect(daysBetween(listDeadline(day, law), day)).toBe(listDays);
        expect(daysBetween(day, objectionDeadline(day, law))).toBeGreaterThanOrEqual(objectionDays);
        expect(daysBetween(day, decisionDeadline(day, law))).toBe(decisionDays);
        expect(daysBetween(day, handoverDeadline(day, law))).toBe(handoverDays);
        expect(daysBetween(day, certificateDeadline(day, law))).toBe(certificateDays);
        const candidates = candidateListDeadline(day, law);
        expect(candidates === null ? null : daysBetween(candidates, day)).toBe(candidateListDays);
        expect(daysBetween(proxyApplicationDeadline(day, law), day)).toBe(proxyApplyDays ?? 1);
        expect(daysBetween(proxyListDeadline(day, law), day)).toBe(proxyListDays ?? 1);
      }),
    );
  });

  test("a later election day never brings a limit forward", () => {
    fc.assert(
      fc.property(anyDay, anyLaw, fc.integer({ min: 1, max: 60 }), (day, law, later) => {
        expect(daysBetween(listDeadline(day, law), listDeadline(addDays(day, later), law))).toBe(later);
        expect(objectionDeadline(addDays(day, later), law) >= objectionDeadline(day, law)).toBe(true);
      }),
    );
  });

  test("G-35: in Henan a void vote is held again within thirty days; the national law sets no day", () => {
    expect(rerunDeadline("2026-03-15", lawOf("CN-HA-2011", "2026-03-15"))).toBe("2026-04-14");
    expect(rerunDeadline("2026-03-15", lawOf(null, "2026-03-15"))).toBeNull();
  });

  test("SH20 16: in Shanghai proxies are asked for five days before; where nothing is set, the day before", () => {
    expect(proxyApplicationDeadline("2026-03-15", lawOf("CN-SH-2020", "2026-03-15"))).toBe("2026-03-10");
    expect(proxyApplicationDeadline("2026-03-15", lawOf(null, "2026-03-15"))).toBe("2026-03-14");
  });
});

test.each([
  ["committee", "12", "15"],
  ["registration", "13", "16"],
  ["representatives", "25", "29"],
  ["candidatesMeeting", "15", "18"],
  ["proxyApplications", "15", "18"],
  ["proxyList", "15", "18"],
  ["count", "15", "18"],
  ["result", "15", "18"],
  ["furtherVote", "15", "18"],
] as const)("the step %s is asked for by Article %s of the law of 2018 and Article %s of that of 2025", (step, of2018, of2025) => {
  expect(stepOf(step, lawOf(null, "2025-12-31"), "2025-12-31").duty).toMatchObject({ text: "村民委员会组织法(2018)", article: of2018 });
  expect(stepOf(step, lawOf(null, "2026-01-01"), "2026-01-01").duty).toMatchObject({ text: "村民委员会组织法(2025)", article: of2025 });
});

test("SH20 21: a further vote in a province that sets its day cites the province for the day and the nation for the duty", () => {
  expect(stepOf("furtherVote", lawOf("CN-SH-2020", "2026-03-15"), "2026-03-15")).toMatchObject({ latest: "2026-04-14", statutory: true, citation: { article: "21" }, duty: { article: "18" } });
});

test("P-NM 26, 29: limits of which an excerpt was seen bind like those read in full", () => {
  const law = lawOf("CN-NM-unverified", "2026-03-15");
  expect(stepOf("proxyApplications", law, "2026-03-15")).toMatchObject({ latest: "2026-03-12", statutory: true });
  expect(stepOf("nomination", law, "2026-03-15", "selfNomination")).toMatchObject({ latest: "2026-03-05", statutory: true });
  expect(stepOf("nomination", law, "2026-03-15", "candidates").statutory).toBe(false);
});

describe("holidays", () => {
  const year = (over: Partial<HolidayYear>): HolidayYear => ({ year: 2026, status: "official", source: "通知", holidays: [], workdays: [], ...over });

  test("a statutory day before its holiday is refused as one after it is", () => {
    const holiday = { name: "元旦", from: "2026-01-02", to: "2026-01-03" };
    const codes = (statutory: string[]) => faultsOfYear(year({ holidays: [{ ...holiday, statutory }] })).map((fault) => [fault.code, fault.day]);
    expect([codes(["2026-01-01"]), codes(["2026-01-04"]), codes(["2026-01-02", "2026-01-03"])]).toEqual([[["holidayStatutoryOutside", "2026-01-01"]], [["holidayStatutoryOutside", "2026-01-04"]], []]);
  });

  test("a holiday of a single day or of fifteen is checked against the others, one that is reversed is not", () => {
    const one = { name: "甲", from: "2026-05-01", to: "2026-05-01", statutory: [] };
    const long = { name: "乙", from: "2026-05-01", to: "2026-05-15", statutory: [] };
    const codes = (holidays: HolidayYear["holidays"]) => faultsOfYear(year({ holidays })).map((fault) => fault.code);
    expect(codes([one, long])).toEqual(["holidayOverlap"]);
    expect(codes([long, one])).toEqual(["holidayOverlap"]);
    expect(codes([{ ...long, to: "2026-05-16" }, one])).toEqual(["holidayTooLong"]);
  });

  test("years stand in their order, and a day worked in exchange is a worked day made up", () => {
    const calendar = calendarOf([year({ year: 2027 }), year({ workdays: ["2026-02-28"] })]);
    expect(calendar.years.map((one) => one.year)).toEqual([2026, 2027]);
    expect(kindOfDay("2026-02-28", calendar)).toEqual({ kind: "workday", madeUp: true });
    expect(kindOfDay("2026-02-27", calendar)).toEqual({ kind: "workday", madeUp: false });
  });

  test("years between what is no day are not asked for", () => {
    const calendar = calendarOf([]);
    expect(() => unsureYears("2026-02-30", "2026-03-01", calendar)).toThrow(RangeError);
    expect(() => unsureYears("2026-02-01", "soon", calendar)).toThrow(RangeError);
    expect(unsureYears("2025-12-31", "2027-01-01", calendar)).toEqual([2025, 2026, 2027]);
  });
});
