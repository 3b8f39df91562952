import { addDays } from "#lib/calendar/day.ts";
import type { LawValues, Office } from "#lib/law/parameters.ts";
import type { Contest, CountDocument, CountedPerson, Determination, Next, Presiding, Tied, Vacant } from "#lib/result/count-document.ts";

/**
 * The determination a second time, after the letter of its rules, step by step, with no care for speed: an outcome that
 * both agree on was reached in two ways. It shares no code with `lib/result`. Sound documents only; without findings.
 */
export type Letter = Omit<Determination, "findings" | "schema">;

type Seated = { readonly person: string; readonly office: Office; readonly votes: number; readonly female: boolean };
type Standing = CountedPerson & { readonly votes: number };
/** A contest while it is filled. Every step makes a new one. */
type State = {
  readonly left: number;
  readonly elected: readonly Standing[];
  readonly voided: readonly Standing[];
  readonly skipped: readonly Standing[];
  readonly used: readonly number[];
  readonly tie: Omit<Tied, "contest"> | null;
};
type Result = { readonly contest: Contest; readonly kind: "void" | "waiting" | "filled"; readonly state: State; readonly seatHeld: boolean };

const RANK = { chair: 1, viceChair: 2, member: 3 } as const;
const OFFICES = ["chair", "viceChair", "member"] as const;

