import { daysBetween, type Day } from "../calendar/day.ts";
import { planOf, type PlannedStep } from "../calendar/plan.ts";
import { SOON_DAYS } from "../calendar/standing.ts";
import type { PlanStep } from "../calendar/steps.ts";
import { candidatesOut as candidatesFinding, committeeThere, issued, listOut, pollsClosed, seatsThere, unhindered } from "./guards/shared.ts";
import { phases, type Phase } from "./model.ts";
import type { CaseFacts, VoteFacts } from "./progress-facts.ts";

/** Where a phase stands: 已完成, 可以办理, 即将到期, 已逾期, 还不能开始. */
export type PhaseState = "done" | "now" | "due" | "late" | "blocked";

/** Words of the `desk.words` messages with their numbers. */
export type Words = { readonly code: string; readonly params: Readonly<Record<string, number>> };

/** One thing left to do in a phase: a code of `desk.todo` messages, and the page under the desk where it is done. */
export type Todo = { readonly code: TodoCode; readonly page: string };

/** The phase's deadline: its day, by which step of the plan. */
export type Deadline = Pick<PlannedStep, "step" | "statutory" | "citation"> & { readonly day: Day };

/** A phase as the task list shows it. */
export type PhaseProgress = {
  readonly phase: Phase;
  readonly state: PhaseState;
  /** First thing left to do; null when nothing is. */
  readonly todo: Todo | null;
  /** How far it is, in numbers. */
  readonly figures: Words | null;
  /** Why it cannot begin; null when it can. */
  readonly blockedBy: BlockCode | null;
  readonly deadline: Deadline | null;
};

export type Progress = {
  readonly phases: readonly PhaseProgress[];
  /** The phase whose next step is most pressing; null when the case is finished. */
  readonly next: PhaseProgress | null;
  readonly daysToElection: number;
};

/**
 * The case's state chart as data, drawn in docs/state-charts.md: for each phase what must be there before it can begin,
 * its steps in order with the fact that settles each, and the step of the plan that sets its deadline. A phase is done
 * when every step is. Derived anew at each look; nothing of it is stored.
 */
type Step = { readonly todo: TodoCode; readonly page: string; readonly settled: (facts: CaseFacts) => boolean };
type Chart = {
  /** From the entry checks of the phase's guard that a list of many villages can afford. */
  readonly needs: readonly { readonly block: BlockCode; readonly met: (facts: CaseFacts) => boolean }[];
  readonly steps: readonly Step[];
  readonly deadline: PlanStep;
  readonly figures: (facts: CaseFacts) => Words | null;
};

export const todoCodes = [
  "chooseCommittee", "decideSeats", "decideMethod", "issueDayAndCommittee",
  "importRegister", "settleRollFindings", "publishRoll",
  "announceNomination", "enterNominees", "vetNominees", "publishCandidates", "prepareVote",
  "setUpStations", "printBallots", "appointStaff", "meetVoters", "openPolls", "closePolls",
  "formBundles", "enterBallots", "determine", "announceResult", "holdNextVote", "issueCertificates",
] as const;
export type TodoCode = (typeof todoCodes)[number];

export const blockCodes = ["needsCommittee", "needsSeats", "needsRoll", "needsCandidates", "needsClosedPolls"] as const;
export type BlockCode = (typeof blockCodes)[number];

const seatsStand = (facts: CaseFacts): boolean => unhindered([seatsThere(facts)]);
const committeeStands = (facts: CaseFacts): boolean => unhindered(committeeThere(facts));
const candidatesOut = (facts: CaseFacts): boolean => unhindered([candidatesFinding(facts)]);
const firstVote = (facts: CaseFacts): VoteFacts | undefined => facts.votes.find((vote) => vote.kind === "regular");
const afterOpening = (vote: VoteFacts | undefined): boolean => vote !== undefined && vote.state !== "preparing";
const afterClosing = (vote: VoteFacts | undefined): boolean => afterOpening(vote) && vote?.state !== "open";
/** Votes whose own count is still due. */
const uncounted = (facts: CaseFacts): readonly VoteFacts[] => facts.votes.filter((vote) => !vote.determined);
/** Determinations that ask for a further vote which nobody has opened yet. */
const unfollowed = (facts: CaseFacts): readonly VoteFacts[] =>
  facts.votes.filter((vote) => ["revote", "runoff", "newVote"].includes(vote.next ?? "") && !facts.votes.some((other) => other.parentId === vote.id));

