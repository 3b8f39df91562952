import { describe, expect, test } from "vitest";
import { roles, roleScope, type Role } from "../access/permissions.ts";
import { caseFactsOf } from "#tests/support/plan.ts";
import { mostPressing, progressOf } from "./progress.ts";
import { actingPhases, opensPage, worksAt } from "./reading.ts";

const place = { countyId: "c", townshipId: "t", villageId: "v", electionId: "e" };
const ids = { system: "", county: "c", township: "t", village: "v", election: "e" } as const;
const grantsOf = (role: Role) => [{ role, scopeKind: roleScope[role], scopeId: ids[roleScope[role]] }];

const committee = { committee: { chair: true, serving: 7, reserves: 2 } };
const none = { entries: 0, listed: 0, open: 0, doubles: 0, publishedOn: null, publishedTotal: null };
const today = "2026-03-10";
const states = {
  empty: caseFactsOf("2026-04-18", null, committee),
  faulty: caseFactsOf("2026-04-18", null, { ...committee, roll: { ...none, entries: 2733, listed: 2407, open: 24 } }),
  ready: caseFactsOf("2026-04-18", null, { ...committee, roll: { ...none, entries: 2733, listed: 2407 } }),
  posted: caseFactsOf("2026-04-18", null, { ...committee, roll: { ...none, entries: 2733, listed: 2407, publishedOn: "2026-03-20", publishedTotal: 2407 } }),
  without: caseFactsOf("2026-04-18"),
};
const stepOf = (role: Role, facts: (typeof states)[keyof typeof states]): string | null =>
  mostPressing(progressOf(facts, today).phases.filter(({ phase }) => actingPhases(grantsOf(role), place).includes(phase)))?.todo?.code ?? null;

describe("the next step of one's own", () => {
  test("the registrar is led through the roll, whatever the committee has to do meanwhile", () => {
    expect([stepOf("registrar", states.empty), stepOf("registrar", states.faulty), stepOf("registrar", states.ready)]).toEqual(["importRegister", "settleRollFindings", "publishRoll"]);
    // Nothing of his own before there is a committee, and once the list is posted: he sees the case's step then.
    expect([stepOf("registrar", states.without), stepOf("registrar", states.posted)]).toEqual([null, null]);
  });
  test("the chair's is that of the case", () => {
    for (const facts of Object.values(states)) expect(stepOf("committeeChair", facts)).toBe(progressOf(facts, today).next?.todo?.code);
  });
  test("those who guide or watch act in no phase", () => {
    for (const role of roles.filter((one) => !worksAt(grantsOf(one), place))) expect([role, actingPhases(grantsOf(role), place)]).toEqual([role, []]);
  });
});

test("pages that today's list leads to are offered only to those who may open them", () => {
  const opened = (role: Role) => ["roll", "roll/duplicates", "roll/objections", "roll/publish", "roll/houses/reports", "roll/import", "count"].filter((page) => opensPage(grantsOf(role), place, page));
  expect(opened("registrar")).toEqual(["roll", "roll/duplicates", "roll/objections", "roll/houses/reports", "roll/import"]);
  expect(opened("teller")).toEqual(["roll", "roll/objections", "count"]);
  expect(opened("townshipOfficer")).toEqual(["roll"]);
  expect(opened("committeeChair")).toHaveLength(7);
});
