import type { Marks } from "./count.ts";

/** What the boxes of a vote hold. */
export type Plan = {
  readonly papers: number;
  readonly size: number;
  /** How the paper of this number in the bundle of this number is marked. */
  readonly marks: (bundle: number, paper: number) => Marks;
};

const firstSize = 59;

/** The first vote: chair, vice chair and two members get their majority, the third member's seat stays empty. */
export const firstVote: Plan = {
  papers: 1298,
  size: firstSize,
  marks: (bundle, paper) => {
    const at = (bundle - 1) * firstSize + paper - 1;
    const member = [...(at % 10 < 7 ? [0] : []), ...(at % 13 < 8 ? [1] : []), ...(at % 10 < 4 ? [2] : []), ...(at % 10 >= 7 ? [3] : [])];
    return { chair: [at % 13 < 8 ? 0 : 1], viceChair: at === 7 ? [] : [at % 10 < 6 ? 0 : 1], member };
  },
};

/** The run-off between the two members who came next. */
export const runoffVote: Plan = { papers: 1240, size: 62, marks: (_, paper) => ({ member: [paper % 5 < 3 ? 0 : 1] }) };
