import { today as dayOf, type Day } from "../calendar/day.ts";
import type { Happened, PlannedStep } from "../calendar/plan.ts";
import type { StepFacts } from "../calendar/standing.ts";
import type { PlanStep } from "../calendar/steps.ts";
import type { CaseFacts } from "../election/progress-facts.ts";

/** What a plan reads of a case beyond the facts of its progress. */
export type PlanRows = {
  readonly roamingBoxes: boolean;
  /** Meetings that decided, by purpose, with their day. */
  readonly meetings: readonly { readonly purpose: string; readonly heldOn: Day }[];
  readonly objections: readonly { readonly receivedOn: Day; readonly decidedOn: Day | null; readonly open: boolean }[];
  readonly primaryHeldOn: Day | null;
  readonly candidatesMetOn: Day | null;
  readonly vettedOn: Day | null;
  readonly printedOn: Day | null;
  readonly certifiedOn: Day | null;
  /** Days of determination and announcement, by vote. */
  readonly results: readonly { readonly voteId: string; readonly determinedAt: Date; readonly announcedAt: Date | null }[];
  /** Newest record by hand of each step; null: taken back. */
  readonly records: readonly { readonly step: string; readonly doneOn: Day | null }[];
};

const issuedOn = (facts: CaseFacts, ...codes: readonly string[]): Day | undefined => facts.notices.find((notice) => codes.includes(notice.code))?.issuedOn;
const heldOn = (rows: PlanRows, purpose: string): Day | null => rows.meetings.findLast((meeting) => meeting.purpose === purpose)?.heldOn ?? null;
const last = (days: readonly Day[]): Day | null => days.toSorted().at(-1) ?? null;

const firstVote = (facts: CaseFacts) => facts.votes.find((vote) => vote.kind === "regular");
/** Determinations that ask for a further vote. */
const asking = (facts: CaseFacts) => facts.votes.filter((vote) => ["revote", "runoff", "newVote"].includes(vote.next ?? ""));

/** Real days from which the plan counts on. */
export function happenedOf(facts: CaseFacts, rows: PlanRows): Happened {
  const waiting = rows.objections.filter((objection) => objection.open).map((objection) => objection.receivedOn).toSorted();
  return {
    listPublishedOn: facts.roll.publishedOn,
    // The oldest that waits is the most pressing; with none waiting, the last one received.
    lastObjectionOn: waiting[0] ?? last(rows.objections.map((objection) => objection.receivedOn)),
    resultOn: facts.votes.findLast((vote) => vote.announced)?.heldOn ?? null,
    method: facts.method,
  };
}

/** Which steps are done and which the case does without, from its facts alone. */
export function stepFactsOf(facts: CaseFacts, rows: PlanRows, plan: readonly PlannedStep[], today: Day): StepFacts {
  const latestOf = (step: PlanStep): Day => plan.find((one) => one.step === step)?.latest ?? facts.electionDay;
  const done = new Map<PlanStep, Day | null>();
  const mark = (step: PlanStep, day: Day | null | undefined): void => void (day === undefined || done.set(step, day));
  markPreparation(facts, rows, mark);
  markRoll(facts, rows, mark, { objectionsOver: today > latestOf("objections"), objectionsEnd: latestOf("objections") });
  markNomination(facts, rows, mark);
  markPolling(facts, rows, mark, { proxiesOver: today > latestOf("proxyApplications"), proxiesEnd: latestOf("proxyApplications") });
  markCount(facts, rows, mark);
  for (const record of rows.records) {
    if (record.doneOn !== null && (record.step === "filing" || record.step === "handover")) mark(record.step, record.doneOn);
  }
  return { doneOn: done, leftOut: leftOutOf(facts, rows, today > latestOf("proxyApplications")), closed: facts.closed };
}

type Mark = (step: PlanStep, day: Day | null | undefined) => void;

function markPreparation(facts: CaseFacts, rows: PlanRows, mark: Mark): void {
  if (facts.auditPublishedOn !== null) mark("audit", facts.auditPublishedOn);
  if (facts.seats.length > 0) mark("seats", heldOn(rows, "seatsAndMethod"));
  if (facts.committee.chair && facts.committee.serving >= (facts.law.values.committeeSizeMin ?? 1)) mark("committee", heldOn(rows, "electionCommittee"));
  mark("dayNotice", issuedOn(facts, "electionDay"));
}

