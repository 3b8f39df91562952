import { z } from "zod";
import { cell, count, day, proof, words } from "./shared.ts";

const place = z.number().int().min(0);

/** Words over the columns of a plan's papers. */
const heads = z.object({ step: words, role: words, notice: words, date: words, limit: words, state: words });

/**
 * The plan of a village (进程图) on A3: steps by days from election day. Places on the axis are counted from its first
 * day. Signs differ by shape, so that the paper reads in black and white.
 */
export const planChartModel = z
  .object({
    title: words,
    electionDay: day,
    electionWord: words,
    madeWord: words,
    date: day,
    heads,
    legend: words,
    /** `label`: distance from election day where it is marked, else empty. */
    days: z.array(z.object({ label: cell, date: cell, rest: z.boolean(), holiday: z.boolean() })).min(1).max(150),
    election: place,
    today: place.nullable(),
    rows: z
      .array(
        z.object({
          step: words, role: words, notice: cell, dates: words, limit: words, state: words,
          from: place, to: place, lawful: place.nullable(), aim: place, done: place.nullable(), leftOut: z.boolean(), late: z.boolean(), finished: z.boolean(),
        }),
      )
      .min(1),
    proof,
  })
  .refine((data) => data.rows.every((row) => row.from <= row.to && row.to < data.days.length), "a row leaves the axis");
export type PlanChartData = z.infer<typeof planChartModel>;

/** The township's control sheet (控制表) on A3: villages by steps, each with state and day. */
export const controlSheetModel = z
  .object({
    title: words,
    madeWord: words,
    date: day,
    villageWord: words,
    legend: words,
    steps: z.array(words).min(1).max(40),
    villages: z.array(z.object({ name: words, day: cell, cells: z.array(z.object({ state: words, day: cell, urgent: z.boolean(), done: z.boolean() })) })).min(1),
    sums: z.object({ villages: count, late: count, due: count }),
    sumsWords: words,
    proof,
  })
  .refine((data) => data.villages.every((village) => village.cells.length === data.steps.length), "a village lacks steps");
export type ControlSheetData = z.infer<typeof controlSheetModel>;