export const charts: Readonly<Record<Phase, Chart>> = {
  committee: {
    needs: [],
    steps: [
      { todo: "chooseCommittee", page: "committee", settled: committeeStands },
      { todo: "decideSeats", page: "committee", settled: seatsStand },
      { todo: "decideMethod", page: "committee", settled: (facts) => facts.method !== null },
      { todo: "issueDayAndCommittee", page: "committee", settled: (facts) => issued(facts, "electionDay") && issued(facts, "electionCommittee") },
    ],
    deadline: "committee",
    figures: ({ committee }) => (committee.serving === 0 ? null : { code: "committee", params: { serving: committee.serving, reserves: committee.reserves } }),
  },
  roll: {
    needs: [{ block: "needsCommittee", met: committeeStands }],
    steps: [
      { todo: "importRegister", page: "roll", settled: (facts) => facts.roll.entries > 0 },
      { todo: "settleRollFindings", page: "roll", settled: (facts) => facts.roll.open === 0 || facts.roll.publishedOn !== null },
      { todo: "publishRoll", page: "roll", settled: (facts) => facts.roll.publishedOn !== null },
    ],
    deadline: "rollPublication",
    figures: ({ roll }) => {
      if (roll.publishedTotal !== null) return { code: "rollPublished", params: { total: roll.publishedTotal } };
      return roll.entries === 0 ? null : { code: "roll", params: { entries: roll.entries, listed: roll.listed, open: roll.open } };
    },
  },
  nomination: {
    needs: [
      { block: "needsCommittee", met: committeeStands },
      { block: "needsSeats", met: seatsStand },
    ],
    steps: [
      { todo: "announceNomination", page: "committee", settled: (facts) => issued(facts, "nominationMethod") || facts.nominees.standing > 0 || candidatesOut(facts) },
      { todo: "enterNominees", page: "nomination", settled: (facts) => facts.nominees.standing > 0 || candidatesOut(facts) },
      { todo: "vetNominees", page: "nomination", settled: (facts) => facts.nominees.unvetted === 0 || candidatesOut(facts) },
      { todo: "publishCandidates", page: "nomination", settled: candidatesOut },
      { todo: "prepareVote", page: "nomination", settled: (facts) => firstVote(facts) !== undefined },
    ],
    deadline: "candidateList",
    figures: ({ nominees }) => {
      if (nominees.candidates > 0) return { code: "candidates", params: { candidates: nominees.candidates } };
      return nominees.standing === 0 ? null : { code: "nominees", params: { standing: nominees.standing, unvetted: nominees.unvetted } };
    },
  },
  ballot: {
    needs: [
      { block: "needsRoll", met: (facts) => unhindered([listOut(facts)]) },
      { block: "needsCandidates", met: (facts) => candidatesOut(facts) && firstVote(facts) !== undefined },
    ],
    steps: [
      { todo: "setUpStations", page: "ballot", settled: (facts) => facts.stations > 0 },
      { todo: "printBallots", page: "ballot", settled: (facts) => (firstVote(facts)?.printed ?? 0) > 0 || afterOpening(firstVote(facts)) },
      { todo: "appointStaff", page: "ballot", settled: (facts) => (firstVote(facts)?.staff ?? 0) > 0 || afterOpening(firstVote(facts)) },
      { todo: "meetVoters", page: "nomination/introduction", settled: (facts) => facts.nominees.introduced || facts.method === "combinedMeeting" || afterOpening(firstVote(facts)) },
      { todo: "openPolls", page: "ballot", settled: (facts) => afterOpening(firstVote(facts)) },
      { todo: "closePolls", page: "ballot", settled: (facts) => afterClosing(firstVote(facts)) },
    ],
    deadline: "electionDay",
    figures: (facts) => {
      const vote = firstVote(facts);
      if (vote === undefined) return facts.stations === 0 ? null : { code: "stations", params: { stations: facts.stations } };
      if (vote.returned > 0) return { code: "returned", params: { issued: vote.issued, returned: vote.returned } };
      return { code: "printed", params: { stations: facts.stations, printed: vote.printed, proxies: vote.proxies } };
    },
  },
  count: {
    needs: [{ block: "needsClosedPolls", met: (facts) => unhindered([pollsClosed(facts)]) }],
    steps: [
      { todo: "formBundles", page: "count", settled: (facts) => uncounted(facts).every((vote) => vote.bundles > 0) },
      { todo: "enterBallots", page: "count", settled: (facts) => uncounted(facts).every((vote) => vote.settled === vote.bundles) },
      { todo: "determine", page: "result", settled: (facts) => uncounted(facts).length === 0 },
      { todo: "announceResult", page: "result", settled: (facts) => facts.votes.every((vote) => vote.announced || vote.kind === "revote") },
      { todo: "holdNextVote", page: "result", settled: (facts) => unfollowed(facts).length === 0 },
      { todo: "issueCertificates", page: "result", settled: (facts) => facts.certificates > 0 },
    ],
    deadline: "electionDay",
    figures: (facts) => {
      const vote = facts.votes.findLast((one) => one.bundles > 0);
      return vote === undefined ? null : { code: "bundles", params: { settled: vote.settled, bundles: vote.bundles } };
    },
  },
};

