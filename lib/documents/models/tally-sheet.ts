import { z } from "zod";
import { caseHead, count, day, proof, voteKind, words } from "./shared.ts";

/** The tally sheet (计票表): every vote as a stroke of 正, with lines for caller, teller and scrutineer (唱票, 计票, 监票). */
export const tallySheetModel = z.object({
  ...caseHead.shape,
  kind: voteKind,
  electionDay: day,
  /** What was counted: 全部票捆, or a bundle such as 第7捆. */
  scope: words,
  contests: z
    .array(
      z.object({
        title: words,
        seats: z.number().int().min(1),
        /** Candidates and written-in names; `note` such as 另选他人. */
        people: z.array(z.object({ name: words, note: words.nullable(), votes: count })),
        valid: count,
        abstain: count,
        invalid: count,
      }),
    )
    .min(1),
  date: day,
  proof,
});
export type TallySheetData = z.infer<typeof tallySheetModel>;
