import { describe, expect, it } from "vitest";
import { electionLaw } from "../election/law.ts";
import { caseFactsOf, emptyRows, planFor } from "#tests/support/plan.ts";
import { dayMoveFindings, missedSteps, type DayMove } from "./day-rules.ts";
import type { PlanRows } from "./facts.ts";
import type { CaseFacts } from "../election/progress-facts.ts";

const today = "2026-04-02";
const law = (electionDay: string, province: string | null = null) => electionLaw({ electionDay, provincePack: province, parameters: {} });

/** A move from 18 April, of a case in which these things have happened. */
function move(toDay: string, over: Partial<DayMove> = {}, facts: Partial<CaseFacts> = {}, rows: PlanRows = emptyRows): DayMove {
  return {
    fromDay: "2026-04-18", toDay, today, lawNow: law("2026-04-18"), lawThen: law(toDay), provinceFrom: null, listPublishedOn: facts.roll?.publishedOn ?? null,
    replanned: planFor(caseFactsOf(toDay, null, { auditPublishedOn: "2026-03-10", ...facts }), today, rows).steps, ages: { joining: 0, leaving: 0 }, ...over,
  };
}
const posted = (publishedOn: string): Partial<CaseFacts> => ({ roll: { entries: 10, listed: 10, open: 0, doubles: 0, publishedOn, publishedTotal: 10 } });
const wrong = (one: DayMove) => dayMoveFindings(one).filter((finding) => !finding.ok).map((finding) => finding.code);

describe("another election day", () => {
  it("with all lawful days ahead has nothing against it", () => {
    expect(wrong(move("2026-05-16", {}, posted("2026-03-21")))).toEqual([]);
  });
  it("must lie after today", () => {
    expect(wrong(move("2026-04-02", {}, posted("2026-03-01")))).toContain("electionDayPast");
    expect(wrong(move("2026-04-03", {}, posted("2026-03-01")))).not.toContain("electionDayPast");
  });
  it("R-08: leaves twenty days for a list that is not out, to the day", () => {
    expect(wrong(move("2026-04-22"))).not.toContain("listTooLate");
    expect(wrong(move("2026-04-21"))).toContain("listTooLate");
  });
  it("R-08: does not come nearer than twenty days to a list that is out, to the day", () => {
    expect(wrong(move("2026-04-10", {}, posted("2026-03-21")))).toEqual([]);
    expect(wrong(move("2026-04-09", {}, posted("2026-03-21")))).toEqual(["dayChangeStepsMissed"]);
  });
  it("names the earliest limit that was missed, with its article", () => {
    const found = dayMoveFindings(move("2026-04-09", {}, posted("2026-03-21"))).find((one) => one.code === "dayChangeStepsMissed");
    expect(found).toMatchObject({ actual: { count: 1, deadline: "2026-03-20" }, citation: { article: "17" }, severity: "error" });
  });
  it("a province's candidate list that is out later than the new day allows stops it", () => {
    const zhejiang = law("2026-04-10", "CN-ZJ-2020");
    const facts = { ...posted("2026-03-10"), notices: [{ code: "candidates", number: "9", issuedOn: "2026-04-06" }] };
    const replanned = planFor(caseFactsOf("2026-04-10", "CN-ZJ-2020", { auditPublishedOn: "2026-03-10", ...facts }), "2026-04-06").steps;
    const one = move("2026-04-10", { today: "2026-04-06", lawThen: zhejiang, replanned, listPublishedOn: "2026-03-10" });
    expect(missedSteps(replanned, "2026-04-10").map(({ planned }) => planned.step)).toContain("candidateList");
    expect(wrong(one)).toContain("dayChangeStepsMissed");
  });
  it("is not looked for after the vote: certificates and handover are no reason", () => {
    expect(missedSteps(move("2026-05-16", {}, posted("2026-03-21")).replanned, "2026-05-16")).toEqual([]);
  });
  it("stays under the national law that the case began with", () => {
    const across = move("2026-01-01", { fromDay: "2025-12-20", today: "2025-12-01", lawNow: law("2025-12-20"), lawThen: law("2026-01-01"), listPublishedOn: "2025-11-20" }, posted("2025-11-20"));
    expect(wrong(across)).toContain("dayChangeOtherLaw");
  });
  it("does not lie before the province's measures are in force; on their first day it may", () => {
    expect(wrong(move("2026-05-16", { provinceFrom: "2026-05-17" }, posted("2026-03-21")))).toEqual(["electionDayBeforePack"]);
    expect(wrong(move("2026-05-16", { provinceFrom: "2026-05-16" }, posted("2026-03-21")))).toEqual([]);
  });
  it("tells how many come of age or no longer are; that explains and does not stop", () => {
    const found = dayMoveFindings(move("2026-05-16", { ages: { joining: 3, leaving: 0 } }, posted("2026-03-21"))).filter((one) => !one.ok);
    expect(found).toMatchObject([{ code: "dayChangeAges", severity: "info", actual: { joining: 3, leaving: 0, age: 18 } }]);
    expect(wrong(move("2026-05-16", { ages: { joining: 0, leaving: 1 } }, posted("2026-03-21")))).toEqual(["dayChangeAges"]);
  });
  it("asks for a reason where the province allows it only for a force that nobody can resist", () => {
    const lawThen = { ...law("2026-05-16"), values: { ...law("2026-05-16").values, dayChange: "forceMajeureOnly" as const } };
    expect(dayMoveFindings(move("2026-05-16", { lawThen }, posted("2026-03-21"))).filter((one) => !one.ok)).toMatchObject([{ code: "dayChangeLimited", severity: "warning" }]);
  });
});
