import { addDays } from "#lib/calendar/day.ts";
import { OFFICES, type Office } from "#lib/law/parameters.ts";
import type { CountCase } from "./count-case.ts";
import type { Next, NextRunoffContest, Presiding, Vacant } from "./count-document.ts";
import { compareVotes, rankOf } from "./order.ts";
import type { ContestOutcome, Member, Run } from "./run.ts";

/** Contests whose seats can be vacant: decided, with no tie open. */
function isDecided(outcome: ContestOutcome): boolean {
  return outcome.state === "filled" && outcome.filling.tie === null;
}

/** Whether a woman sits in the committee (妇女成员). */
export function hasWoman(run: Run): boolean {
  return run.members.some((member) => member.female);
}

/** Step 6: vacant seats per office, open ones before those only a woman can take. */
export function vacantSeats(run: Run): readonly Vacant[] {
  const keepsForWoman = !hasWoman(run);
  const open = new Map<Office, number>();
  const women = new Map<Office, number>();
  const add = (seats: Map<Office, number>, office: Office, count: number) => seats.set(office, (seats.get(office) ?? 0) + count);
  for (const outcome of run.outcomes.filter(isDecided)) {
    const { contest, filling, seatHeld } = outcome;
    const unfilled = contest.seats - filling.elected.length;
    const forWomen = !keepsForWoman ? 0 : contest.isOpen ? Number(seatHeld) : unfilled;
    add(women, contest.office, forWomen);
    add(open, contest.office, unfilled - forWomen);
  }
  for (const displaced of run.displaced) add(open, displaced.office, 1);
  return OFFICES.flatMap((office): readonly Vacant[] => [
    { office, seats: open.get(office) ?? 0, only: null },
    { office, seats: women.get(office) ?? 0, only: "women" },
  ]).filter((vacant) => vacant.seats > 0);
}

/** Whether a near relative sits in the same or a higher office. */
function isRelativeOfSeated(count: CountCase, members: readonly Member[], person: string, office: Office): boolean {
  const kin = count.kinOf(person);
  return members.some((member) => kin.has(member.person) && rankOf(member.office) <= rankOf(office));
}

/** Candidates of a run-off: the not-elected with most votes in that office's contests, all equal to the last included. */
function candidatesFor(count: CountCase, run: Run, vacant: Vacant): readonly string[] {
  const votesOf = new Map<string, number>();
  for (const contest of count.contests.filter((one) => one.office === vacant.office)) {
    for (const [person, votes] of contest.counted) votesOf.set(person, Math.max(votes, votesOf.get(person) ?? 0));
  }
  const elected = new Set(run.members.map((member) => member.person));
  const ranked = [...votesOf].flatMap(([person, votes]) => {
    const known = count.people.get(person);
    const isOpenTo = known !== undefined && !known.barred && (vacant.only === null || known.female);
    const isFree = votes > 0 && !elected.has(person) && !count.held.has(person);
    return isOpenTo && isFree && !isRelativeOfSeated(count, run.members, person, vacant.office) ? [{ person, votes }] : [];
  });
  ranked.sort(compareVotes);
  const wanted = vacant.seats + count.law.values.runoffMargin;
  const least = ranked[Math.min(wanted, ranked.length) - 1]?.votes ?? 0;
  return ranked.filter((candidate) => candidate.votes >= least).map((candidate) => candidate.person);
}

/** Whether seats may stay empty (暂缺): enough people elected, a woman among them; then no seat is kept for one. */
function mayStayEmpty(count: CountCase, run: Run): boolean {
  const { vacancyAfter, vacancyAllowedFrom, vacancyNeedsChair } = count.law.values;
  return (
    (count.document.kind === "runoff" || vacancyAfter === "regular") &&
    run.members.length >= vacancyAllowedFrom &&
    (!vacancyNeedsChair || run.members.some((member) => member.office === "chair")) &&
    hasWoman(run)
  );
}

const NOTHING: Next = { kind: "none", contests: [], by: null };

function runoffFor(count: CountCase, run: Run, vacant: readonly Vacant[], kind: "runoff" | "meetingDecides"): Next {
  const contests = vacant.map((seat): NextRunoffContest => {
    const people = candidatesFor(count, run, seat);
    return { office: seat.office, only: seat.only, seats: seat.seats, people, short: people.length <= seat.seats };
  });
  const days = count.law.values.runoffDays;
  return { kind, contests, by: days === null ? null : addDays(count.document.date, days) };
}

/** Step 7: what follows: a re-vote, the same vote again, a run-off, the meeting's decision, or nothing. */
export function nextOf(count: CountCase, run: Run, vacant: readonly Vacant[]): Next {
  const ties = run.outcomes.flatMap(({ contest, filling: { tie } }) =>
    tie === null ? [] : [{ contest: contest.contest, seats: tie.seats, people: tie.people }],
  );
  if (ties.length > 0) return { kind: "revote", contests: ties, by: null };
  const voidOnes = run.outcomes.filter((outcome) => outcome.state === "void");
  if (voidOnes.length > 0) {
    const contests = voidOnes.map(({ contest }) => ({ contest: contest.contest, seats: contest.seats, people: [] }));
    return { kind: "newVote", contests, by: null };
  }
  if (vacant.length === 0) return NOTHING;
  if (!mayStayEmpty(count, run)) return runoffFor(count, run, vacant, "runoff");
  return count.law.values.vacancyBy === "law" ? NOTHING : runoffFor(count, run, vacant, "meetingDecides");
}

/** Step 8: who presides (主持工作) when no vote follows and nobody holds the chair. */
export function presidingOf(count: CountCase, run: Run, next: Next): Presiding {
  const isFinal = count.document.kind === "runoff" || count.law.values.vacancyAfter === "regular";
  const nothingFollows = next.kind === "none" || next.kind === "meetingDecides";
  if (!isFinal || !nothingFollows || run.members.some((member) => member.office === "chair")) return null;
  const of = (office: Office) => run.members.filter((member) => member.office === office).sort(compareVotes);
  const viceChairs = of("viceChair");
  const presiders = viceChairs.length > 0 || count.law.values.presidingElse === "representatives" ? viceChairs : of("member");
  const [first, second] = presiders;
  if (first === undefined || second?.votes === first.votes) return "representativesChoose";
  return { person: first.person };
}
