import { z } from "zod";
import { caseHead, count, day, proof, sex, voteKind, words } from "./shared.ts";

/** The result report (选举结果报告单) that committee and tellers sign and the township files. */
export const resultReportModel = z.object({
  ...caseHead.shape,
  township: words,
  kind: voteKind,
  electionDay: day,
  /** The law that was in force, such as 村民委员会组织法（2025年修订）. */
  law: words,
  registered: count,
  issued: count,
  returned: count,
  spoiled: count,
  left: count,
  /** Ballots invalid as a whole; they stay part of those returned. */
  invalid: count,
  /** Whether the vote as a whole stands, in words with its numbers and article. */
  validity: z.object({ ok: z.boolean(), text: words, citation: words.nullable() }),
  contests: z
    .array(
      z.object({
        title: words,
        seats: z.number().int().min(1),
        valid: count,
        abstain: count,
        invalid: count,
        /** Who got votes, most first. `note`: 另选他人, or why somebody with enough votes is not elected. */
        people: z.array(z.object({ name: words, sex: sex.nullable(), votes: count, elected: z.boolean(), note: words.nullable() })),
      }),
    )
    .min(1),
  elected: z.array(z.object({ office: words, name: words, sex: sex.nullable(), votes: count })),
  vacant: z.array(z.object({ office: words, seats: z.number().int().min(1) })),
  /** What follows: re-vote, run-off, nothing; with the article. */
  nextStep: z.object({ text: words, citation: words.nullable() }).nullable(),
  /** Further remarks, such as warnings accepted and by whom. */
  remarks: z.array(words),
  issuer: words,
  date: day,
  proof,
});
export type ResultReportData = z.infer<typeof resultReportModel>;
