import type { BallotForm, PaperMarks } from "./model.ts";
import { judgePaper, type TwoOfficesRule, type WrittenPersons } from "./rules.ts";

/** One contest's count: votes by person id (or written key), and its blocks by kind. Blocks of wholly invalid papers are in none. */
export type ContestTally = { readonly contest: string; readonly votes: ReadonlyMap<string, number>; readonly valid: number; readonly abstain: number; readonly invalid: number };

/** A count (计票): papers read, papers invalid as a whole, and per contest `valid + abstain + invalid + wholeInvalid = papers`. */
export type Tally = { readonly papers: number; readonly wholeInvalid: number; readonly contests: readonly ContestTally[] };

/** Counts papers. Adding the tallies of two sets of papers gives the tally of both (`addTallies`). */
export function tallyPapers(form: BallotForm, papers: Iterable<PaperMarks>, written: WrittenPersons, rule: TwoOfficesRule): Tally {
  const contests = form.map((contest) => ({ contest: contest.contest, votes: new Map<string, number>(), valid: 0, abstain: 0, invalid: 0 }));
  let count = 0;
  let wholeInvalid = 0;
  for (const marks of papers) {
    count += 1;
    const judged = judgePaper(form, marks, written, rule);
    if (judged.kind === "invalid") {
      wholeInvalid += 1;
      continue;
    }
    for (const [place, block] of judged.blocks.entries()) {
      const into = contests[place];
      if (into === undefined) continue;
      into[block.kind] += 1;
      if (block.kind !== "valid") continue;
      for (const person of block.persons) into.votes.set(person, (into.votes.get(person) ?? 0) + 1);
    }
  }
  return { papers: count, wholeInvalid, contests };
}

/** The tally of two sets of papers on the same sheet together. */
export function addTallies(first: Tally, second: Tally): Tally {
  return {
    papers: first.papers + second.papers,
    wholeInvalid: first.wholeInvalid + second.wholeInvalid,
    contests: first.contests.map((one, place) => {
      const other = second.contests[place];
      if (other === undefined) return one;
      const votes = new Map(one.votes);
      for (const [person, count] of other.votes) votes.set(person, (votes.get(person) ?? 0) + count);
      return { contest: one.contest, votes, valid: one.valid + other.valid, abstain: one.abstain + other.abstain, invalid: one.invalid + other.invalid };
    }),
  };
}

/** Nothing counted yet. */
export const emptyTally = (form: BallotForm): Tally => tallyPapers(form, [], new Map(), "countEach");
