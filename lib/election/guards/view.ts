import type { Day } from "../../calendar/day.ts";
import type { Finding } from "../../law/finding.ts";
import { acceptedAs, digestOf, subjectOf, type KeptAcceptance } from "../acceptance.ts";
import { phases, type Phase } from "../model.ts";
import { whereToMend } from "../where.ts";
import { sides, type GuardedAct, type Side } from "./check.ts";
import type { Standing } from "./standing.ts";
import { guardLines } from "./table.ts";

/** How a check stands: it stops, it asks for a reason, a reason was given, it only tells something, it is in order. */
export const itemStates = ["stop", "warning", "accepted", "note", "inOrder"] as const;
export type ItemState = (typeof itemStates)[number];

/** One check as the guard's page shows it. */
export type GuardItem = {
  readonly state: ItemState;
  readonly finding: Finding;
  readonly acts: readonly GuardedAct[];
  readonly accepted: KeptAcceptance | null;
  /** Which of several findings of the code, and the figures it has: what an acceptance holds for. */
  readonly subject: string;
  readonly digest: string;
  /** Where it is mended. */
  readonly place: { readonly page: string; readonly field: string | null } | null;
};

/** A guard's two sides, what stops first. */
export type GuardView = { readonly phase: Phase; readonly sides: readonly { readonly side: Side; readonly items: readonly GuardItem[]; readonly counts: Readonly<Record<ItemState, number>> }[] };

function stateOf(finding: Finding, accepted: KeptAcceptance | null): ItemState {
  if (finding.ok) return "inOrder";
  switch (finding.severity) {
    case "error":
      return "stop";
    case "warning":
      return accepted === null ? "warning" : "accepted";
    case "info":
      return "note";
  }
}

const countsOf = (items: readonly GuardItem[]): Readonly<Record<ItemState, number>> => {
  const count = (state: ItemState): number => items.filter((item) => item.state === state).length;
  return { stop: count("stop"), warning: count("warning"), accepted: count("accepted"), note: count("note"), inOrder: count("inOrder") };
};

/** The guard of one phase today. */
export function guardView(standing: Standing, phase: Phase, today: Day): GuardView {
  const lines = guardLines(phase, standing.facts, today);
  return {
    phase,
    sides: sides.map((side) => {
      const items = lines.filter((line) => line.side === side).map(({ finding, acts }): GuardItem => {
        const accepted = acceptedAs(finding, standing.kept);
        return { state: stateOf(finding, accepted), finding, acts, accepted, subject: subjectOf(finding), digest: digestOf(finding), place: whereToMend(standing.facts.electionId, finding.code) };
      });
      return { side, items: items.toSorted((one, other) => itemStates.indexOf(one.state) - itemStates.indexOf(other.state)), counts: countsOf(items) };
    }),
  };
}

/** The guards of all five phases today. */
export const guardViews = (standing: Standing, today: Day): readonly GuardView[] => phases.map((phase) => guardView(standing, phase, today));

/** The same guard for readers who may not see the roll: names of its people are left out. */
export const withoutNames = (guard: GuardView, instead: string): GuardView => ({
  ...guard,
  sides: guard.sides.map((side) => ({ ...side, items: side.items.map((item) => ("names" in item.finding.actual ? { ...item, finding: { ...item.finding, actual: { ...item.finding.actual, names: [instead] } } } : item)) })),
});
