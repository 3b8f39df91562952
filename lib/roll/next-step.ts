import type { RollOverview } from "./queries.ts";

/** What a roll needs next. */
export type RollStep = "empty" | "waiting" | "doubles" | "reports" | "faults" | "publish" | "objections" | "supplement" | "done";

/** What waits for the desk besides the entries themselves: people registered in another village too, reports from the doors, objections that are not decided, carried out and announced. */
export type RollTodo = {
  readonly doubles: number;
  readonly reports: number;
  readonly objections: number;
  /** Last day for the decision that is due first; null when all are decided. */
  readonly decideUntil: string | null;
};

export type StepFacts = Pick<RollOverview, "entries" | "waitingImports" | "openFindings" | "version" | "pendingChanges" | "listed" | "registered"> & RollTodo;

/** The next piece of work on a roll, with the number of people, files or changes it concerns. */
export function nextOfRoll(roll: StepFacts): { readonly step: RollStep; readonly count: number } {
  const { version } = roll;
  if (version === null && roll.waitingImports > 0) return { step: "waiting", count: roll.waitingImports };
  if (version === null && roll.entries === 0) return { step: "empty", count: 0 };
  // A decision has a clock of days; on a posted list it goes before everything else.
  if (roll.objections > 0) return { step: "objections", count: roll.objections };
  if (roll.doubles > 0) return { step: "doubles", count: roll.doubles };
  if (roll.reports > 0) return { step: "reports", count: roll.reports };
  if (version === null) return roll.openFindings > 0 ? { step: "faults", count: roll.openFindings } : { step: "publish", count: roll.listed.total };
  return roll.pendingChanges > 0 ? { step: "supplement", count: roll.pendingChanges } : { step: "done", count: roll.registered ?? version.total };
}
