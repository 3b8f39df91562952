import { daysBetween, type Day } from "../calendar/day.ts";
import { pressing } from "../calendar/standing.ts";
import type { CasePlan, StandingStep } from "./queries.ts";

/** Parts of a day's list, most pressing first; `soon`: its window opens within a week. */
export const TODAY_PARTS = ["late", "due", "blocked", "now", "soon"] as const;
export type TodayPart = (typeof TODAY_PARTS)[number];

const WEEK = 7;

/** Which part of today's list a step belongs to; null: none. */
export function partOf({ planned, standing }: StandingStep, today: Day): TodayPart | null {
  const { state } = standing;
  if (state === "late" || state === "due" || state === "blocked" || state === "now") return state;
  return state === "ahead" && daysBetween(today, planned.earliest) <= WEEK ? "soon" : null;
}

/** A step of a village as today's lists show it. */
export type TodayStep = { readonly plan: CasePlan; readonly step: StandingStep; readonly part: TodayPart };

/** What is late, due, blocked or possible today, the most pressing first: by part, then by days left. */
export function todaySteps(plans: readonly CasePlan[], today: Day): readonly TodayStep[] {
  return plans
    .flatMap((plan) => plan.steps.flatMap((step): readonly TodayStep[] => {
      const part = partOf(step, today);
      return part === null ? [] : [{ plan, step, part }];
    }))
    .toSorted((one, other) => pressing[one.step.standing.state] - pressing[other.step.standing.state] || one.step.standing.daysLeft - other.step.standing.daysLeft);
}
