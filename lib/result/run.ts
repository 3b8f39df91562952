import { revotesOf, standingIn, type CountCase, type CountedContest } from "./count-case.ts";
import type { Office } from "#lib/law/parameters.ts";
import type { HeldOffice } from "./count-document.ts";
import { fill, newFilling, type Field, type Filling, type Standing } from "./filling.ts";
import { compareIds, rankOf } from "./order.ts";
import { fillDeclaringWomanFirst, type WomenFilling } from "./women.ts";

/** A seated member of the committee: elected in this vote or before. */
export type Member = { readonly person: string; readonly office: Office; readonly votes: number; readonly female: boolean };

export type Displaced = { readonly person: string; readonly office: Office; readonly by: string };

/** One contest's outcome. `waiting`: an earlier tie is open, so its declaration waits. */
export type ContestOutcome = {
  readonly contest: CountedContest;
  readonly state: "void" | "waiting" | "filled";
  readonly filling: Filling;
  readonly womenFirst: boolean;
  readonly seatHeld: boolean;
};

export type Run = {
  readonly outcomes: readonly ContestOutcome[];
  readonly members: readonly Member[];
  readonly displaced: readonly Displaced[];
  readonly usedRevotes: ReadonlySet<number>;
};

/** People elected in earlier votes, as members. */
function heldMembers(holding: readonly HeldOffice[]): Map<string, Member> {
  return new Map(
    holding.map((held) => [held.person, { person: held.person, office: held.office, votes: held.votes, female: held.sex === "female" }]),
  );
}

/** Whether step 5 decides how the contest is filled. */
function needsWomenRule(count: CountCase, contest: CountedContest): boolean {
  return (
    count.law.values.women === "declareFirst" &&
    contest.isOpen &&
    contest.office === "member" &&
    count.contests.every((other) => other.isOpen)
  );
}

function fillContest(count: CountCase, contest: CountedContest, members: ReadonlyMap<string, Member>, settled: ReadonlySet<string>, used: ReadonlySet<number>): WomenFilling {
  const field: Field = {
    kinOf: count.kinOf,
    isSeatedAbove: (person) => {
      const member = members.get(person);
      return member !== undefined && rankOf(member.office) <= contest.rank;
    },
    revotes: revotesOf(count.document, contest.contest),
  };
  const standings = standingIn(count, contest, (person) => settled.has(person));
  if (needsWomenRule(count, contest)) {
    const hasWoman = [...members.values()].some((member) => member.female);
    return fillDeclaringWomanFirst(field, contest.seats, standings, hasWoman, used);
  }
  return { filling: fill(field, newFilling(contest.seats, used), standings), womenFirst: false, seatHeld: false };
}

/**
 * Step 4e: relatives holding a lower office give way to somebody elected to a higher one. A seated relative of somebody
 * just elected always holds a lower one: with a relative in the same or a higher office nobody is elected.
 */
function displace(count: CountCase, elected: Standing, members: Map<string, Member>): readonly Displaced[] {
  const displaced: Displaced[] = [];
  for (const relative of count.kinOf(elected.person)) {
    const member = members.get(relative);
    if (member === undefined) continue;
    members.delete(relative);
    displaced.push({ person: relative, office: member.office, by: elected.person });
  }
  return displaced.sort((left, right) => compareIds(left.person, right.person));
}

/** Steps 2 to 5: walks the contests in order and seats people. */
export function runContests(count: CountCase): Run {
  const members = heldMembers(count.document.holding);
  const settled = new Set<string>();
  const displaced: Displaced[] = [];
  const outcomes: ContestOutcome[] = [];
  let used: ReadonlySet<number> = new Set();
  let tieIsOpen = false;
  for (const contest of count.contests) {
    if (contest.isVoid || tieIsOpen) {
      outcomes.push({ contest, state: contest.isVoid ? "void" : "waiting", filling: newFilling(contest.seats), womenFirst: false, seatHeld: false });
      continue;
    }
    const result = fillContest(count, contest, members, settled, used);
    outcomes.push({ contest, state: "filled", ...result });
    used = result.filling.usedRevotes;
    tieIsOpen = result.filling.tie !== null;
    for (const voided of result.filling.voided) settled.add(voided.person);
    // In the order they were elected: whom the first displaces, a later relative finds gone.
    for (const elected of result.filling.elected) {
      settled.add(elected.person);
      members.set(elected.person, { person: elected.person, office: contest.office, votes: elected.votes, female: elected.female });
      displaced.push(...displace(count, elected, members));
    }
  }
  return { outcomes, members: [...members.values()], displaced, usedRevotes: used };
}
