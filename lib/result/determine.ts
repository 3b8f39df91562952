import { lawFor, type Law } from "#lib/law/law.ts";
import type { Finding } from "#lib/law/finding.ts";
import { err, ok, type Result } from "#lib/platform/result.ts";
import { nextOf, presidingOf, vacantSeats } from "./after.ts";
import { checkCount, checkUsedRevotes } from "./check-count.ts";
import { caseOf, type CountCase } from "./count-case.ts";
import type { CountDocument, Determination, Elected, Fault } from "./count-document.ts";
import type { Standing } from "./filling.ts";
import { compareVotes } from "./order.ts";
import { readCount } from "./read-count.ts";
import { newReader } from "./reader.ts";
import { findingsOf } from "./result-findings.ts";
import { runContests, type ContestOutcome, type Run } from "./run.ts";

/** Merged laws of documents seen before: the same few come by the thousand. It only saves work, it changes nothing. */
const mergedLaws = new Map<string, Result<Law, readonly Finding[]>>();
const MERGED_LAWS_KEPT = 256;

function lawOf(document: CountDocument): Result<Law, readonly Finding[]> {
  const { national, province, parameters, packs } = document.law;
  const firstVoteOn = document.firstVoteOn ?? document.date;
  if (packs !== undefined) return lawFor({ firstVoteOn, national, province, parameters, packs });
  const key = JSON.stringify([national, province, firstVoteOn, parameters]);
  const known = mergedLaws.get(key);
  if (known !== undefined) return known;
  const merged = lawFor({ firstVoteOn, national, province, parameters });
  if (mergedLaws.size >= MERGED_LAWS_KEPT) mergedLaws.clear();
  mergedLaws.set(key, merged);
  return merged;
}

/** A finding about the law of a document as a fault of that document. */
function faultOf(found: Finding): Fault {
  return { path: `law.${found.fields.join()}`, message: `${found.code}: ${found.required} is needed` };
}

/** One list of people over the contests, by contest order, votes and id, nobody twice in one contest. */
function listed(run: Run, of: (outcome: ContestOutcome) => readonly Standing[]): readonly (Standing & { readonly contest: string })[] {
  return run.outcomes.flatMap((outcome) => {
    const byPerson = new Map(of(outcome).map((standing) => [standing.person, standing]));
    return [...byPerson.values()].sort(compareVotes).map((standing) => ({ ...standing, contest: outcome.contest.contest }));
  });
}

function electedOf(run: Run): readonly Elected[] {
  return run.outcomes.flatMap(({ contest, filling }) =>
    [...filling.elected]
      .sort(compareVotes)
      .map(({ person, votes }) => ({ contest: contest.contest, office: contest.office, person, votes })),
  );
}

/** A contest waits for an earlier tie, or its own open tie leaves seats undecided. */
function isPending({ state, contest, filling }: ContestOutcome): boolean {
  if (state === "waiting") return true;
  return filling.tie !== null && filling.elected.length + filling.tie.seats < contest.seats;
}

function outcomeOf(count: CountCase, run: Run): Determination {
  const elected = electedOf(run);
  const vacant = vacantSeats(run);
  const next = nextOf(count, run, vacant);
  const presiding = presidingOf(count, run, next);
  const vacantCount = vacant.reduce((sum, seats) => sum + seats.seats, 0);
  const voidContests = run.outcomes.filter((outcome) => outcome.state === "void");
  return {
    schema: "cunxuan.determination/1",
    valid: voidContests.length < run.outcomes.length,
    void: voidContests.map((outcome) => outcome.contest.contest),
    findings: findingsOf(count, run, elected, next, vacantCount, presiding),
    elected,
    tied: run.outcomes.flatMap(({ contest, filling: { tie } }) => (tie === null ? [] : [{ contest: contest.contest, ...tie }])),
    skipped: listed(run, (outcome) => outcome.filling.skipped).map(({ contest, person }) => ({ contest, person, reason: "kin" })),
    displaced: run.displaced,
    voided: listed(run, (outcome) => outcome.filling.voided).map(({ contest, person }) => ({ contest, person })),
    pending: run.outcomes.filter(isPending).map((outcome) => outcome.contest.contest),
    vacant,
    next,
    presiding,
  };
}

/**
 * Turns a count (`cunxuan.count/1`) into its outcome (`cunxuan.determination/1`), step by step as the law and the
 * packs in force say; the same input always gives the same outcome. Input may be anything: what is malformed is
 * refused with the place of every fault, and nothing is ever thrown for it.
 */
export function determine(input: unknown): Result<Determination, readonly Fault[]> {
  const read = readCount(input);
  if (!read.ok) return read;
  const document = read.value;
  const law = lawOf(document);
  if (!law.ok) return err(law.error.map(faultOf));
  const reader = newReader();
  checkCount(reader, document, law.value);
  if (reader.faults.length > 0) return err(reader.faults);
  const count = caseOf(document, law.value);
  const run = runContests(count);
  checkUsedRevotes(reader, count, run.usedRevotes);
  return reader.faults.length > 0 ? err(reader.faults) : ok(outcomeOf(count, run));
}
