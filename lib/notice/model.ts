import { z } from "zod";
import { day, id, line, optionalLine } from "../platform/fields.ts";

/** A posting (张贴): where and when a notice was put up. */
export const postingInput = z.object({
  noticeId: id,
  place: line(60),
  postedOn: day,
  /** Clock time HH:MM in Chinese time. */
  postedAt: z.string().trim().min(1).refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), { params: { code: "invalidDate" } }),
});

/** What the notice of the day (1) says beyond the case. */
export const electionDayExtra = z.object({ workFrom: z.union([z.literal("").transform(() => null), day]).optional().transform((value) => value ?? null), approval: optionalLine(60) });

/** A photo of a posting, as it arrived. */
export const photoInput = z.object({ postingId: id, bytes: z.instanceof(Uint8Array) });
