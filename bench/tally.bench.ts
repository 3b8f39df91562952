/** How long 2,400 ballots of 3 contests take to judge and tally; the target is under 50 ms. Run: node bench/tally.bench.ts */
import { tallyPapers } from "../lib/count/tally.ts";
import type { BallotForm, PaperMarks } from "../lib/count/model.ts";

const ballots = 2_400;
const target = 50;
const form: BallotForm = [["chair", 1, 2], ["vice", 1, 2], ["member", 3, 4]].map(([contest, seats, candidates]) => ({
  contest: String(contest), office: String(contest), seats: Number(seats), only: null,
  candidates: Array.from({ length: Number(candidates) }, (_, place) => ({ id: `${contest}-${place}`, personId: `person-${contest}-${place}`, name: "" })),
}));
const papers = Array.from({ length: ballots }, (_, paper): PaperMarks => ({
  kind: "blocks",
  blocks: Object.fromEntries(form.map((contest, place) => [contest.contest, {
    kind: "marked", written: paper % 17 === place ? ["w"] : [], candidates: contest.candidates.filter((_, at) => (paper + at) % (contest.candidates.length + 1) !== 0).slice(0, contest.seats).map((one) => one.id),
  }])),
}));
const times = Array.from({ length: 50 }, () => {
  const start = performance.now();
  tallyPapers(form, papers, new Map([["w", "person-x"]]), "invalidBoth");
  return performance.now() - start;
}).sort((a, b) => a - b);
const [median, worst] = [times[25] ?? 0, times.at(-1) ?? 0];
console.log(`tally: ${ballots} ballots of ${form.length} contests, median ${median.toFixed(1)} ms, worst of 50 ${worst.toFixed(1)} ms, target ${target} ms: ${worst < target ? "ok" : "missed"}`);
process.exitCode = worst < target ? 0 : 1;
