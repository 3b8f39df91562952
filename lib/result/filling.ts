import type { TieReason } from "./count-document.ts";
import { mostTogether, type KinOf } from "./kin.ts";
import { compareIds, runsOf } from "./order.ts";

/** Somebody past the threshold in a contest, with the votes counted there. */
export type Standing = { readonly person: string; readonly votes: number; readonly barred: boolean; readonly female: boolean };

/** A tie that only a re-vote can settle. */
export type OpenTie = { readonly people: readonly string[]; readonly seats: number; readonly votes: number; readonly reason: TieReason };

/** A re-vote's counts by person; `index` names it among the document's. */
export type Revote = { readonly index: number; readonly counts: ReadonlyMap<string, number> };

/** What filling a contest needs to know about everything outside it. */
export type Field = {
  readonly kinOf: KinOf;
  /** Whether somebody sits in the same or a higher office already. */
  readonly isSeatedAbove: (person: string) => boolean;
  readonly revotes: readonly Revote[];
};

/** A filling in progress; `seatsLeft` counts down as people are elected or take their seats as void. */
export type Filling = {
  seatsLeft: number;
  readonly elected: Standing[];
  readonly electedIds: Set<string>;
  readonly voided: Standing[];
  readonly skipped: Standing[];
  readonly usedRevotes: Set<number>;
  tie: OpenTie | null;
};

/** An empty filling of so many seats, the re-votes already used carried over. */
export function newFilling(seats: number, usedRevotes: Iterable<number> = []): Filling {
  return { seatsLeft: seats, elected: [], electedIds: new Set(), voided: [], skipped: [], usedRevotes: new Set(usedRevotes), tie: null };
}

/** Seats somebody; the caller has counted the seat. */
export function seat(filling: Filling, standing: Standing): void {
  filling.elected.push(standing);
  filling.electedIds.add(standing.person);
}

/** Whether a near relative sits in the same or a higher office. */
export function hasSeatedRelative(field: Field, filling: Filling, person: string): boolean {
  for (const relative of field.kinOf(person)) {
    if (filling.electedIds.has(relative) || field.isSeatedAbove(relative)) return true;
  }
  return false;
}

/** The re-vote not used yet that names exactly these people. */
export function matchingRevote(field: Field, filling: Filling, people: readonly Standing[]): Revote | null {
  const matching = field.revotes.find(
    (revote) =>
      !filling.usedRevotes.has(revote.index) &&
      revote.counts.size === people.length &&
      people.every((standing) => revote.counts.has(standing.person)),
  );
  return matching ?? null;
}

/** People in runs of equal re-vote counts, most first. */
export function runsByRevote(revote: Revote, people: readonly Standing[]): readonly (readonly Standing[])[] {
  const countOf = (standing: Standing) => revote.counts.get(standing.person) ?? 0;
  return runsOf([...people].sort((left, right) => countOf(right) - countOf(left)), countOf);
}

/** Leaves a tie open: it ends the filling. */
export function openTie(filling: Filling, people: readonly Standing[], seats: number, reason: TieReason): void {
  const ids = people.map((standing) => standing.person).sort(compareIds);
  filling.tie = { people: ids, seats, votes: people[0]?.votes ?? 0, reason };
}

/**
 * A tied group: walked in the order of a re-vote held about exactly these people, else left open. The walk counts on
 * the seats left of the contest: among relatives it can never seat more than could sit together anyway.
 */
function settleTie(field: Field, filling: Filling, people: readonly Standing[], seats: number, reason: TieReason): void {
  const revote = matchingRevote(field, filling, people);
  if (revote === null) {
    openTie(filling, people, seats, reason);
    return;
  }
  filling.usedRevotes.add(revote.index);
  fillRuns(field, filling, runsByRevote(revote, people));
}

/**
 * Barred people who won take their seats as void when their whole group fits; in a group that must be chosen from
 * they drop out. Returns the others.
 */
function withoutBarred(filling: Filling, group: readonly Standing[]): readonly Standing[] {
  const barred = group.filter((standing) => standing.barred);
  if (group.length <= filling.seatsLeft) {
    filling.voided.push(...barred);
    filling.seatsLeft -= barred.length;
  }
  return group.filter((standing) => !standing.barred);
}

/** One group of equal votes: relatives of the seated are passed over, the rest elected or tied. */
function fillGroup(field: Field, filling: Filling, group: readonly Standing[]): void {
  const passedOver = group.filter((standing) => !standing.barred && hasSeatedRelative(field, filling, standing.person));
  filling.skipped.push(...passedOver);
  const open = group.filter((standing) => !passedOver.includes(standing));
  const rest = withoutBarred(filling, open);
  const isRelated = (standing: Standing) => rest.some((other) => field.kinOf(standing.person).has(other.person));
  const related = rest.filter(isRelated);
  const free = rest.filter((standing) => !related.includes(standing));
  const ids = related.map((standing) => standing.person);
  const together = mostTogether(ids, field.kinOf, filling.seatsLeft + 1);
  if (free.length + together > filling.seatsLeft) {
    settleTie(field, filling, rest, filling.seatsLeft, "votes");
    return;
  }
  for (const standing of free) seat(filling, standing);
  filling.seatsLeft -= free.length;
  if (related.length > 0) settleTie(field, filling, related, together, "kin");
}

function fillRuns(field: Field, filling: Filling, runs: readonly (readonly Standing[])[]): void {
  for (const run of runs) {
    if (filling.seatsLeft === 0 || filling.tie !== null) return;
    fillGroup(field, filling, run);
  }
}

/** Fills the seats left with people sorted by votes, most first, until the seats are gone or a tie opens. */
export function fill(field: Field, filling: Filling, sorted: readonly Standing[]): Filling {
  fillRuns(field, filling, runsOf(sorted, (standing) => standing.votes));
  return filling;
}
