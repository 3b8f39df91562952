import { addDays, daysBetween, type Day } from "../calendar/day.ts";
import { compareNames } from "../chinese/surname-order.ts";
import { marginFindings, type KinPair, type SeatPlan } from "../committee/rules.ts";
import { finding } from "../law/catalogue.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import type { CandidateBar } from "../law/parameters.ts";
import { CUSTOMARY_DAYS } from "../law/practice.ts";
import type { Sex } from "../election/model.ts";
import type { NameOrder, NomineeState } from "./model.ts";

/** A nomination as the rules of the formal list see it. */
export type Standing = {
  readonly id: string;
  readonly contest: string;
  readonly rollEntryId: string;
  readonly name: string;
  readonly sex: Sex;
  readonly votes: number;
  readonly state: NomineeState;
  readonly vetted: boolean;
  /** Still on the published list: nobody took him off since. */
  readonly listed: boolean;
};

/** Who is still in the running: neither withdrawn nor barred. */
export const inRunning = (nominee: Pick<Standing, "state">): boolean => nominee.state !== "withdrawn" && nominee.state !== "barred";

const byVotes = (one: Standing, other: Standing): number => other.votes - one.votes || (one.name < other.name ? -1 : one.name > other.name ? 1 : one.id < other.id ? -1 : 1);

/** The nominees of one office who become candidates, most votes first, and those with equal votes at the boundary. */
export type Selection = { readonly plan: SeatPlan; readonly chosen: readonly Standing[]; readonly tied: readonly Standing[] };

/**
 * The formal candidates of one office: by votes, as many as seats and margin ask (差额, 2025 law, Article 18). Whoever
 * withdrew or is barred makes room for the next by votes. `unlimited`: everybody who stands (自荐直选).
 */
export function selectCandidates(plan: SeatPlan, nominees: readonly Standing[], unlimited: boolean): Selection {
  const running = nominees
    .filter((nominee) => nominee.contest === plan.contest && inRunning(nominee) && (plan.only !== "women" || nominee.sex === "female"))
    .toSorted(byVotes);
  const places = unlimited ? running.length : plan.seats + plan.margin;
  const chosen = running.slice(0, places);
  const last = chosen.at(-1);
  const next = running[places];
  const tied = last !== undefined && next !== undefined && last.votes === next.votes ? running.filter((nominee) => nominee.votes === last.votes) : [];
  return { plan, chosen, tied };
}

/** Puts the names of one office in the order that list and ballot will have. Names without a place by hand come last. */
export function orderNames(people: readonly Standing[], order: NameOrder, places: ReadonlyMap<string, number>): readonly Standing[] {
  switch (order) {
    case "votes":
      return people.toSorted(byVotes);
    case "surnameStrokes":
      return people.toSorted((one, other) => compareNames(one.name, other.name) || byVotes(one, other));
    case "manual":
      return people.toSorted((one, other) => (places.get(one.id) ?? Infinity) - (places.get(other.id) ?? Infinity) || byVotes(one, other));
  }
}

const names = (people: readonly { readonly name: string }[]): readonly string[] => people.map((person) => person.name);

/** Everything that speaks against publishing these candidates today. */
export function listFindings(selections: readonly Selection[], dates: { readonly today: Day; readonly electionDay: Day }, limited: boolean, law: Law): readonly Finding[] {
  const chosen = selections.flatMap((selection) => selection.chosen);
  const unvetted = law.values.candidateBars.length === 0 ? [] : chosen.filter((nominee) => !nominee.vetted);
  const gone = chosen.filter((nominee) => !nominee.listed);
  const twice = chosen.filter((one, index) => chosen.findIndex((other) => other.rollEntryId === one.rollEntryId) < index);
  const ties = selections.flatMap(({ tied }) => (tied.length === 0 ? [] : [tied]));
  const margins = selections.flatMap(({ plan, chosen: people }) => {
    const all = marginFindings(plan.office, people.length - plan.seats, [plan.contest], law);
    return limited ? all : all.filter((one) => one.code === "marginTooSmall");
  });
  return [
    ...margins,
    finding("nomineeNotVetted", { law, ok: unvetted.length === 0, actual: { people: unvetted.length, names: names(unvetted) } }),
    finding("nomineeNotListed", { law, ok: gone.length === 0, actual: { names: names(gone) } }),
    finding("nomineeTwoOffices", { law, ok: twice.length === 0, actual: { names: names(twice) } }),
    ...ties.map((tied) => finding("nominationTie", { law, ok: false, actual: { names: names(tied), votes: tied[0]?.votes ?? 0 } })),
    finding("candidateNoWoman", { law, ok: chosen.some((nominee) => nominee.sex === "female"), actual: { candidates: chosen.length } }),
    dayFinding(dates.today, dates.electionDay, law),
  ];
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
export const barFinding = (bars: readonly CandidateBar[], law: Law): Finding =>
  finding("candidateBarred", { law, ok: bars.length === 0, actual: { bars }, fields: ["bars"] });

/** Two people as a pair in the one order in which pairs are kept. */
export const kinPair = (one: string, other: string): KinPair => (one < other ? [one, other] : [other, one]);
