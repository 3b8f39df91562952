import { finding } from "../law/catalogue.ts";
import type { Office } from "../law/parameters.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import { mostVotes, type MeetingRecord } from "../meeting/rules.ts";
import type { LeaveReason, MemberRow, Method, Position } from "./model.ts";

/** What speaks against an election committee as it was chosen. Its size stands only in guides and provincial measures. */
export function committeeFindings(members: readonly MemberRow[], relatives: boolean, law: Law): readonly Finding[] {
  const serving = members.filter((member) => member.position !== "reserve");
  const { committeeSizeMin: min, committeeSizeMax: max } = law.values;
  const tie = tieOf(members);
  const guide = law.citations.committeeSizeMin.confidence === "seen" ? "error" : "warning";
  return [
    ...(min === null ? [] : [finding("committeeTooSmall", { law, ok: serving.length >= min, severity: guide, actual: { members: serving.length, min }, required: `${serving.length} >= ${min}`, fields: ["members"] })]),
    ...(max === null ? [] : [finding("committeeTooLarge", { law, ok: serving.length <= max, actual: { members: serving.length, max }, required: `${serving.length} <= ${max}`, fields: ["members"] })]),
    ...oddnessFindings(serving.length, law),
    finding("committeeNoWoman", { law, ok: serving.some((member) => member.sex === "female"), actual: { members: serving.length }, required: ">= 1", fields: ["members"] }),
    finding("committeeRelatives", { law, ok: !relatives, fields: ["relatives"] }),
    finding("committeeTie", { law, ok: tie.people === 0, actual: tie, fields: ["members"] }),
  ];
}

/** An odd number of members, where the province requires or the guides prefer it, so that no vote of theirs ends equal. */
function oddnessFindings(members: number, law: Law): readonly Finding[] {
  const rule = law.values.committeeOdd;
  if (rule === "notAsked") return [];
  return [finding("committeeEven", { law, ok: members % 2 === 1, severity: rule === "required" ? "error" : "info", actual: { members, rule }, required: "odd", fields: ["members"] })];
}

/** Fewest votes of a serving member whom the same people chose: all, or one group's own meeting. */
const lowestOf = (members: readonly Pick<MemberRow, "position" | "votes" | "chosenByGroup">[], chosenByGroup: number | null): number =>
  Math.min(...members.filter((member) => member.position !== "reserve" && member.chosenByGroup === chosenByGroup).map((member) => member.votes));

/** Reserves with as many votes as the last member whom the same people chose. */
function tieOf(members: readonly MemberRow[]): { readonly votes: number; readonly people: number } {
  const tied = members.filter((member) => member.position === "reserve" && member.votes === lowestOf(members, member.chosenByGroup));
  return { votes: tied[0]?.votes ?? 0, people: tied.length };
}

/** A field of the form that is wrong, by its path. */
export type RowIssue = { readonly field: string; readonly code: string; readonly params: Readonly<Record<string, string | number>> };

/** What cannot be: more votes than people present, no chair or two, a reserve with more votes than a member, a person twice. */
export function memberIssues(members: readonly (MemberRow & { readonly row: number })[], meeting: Pick<MeetingRecord, "kind" | "present" | "groups">): readonly RowIssue[] {
  const chairs = members.filter((member) => member.position === "chair");
  const seen = new Set<string>();
  const issues: RowIssue[] = [];
  const at = (row: number, name: string): string => `members.${row}.${name}`;
  if (members.length === 0) issues.push({ field: "members.0.name", code: "required", params: {} });
  else if (chairs.length === 0) issues.push({ field: at(members[0]?.row ?? 0, "position"), code: "oneChair", params: {} });
  for (const extra of chairs.slice(1)) issues.push({ field: at(extra.row, "position"), code: "oneChair", params: {} });
  for (const member of members) {
    const key = `${member.name}|${member.group ?? ""}|${member.sex}`;
    if (seen.has(key)) issues.push({ field: at(member.row, "name"), code: "standsTwice", params: { value: member.name } });
    seen.add(key);
    const present = mostVotes(meeting, member.chosenByGroup);
    if (present === null) issues.push({ field: at(member.row, "chosenByGroup"), code: "groupDidNotMeet", params: { group: member.chosenByGroup ?? 0 } });
    else if (member.votes > present) issues.push({ field: at(member.row, "votes"), code: "aboveBallots", params: { votes: member.votes, ballots: present } });
    const lowest = lowestOf(members, member.chosenByGroup);
    if (member.position === "reserve" && member.votes > lowest) issues.push({ field: at(member.row, "position"), code: "reserveAbove", params: { votes: member.votes, lowest } });
  }
  return issues;
}

