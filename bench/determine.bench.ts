import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { tallyPapers } from "../lib/count/tally.ts";
import type { BallotForm, FormCandidate, PaperMarks } from "../lib/count/model.ts";

/**
 * How many counts a second the command line determines from standard input, start-up included, and how long a count
 * of 2,400 papers of three contests takes. Yardsticks: the same lines only parsed and printed again as JSON, and
 * one sum over as many marks.
 */
const root = path.resolve(import.meta.dirname, "..");
const wantedCases = 120_000;
const papers = 2_400;

function report(name: string, value: number, unit: string, ratioTo?: string): void {
  console.log(JSON.stringify({ name, value: Math.round(value * 100) / 100, unit, ...(ratioTo === undefined ? {} : { ratioTo }) }));
}

function publishedCases(): readonly string[] {
  const folder = path.join(root, "tests/fixtures/determine");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.stringify(JSON.parse(readFileSync(path.join(folder, name), "utf8")).input));
}

/** Milliseconds from starting the command until it has answered everything. */
function answerAll(input: string, lines: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [path.join(root, "scripts/determine.mjs"), "-"], { stdio: ["pipe", "pipe", "inherit"] });
    let answers = 0;
    child.stdout.on("data", (bytes: Buffer) => {
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) answers += 1;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0 && answers === lines) resolve(performance.now() - begun);
      else reject(new Error(`the command ended with ${code} after ${answers} of ${lines} answers`));
    });
    child.stdin.end(input);
  });
}

async function benchDetermine(): Promise<void> {
  const cases = publishedCases();
  const rounds = Math.ceil(wantedCases / cases.length);
  const lines = rounds * cases.length;
  const input = `${cases.join("\n")}\n`.repeat(rounds);
  const begun = performance.now();
  let characters = 0;
  for (const line of input.split("\n")) if (line !== "") characters += JSON.stringify(JSON.parse(line)).length;
  const parsing = performance.now() - begun;
  if (characters === 0) throw new Error("no cases");
  report("json.roundTrip", (lines * 1_000) / parsing, "lines/s");
  report("determine.stdin", (lines * 1_000) / (await answerAll(input, lines)), "cases/s", "json.roundTrip");
}

/** A sheet of three contests (1, 1 and 3 seats) with two candidates more than seats each. */
function sheet(): BallotForm {
  return [1, 1, 3].map((seats, place) => ({
    contest: `c${place}`,
    office: ["chair", "viceChair", "member"][place] ?? "member",
    seats,
    only: null,
    candidates: Array.from({ length: seats + 2 }, (_unused, index): FormCandidate => ({ id: `c${place}-${index}`, personId: `p${place}-${index}`, name: `${place}-${index}` })),
  }));
}

function papersOf(form: BallotForm): readonly PaperMarks[] {
  return Array.from({ length: papers }, (_unused, paper): PaperMarks => ({
    kind: "blocks",
    blocks: Object.fromEntries(
      form.map((contest) => {
        const chosen = Array.from({ length: contest.seats }, (_one, index) => contest.candidates[(paper + index) % contest.candidates.length]);
        const candidates = chosen.flatMap((candidate) => (candidate === undefined ? [] : [candidate.id]));
        return [contest.contest, { kind: "marked" as const, candidates, written: [] }];
      }),
    ),
  }));
}

function median(times: readonly number[]): number {
  return [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0;
}

function benchTally(): void {
  const form = sheet();
  const marks = papersOf(form);
  const times = Array.from({ length: 21 }, () => {
    const begun = performance.now();
    const tally = tallyPapers(form, marks, new Map(), "countEach");
    if (tally.papers !== papers) throw new Error("papers were lost");
    return performance.now() - begun;
  });
  report("tally.2400papers.3contests.first", times[0] ?? 0, "ms");
  report("tally.2400papers.3contests", median(times), "ms");
}

await benchDetermine();
benchTally();
