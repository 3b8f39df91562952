import { daysBetween, type Day } from "../calendar/day.ts";
import { listDeadline } from "../calendar/deadlines.ts";
import type { StandingStep } from "./queries.ts";
import { finding } from "../law/catalogue.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";

/** What of a case decides whether its election day may move. */
export type DayMove = {
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly today: Day;
  /** Law of the case now, and on the new day. */
  readonly lawNow: Law;
  readonly lawThen: Law;
  /** First day in force of the province's pack; null: there is none. */
  readonly provinceFrom: Day | null;
  readonly listPublishedOn: Day | null;
  /** The plan for the new day, as it would stand today. */
  readonly replanned: readonly StandingStep[];
  readonly ages: { readonly joining: number; readonly leaving: number };
};

/** Steps before the vote whose lawful day would be missed, or was missed, with the new day. */
export const missedSteps = (replanned: readonly StandingStep[], toDay: Day): readonly StandingStep[] =>
  replanned.filter(({ planned, standing }) => planned.latest <= toDay && (standing.state === "late" || standing.state === "doneLate"));

/**
 * What speaks against another election day (变更选举日): it must lie ahead, leave every lawful day that is still to come,
 * undo none that was kept, and stay under the same national law, which has governed the case from its first step.
 */
export function dayMoveFindings(move: DayMove): readonly Finding[] {
  const { fromDay, toDay, today, lawNow, lawThen, provinceFrom, listPublishedOn, replanned, ages } = move;
  const ahead = daysBetween(today, toDay);
  const found: Finding[] = [
    finding("electionDayPast", { law: lawThen, ok: ahead > 0, actual: { electionDay: toDay, today }, required: `> ${today}`, fields: ["newDay"] }),
    finding("dayChangeOtherLaw", { law: lawNow, ok: lawNow.national === lawThen.national, actual: { electionDay: toDay, formerDay: fromDay }, required: lawNow.national, fields: ["newDay"] }),
    finding("electionDayBeforePack", { law: lawNow, ok: provinceFrom === null || provinceFrom <= toDay, actual: { electionDay: toDay, inForceFrom: provinceFrom ?? "" }, required: provinceFrom === null ? "" : `>= ${provinceFrom}`, fields: ["newDay"] }),
    finding("dayChangeLimited", { law: lawThen, ok: lawThen.values.dayChange !== "forceMajeureOnly", actual: { electionDay: toDay }, fields: ["changeReason"] }),
  ];
  const deadline = listDeadline(toDay, lawThen);
  if (listPublishedOn === null && ahead > 0) {
    const actual = { electionDay: toDay, publishedOn: today, deadline, days: ahead, listDays: lawThen.values.listDays };
    found.push(finding("listTooLate", { law: lawThen, ok: today <= deadline, actual, required: `<= ${deadline}`, fields: ["newDay"] }));
  }
  const missed = missedSteps(replanned, toDay).filter(({ planned }) => planned.step !== "rollPublication" || listPublishedOn !== null);
  found.push(finding("dayChangeStepsMissed", { law: lawThen, ok: missed.length === 0, actual: { electionDay: toDay, count: missed.length, deadline: missed[0]?.planned.latest ?? "" }, required: "= 0", fields: ["newDay"], ...(missed[0] === undefined ? {} : { citation: missed[0].planned.citation }) }));
  const { joining, leaving } = ages;
  found.push(finding("dayChangeAges", { law: lawThen, ok: joining + leaving === 0, actual: { electionDay: toDay, joining, leaving, age: lawThen.values.voterAge }, required: "= 0", fields: ["newDay"] }));
  return found;
}
