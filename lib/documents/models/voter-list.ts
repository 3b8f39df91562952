import { z } from "zod";
import { LIST_PAPERS } from "../name-pages.ts";
import { caseHead, day, proof, sex, words } from "./shared.ts";

/** The posted roll (参加选举的村民名单, notice 4): name, sex and group, never an identity number (Art. 17 of the 2025 law). */
export const voterListModel = z.object({
  ...caseHead.shape,
  number: words,
  issuer: words,
  title: words,
  electionDay: day,
  /** Last day on which an objection (申诉) is received. */
  objectionsUntil: day,
  date: day,
  paper: z.enum(LIST_PAPERS),
  /** Columns of names on a sheet. Lists posted before this could be chosen have none, and keep their paper. */
  columns: z.int().min(2).max(5).optional(),
  /** How names are ordered within a group, in words. */
  orderNote: words.optional(),
  groups: z
    .array(
      z.object({
        title: words,
        /** In the order of the list. The birth year is printed only beside names that occur more than once, the month where the year is the same too. */
        voters: z.array(z.object({ name: words, sex, birthYear: z.number().int().min(1850).max(2100).nullable(), birthMonth: z.int().min(1).max(12).nullable().optional() })),
      }),
    )
    .min(1),
  proof,
});
export type VoterListData = z.infer<typeof voterListModel>;
