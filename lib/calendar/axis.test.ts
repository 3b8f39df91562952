import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lawFor } from "#lib/law/law.ts";
import { axisOf } from "./axis.ts";
import { addDays } from "./day.ts";
import { nationalCalendar } from "./holidays.ts";
import { planOf } from "./plan.ts";
import { stateOfStep } from "./standing.ts";

const electionDay = "2026-03-08";
const law = lawFor({ firstVoteOn: electionDay, province: null, parameters: {} });
if (!law.ok) throw new Error("no law");
const plan = planOf(electionDay, law.value);
const steps = (done: string | null, today: string) =>
  plan.map((planned) => ({ planned, standing: stateOfStep(planned, { doneOn: new Map(planned.step === "committee" && done !== null ? [[planned.step, done] as const] : []), leftOut: new Set(), closed: false }, today) }));

describe("the axis of a plan", () => {
  it("runs from the first to the last day of the plan, election day at its place, holidays known", () => {
    const axis = axisOf(steps(null, "2026-02-01"), electionDay, nationalCalendar, "2026-02-01");
    expect(axis.days[0]?.day).toBe("2026-02-01");
    expect(axis.days[axis.election]).toMatchObject({ day: electionDay, offset: 0, marked: true, rest: true });
    expect(axis.days.find((one) => one.day === "2026-02-17")).toMatchObject({ offset: -19, holiday: true, marked: false });
    expect(axis.days.find((one) => one.day === "2026-02-14")).toMatchObject({ rest: false, holiday: false });
    expect(axis.today).toBe(0);
  });
  it("stretches to a step done early, but not to one done in another season, and shows no today far away", () => {
    expect(axisOf(steps("2026-01-25", "2026-02-10"), electionDay, nationalCalendar, "2026-02-10").days[0]?.day).toBe("2026-01-25");
    const far = axisOf(steps("2025-11-01", "2026-08-01"), electionDay, nationalCalendar, "2026-08-01");
    expect(far.days[0]?.day).toBe("2026-02-01");
    expect(far.today).toBeNull();
    expect(far.rows[plan.findIndex((one) => one.step === "committee")]?.done).toBe(0);
  });
  it("draws a limit only where the law sets one", () => {
    const axis = axisOf(steps(null, "2026-02-01"), electionDay, nationalCalendar, "2026-02-01");
    for (const [place, row] of axis.rows.entries()) expect(row.limit).toBe(plan[place]?.statutory === true ? row.to : null);
  });
  it("keeps every mark on the chart", () => {
    fc.assert(
      fc.property(fc.integer({ min: -90, max: 90 }), fc.option(fc.integer({ min: -90, max: 90 })), (offset, done) => {
        const today = addDays(electionDay, offset);
        const axis = axisOf(steps(done === null ? null : addDays(electionDay, done), today), electionDay, nationalCalendar, today);
        for (const row of axis.rows) {
          for (const mark of [row.from, row.to, row.recommended, row.done ?? 0]) expect(mark >= 0 && mark < axis.days.length).toBe(true);
          expect(row.from <= row.recommended && row.recommended <= row.to).toBe(true);
        }
      }),
    );
  });
});
