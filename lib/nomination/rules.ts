import { addDays, daysBetween, type Day } from "../calendar/day.ts";
import { compareNames } from "../chinese/surname-order.ts";
import { marginFindings, type KinPair, type SeatPlan } from "../committee/rules.ts";
import { finding } from "../law/catalogue.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import type { CandidateBar } from "../law/parameters.ts";
import { CUSTOMARY_DAYS } from "../law/practice.ts";
import { leastMajority, moreThanHalf } from "../law/thresholds.ts";
import type { Sex } from "../election/model.ts";
import type { NameOrder, NomineeSource, NomineeState } from "./model.ts";
import { primaryNoticeFindings, type PrimaryFacts, type RoundContest } from "./primary-rules.ts";

/** A nomination as the rules of the formal list see it. */
export type Standing = {
  readonly id: string;
  readonly contest: string;
  readonly rollEntryId: string;
  readonly name: string;
  readonly sex: Sex;
  readonly votes: number;
  readonly source: NomineeSource;
  readonly state: NomineeState;
  readonly vetted: boolean;
  /** Agreed in writing to be a candidate. */
  readonly consented: boolean;
  /** Votes in each round of the primary in which he stood; null where he did not. Empty without a primary. */
  readonly rounds: readonly (number | null)[];
  /** Still on the published list: nobody took him off since. */
  readonly listed: boolean;
};

/** Who is still in the running: neither withdrawn nor barred. */
export const inRunning = (nominee: Pick<Standing, "state">): boolean => nominee.state !== "withdrawn" && nominee.state !== "barred";

const byName = (one: Standing, other: Standing): number => (one.name < other.name ? -1 : one.name > other.name ? 1 : one.id < other.id ? -1 : 1);

/**
 * What ranks the nominees of one office: votes of the primary where all of them stood in it, else of the nomination; then
 * those of each further voting among the tied.
 */
function ranksOf(running: readonly Standing[]): (nominee: Standing) => readonly number[] {
  const primary = running.length > 0 && running.every((nominee) => (nominee.rounds[0] ?? null) !== null);
  return (nominee) => [primary ? (nominee.rounds[0] ?? 0) : nominee.votes, ...nominee.rounds.map((votes) => votes ?? -1)];
}

/** Higher ranks first; 0 where nothing tells two nominees apart. */
function compareRanks(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((votes, index) => votes !== (other[index] ?? -1));
  return place === -1 ? 0 : (other[place] ?? -1) - (one[place] ?? -1);
}

/** Most votes first, whichever voting decides; names tell apart only for showing. */
function byVotes(people: readonly Standing[]): (one: Standing, other: Standing) => number {
  const rank = ranksOf(people);
  return (one, other) => compareRanks(rank(one), rank(other)) || byName(one, other);
}

/** The nominees of one office who become candidates, most votes first, and those with equal votes at the boundary. */
export type Selection = { readonly plan: SeatPlan; readonly chosen: readonly Standing[]; readonly tied: readonly Standing[]; /** Decided in a primary. */ readonly primary: boolean };

/**
 * The formal candidates of one office: by votes, as many as seats and margin ask (差额, 2025 law, Article 18). Whoever
 * withdrew or is barred makes room for the next by votes. `unlimited`: everybody who stands (自荐直选).
 */
export function selectCandidates(plan: SeatPlan, nominees: readonly Standing[], unlimited: boolean): Selection {
  const running = nominees
    .filter((nominee) => nominee.contest === plan.contest && inRunning(nominee) && (plan.only !== "women" || nominee.sex === "female"));
  const rank = ranksOf(running);
  const ordered = running.toSorted(byVotes(running));
  const places = unlimited ? ordered.length : plan.seats + plan.margin;
  const chosen = ordered.slice(0, places);
  const last = chosen.at(-1);
  const next = ordered[places];
  const equal = (one: Standing, other: Standing): boolean => compareRanks(rank(one), rank(other)) === 0;
  const tied = last !== undefined && next !== undefined && equal(last, next) ? ordered.filter((nominee) => equal(nominee, last)) : [];
  return { plan, chosen, tied, primary: running.some((nominee) => nominee.rounds.length > 0 && nominee.rounds.some((votes) => votes !== null)) };
}

/**
 * What may be voted on in the next voting of a primary (`held`: votings before it), by office: first where nominees are more
 * than the formal list has room for, then where votes are equal. Other offices are left out.
 */
export function roundContests(plans: readonly SeatPlan[], nominees: readonly Standing[], held: number): readonly RoundContest[] {
  return plans.flatMap((plan): readonly RoundContest[] => {
    const running = nominees.filter((nominee) => nominee.contest === plan.contest && inRunning(nominee));
    const { tied } = selectCandidates(plan, nominees, false);
    const about = held === 0 ? running.length > plan.seats + plan.margin : tied.length > 0;
    return about ? [{ plan, running: running.map((one) => one.id), tied: tied.map((one) => one.id) }] : [];
  });
}

