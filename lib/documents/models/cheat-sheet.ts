import { z } from "zod";
import { day, words } from "./shared.ts";

/** The cheat sheet (办事速查表) of the desk: every message of a check, by phase, with what to do and on which article. */
export const cheatSheetModel = z.object({
  /** The law whose articles are given by number alone. */
  law: words,
  date: day,
  phases: z
    .array(
      z.object({
        title: words,
        entries: z.array(z.object({ severity: z.enum(["error", "warning", "info"]), title: words, todo: words, basis: words })).min(1),
      }),
    )
    .min(1),
});
export type CheatSheetData = z.infer<typeof cheatSheetModel>;