/** Members in the order of the result: by votes, then as entered. Rank 1 is first. */
export function ranked<Member extends { readonly votes: number }>(members: readonly Member[]): readonly (Member & { readonly rank: number })[] {
  return members
    .map((member, index) => ({ member, index }))
    .toSorted((one, other) => other.member.votes - one.member.votes || one.index - other.index)
    .map(({ member }, index) => ({ ...member, rank: index + 1 }));
}

/** A member as the rules of leaving and stepping in see him. */
export type Standing = {
  readonly id: string;
  readonly rank: number;
  readonly position: Position;
  readonly state: "serving" | "reserve" | "left";
  /** The group whose own meeting chose him; null or absent: chosen by all. */
  readonly chosenByGroup?: number | null;
};

/** What changes when members leave: new positions and states by id, and whom each newcomer replaces. */
export type Succession = {
  readonly members: readonly Standing[];
  readonly left: readonly string[];
  readonly steppedIn: readonly { readonly id: string; readonly replaces: string }[];
};

/**
 * Members leave and reserves step in by the order of the result (依次递补, 2025 law, Article 15). The chair's place goes to
 * the first vice chair, else the first member; a vice chair's to the first member; the reserve fills the last place.
 */
export function succeed(members: readonly Standing[], leaving: ReadonlySet<string>): Succession {
  const byRank = members.toSorted((one, other) => one.rank - other.rank);
  const now = new Map<string, Standing>(byRank.map((member) => [member.id, leaving.has(member.id) && member.state !== "left" ? { ...member, state: "left" } : member]));
  const left = byRank.filter((member) => leaving.has(member.id) && member.state !== "left").map((member) => member.id);
  const steppedIn: { id: string; replaces: string }[] = [];
  for (const gone of byRank.filter((member) => leaving.has(member.id) && member.state === "serving").toSorted((one, other) => weight[other.position] - weight[one.position])) {
    fill(now, gone.position);
    // What one group chose is made up for by that group's next in line, as long as it has one.
    const reserves = [...now.values()].filter((member) => member.state === "reserve");
    const reserve = reserves.find((member) => (member.chosenByGroup ?? null) === (gone.chosenByGroup ?? null)) ?? reserves[0];
    if (reserve === undefined) continue;
    now.set(reserve.id, { ...reserve, state: "serving", position: "member" });
    steppedIn.push({ id: reserve.id, replaces: gone.id });
    if (gone.position === "chair" || gone.position === "viceChair") fill(now, gone.position);
  }
  return { members: [...now.values()], left, steppedIn };
}

const weight: Readonly<Record<Position, number>> = { chair: 0, viceChair: 1, member: 2, reserve: 3 };

/** Moves the next in line up into a chair that is empty, and so on downwards. */
function fill(members: Map<string, Standing>, position: Position): void {
  if (position !== "chair" && position !== "viceChair") return;
  const serving = [...members.values()].filter((member) => member.state === "serving");
  if (position === "chair" && serving.some((member) => member.position === "chair")) return;
  const next = (position === "chair" ? serving.find((member) => member.position === "viceChair") : undefined) ?? serving.find((member) => member.position === "member");
  if (next === undefined) return;
  members.set(next.id, { ...next, position });
  if (next.position === "viceChair") fill(members, "viceChair");
}

/** A pair of near relatives, as roll entries. */
export type KinPair = readonly [string, string];

/**
 * Who must leave the election committee because he or a near relative is nominated (2025 law, Article 15; the older law
 * and some provinces ask less). Reserves leave the same way, so that none of them steps in.
 */
