import { addDays } from "#lib/calendar/day.ts";
import type { Law } from "#lib/law/law.ts";
import type { CountDocument, Determination } from "#lib/result/count-document.ts";

type Check = (document: CountDocument, outcome: Determination, law: Law) => boolean;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const inContest = <Item extends { readonly contest: string }>(items: readonly Item[], contest: string): readonly Item[] => items.filter((one) => one.contest === contest);

const sheetOf = (document: CountDocument, contest: string) => document.contests.find((one) => one.contest === contest)?.ballots ?? document.ballots;

/** Everybody in the committee after the vote. */
function seatedAfter(document: CountDocument, outcome: Determination): readonly { readonly person: string; readonly office: string; readonly female: boolean }[] {
  const gone = new Set(outcome.displaced.map((one) => one.person));
  const women = new Set(document.people.filter((one) => one.sex === "female").map((one) => one.id));
  return [
    ...document.holding.filter((held) => !gone.has(held.person)).map(({ person, office, sex }) => ({ person, office, female: sex === "female" })),
    ...outcome.elected.map(({ person, office }) => ({ person, office, female: women.has(person) })),
  ];
}

/** What every determination keeps to, under whatever pack and method. */
const INVARIANTS: Readonly<Record<string, Check>> = {
  "no contest gives more seats than it has": (document, outcome) =>
    document.contests.every(({ contest, seats }) => {
      const tied = sum(inContest(outcome.tied, contest).map((one) => one.seats));
      return inContest(outcome.elected, contest).length + inContest(outcome.voided, contest).length + tied <= seats;
    }),
  "nobody is elected twice, nor who holds an office already": (document, outcome) => {
    const people = outcome.elected.map((one) => one.person);
    return new Set([...people, ...document.holding.map((held) => held.person)]).size === people.length + document.holding.length;
  },
  "nobody is elected on too few votes, barred, or as a man to a woman's seat": (document, outcome) =>
    outcome.elected.every(({ contest, person, votes }) => {
      const returned = sheetOf(document, contest)?.returned ?? 0;
      const known = document.people.find((one) => one.id === person);
      const forWomen = document.contests.find((one) => one.contest === contest)?.only === "women";
      const enough = document.kind === "regular" ? 2 * votes > returned : 3 * votes >= returned;
      return enough && known?.barred === false && (!forWomen || known.sex === "female");
    }),
  "in a void contest nobody is elected and nothing is vacant": (document, outcome) =>
    outcome.void.every((contest) => inContest(outcome.elected, contest).length === 0 && inContest(outcome.tied, contest).length === 0) &&
    outcome.valid === outcome.void.length < document.contests.length,
  "where relatives avoid each other no two of them come to sit together": (document, outcome, law) => {
    if (law.values.kinResolve !== "officeThenVotes") return outcome.skipped.length === 0 && outcome.displaced.length === 0;
    const elected = new Set(outcome.elected.map((one) => one.person));
    const seated = new Set(seatedAfter(document, outcome).map((one) => one.person));
    return document.kin.every(([one, other]) => !seated.has(one) || !seated.has(other) || (!elected.has(one) && !elected.has(other)));
  },
  "every seat voted on is filled, tied, vacant, or waits": (document, outcome) => {
    const seats = sum(document.contests.map((contest) => contest.seats)) + outcome.displaced.length;
    const known = outcome.elected.length + sum(outcome.vacant.map((one) => one.seats));
    const decided = outcome.tied.length === 0 && outcome.void.length === 0;
    return decided ? known === seats && outcome.pending.length === 0 : known + sum(outcome.tied.map((one) => one.seats)) <= seats;
  },
  "a seat is kept for a woman only while none sits in the committee": (document, outcome) =>
    outcome.vacant.every((one) => one.only === null) || !seatedAfter(document, outcome).some((one) => one.female),
  "what follows is told by what is open": (document, outcome, law) => {
    const { next, tied, vacant } = outcome;
    if (tied.length > 0) return next.kind === "revote";
    if (outcome.void.length > 0) return next.kind === "newVote";
    if (vacant.length === 0) return next.kind === "none";
    if (next.kind === "none") return law.values.vacancyBy === "law" && outcome.elected.length + document.holding.length >= law.values.vacancyAllowedFrom;
    if (next.kind === "meetingDecides") return law.values.vacancyBy === "meeting" && vacant.every((one) => one.only === null);
    return next.kind === "runoff";
  },
  "a run-off is held in time, between people who may stand": (document, outcome, law) => {
    const { next } = outcome;
    if (next.kind !== "runoff" && next.kind !== "meetingDecides") return next.by === null;
    const seated = new Set(seatedAfter(document, outcome).map((one) => one.person));
    const stands = (id: string, only: "women" | null) => document.people.some((one) => one.id === id && !one.barred && (only === null || one.sex === "female"));
    const due = law.values.runoffDays === null ? null : addDays(document.date, law.values.runoffDays);
    return next.by === due && next.contests.every(({ people, only, seats, short }) => short === people.length <= seats && people.every((id) => !seated.has(id) && stands(id, only)));
  },
  "somebody presides only where nobody holds the chair and no vote follows": (document, outcome) =>
    outcome.presiding === null || (!seatedAfter(document, outcome).some((one) => one.office === "chair") && (outcome.next.kind === "none" || outcome.next.kind === "meetingDecides")),
};

/** The invariants that an outcome breaks, by their names. */
export function brokenInvariants(document: CountDocument, outcome: Determination, law: Law): readonly string[] {
  return Object.entries(INVARIANTS).flatMap(([name, holds]) => (holds(document, outcome, law) ? [] : [name]));
}
