import { addDays, daysBetween, type Day } from "./day.ts";
import { kindOfDay, type HolidayCalendar } from "./holidays.ts";
import type { PlannedStep } from "./plan.ts";
import type { StepStanding } from "./standing.ts";

/** A day on the chart's axis: its distance from election day (negative: before), and what it is. */
export type AxisDay = { readonly day: Day; readonly offset: number; readonly rest: boolean; readonly holiday: boolean; readonly marked: boolean };

/** Marks of one row, in days from the chart's first day. */
export type AxisRow = {
  readonly from: number;
  readonly to: number;
  /** Last lawful day, drawn as a limit; null where only custom sets it. */
  readonly limit: number | null;
  readonly recommended: number;
  readonly done: number | null;
};

export type Axis = { readonly days: readonly AxisDay[]; readonly election: number; readonly today: number | null; readonly rows: readonly AxisRow[] };

/** Every so many days from election day a day is marked on the axis. */
const MARK_EVERY = 5;
/** How far a done day or today may stretch the chart beyond the plan's own days. */
const STRETCH = 15;

/** Lays a plan on an axis of days for chart and paper: windows, limits, recommended and real days, days of rest, today. */
export function axisOf(steps: readonly { readonly planned: PlannedStep; readonly standing: StepStanding }[], electionDay: Day, calendar: HolidayCalendar, today: Day): Axis {
  const planned = steps.flatMap(({ planned: { earliest, latest }, standing }) => (standing.state === "leftOut" ? [] : [earliest, latest]));
  const first = [electionDay, ...planned].toSorted()[0] ?? electionDay;
  const last = [electionDay, ...planned].toSorted().at(-1) ?? electionDay;
  const near = [today, ...steps.flatMap(({ standing }) => standing.doneOn ?? [])].filter((day) => daysBetween(day, first) <= STRETCH && daysBetween(last, day) <= STRETCH);
  const from = [first, ...near].toSorted()[0] ?? first;
  const to = [last, ...near].toSorted().at(-1) ?? last;
  const length = daysBetween(from, to) + 1;
  const at = (day: Day): number => Math.min(Math.max(daysBetween(from, day), 0), length - 1);
  return {
    days: Array.from({ length }, (_, place) => axisDay(addDays(from, place), electionDay, calendar)),
    election: at(electionDay),
    today: today >= from && today <= to ? at(today) : null,
    rows: steps.map(({ planned: step, standing }) => ({
      from: at(step.earliest), to: at(step.latest), limit: step.statutory ? at(step.latest) : null, recommended: at(step.recommended), done: standing.doneOn === null ? null : at(standing.doneOn),
    })),
  };
}

function axisDay(day: Day, electionDay: Day, calendar: HolidayCalendar): AxisDay {
  const kind = kindOfDay(day, calendar).kind;
  const offset = daysBetween(electionDay, day);
  return { day, offset, rest: kind !== "workday", holiday: kind === "holiday", marked: offset % MARK_EVERY === 0 };
}