export function mustLeave(
  members: readonly { readonly id: string; readonly entryId: string | null; readonly state: Standing["state"] }[],
  nominated: ReadonlySet<string>,
  kin: readonly KinPair[],
  leaveOn: Law["values"]["committeeLeaveOn"],
): readonly { readonly id: string; readonly reason: Extract<LeaveReason, "nominated" | "relativeNominated"> }[] {
  const relativeOfNominee = (entry: string): boolean => kin.some(([one, other]) => (one === entry && nominated.has(other)) || (other === entry && nominated.has(one)));
  return members.flatMap(({ id, entryId, state }): readonly { readonly id: string; readonly reason: "nominated" | "relativeNominated" }[] => {
    if (state === "left" || entryId === null) return [];
    if (nominated.has(entryId)) return [{ id, reason: "nominated" }];
    return leaveOn === "nominatedOrRelativeNominated" && relativeOfNominee(entryId) ? [{ id, reason: "relativeNominated" }] : [];
  });
}

/** One office's seats as decided. */
export type SeatPlan = { readonly contest: string; readonly office: Office; readonly only: "women" | null; readonly seats: number; readonly margin: number };

/** The contests of the vote, highest office first; an office without seats has none. */
export function seatPlans(input: { readonly chair: number; readonly viceChair: number; readonly member: number; readonly woman: number } & Readonly<Record<"chairMargin" | "viceChairMargin" | "memberMargin" | "womanMargin", number>>): readonly SeatPlan[] {
  const plans: readonly SeatPlan[] = [
    { contest: "chair", office: "chair", only: null, seats: input.chair, margin: input.chairMargin },
    { contest: "viceChair", office: "viceChair", only: null, seats: input.viceChair, margin: input.viceChairMargin },
    { contest: "woman", office: "member", only: "women", seats: input.woman, margin: input.womanMargin },
    { contest: "member", office: "member", only: null, seats: input.member, margin: input.memberMargin },
  ];
  return plans.filter((plan) => plan.seats > 0);
}

/** The margin's field in the form that decides the seats. */
const marginField = (contest: string): string => `${contest}Margin`;

/** Three to seven in all (2025 law, Article 8), and more candidates than seats where there are candidates (Article 18). */
export function seatFindings(plans: readonly SeatPlan[], method: Method, law: Law): readonly Finding[] {
  const total = plans.reduce((sum, plan) => sum + plan.seats, 0);
  const { membersMin: min, membersMax: max } = law.values;
  const range = finding("seatsOutOfRange", { law, ok: total >= min && total <= max, actual: { seats: total, min, max }, required: `${min} <= ${total} <= ${max}`, fields: ["member"] });
  const composition = [range, ...oddSeats(total, law), ...womanSeat(plans, law)];
  if (method !== "candidates") return composition;
  return [...composition, ...plans.flatMap((plan) => marginFindings(plan.office, plan.margin, [marginField(plan.contest)], law))];
}

const oddSeats = (seats: number, law: Law): readonly Finding[] =>
  law.values.membersOdd ? [finding("seatsEven", { law, ok: seats % 2 === 1, actual: { seats }, required: "odd", fields: ["member"] })] : [];

/** Where the meeting fixes beforehand which office a woman holds (妇女成员所担任的职位), an office must be kept for women. */
const womanSeat = (plans: readonly SeatPlan[], law: Law): readonly Finding[] =>
  law.values.womenOffice === "fixedBeforehand" ? [finding("womanSeatNotFixed", { law, ok: plans.some((plan) => plan.only === "women"), required: ">= 1", fields: ["woman"] })] : [];

/** Whether a margin (差额) of one office keeps to the law and the province's measures. */
export function marginFindings(office: Office, margin: number, fields: readonly string[], law: Law): readonly Finding[] {
  const { min, max } = law.values.margin[office];
  return [
    finding("marginTooSmall", { law, ok: margin >= min, actual: { office, margin, min }, required: `${margin} >= ${min}`, fields }),
    ...(max === null ? [] : [finding("marginTooLarge", { law, ok: margin <= max, actual: { office, margin, max }, required: `${margin} <= ${max}`, fields })]),
  ];
}
