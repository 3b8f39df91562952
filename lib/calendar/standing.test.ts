import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lawFor } from "#lib/law/law.ts";
import { addDays, type Day } from "./day.ts";
import { planOf } from "./plan.ts";
import { pressing, SOON_DAYS, stateOfStep, STEP_STATES, type StepFacts } from "./standing.ts";
import { PLAN_STEPS, type PlanStep } from "./steps.ts";

const electionDay = "2026-04-18";
const law = lawFor({ firstVoteOn: electionDay, province: null, parameters: {} });
if (!law.ok) throw new Error("no law");
const plan = planOf(electionDay, law.value);
const stepOf = (step: PlanStep) => {
  const found = plan.find((one) => one.step === step);
  if (found === undefined) throw new Error(step);
  return found;
};
const facts = (done: readonly (readonly [PlanStep, Day | null])[] = [], leftOut: readonly PlanStep[] = [], closed = false): StepFacts => ({ doneOn: new Map(done), leftOut: new Set(leftOut), closed });
const ready = [["committee", "2026-03-15"], ["registration", null]] as const;

describe("a step", () => {
  it("whose last day is statutory is due on that day and late the day after", () => {
    const list = stepOf("rollPublication");
    expect(list.latest).toBe("2026-03-29");
    expect(stateOfStep(list, facts(ready), "2026-03-25")).toMatchObject({ state: "now", daysLeft: 4 });
    expect(stateOfStep(list, facts(ready), "2026-03-26")).toMatchObject({ state: "due", daysLeft: SOON_DAYS });
    expect(stateOfStep(list, facts(ready), "2026-03-29").state).toBe("due");
    expect(stateOfStep(list, facts(ready), "2026-03-30")).toMatchObject({ state: "late", daysLeft: -1 });
  });
  it("whose last day is custom presses after it, but is never late", () => {
    expect(stateOfStep(stepOf("committee"), facts(), "2026-04-01")).toMatchObject({ state: "due", daysLeft: -17 });
  });
  it("done on its last day was in time, a day later too late; a custom day makes nothing late", () => {
    expect(stateOfStep(stepOf("rollPublication"), facts([["rollPublication", "2026-03-29"]]), "2026-04-10")).toMatchObject({ state: "done", doneOn: "2026-03-29" });
    expect(stateOfStep(stepOf("rollPublication"), facts([["rollPublication", "2026-03-30"]]), "2026-04-10")).toMatchObject({ state: "doneLate" });
    expect(stateOfStep(stepOf("committee"), facts([["committee", "2026-04-01"]]), "2026-04-10").state).toBe("done");
    expect(stateOfStep(stepOf("rollPublication"), facts([["rollPublication", null]]), "2026-04-10")).toMatchObject({ state: "done", doneOn: null });
  });
  it("whose time has come says what it waits for, and is late all the same when its day has passed", () => {
    expect(stateOfStep(stepOf("rollPublication"), facts([["committee", null]]), "2026-03-25")).toMatchObject({ state: "blocked", blockedBy: ["registration"] });
    expect(stateOfStep(stepOf("rollPublication"), facts(), "2026-03-30")).toMatchObject({ state: "late", blockedBy: ["committee", "registration"] });
  });
  it("whose time has not come is ahead, though it could not be done yet; three days before its end it counts", () => {
    expect(stateOfStep(stepOf("handover"), facts(), "2026-03-25").state).toBe("ahead");
    expect(stateOfStep(stepOf("dayNotice"), facts([["committee", null]]), "2026-03-12").state).toBe("due");
    expect(stateOfStep(stepOf("dayNotice"), facts([["committee", null]]), "2026-03-11").state).toBe("ahead");
  });
  it("that a case does without is left out, and nothing waits for it", () => {
    expect(stateOfStep(stepOf("candidateList"), facts([], ["candidateList"]), "2026-04-10").state).toBe("leftOut");
    expect(stateOfStep(stepOf("candidatesMeeting"), facts([], ["candidateList"]), "2026-04-15")).toMatchObject({ state: "due", blockedBy: [] });
  });
  it("that is optional counts as left out once its days are over; on its last day it does not", () => {
    const representatives = stepOf("representatives");
    expect(stateOfStep(representatives, facts([["rollPublication", null]]), representatives.latest).state).toBe("due");
    expect(stateOfStep(representatives, facts([["rollPublication", null]]), addDays(representatives.latest, 1)).state).toBe("leftOut");
  });
  it("of a closed case is done or left out", () => {
    for (const step of plan) expect(stateOfStep(step, facts([["committee", null]], [], true), "2026-06-01").state).toBe(step.step === "committee" ? "done" : "leftOut");
  });
});

describe("on any day, with any steps done", () => {
  const some = fc.subarray([...PLAN_STEPS]);
  it("only what cannot be done yet names what it waits for, and only statutory days make late", () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 40 }), some, some, (offset, done, leftOut) => {
        for (const step of plan) {
          const standing = stateOfStep(step, facts(done.map((one) => [one, null]), leftOut), addDays(electionDay, offset));
          if (standing.state === "blocked") expect(standing.blockedBy.length).toBeGreaterThan(0);
          if (standing.state === "late") expect(step.statutory && standing.daysLeft < 0).toBe(true);
          if (done.includes(step.step)) expect(standing.state).toBe("done");
          for (const need of standing.blockedBy) expect(done.includes(need) || leftOut.includes(need)).toBe(false);
        }
      }),
    );
  });
  it("lists put what is late first and what is over last", () => {
    expect(STEP_STATES.toSorted((one, other) => pressing[one] - pressing[other])).toEqual(["late", "due", "blocked", "now", "ahead", "doneLate", "done", "leftOut"]);
  });
});
