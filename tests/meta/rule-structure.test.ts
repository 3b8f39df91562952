import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { breaks, guardDay, lawfulFacts } from "#tests/support/guard-facts.ts";
import { printFindings } from "#lib/ballot/rules.ts";
import { leaveReasons } from "#lib/committee/model.ts";
import { guardTable } from "#lib/election/guards/table.ts";
import { meetingDayFinding } from "#lib/nomination/meeting-rules.ts";
import { primaryTurnoutFinding } from "#lib/nomination/primary-rules.ts";
import { EXCLUSIONS } from "#lib/roll/model.ts";
import { statusOn } from "#lib/roll/rules.ts";
import type { FindingCode } from "#lib/law/catalogue.ts";
import { lawFor, type Law } from "#lib/law/law.ts";
import { root } from "./files.ts";

function lawOf(province: string | null): Law {
  const law = lawFor({ firstVoteOn: "2026-04-18", province, parameters: {} });
  if (!law.ok) throw new Error("no law");
  return law.value;
}

/** The fields of a model of the database's schema. */
function fieldsOf(model: string): readonly string[] {
  const schema = readFileSync(path.join(root, "prisma/schema/count.prisma"), "utf8");
  const body = new RegExp(`model ${model} \\{([^}]*)\\}`).exec(schema)?.[1] ?? "";
  return body.split("\n").flatMap((line) => /^\s+(\w+)\s/.exec(line)?.[1] ?? []);
}

test("E-06: no reading, settlement or bundle of the count can name a voter", () => {
  for (const model of ["Reading", "Settlement", "Bundle"]) {
    expect(fieldsOf(model).length, model).toBeGreaterThan(5);
    expect(fieldsOf(model).filter((field) => /roll|person|voter|elector|proxy|principal|holder|stub|serial/i.test(field)), model).toEqual([]);
  }
});

test("G-06: a member of the election committee who stays away can be recorded as having left", () => {
  expect(leaveReasons).toContain("absent");
});

test("P-09: whoever cannot be reached is not listed", () => {
  expect(EXCLUSIONS).toContain("unreachable");
  expect(statusOn({ birthDate: "1990-01-01", category: 1, takesPart: null, exclusion: "unreachable" }, "2026-04-18", { voterAge: 18 })).toBe("excluded");
});

test("P-10: a primary of the voters needs more than half of them where the province says so", () => {
  const zhejiang = lawOf("CN-ZJ-2020");
  expect([50, 51].map((ballots) => primaryTurnoutFinding("electors", 100, ballots, zhejiang).ok)).toEqual([false, true]);
});

test("P-13: a candidates' meeting on election day is warned of, the day before it is not", () => {
  expect(["2026-04-17", "2026-04-18"].map((heldOn) => meetingDayFinding(heldOn, "2026-04-18", lawOf("CN-ZJ-2020")).ok)).toEqual([true, false]);
});

test("G-25: as many ballots as registered voters are enough, one fewer is warned of", () => {
  const ofPrinted = (printed: number) => printFindings(printed, 2407, lawOf(null)).map((one) => one.ok);
  expect([ofPrinted(2407), ofPrinted(2406)]).toEqual([[true], [false]]);
});

describe("what a guard asks for", () => {
  const found = (code: FindingCode, fault: boolean): boolean => {
    const { facts, today = guardDay } = fault ? (breaks[code] ?? { facts: lawfulFacts }) : { facts: lawfulFacts };
    return guardTable.filter((check) => check.codes.includes(code)).flatMap((check) => check.find(facts, today)).some((one) => one.code === code && !one.ok);
  };
  const standsAndFalls = (code: FindingCode): void => expect([found(code, true), found(code, false)], code).toEqual([true, false]);

  test("G-09: registration is announced before the list", () => standsAndFalls("registrationNotAnnounced"));
  test("G-14: seats are decided by a meeting before the nomination", () => standsAndFalls("seatsNotDecided"));
  test("G-21: there is a place to vote", () => standsAndFalls("stationsMissing"));
  test("G-23: the day is announced, and the vote opens on it", () => {
    standsAndFalls("dayNotAnnounced");
    standsAndFalls("voteNotOnDay");
  });
  test("G-26: polling staff are named and announced", () => {
    standsAndFalls("staffNotNamed");
    standsAndFalls("staffNotAnnounced");
  });
  test("G-38: the result is announced on the spot", () => standsAndFalls("resultNotOnTheSpot"));
});
