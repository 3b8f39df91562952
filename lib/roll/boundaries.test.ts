import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, formatDay } from "#lib/calendar/day.ts";
import { isWorkday, nationalCalendar } from "#lib/calendar/holidays.ts";
import { lawFor, type Law } from "#lib/law/law.ts";
import { decisionFinding, timelinessFinding } from "./objections/rules.ts";
import { publishFindings } from "./publish/rules.ts";
import { statusOn } from "./rules.ts";

function lawOn(firstVoteOn: string): Law {
  const law = lawFor({ firstVoteOn, province: null, parameters: {} });
  if (!law.ok) throw new Error(firstVoteOn);
  return law.value;
}

const anyDay = fc.integer({ min: 19_000, max: 22_500 }).map(formatDay);

/** The finding about the day on which a list is posted. */
function posting(electionDay: string, today: string) {
  const found = publishFindings({ electionDay, today, law: lawOn(electionDay), listed: 1, withOpenFindings: 0, listedElsewhere: [], registeredTwice: [], likelyTwice: [], unprintable: { characters: [], people: [] } });
  return found.find((one) => one.code === "listTooLate");
}

describe("R-01, R-02: of age is who has his eighteenth birthday on election day", () => {
  const statusOf = (birthDate: string, electionDay: string) => statusOn({ birthDate, category: 1, takesPart: null, exclusion: null }, electionDay, { voterAge: lawOn(electionDay).values.voterAge });

  test.each([
    ["the birthday is election day", "2008-04-18", "2026-04-18", "listed"],
    ["the birthday is the day after", "2008-04-19", "2026-04-18", "minor"],
    ["born on New Year's Day, voting on 1 January 2026", "2008-01-01", "2026-01-01", "listed"],
    ["born on New Year's Day, voting on 31 December 2025", "2008-01-01", "2025-12-31", "minor"],
    ["born on a leap day, voting on 28 February", "2008-02-29", "2026-02-28", "minor"],
    ["born on a leap day, voting on 1 March", "2008-02-29", "2026-03-01", "listed"],
  ])("%s", (_what, birthDate, electionDay, status) => {
    expect(statusOf(birthDate, electionDay)).toBe(status);
  });

  test("whoever is of age on a day is of age on every later one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 12_000, max: 14_500 }).map(formatDay), anyDay, fc.integer({ min: 1, max: 400 }), (birthDate, day, later) => {
        if (statusOf(birthDate, day) === "listed") expect(statusOf(birthDate, addDays(day, later))).toBe("listed");
      }),
    );
  });
});

describe("R-08: the list is out on the twentieth day before election day", () => {
  test.each([
    ["2026-04-18", "2026-03-29", true],
    ["2026-04-18", "2026-03-30", false],
    ["2026-01-01", "2025-12-12", true],
    ["2026-01-01", "2025-12-13", false],
    // D-20 inside Spring Festival stays D-20: a limit counted back is not moved by a holiday.
    ["2026-03-12", "2026-02-20", true],
    ["2026-03-12", "2026-02-21", false],
  ])("for a vote on %s, posted on %s: in time %s", (electionDay, today, inTime) => {
    expect(posting(electionDay, today)).toMatchObject({ ok: inTime, severity: "error", actual: { days: inTime ? 20 : 19, listDays: 20 } });
  });

  test("day 20 is in time and day 19 too late, whatever the day", () => {
    fc.assert(
      fc.property(anyDay, (electionDay) => {
        expect(posting(electionDay, addDays(electionDay, -20))?.ok).toBe(true);
        expect(posting(electionDay, addDays(electionDay, -19))?.ok).toBe(false);
      }),
    );
  });

  test("cites Article 14 for a vote on 31 December 2025 and Article 17 for one on 1 January 2026", () => {
    expect(posting("2025-12-31", "2025-12-11")?.citation).toMatchObject({ text: "村民委员会组织法(2018)", article: "14" });
    expect(posting("2026-01-01", "2025-12-12")?.citation).toMatchObject({ text: "村民委员会组织法(2025)", article: "17" });
  });
});

describe("R-09: an objection is in time on the fifth day after publication", () => {
  const timely = (againstOn: string, receivedOn: string) => timelinessFinding(againstOn, receivedOn, lawOn("2026-04-18"));

  test.each([
    ["day 5 of a list out on a Sunday is a Friday", "2026-03-22", "2026-03-27", true],
    ["day 6 is too late", "2026-03-22", "2026-03-28", false],
    ["day 5 is a Sunday: the Monday after is in time", "2026-03-17", "2026-03-23", true],
    ["day 5 is a Sunday: the Tuesday after is too late", "2026-03-17", "2026-03-24", false],
    ["day 5 is a Saturday worked in exchange: the day after is too late", "2026-02-23", "2026-03-01", false],
    ["day 5 lies in Spring Festival: the first worked day after it is in time", "2026-02-12", "2026-02-24", true],
    ["day 5 lies in Spring Festival: a day later is too late", "2026-02-12", "2026-02-25", false],
  ])("%s", (_what, againstOn, receivedOn, inTime) => {
    expect(timely(againstOn, receivedOn)).toMatchObject({ ok: inTime, severity: "error", citation: { article: "17" } });
  });

  test("day 5 is always in time; day 6 is too late wherever day 5 is worked", () => {
    fc.assert(
      fc.property(anyDay, (againstOn) => {
        const fifth = addDays(againstOn, 5);
        expect(timely(againstOn, fifth).ok).toBe(true);
        expect(timely(againstOn, addDays(againstOn, 6)).ok).toBe(!isWorkday(fifth, nationalCalendar));
      }),
    );
  });
});

describe("R-10: a decision is due on the third day after receipt", () => {
  const decided = (receivedOn: string, today: string) => decisionFinding(receivedOn, today, lawOn("2026-04-18"));

  test("day 3 is in time, day 4 is late and still owed", () => {
    expect(decided("2026-03-27", "2026-03-30")).toMatchObject({ ok: true, actual: { days: 0 } });
    expect(decided("2026-03-27", "2026-03-31")).toMatchObject({ ok: false, severity: "warning", actual: { days: 1, deadline: "2026-03-30" } });
  });

  test("a holiday gives the committee no day more", () => {
    expect(decided("2026-02-14", "2026-02-17").ok).toBe(true);
    expect(decided("2026-02-14", "2026-02-18").ok).toBe(false);
  });
});
