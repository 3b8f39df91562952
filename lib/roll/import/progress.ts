import { z } from "zod";

/** Steps of a reading, in their order. */
export const READING_STEPS = ["waiting", "opening", "reading", "staging", "interrupted"] as const;
/** How far a reading is: so many of so many rows; while the file is opened, the file. */
export const progressSchema = z.object({ step: z.enum(READING_STEPS), done: z.number(), total: z.number() });
export type ReadingProgress = z.infer<typeof progressSchema>;