/** Where a case stands on a day, from its facts alone. */
export function progressOf(facts: CaseFacts, today: Day): Progress {
  const plan = planOf(facts.electionDay, facts.law);
  const list = phases.map((phase) => phaseProgress(phase, facts, plan, today));
  return { phases: list, next: mostPressing(list), daysToElection: daysBetween(today, facts.electionDay) };
}

function phaseProgress(phase: Phase, facts: CaseFacts, plan: readonly PlannedStep[], today: Day): PhaseProgress {
  const chart = charts[phase];
  const open = facts.closed ? undefined : chart.steps.find((step) => !step.settled(facts));
  const unmet = chart.needs.find((need) => !need.met(facts));
  const deadline = deadlineOf(phase, facts, plan);
  const base = { phase, figures: chart.figures(facts), deadline };
  if (open === undefined) return { ...base, state: "done", todo: null, blockedBy: null };
  // A day that only custom sets presses, but nobody is late by law when it has passed.
  const late = deadline !== null && deadline.statutory && deadline.day < today;
  const todo = { code: open.todo, page: open.page };
  if (unmet !== undefined) return { ...base, state: late ? "late" : "blocked", todo, blockedBy: unmet.block };
  const due = deadline !== null && daysBetween(today, deadline.day) <= SOON_DAYS;
  return { ...base, state: late ? "late" : due ? "due" : "now", todo, blockedBy: null };
}

/** The deadline that counts now: that of the plan; once the polls are closed, that of the certificates. */
function deadlineOf(phase: Phase, facts: CaseFacts, plan: readonly PlannedStep[]): Deadline | null {
  const counted = facts.votes.length > 0 && uncounted(facts).length === 0 && unfollowed(facts).length === 0;
  const wanted: PlanStep = phase === "count" && counted ? "certificates" : charts[phase].deadline;
  const step = plan.find((one) => one.step === wanted);
  return step === undefined ? null : { step: step.step, day: step.latest, statutory: step.statutory, citation: step.citation };
}

/** Among phases that can be worked on, the one with the nearest deadline; the earlier phase on equal days. */
export function mostPressing(list: readonly PhaseProgress[]): PhaseProgress | null {
  const workable = list.filter((one) => one.todo !== null && one.blockedBy === null);
  return workable.reduce<PhaseProgress | null>((best, one) => (best === null || (one.deadline?.day ?? "9") < (best.deadline?.day ?? "9") ? one : best), null);
}

/** How pressing a case is, for lists of many villages: late first, then due, then the nearest deadline. */
export function riskRank(progress: Progress): number {
  if (progress.next === null) return 3;
  if (progress.phases.some((one) => one.state === "late")) return 0;
  return progress.next.state === "due" ? 1 : 2;
}
