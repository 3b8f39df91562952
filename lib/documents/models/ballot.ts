import { z } from "zod";
import { caseHead, count, day, proof, voteKind, words } from "./shared.ts";

/** Serial numbers printed in one document at most; a print shop gets the master and its own numbering. */
export const MAX_SERIALS = 50;

/** Lines (candidates and empty lines of all offices) that one A4 sheet holds at a size that can be marked. */
export const MAX_LINES = 27;

const linesOf = (office: { readonly candidates: readonly string[]; readonly writeIns: number }) => office.candidates.length + office.writeIns;

const office = z.object({
  /** 主任, 副主任, 委员, 妇女委员. */
  title: words,
  /** 应选人数. */
  seats: z.number().int().min(1),
  /** In the order that was published (姓氏笔画, or votes). Empty for an election without candidates. */
  candidates: z.array(words).max(16),
  /** Empty lines for other names (另选他人). */
  writeIns: z.number().int().min(0),
});

/**
 * A ballot (选票) with its stub (存根). The serial number stands on the stub only, and nothing on the ballot differs from
 * sheet to sheet, so that no paper can be led back to a voter. For that reason it has no fingerprint or QR either.
 */
export const ballotModel = z.object({
  ...caseHead.shape,
  kind: voteKind,
  electionDay: day,
  /** The name of the paper's colour, such as 粉红色. */
  colour: words,
  offices: z
    .array(office.refine((one) => linesOf(one) > 0, "an office has candidates or empty lines"))
    .min(1)
    .max(6)
    .refine((all) => all.reduce((sum, one) => sum + linesOf(one), 0) <= MAX_LINES, `at most ${MAX_LINES} lines on one sheet`),
  /** How to fill it in; one sentence each, numbered on paper. */
  instructions: z.array(words).min(1).max(10),
  /** Where it is used (投票站); null when all stations share one sheet. */
  station: words.nullable(),
  /** First and last stub number, both printed, or null for the master with an empty line for the number. */
  serials: z
    .object({ from: z.number().int().min(1), to: z.number().int().min(1) })
    .refine(({ from, to }) => to >= from && to - from < MAX_SERIALS, `from 1 to ${MAX_SERIALS} numbers, rising`)
    .nullable(),
});
export type BallotData = z.infer<typeof ballotModel>;

/** The order that goes with a ballot's master to the print shop (选票印制通知单), and comes back signed. */
export const printRunModel = z.object({
  ...caseHead.shape,
  kind: voteKind,
  electionDay: day,
  runNumber: words,
  /** What is printed, such as 一票制选票（主任、副主任、委员）. */
  ballotName: words,
  colour: words,
  quantity: z.number().int().min(1),
  serials: z.object({ from: z.number().int().min(1), to: z.number().int().min(1) }),
  registered: count,
  /** How many each station gets; may be empty before that is settled. */
  allocation: z.array(z.object({ station: words, quantity: count })),
  issuer: words,
  date: day,
  proof,
});
export type PrintRunData = z.infer<typeof printRunModel>;