function markRoll(facts: CaseFacts, rows: PlanRows, mark: Mark, window: { readonly objectionsOver: boolean; readonly objectionsEnd: Day }): void {
  // When the last voter was registered is not kept: registration ends with the list.
  if (facts.roll.entries > 0) mark("registration", null);
  if (facts.roll.publishedOn === null) return;
  mark("rollPublication", facts.roll.publishedOn);
  if (!window.objectionsOver) return;
  mark("objections", window.objectionsEnd);
  if (rows.objections.every((objection) => !objection.open)) mark("decisions", last(rows.objections.flatMap((objection) => objection.decidedOn ?? [])) ?? window.objectionsEnd);
}

function markNomination(facts: CaseFacts, rows: PlanRows, mark: Mark): void {
  mark("representatives", issuedOn(facts, "representatives"));
  mark("nominationNotice", issuedOn(facts, "nominationMethod"));
  const list = issuedOn(facts, "candidates");
  if (facts.nominees.standing > 0 || list !== undefined) mark("nomination", heldOn(rows, "nomination") ?? issuedOn(facts, "nominees") ?? null);
  mark("nominees", issuedOn(facts, "nominees"));
  if (rows.primaryHeldOn !== null) mark("primary", rows.primaryHeldOn);
  if (list !== undefined || (facts.nominees.standing > 0 && facts.nominees.unvetted === 0)) mark("vetting", rows.vettedOn);
  mark("candidateList", list);
  if (rows.candidatesMetOn !== null) mark("candidatesMeeting", rows.candidatesMetOn);
}

function markPolling(facts: CaseFacts, rows: PlanRows, mark: Mark, window: { readonly proxiesOver: boolean; readonly proxiesEnd: Day }): void {
  if (rows.printedOn !== null) mark("ballots", rows.printedOn);
  for (const step of ["pollingPlaces", "staff", "roamingVoters", "scribes", "invalidBallots"] as const) mark(step, issuedOn(facts, step));
  mark("proxyList", issuedOn(facts, "proxies"));
  if (window.proxiesOver) mark("proxyApplications", window.proxiesEnd);
}

function markCount(facts: CaseFacts, rows: PlanRows, mark: Mark): void {
  const vote = firstVote(facts);
  if (vote === undefined) return;
  if (vote.state !== "preparing" && vote.state !== "open") mark("electionDay", vote.heldOn);
  const result = rows.results.find((one) => one.voteId === vote.id);
  if (result !== undefined) mark("count", dayOf(result.determinedAt));
  if (result !== undefined && result.announcedAt !== null) mark("result", dayOf(result.announcedAt));
  const further = asking(facts);
  const followed = further.map((one) => facts.votes.find((other) => other.parentId === one.id));
  if (further.length > 0 && followed.every((one) => one?.determined === true)) mark("furtherVote", last(followed.flatMap((one) => one?.heldOn ?? [])));
  if (rows.certifiedOn !== null) mark("certificates", rows.certifiedOn);
}

/** Steps that this case does without: by its method, or because nobody asked for them. */
function leftOutOf(facts: CaseFacts, rows: PlanRows, proxiesOver: boolean): ReadonlySet<PlanStep> {
  const out = new Set<PlanStep>();
  const without = (unless: boolean, ...steps: readonly PlanStep[]): void => {
    if (!unless) for (const step of steps) out.add(step);
  };
  // Where nomination and vote are one meeting (提名与投票合并进行), nothing of the nomination comes before it.
  without(facts.method !== "combinedMeeting", "nominationNotice", "nomination", "nominees", "primary", "vetting", "candidateList", "candidatesMeeting");
  without(facts.method !== "selfNomination", "primary", "nominees");
  without(rows.roamingBoxes, "roamingVoters");
  without(!proxiesOver || facts.votes.some((vote) => vote.proxies > 0), "proxyList");
  without(issuedOn(facts, "candidates") === undefined, "primary");
  without(asking(facts).length > 0, "furtherVote");
  return out;
}
