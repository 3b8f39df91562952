import type { Reader } from "../database/client.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { sameMarks } from "./compare.ts";
import { ballotForm, marksOf, stateOf, writtenPersons } from "./load.ts";
import type { BallotForm, BundleState, PaperMarks, Pass } from "./model.ts";
import { twoOfficesRule, type TwoOfficesRule, type WrittenPersons } from "./rules.ts";
import { addTallies, emptyTally, tallyPapers, type Tally } from "./tally.ts";

/** The count as it stands: every paper read at least once, with how far each is checked. */
export type StandingCount = {
  readonly form: BallotForm;
  readonly tally: Tally;
  /** Papers in all bundles; read at least once; read twice alike or settled; read twice differently and not yet settled. */
  readonly papers: number;
  readonly done: number;
  readonly verified: number;
  readonly waiting: number;
  readonly bundles: number;
  readonly settledBundles: number;
};

/** One bundle's part of a count. */
type Part = { readonly tally: Tally; readonly done: number; readonly verified: number; readonly waiting: number };

type Papers = { readonly 1: Map<number, PaperMarks>; readonly 2: Map<number, PaperMarks>; readonly settled: Map<number, PaperMarks> };
type CountRules = { readonly form: BallotForm; readonly written: WrittenPersons; readonly rule: TwoOfficesRule };

/** Settled bundles counted before: they change only with a new round or a changed name. Saves work, changes nothing. */
const settledParts = new Map<string, Part>();
const SETTLED_PARTS_KEPT = 4_000;

/** Reads the standing count of a vote; null when there is none of that id. */
export async function standingCount(db: Reader, voteId: string): Promise<StandingCount | null> {
  const vote = await db.vote.findUnique({
    where: { id: voteId },
    select: { election: { select: lawFields }, bundles: { orderBy: { number: "asc" }, select: { id: true, size: true, state: true, reopens: true } } },
  });
  if (vote === null) return null;
  const [form, written] = [await ballotForm(db, voteId), await writtenPersons(db, voteId)];
  const rules: CountRules = { form, written, rule: twoOfficesRule(electionLaw(vote.election).values) };
  const bundles = vote.bundles.map((bundle) => ({ ...bundle, state: stateOf(bundle.state), key: keyOf(bundle, rules) }));
  const open = bundles.filter((bundle) => bundle.state !== "empty" && !settledParts.has(bundle.key));
  const papers = await papersOf(db, open);
  const parts = bundles.map((bundle) => settledParts.get(bundle.key) ?? keep(bundle, countPart(papers.get(bundle.id), rules)));
  const sum = (of: (part: Part) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return {
    form, tally: parts.reduce((total, part) => addTallies(total, part.tally), emptyTally(form)),
    papers: bundles.reduce((total, bundle) => total + bundle.size, 0), done: sum((part) => part.done), verified: sum((part) => part.verified), waiting: sum((part) => part.waiting),
    bundles: bundles.length, settledBundles: bundles.filter((bundle) => bundle.state === "settled").length,
  };
}

function keyOf(bundle: { readonly id: string; readonly state: string; readonly reopens: number }, { written, rule }: CountRules): string {
  if (bundle.state !== "settled") return "";
  const names = [...written].filter(([, person]) => person !== null).map(([name, person]) => `${name}=${person ?? ""}`).sort();
  return [bundle.id, bundle.reopens, rule, ...names].join("|");
}

function keep(bundle: { readonly state: BundleState; readonly key: string }, part: Part): Part {
  if (bundle.state !== "settled") return part;
  if (settledParts.size >= SETTLED_PARTS_KEPT) settledParts.clear();
  settledParts.set(bundle.key, part);
  return part;
}

async function papersOf(db: Reader, bundles: readonly { readonly id: string; readonly reopens: number }[]): Promise<ReadonlyMap<string, Papers>> {
  const ids = bundles.map((bundle) => bundle.id);
  const roundOf = new Map(bundles.map((bundle) => [bundle.id, bundle.reopens]));
  const rounds = { bundleId: { in: ids }, round: { in: [...new Set(roundOf.values())] } };
  const [readings, settlements] = [
    await db.reading.findMany({ where: rounds, select: { bundleId: true, round: true, pass: true, paper: true, marks: true } }),
    await db.settlement.findMany({ where: rounds, select: { bundleId: true, round: true, paper: true, marks: true } }),
  ];
  const papers = new Map(ids.map((id): [string, Papers] => [id, { 1: new Map(), 2: new Map(), settled: new Map() }]));
  for (const row of readings) {
    const pass: Pass = row.pass === 1 ? 1 : 2;
    if (row.round === roundOf.get(row.bundleId)) papers.get(row.bundleId)?.[pass].set(row.paper, marksOf(row.marks));
  }
  for (const row of settlements) {
    if (row.round === roundOf.get(row.bundleId)) papers.get(row.bundleId)?.settled.set(row.paper, marksOf(row.marks));
  }
  return papers;
}

/** What stands for each paper: what was settled, else the first reading, which the second one equals or will be compared with. */
function countPart(papers: Papers | undefined, { form, written, rule }: CountRules): Part {
  if (papers === undefined) return { tally: emptyTally(form), done: 0, verified: 0, waiting: 0 };
  const numbers = new Set([...papers[1].keys(), ...papers[2].keys()]);
  const standing: PaperMarks[] = [];
  let verified = 0;
  let waiting = 0;
  for (const number of numbers) {
    const [first, second, settled] = [papers[1].get(number), papers[2].get(number), papers.settled.get(number)];
    const marks = settled ?? first ?? second;
    if (marks !== undefined) standing.push(marks);
    if (settled !== undefined) verified += 1;
    else if (first !== undefined && second !== undefined) {
      if (sameMarks(form, first, second, written)) verified += 1;
      else waiting += 1;
    }
  }
  return { tally: tallyPapers(form, standing, written, rule), done: standing.length, verified, waiting };
}