/** Puts the names of one office in the order that list and ballot will have. Names without a place by hand come last. */
export function orderNames(people: readonly Standing[], order: NameOrder, places: ReadonlyMap<string, number>): readonly Standing[] {
  switch (order) {
    case "votes":
      return people.toSorted(byVotes(people));
    case "surnameStrokes":
      return people.toSorted((one, other) => compareNames(one.name, other.name) || byVotes(people)(one, other));
    case "manual":
      return people.toSorted((one, other) => (places.get(one.id) ?? Infinity) - (places.get(other.id) ?? Infinity) || byVotes(people)(one, other));
  }
}

const names = (people: readonly { readonly name: string }[]): readonly string[] => people.map((person) => person.name);

/** How the nominees were found: what the law asks of the nomination itself, before anybody becomes a candidate. */
export type NominationFacts = {
  readonly registered: number;
  /** Nomination ballots that came back; null where nobody nominated by ballot. */
  readonly ballots: number | null;
  readonly nominees: readonly Standing[];
  readonly primary: PrimaryFacts | null;
};

const wayOf = { voters: "ballot", joint: "joint", party: "partyOrganisation", self: "self" } as const satisfies Readonly<Record<NomineeSource, string>>;

/** Whether nomination as such was in order: enough took part, nobody named too many, by a way that the rules provide for. */
export function nominationFindings(plans: readonly SeatPlan[], facts: NominationFacts, law: Law): readonly Finding[] {
  const { registered, ballots, primary } = facts;
  const running = facts.nominees.filter(inRunning);
  const byBallot = running.filter((nominee) => nominee.source === "voters");
  const other = running.filter((nominee) => !law.values.nominationWays.includes(wayOf[nominee.source]));
  const asked = law.values.nominationTurnout === "majorityOfRegistered" && byBallot.length > 0;
  const enough = moreThanHalf(ballots ?? 0, registered) || (primary !== null && primary.voters === "electors" && primary.rounds[0] !== undefined && moreThanHalf(primary.rounds[0].ballots, registered));
  return [
    ...(asked ? [finding("nominationTurnoutLow", { law, ok: enough, actual: { registered, ballots: ballots ?? 0, needed: leastMajority(registered) }, required: `2 x ${ballots ?? 0} > ${registered}` })] : []),
    ...plans.flatMap((plan) => namesFinding(plan, byBallot, ballots ?? 0, law)),
    finding("nominationWayNotProvided", { law, ok: other.length === 0, actual: { names: names(other) } }),
  ];
}

/** No ballot names more people for an office than it has seats (or planned candidates), so the votes have an upper limit. */
function namesFinding(plan: SeatPlan, byBallot: readonly Standing[], ballots: number, law: Law): readonly Finding[] {
  const rule = law.values.namesPerNominator;
  if (rule === "notSet") return [];
  const each = rule === "seats" ? plan.seats : plan.seats + plan.margin;
  const votes = byBallot.filter((nominee) => nominee.contest === plan.contest).reduce((sum, nominee) => sum + nominee.votes, 0);
  const most = ballots * each;
  return [finding("nominationNamesTooMany", { law, ok: votes <= most, actual: { office: plan.contest, seats: plan.seats, ballots, names: each, most, votes }, required: `${votes} <= ${ballots} x ${each}` })];
}

/** Last day on which a formal candidate may withdraw in writing; null where no rule sets one. */
export function withdrawalDeadline(electionDay: Day, listedOn: Day | null, law: Law): Day | null {
  const { candidateWithdrawalDays: before, candidateWithdrawalAfterListDays: after } = law.values;
  const days = [before === null ? null : addDays(electionDay, -before), after === null || listedOn === null ? null : addDays(listedOn, after)].filter((day) => day !== null);
  return days.toSorted()[0] ?? null;
}

/** Whether a formal candidate's written withdrawal came in time (浙江 19, 河南 27). Mere nominees withdraw at any time. */
export function withdrawalFinding(nominee: { readonly name: string; readonly state: NomineeState }, receivedOn: Day, dates: { readonly electionDay: Day; readonly listedOn: Day | null }, law: Law): Finding | null {
  const until = withdrawalDeadline(dates.electionDay, dates.listedOn, law);
  if (nominee.state !== "candidate" || until === null) return null;
  const citation = law.values.candidateWithdrawalDays === null ? law.citations.candidateWithdrawalAfterListDays : law.citations.candidateWithdrawalDays;
  return finding("candidateWithdrawalTooLate", { law, ok: receivedOn <= until, actual: { name: nominee.name, received: receivedOn, until }, required: `${receivedOn} <= ${until}`, fields: ["withdrewOn"], citation });
}

