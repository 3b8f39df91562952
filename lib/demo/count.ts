import { claimEntry, finishEntry, planBundles } from "../count/commands.ts";
import { saveReadings } from "../count/readings-command.ts";
import { ballotForm } from "../count/load.ts";
import type { BallotForm, BlockMarks, PaperMarks } from "../count/model.ts";
import type { Actor } from "../access/actor.ts";
import { dice } from "./random.ts";
import type { Desk } from "./start.ts";
import { act, at, type World } from "./world.ts";

/** Votes of each contest's candidates, in the order of the sheet, and papers invalid as a whole. */
export type VotePlan = { readonly papers: number; readonly invalid: number; readonly votes: Readonly<Record<string, readonly number[]>> };

/** Papers whose marks add up exactly to the plan, in an order that the seed mixes. No paper has more marks than seats. */
export function papersOf(form: BallotForm, plan: VotePlan, seed: number): readonly PaperMarks[] {
  const valid = plan.papers - plan.invalid;
  const marked = form.map((contest) => {
    const names: string[][] = Array.from({ length: valid }, () => []);
    let place = 0;
    for (const [index, candidate] of contest.candidates.entries()) {
      for (let vote = 0; vote < (plan.votes[contest.contest]?.[index] ?? 0); vote += 1) {
        names[place % valid]?.push(candidate.id);
        place += 1;
      }
    }
    return { contest: contest.contest, names };
  });
  const papers = Array.from({ length: plan.papers }, (_, index): PaperMarks => {
    if (index >= valid) return { kind: "invalid", ground: "sealMissing" };
    return { kind: "blocks", blocks: Object.fromEntries(marked.map(({ contest, names }) => [contest, blockOf(names[index] ?? [])])) };
  });
  const thrown = dice(seed);
  return papers.map((paper) => ({ paper, key: thrown.below(1_000_000_000) })).toSorted((one, other) => one.key - other.key).map(({ paper }) => paper);
}

const blockOf = (candidates: readonly string[]): BlockMarks => (candidates.length === 0 ? { kind: "blank" } : { kind: "marked", candidates: [...candidates], written: [] });

const bundleSize = 50;

/** Makes the bundles of a closed vote; returns their ids in order. */
export async function bundle(world: World, desk: Desk, voteId: string, day: number, papers: number): Promise<readonly string[]> {
  const vote = await world.db.vote.findUniqueOrThrow({ where: { id: voteId }, select: { version: true } });
  await act(world, desk.chair, at(world, day, "15:40"), planBundles, { voteId, version: vote.version, size: bundleSize, papers });
  const rows = await world.db.bundle.findMany({ where: { voteId }, select: { id: true }, orderBy: { number: "asc" } });
  return rows.map((row) => row.id);
}

/** One teller enters one bundle; `upTo` stops in the middle. */
export async function enter(world: World, teller: Actor, bundleId: string, papers: readonly PaperMarks[], when: Date, upTo = papers.length): Promise<void> {
  const { pass } = await act(world, teller, when, claimEntry, { bundleId });
  await act(world, teller, when, saveReadings, { bundleId, pass, papers: papers.slice(0, upTo).map((marks, place) => ({ paper: place + 1, marks })) });
  if (upTo === papers.length) await act(world, teller, when, finishEntry, { bundleId, pass });
}

/** Counts a whole vote: every bundle entered twice, alike, by two tellers who change sides with each bundle. */
export async function countVote(world: World, desk: Desk, voteId: string, day: number, plan: VotePlan, seed: number): Promise<void> {
  const papers = papersOf(await ballotForm(world.db, voteId), plan, seed);
  const bundles = await bundle(world, desk, voteId, day, plan.papers);
  for (const [index, id] of bundles.entries()) {
    const part = papers.slice(index * bundleSize, (index + 1) * bundleSize);
    const [first, second] = index % 2 === 0 ? [desk.tellerOne, desk.tellerTwo] : [desk.tellerTwo, desk.tellerOne];
    await enter(world, first, id, part, at(world, day, "16:00"));
    await enter(world, second, id, part, at(world, day, "17:00"));
  }
}
