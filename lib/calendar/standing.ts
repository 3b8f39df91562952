import { daysBetween, type Day } from "./day.ts";
import type { PlannedStep } from "./plan.ts";
import type { PlanStep } from "./steps.ts";

/** A deadline this near is due (即将到期). Days. */
export const SOON_DAYS = 3;

/**
 * How a step stands: 已完成, 已完成（超期）, 可以办理, 即将到期, 已逾期, 未到时间, 暂不能办理, 本次不办. `due` also when a day has
 * passed that only custom sets: it presses, but nobody is late by law.
 */
export const STEP_STATES = ["done", "doneLate", "now", "due", "late", "ahead", "blocked", "leftOut"] as const;
export type StepState = (typeof STEP_STATES)[number];

/** What is known of a case's steps. */
export type StepFacts = {
  /** Steps that are done, with their day; null: done, but the day was not kept. */
  readonly doneOn: ReadonlyMap<PlanStep, Day | null>;
  /** Steps that this case does without. */
  readonly leftOut: ReadonlySet<PlanStep>;
  /** The case is closed: nothing more is expected of it. */
  readonly closed: boolean;
};

export type StepStanding = {
  readonly state: StepState;
  readonly doneOn: Day | null;
  /** Steps that must be done first and are not. */
  readonly blockedBy: readonly PlanStep[];
  /** Days to the latest day; negative when it has passed. */
  readonly daysLeft: number;
};

/** How a step stands on a day. */
export function stateOfStep(step: PlannedStep, facts: StepFacts, today: Day): StepStanding {
  const daysLeft = daysBetween(today, step.latest);
  const base = { doneOn: null, blockedBy: [], daysLeft };
  const doneOn = facts.doneOn.get(step.step);
  if (doneOn !== undefined) {
    const late = doneOn !== null && step.statutory && doneOn > step.latest;
    return { ...base, state: late ? "doneLate" : "done", doneOn };
  }
  if (facts.closed || facts.leftOut.has(step.step) || (step.optional === true && daysLeft < 0)) return { ...base, state: "leftOut" };
  const blockedBy = step.needs.filter((need) => !facts.doneOn.has(need) && !facts.leftOut.has(need));
  return { ...base, blockedBy, state: openState(step, blockedBy.length > 0, daysLeft, today) };
}

function openState(step: PlannedStep, blocked: boolean, daysLeft: number, today: Day): StepState {
  if (daysLeft < 0 && step.statutory) return "late";
  if (today < step.earliest && daysLeft > SOON_DAYS) return "ahead";
  if (blocked) return "blocked";
  return daysLeft <= SOON_DAYS ? "due" : "now";
}

/** How pressing a state is, for lists: late first, then due, blocked, now. */
export const pressing: Readonly<Record<StepState, number>> = { late: 0, due: 1, blocked: 2, now: 3, ahead: 4, doneLate: 5, done: 6, leftOut: 7 };
