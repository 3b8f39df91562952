import type { Law } from "#lib/law/law.ts";
import { atLeastOneThird, moreThanHalf } from "#lib/law/thresholds.ts";
import type { Contest, CountDocument, SheetBallots } from "./count-document.ts";
import type { Revote, Standing } from "./filling.ts";
import { kinFrom, type KinOf } from "./kin.ts";
import { compareVotes, rankOf } from "./order.ts";

/** A contest with its sheet, its own votes, the votes counted there (carried ones included) and whether it is void. */
export type CountedContest = Contest & {
  readonly rank: number;
  readonly isOpen: boolean;
  readonly sheet: SheetBallots;
  readonly isVoid: boolean;
  readonly own: ReadonlyMap<string, number>;
  readonly counted: ReadonlyMap<string, number>;
};

/** A document made ready for the rules: contests in the order of filling, people by id. */
export type CountCase = {
  readonly document: CountDocument;
  readonly law: Law;
  readonly kinOf: KinOf;
  readonly contests: readonly CountedContest[];
  readonly people: ReadonlyMap<string, { readonly female: boolean; readonly barred: boolean }>;
  readonly held: ReadonlySet<string>;
};

const NO_BALLOTS: SheetBallots = { issued: 0, returned: 0, invalid: 0 };

/** The sheet on which a contest is voted: its own, or the common one. */
export function sheetOf(document: CountDocument, contest: Contest): SheetBallots {
  return contest.ballots ?? document.ballots ?? NO_BALLOTS;
}

/** Most papers that may come back: as many as went out, or as many as people voted. */
export function mostReturned(sheet: SheetBallots, law: Law): number {
  return law.values.recoveredAgainst === "voters" ? (sheet.voters ?? sheet.issued) : sheet.issued;
}

/** Whether more papers came back than went out (or than people voted): 收回的选票多于发出的选票（投票人数）. */
export function isOverRecovered(sheet: SheetBallots, law: Law): boolean {
  return sheet.returned > mostReturned(sheet, law);
}

/** Whether the law asks this vote for the turnout of more than half. */
export function needsTurnout(document: CountDocument, law: Law): boolean {
  return document.kind === "regular" || law.values.runoffTurnout === "majority";
}

/** Step 1: whether nobody can be elected in a contest. */
function isVoidSheet(document: CountDocument, law: Law, sheet: SheetBallots): boolean {
  return isOverRecovered(sheet, law) || (needsTurnout(document, law) && !moreThanHalf(sheet.returned, document.registered));
}

/** Step 2: offices by rank, women's contests before the open one, then as given. */
export function inOrder(contests: readonly Contest[]): readonly Contest[] {
  const openLast = (contest: Contest) => (contest.only === "women" ? 0 : 1);
  return [...contests].sort((left, right) => rankOf(left.office) - rankOf(right.office) || openLast(left) - openLast(right));
}

/** A contest's own votes by person. */
export function votesIn(document: CountDocument, { contest }: Contest): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  for (const vote of document.votes) if (vote.contest === contest) votes.set(vote.person, vote.for);
  return votes;
}

/**
 * Votes counted in a contest. Under `toLower` those of the open, not void contests of higher offices count too;
 * nothing is carried from or into a women's contest.
 */
function countedIn(contest: Contest, own: ReadonlyMap<string, number>, higher: readonly CountedContest[], carries: boolean): ReadonlyMap<string, number> {
  if (!carries || contest.only === "women") return own;
  const counted = new Map(own);
  for (const above of higher) {
    if (!above.isOpen || above.isVoid) continue;
    for (const [person, votes] of above.own) counted.set(person, (counted.get(person) ?? 0) + votes);
  }
  return counted;
}

/** Makes a sound document ready for the rules. */
export function caseOf(document: CountDocument, law: Law): CountCase {
  const contests: CountedContest[] = [];
  for (const contest of inOrder(document.contests)) {
    const sheet = sheetOf(document, contest);
    const own = votesIn(document, contest);
    contests.push({
      ...contest,
      rank: rankOf(contest.office),
      isOpen: contest.only !== "women",
      sheet,
      isVoid: isVoidSheet(document, law, sheet),
      own,
      counted: countedIn(contest, own, contests, law.values.votesDown === "toLower"),
    });
  }
  return {
    document,
    law,
    contests,
    kinOf: kinFrom(document.kin, law.values.kinResolve === "officeThenVotes"),
    people: new Map(document.people.map((person) => [person.id, { female: person.sex === "female", barred: person.barred }])),
    held: new Set(document.holding.map((office) => office.person)),
  };
}

/** Step 3: people with votes in the contest, electable there and past the threshold, most votes first. */
export function standingIn(count: CountCase, contest: CountedContest, isSettled: (person: string) => boolean): readonly Standing[] {
  const { returned } = contest.sheet;
  const isRegular = count.document.kind === "regular";
  const standings: Standing[] = [];
  for (const [person, votes] of contest.counted) {
    // Whoever holds an office already is not among the people.
    const known = count.people.get(person);
    if (known === undefined || votes === 0 || isSettled(person)) continue;
    if (!contest.isOpen && !known.female) continue;
    const passes = isRegular ? moreThanHalf(votes, returned) : atLeastOneThird(votes, returned);
    if (passes) standings.push({ person, votes, barred: known.barred, female: known.female });
  }
  return standings.sort(compareVotes);
}

/** The re-votes held about one contest. */
export function revotesOf(document: CountDocument, contest: string): readonly Revote[] {
  return document.tieBreaks.flatMap((tieBreak, index) =>
    tieBreak.contest === contest ? [{ index, counts: new Map(tieBreak.votes.map((votes) => [votes.person, votes.for])) }] : [],
  );
}