/** Whether somebody may still put himself forward (自荐) in an election without candidates. */
export function selfNominationFinding(today: Day, electionDay: Day, law: Law): Finding | null {
  const days = law.values.noCandidateIntentDays;
  if (days === null) return null;
  const until = addDays(electionDay, -days);
  return finding("selfNominationTooLate", { law, ok: today <= until, actual: { today, until, days }, required: `${today} <= ${until}` });
}

/** Everything that speaks against publishing these candidates today. */
export function listFindings(selections: readonly Selection[], dates: { readonly today: Day; readonly electionDay: Day }, limited: boolean, law: Law, nomination?: NominationFacts): readonly Finding[] {
  const chosen = selections.flatMap((selection) => selection.chosen);
  const unvetted = law.values.candidateBars.length === 0 ? [] : chosen.filter((nominee) => !nominee.vetted);
  const gone = chosen.filter((nominee) => !nominee.listed);
  const twice = chosen.filter((one, index) => chosen.findIndex((other) => other.rollEntryId === one.rollEntryId) < index);
  const silent = chosen.filter((nominee) => !nominee.consented);
  const margins = selections.flatMap(({ plan, chosen: people }) => {
    const all = marginFindings(plan.office, people.length - plan.seats, [plan.contest], law);
    return limited ? all : all.filter((one) => one.code === "marginTooSmall");
  });
  return [
    ...margins,
    finding("nomineeNotVetted", { law, ok: unvetted.length === 0, actual: { people: unvetted.length, names: names(unvetted) } }),
    finding("nomineeNotListed", { law, ok: gone.length === 0, actual: { names: names(gone) } }),
    finding("nomineeTwoOffices", { law, ok: twice.length === 0, actual: { names: names(twice) } }),
    finding("nomineeConsentMissing", { law, ok: silent.length === 0, actual: { people: silent.length, names: names(silent) } }),
    ...selections.flatMap((selection) => tieFinding(selection, law)),
    ...(nomination === undefined || !limited ? [] : nominationFindings(selections.map((selection) => selection.plan), nomination, law)),
    ...(nomination?.primary == null ? [] : primaryNoticeFindings(nomination.primary, law)),
    ...womanFinding(chosen, law),
    dayFinding(dates.today, dates.electionDay, law),
  ];
}

/** Women among the candidates (妇女候选人): at least one where the province requires it, else a fair share asked of by the guides. */
function womanFinding(chosen: readonly { readonly sex: string }[], law: Law): readonly Finding[] {
  const rule = law.values.womenCandidates;
  if (rule === "notAsked") return [];
  return [finding("candidateNoWoman", { law, ok: chosen.some((nominee) => nominee.sex === "female"), severity: rule === "atLeastOne" ? "error" : "warning", actual: { candidates: chosen.length } })];
}

/** Equal votes for the last place: after a primary they must vote again; after the nomination alone where the province says so. */
export function tieFinding({ plan, tied, primary }: Selection, law: Law): readonly Finding[] {
  const [first] = tied;
  if (first === undefined) return [];
  if (primary) return [finding("primaryTie", { law, ok: false, actual: { office: plan.contest, names: names(tied), votes: first.rounds.findLast((votes) => votes !== null) ?? first.votes } })];
  const revote = law.values.nominationTie === "revote";
  return [finding("nominationTie", { law, ok: false, actual: { names: names(tied), votes: first.votes }, ...(revote ? { severity: "error", citation: law.citations.nominationTie } as const : {}) })];
}

/** Whether the list comes out in time: the province's day where one is set, else the customary one as a warning. */
export function dayFinding(today: Day, electionDay: Day, law: Law): Finding {
  const set = law.values.candidateListDays;
  const days = daysBetween(today, electionDay);
  if (set !== null) {
    const deadline = addDays(electionDay, -set);
    return finding("candidateListTooLate", { law, ok: today <= deadline, actual: { today, deadline, days: set }, required: `<= ${deadline}` });
  }
  const customary = CUSTOMARY_DAYS.candidateList.latest;
  return finding("candidateListNoDay", { law, ok: days >= customary, actual: { days, customary }, required: `>= ${customary}` });
}

/** Whether the bars found stop a person (不得作为候选人, 2025 law, Article 18). */
export const barFinding = (name: string, bars: readonly CandidateBar[], law: Law): Finding =>
  finding("candidateBarred", { law, ok: bars.length === 0, actual: { names: [name], bars }, fields: ["bars"] });

/** Two people as a pair in the one order in which pairs are kept. */
export const kinPair = (one: string, other: string): KinPair => (one < other ? [one, other] : [other, one]);
