import { z } from "zod";
import { acceptances, day, id, line, optionalLine, version } from "../platform/fields.ts";

/** Steps whose day the committee records by hand: 结果备案, 工作移交. */
export const HAND_STEPS = ["filing", "handover"] as const;
export type HandStep = (typeof HAND_STEPS)[number];

/** The day on which a step was done; left empty: not done after all. */
export const recordStepInput = z.object({
  electionId: id,
  step: z.enum(HAND_STEPS),
  doneOn: z.preprocess((value) => (value === "" || value === undefined ? null : value), day.nullable()),
  note: optionalLine(200),
});

/** Asking for another election day (申请变更选举日). */
export const askDayInput = z.object({ electionId: id, version, newDay: day, changeReason: line(200), acceptances });

/** The township's decision on an ask. */
export const decideDayInput = z.object({ changeId: id, version, decision: z.enum(["approve", "refuse"]), decisionReason: line(200) });

/** Taking an ask back before it is in force. */
export const withdrawDayInput = z.object({ changeId: id, version });

/** States of an ask: 待批准, 已批准（待公告）, 未批准, 已撤回, 已变更. */
export const dayChangeStates = ["asked", "approved", "refused", "withdrawn", "inForce"] as const;
export type DayChangeState = (typeof dayChangeStates)[number];

/** A year of holidays as JSON or as rows; null county: for the whole installation. */
export const enterHolidaysInput = z.object({ countyId: z.preprocess((value) => (value === "" || value === undefined ? null : value), id.nullable()), holidays: z.string().trim().min(2).max(20_000) });