/** Ids in the order of their code points. */
function byId(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  for (let place = 0; place < Math.max(a.length, b.length); place += 1) {
    const difference = (a[place]?.codePointAt(0) ?? -1) - (b[place]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

const byVotes = <Item extends { readonly votes: number }>(idOf: (item: Item) => string) => (one: Item, other: Item): number => other.votes - one.votes || byId(idOf(one), idOf(other));
const standingOrder = byVotes<Standing>((one) => one.id);
const seatedOrder = byVotes<Seated>((one) => one.person);

/** People in groups of equal numbers, the highest first. */
function groupsOf(people: readonly Standing[], numberOf: (one: Standing) => number): readonly (readonly Standing[])[] {
  const numbers = [...new Set(people.map(numberOf))].sort((one, other) => other - one);
  return numbers.map((number) => people.filter((one) => numberOf(one) === number));
}

/** Every way to choose some of the people. */
function choices<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const [first, ...others] = items;
  if (first === undefined) return [[]];
  return choices(others).flatMap((chosen) => [chosen, [first, ...chosen]]);
}

class Reckoning {
  readonly #document: CountDocument;
  readonly #law: LawValues;
  #committee: readonly Seated[];
  #settled: readonly string[] = [];
  readonly #displaced: { person: string; office: Office; by: string }[] = [];

  constructor(document: CountDocument, law: LawValues) {
    this.#document = document;
    this.#law = law;
    this.#committee = document.holding.map(({ person, office, votes, sex }) => ({ person, office, votes, female: sex === "female" }));
  }

  #related(one: string, other: string): boolean {
    return this.#law.kinResolve === "officeThenVotes" && this.#document.kin.some(([a, b]) => (a === one && b === other) || (a === other && b === one));
  }

  #sheet(contest: Contest) {
    return contest.ballots ?? this.#document.ballots ?? { issued: 0, returned: 0, invalid: 0 };
  }

  // Step 1
  #isVoid(contest: Contest): boolean {
    const sheet = this.#sheet(contest);
    const most = this.#law.recoveredAgainst === "voters" ? sheet.voters : sheet.issued;
    const asksTurnout = this.#document.kind === "regular" || this.#law.runoffTurnout === "majority";
    return sheet.returned > (most ?? 0) || (asksTurnout && !(2 * sheet.returned > this.#document.registered));
  }

  // Step 2
  #ordered(): readonly Contest[] {
    return OFFICES.flatMap((office) => {
      const own = this.#document.contests.filter((contest) => contest.office === office);
      return [...own.filter((contest) => contest.only === "women"), ...own.filter((contest) => contest.only !== "women")];
    });
  }

  #own(contest: Contest, person: string): number {
    return this.#document.votes.find((vote) => vote.contest === contest.contest && vote.person === person)?.for ?? 0;
  }

  #counted(contest: Contest, person: string): number {
    const carried = this.#law.votesDown === "toLower" && contest.only !== "women" ? this.#document.contests.filter((other) => other.only !== "women" && !this.#isVoid(other) && RANK[other.office] < RANK[contest.office]) : [];
    return [contest, ...carried].reduce((sum, one) => sum + this.#own(one, person), 0);
  }

  // Step 3
  #standing(contest: Contest): readonly Standing[] {
    const { returned } = this.#sheet(contest);
    return this.#document.people
      .map((person) => ({ ...person, votes: this.#counted(contest, person.id) }))
      .filter(({ id, sex, votes }) => {
        const enough = this.#document.kind === "regular" ? 2 * votes > returned : 3 * votes >= returned;
        return votes > 0 && enough && !this.#settled.includes(id) && (contest.only !== "women" || sex === "female");
      })
      .sort(standingOrder);
  }

  #isRelativeOfSeated(contest: Contest, state: State, person: string): boolean {
    const above = this.#committee.filter((seated) => RANK[seated.office] <= RANK[contest.office]).map((seated) => seated.person);
    return [...above, ...state.elected.map((one) => one.id)].some((other) => this.#related(person, other));
  }

  // Step 4
  #walk(contest: Contest, state: State, groups: readonly (readonly Standing[])[]): State {
    return groups.reduce((now, group) => (now.left === 0 || now.tie !== null ? now : this.#group(contest, now, group)), state);
  }

  #group(contest: Contest, before: State, whole: readonly Standing[]): State {
    const skipped = whole.filter((one) => !one.barred && this.#isRelativeOfSeated(contest, before, one.id));
    const group = whole.filter((one) => !skipped.includes(one));
    const barred = group.filter((one) => one.barred);
    const fits = group.length <= before.left;
    const state = { ...before, skipped: [...before.skipped, ...skipped], voided: fits ? [...before.voided, ...barred] : before.voided, left: fits ? before.left - barred.length : before.left };
    const rest = group.filter((one) => !one.barred);
    const free = rest.filter((one) => !rest.some((other) => this.#related(one.id, other.id)));
    const others = rest.filter((one) => !free.includes(one));
    const together = Math.max(...choices(others).filter((some) => !some.some((one) => some.some((other) => this.#related(one.id, other.id)))).map((some) => some.length));
    if (rest.length === 0) return state;
    if (free.length + together > state.left) return this.#tied(contest, state, rest, state.left, "votes");
    const seated = { ...state, elected: [...state.elected, ...free], left: state.left - free.length };
    return others.length === 0 ? seated : this.#tied(contest, seated, others, together, "kin");
  }

  #revote(contest: Contest, state: State, people: readonly Standing[]): number {
    return this.#document.tieBreaks.findIndex(
      (one, index) => one.contest === contest.contest && !state.used.includes(index) && one.votes.length === people.length && people.every((person) => one.votes.some((vote) => vote.person === person.id)),
    );
  }

  #revoteCount = (index: number) => (person: Standing): number => this.#document.tieBreaks[index]?.votes.find((vote) => vote.person === person.id)?.for ?? 0;

  #tied(contest: Contest, state: State, people: readonly Standing[], seats: number, reason: Tied["reason"]): State {
    const index = this.#revote(contest, state, people);
    if (index >= 0) return this.#walk(contest, { ...state, used: [...state.used, index] }, groupsOf(people, this.#revoteCount(index)));
    return { ...state, tie: { people: people.map((one) => one.id).sort(byId), seats, votes: people[0]?.votes ?? 0, reason } };
  }

  #fill(contest: Contest, state: State, people: readonly Standing[]): State {
    return this.#walk(contest, state, groupsOf(people, (one) => one.votes));
  }

  // Step 5
  #filled(contest: Contest, used: readonly number[]): { readonly state: State; readonly seatHeld: boolean } {
    const people = this.#standing(contest);
    const empty = (left: number): State => ({ left, elected: [], voided: [], skipped: [], used, tie: null });
    const plain = this.#fill(contest, empty(contest.seats), people);
    const applies = this.#law.women === "declareFirst" && contest.only !== "women" && contest.office === "member" && this.#document.contests.every((one) => one.only !== "women");
    if (!applies || this.#committee.some((one) => one.female) || this.#leavesWoman(plain, people)) return { state: plain, seatHeld: false };
    const women = people.filter((one) => one.sex === "female" && !one.barred);
    let passed = women.filter((one) => this.#isRelativeOfSeated(contest, empty(0), one.id));
    for (const level of groupsOf(women.filter((one) => !passed.includes(one)), (one) => one.votes)) {
      const votes = level[0]?.votes ?? 0;
      const above = this.#fill(contest, empty(contest.seats - 1), people.filter((one) => one.votes > votes));
      const related = level.filter((one) => above.elected.some((other) => this.#related(one.id, other.id)));
      passed = [...passed, ...related];
      const open = level.filter((one) => !related.includes(one));
      if (open.length === 0) continue;
      const state = this.#womanFirst(contest, { ...above, skipped: [...above.skipped, ...passed] }, open, people);
      return { state, seatHeld: false };
    }
    const held = this.#fill(contest, empty(contest.seats - 1), people);
    return { state: { ...held, skipped: [...held.skipped, ...passed] }, seatHeld: true };
  }

  #leavesWoman({ elected, tie }: State, people: readonly Standing[]): boolean {
    if (elected.some((one) => one.sex === "female")) return true;
    if (tie === null) return false;
    const tied = people.filter((one) => tie.people.includes(one.id));
    const men = tied.filter((one) => one.sex === "male");
    return men.length < tie.seats && !men.some((man) => tied.some((woman) => woman.sex === "female" && this.#related(man.id, woman.id)));
  }

  /** The open women of one level: settled by re-votes among those equal at the top, else tied for the one seat. */
  #womanFirst(contest: Contest, above: State, open: readonly Standing[], people: readonly Standing[]): State {
    const index = open.length > 1 ? this.#revote(contest, above, open) : -1;
    const [top] = index >= 0 ? groupsOf(open, this.#revoteCount(index)) : [];
    if (top !== undefined) return this.#womanFirst(contest, { ...above, used: [...above.used, index] }, top, people);
    const [woman, another] = open;
    if (woman === undefined) throw new Error("no woman");
    if (another !== undefined) return above.tie === null ? { ...above, tie: { people: open.map((one) => one.id).sort(byId), seats: 1, votes: woman.votes, reason: "women" } } : above;
    if (above.tie?.people.some((person) => this.#related(person, woman.id))) return above;
    return this.#fill(contest, { ...above, elected: [...above.elected, woman] }, people.filter((one) => one.votes <= woman.votes && one.id !== woman.id));
  }

  #seat(contest: Contest, state: State): void {
    this.#settled = [...this.#settled, ...[...state.voided, ...state.elected].map((one) => one.id)];
    for (const one of state.elected) {
      const gone = this.#committee.filter((seated) => this.#document.holding.some((held) => held.person === seated.person) && RANK[seated.office] > RANK[contest.office] && this.#related(seated.person, one.id));
      this.#displaced.push(...gone.map(({ person, office }) => ({ person, office, by: one.id })).sort((a, b) => byId(a.person, b.person)));
      this.#committee = [...this.#committee.filter((seated) => !gone.includes(seated)), { person: one.id, office: contest.office, votes: one.votes, female: one.sex === "female" }];
    }
  }

  // Step 6
  #vacant(results: readonly Result[]): readonly Vacant[] {
    const keeps = !this.#committee.some((one) => one.female);
    const seats = (office: Office, forWomen: boolean): number => {
      const decided = results.filter((one) => one.kind === "filled" && one.state.tie === null && one.contest.office === office);
      const empty = decided.map(({ contest, state, seatHeld }) => {
        const unfilled = contest.seats - state.elected.length;
        const kept = keeps && contest.only === "women" ? unfilled : keeps && seatHeld ? 1 : 0;
        return forWomen ? kept : unfilled - kept;
      });
      const given = forWomen ? 0 : this.#displaced.filter((one) => one.office === office).length;
      return empty.reduce((sum, one) => sum + one, given);
    };
    return OFFICES.flatMap((office) => [{ office, seats: seats(office, false), only: null }, { office, seats: seats(office, true), only: "women" as const }]).filter((one) => one.seats > 0);
  }

  // Step 7
  #next(results: readonly Result[], vacant: readonly Vacant[]): Next {
    const ties = results.flatMap(({ contest: { contest }, state: { tie } }) => (tie === null ? [] : [{ contest, seats: tie.seats, people: tie.people }]));
    if (ties.length > 0) return { kind: "revote", contests: ties, by: null };
    const again = results.filter((one) => one.kind === "void").map(({ contest: { contest, seats } }) => ({ contest, seats, people: [] }));
    if (again.length > 0) return { kind: "newVote", contests: again, by: null };
    const { vacancyAfter, vacancyAllowedFrom, vacancyNeedsChair, vacancyBy, runoffDays } = this.#law;
    const mayStay =
      (this.#document.kind === "runoff" || vacancyAfter === "regular") &&
      this.#committee.length >= vacancyAllowedFrom &&
      (!vacancyNeedsChair || this.#committee.some((one) => one.office === "chair")) &&
      this.#committee.some((one) => one.female) &&
      !vacant.some((one) => one.only === "women");
    if (vacant.length === 0 || (mayStay && vacancyBy === "law")) return { kind: "none", contests: [], by: null };
    const contests = vacant.map((one) => {
      const people = this.#runoffCandidates(one);
      return { ...one, people, short: people.length <= one.seats };
    });
    return { kind: mayStay ? "meetingDecides" : "runoff", contests, by: runoffDays === null ? null : addDays(this.#document.date, runoffDays) };
  }

  #runoffCandidates({ office, seats, only }: Vacant): readonly string[] {
    const own = this.#document.contests.filter((contest) => contest.office === office);
    const above = this.#committee.filter((one) => RANK[one.office] <= RANK[office]);
    const ranked = this.#document.people
      .map((person) => ({ ...person, votes: Math.max(0, ...own.map((contest) => this.#counted(contest, person.id))) }))
      .filter(({ id, sex, barred, votes }) => votes > 0 && !barred && (only === null || sex === "female") && !this.#committee.some((one) => one.person === id) && !above.some((one) => this.#related(one.person, id)))
      .sort(standingOrder);
    const last = ranked.slice(0, seats + this.#law.runoffMargin).at(-1);
    return ranked.filter((one) => last !== undefined && one.votes >= last.votes).map((one) => one.id);
  }

  // Step 8
  #presiding(next: Next): Presiding {
    const follows = next.kind !== "none" && next.kind !== "meetingDecides";
    const mayEnd = this.#document.kind === "runoff" || this.#law.vacancyAfter === "regular";
    if (follows || !mayEnd || this.#committee.some((one) => one.office === "chair")) return null;
    const vice = this.#committee.filter((one) => one.office === "viceChair");
    const asked = vice.length === 0 && this.#law.presidingElse === "memberMostVotes" ? this.#committee.filter((one) => one.office === "member") : vice;
    const [first, second] = [...asked].sort(seatedOrder);
    return first === undefined || first.votes === second?.votes ? "representativesChoose" : { person: first.person };
  }

  outcome(): Letter {
    const results: Result[] = [];
    for (const contest of this.#ordered()) {
      const empty: State = { left: contest.seats, elected: [], voided: [], skipped: [], used: [], tie: null };
      if (this.#isVoid(contest)) results.push({ contest, kind: "void", state: empty, seatHeld: false });
      else if (results.some((one) => one.state.tie !== null)) results.push({ contest, kind: "waiting", state: empty, seatHeld: false });
      else {
        const filled = this.#filled(contest, results.flatMap((one) => one.state.used));
        results.push({ contest, kind: "filled", ...filled });
        this.#seat(contest, filled.state);
      }
    }
    const vacant = this.#vacant(results);
    const next = this.#next(results, vacant);
    const named = (of: (state: State) => readonly Standing[]) => results.flatMap(({ contest: { contest }, state }) => [...new Set(of(state).map((one) => one.id))].map((id) => of(state).find((one) => one.id === id)).filter((one) => one !== undefined).sort(standingOrder).map((one) => ({ contest, person: one.id })));
    return {
      valid: results.some((one) => one.kind !== "void"),
      void: results.filter((one) => one.kind === "void").map((one) => one.contest.contest),
      elected: results.flatMap(({ contest: { contest, office }, state }) => [...state.elected].sort(standingOrder).map(({ id, votes }) => ({ contest, office, person: id, votes }))),
      tied: results.flatMap(({ contest: { contest }, state: { tie } }) => (tie === null ? [] : [{ contest, ...tie }])),
      skipped: named((state) => state.skipped).map((one) => ({ ...one, reason: "kin" as const })),
      displaced: this.#displaced,
      voided: named((state) => state.voided),
      pending: results.filter(({ kind, contest, state }) => kind === "waiting" || (state.tie !== null && state.elected.length + state.tie.seats < contest.seats)).map((one) => one.contest.contest),
      vacant,
      next,
      presiding: this.#presiding(next),
    };
  }
}

/** The outcome of a sound count after the letter of the rules. */
export const byTheLetter = (document: CountDocument, law: LawValues): Letter => new Reckoning(document, law).outcome();
