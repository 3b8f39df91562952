import { finding } from "../law/catalogue.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import {
  callingCitation, compositionRules, decisionRule, hasQuorum, isDecided, leastComposition, meetingCitation, noticeKept, noticeRule, quorumOf, quorumRule, representativesCitation,
  representativesComposition, requestObliges, requestRule, type MeetingRequest,
} from "../law/meeting.ts";
import { leastMajority } from "../law/thresholds.ts";
import type { Issue } from "../platform/refusal.ts";
import { err, ok, type Result } from "../platform/result.ts";
import { daysBetween } from "../calendar/day.ts";
import { attendanceOf } from "./attendance.ts";
import type { Caller, MeetingBasis, MeetingKind } from "./kinds.ts";
import type { MeetingInput } from "./model.ts";

/** One group's own meeting; `row`: where it stood in the form. */
export type GroupFigures = { readonly groupNumber: number; readonly entitled: number; readonly present: number; readonly row?: number };

/** A meeting as it is kept: every figure that its kind needs is there, sums over the groups where groups met. */
export type MeetingRecord = {
  readonly kind: MeetingKind;
  readonly basis: MeetingBasis;
  readonly heldOn: string;
  readonly place: string;
  readonly noticeOn: string | null;
  readonly calledBy: Caller;
  readonly requestedBy: number | null;
  readonly requestBase: number | null;
  readonly presidedBy: string;
  readonly recordedBy: string;
  readonly entitled: number;
  readonly present: number;
  readonly representatives: number | null;
  readonly womenRepresentatives: number | null;
  readonly groups: readonly GroupFigures[];
  readonly minutes: string;
};

const issue = (field: string, code: string, params: Issue["params"] = {}): Issue => ({ field, code, params });
const required = (field: string): Issue => issue(field, "required");

/** A number that stands for `of` cannot be larger than it. */
const tooMany = (field: string, code: string, part: number | null, of: number | null): readonly Issue[] =>
  part !== null && of !== null && part > of ? [issue(field, code, { present: part, entitled: of })] : [];

function attendanceIssues(input: MeetingInput): readonly Issue[] {
  if (input.kind !== "groups") {
    const missing = (["entitled", "present"] as const).filter((field) => input[field] === null).map(required);
    return [...missing, ...tooMany("present", "aboveEntitled", input.present, input.entitled)];
  }
  if (input.groups.length === 0) return [required("groups.0.present")];
  const seen = new Set<number>();
  return input.groups.flatMap(({ row, groupNumber, entitled, present }) => {
    const twice = seen.has(groupNumber) ? [issue(`groups.${row}.groupNumber`, "standsTwice", { value: groupNumber })] : [];
    seen.add(groupNumber);
    return [...twice, ...tooMany(`groups.${row}.present`, "aboveEntitled", present, entitled)];
  });
}

function compositionIssues({ kind, entitled, representatives, womenRepresentatives }: MeetingInput): readonly Issue[] {
  if (kind !== "representatives") return [];
  return [
    ...(representatives === null ? [required("representatives")] : []),
    ...(womenRepresentatives === null ? [required("womenRepresentatives")] : []),
    ...tooMany("representatives", "aboveMembers", representatives, entitled),
    ...tooMany("womenRepresentatives", "aboveRepresentatives", womenRepresentatives, representatives),
  ];
}

const asked = (calledBy: Caller): boolean => calledBy === "onVillagersRequest" || calledBy === "onRepresentativesRequest";

function requestIssues({ calledBy, requestedBy, requestBase }: MeetingInput): readonly Issue[] {
  if (!asked(calledBy)) return [];
  return [...(requestedBy === null ? [required("requestedBy")] : []), ...(requestBase === null ? [required("requestBase")] : []), ...tooMany("requestedBy", "aboveBase", requestedBy, requestBase)];
}

function dayIssues({ kind, heldOn, noticeOn }: MeetingInput, today: string, law: Law): readonly Issue[] {
  return [
    ...(heldOn > today ? [issue("heldOn", "inFuture")] : []),
    ...(noticeOn === null && noticeRule(heldAs(kind), law) !== null ? [required("noticeOn")] : []),
    ...(noticeOn !== null && noticeOn > heldOn ? [issue("noticeOn", "afterMeeting")] : []),
  ];
}

const basisOf = ({ kind, basis }: MeetingInput): MeetingBasis | null => (kind === "representatives" ? "members" : basis === "persons" || basis === "households" ? basis : null);

/** Reads what a form says of a meeting: what its kind needs must be there, and no part may be larger than its whole. */
export function readMeeting(input: MeetingInput, today: string, law: Law): Result<MeetingRecord, readonly Issue[]> {
  const basis = basisOf(input);
  const issues = [...(basis === null ? [issue("basis", "notChosen")] : []), ...dayIssues(input, today, law), ...requestIssues(input), ...attendanceIssues(input), ...compositionIssues(input)];
  if (issues.length > 0 || basis === null) return err(issues);
  const groups = input.kind === "groups" ? input.groups : [];
  const sum = (part: "entitled" | "present"): number => (input.kind === "groups" ? groups.reduce((total, group) => total + group[part], 0) : (input[part] ?? 0));
  const composed = input.kind === "representatives";
  const { kind, heldOn, place, noticeOn, calledBy, presidedBy, recordedBy } = input;
  return ok({
    kind, basis, heldOn, place, noticeOn, calledBy, presidedBy, recordedBy, groups, minutes: input.minutes ?? "",
    requestedBy: asked(calledBy) ? input.requestedBy : null, requestBase: asked(calledBy) ? input.requestBase : null,
    entitled: sum("entitled"), present: sum("present"),
    representatives: composed ? input.representatives : null, womenRepresentatives: composed ? input.womenRepresentatives : null,
  });
}

/** Whom the roll knows on the day of the meeting: villagers of eighteen and more, and households, in all and by group. */
export type KnownPeople = { readonly adults: number; readonly households: number; readonly groups: readonly { readonly groupNumber: number; readonly adults: number; readonly households: number }[] };

type Figures = Pick<MeetingRecord, "kind" | "basis" | "entitled" | "present" | "groups">;

/** Whether enough people came: to the meeting, or to each group's own (2025 law, 26, 30, 32). */
export function quorumFindings(meeting: Figures, law: Law): readonly Finding[] {
  const one = (figures: { readonly entitled: number; readonly present: number }, group: number | null, field: string): Finding => {
    const attendance = attendanceOf({ kind: meeting.kind, basis: meeting.basis, ...figures });
    return finding(group === null ? "committeeQuorum" : "groupQuorum", {
      law, ok: hasQuorum(attendance), citation: meetingCitation(attendance.kind, law.national), required: quorumRule(attendance), fields: [field],
      actual: { present: figures.present, entitled: figures.entitled, quorum: quorumOf(attendance), ...(group === null ? {} : { group }) },
    });
  };
  if (meeting.kind !== "groups") return [one(meeting, null, "present")];
  return meeting.groups.map((group, place) => one(group, group.groupNumber, `groups.${group.row ?? place}.present`));
}

/** Whether the representatives' meeting is lawfully made up (2025 law, 29); nothing for other meetings or older records without figures. */
export function compositionFindings({ kind, entitled, representatives, womenRepresentatives }: Pick<MeetingRecord, "kind" | "entitled" | "representatives" | "womenRepresentatives">, law: Law): readonly Finding[] {
  if (kind !== "representatives" || representatives === null || womenRepresentatives === null) return [];
  const made = representativesComposition(entitled, representatives, womenRepresentatives);
  const least = leastComposition(entitled);
  const rules = compositionRules(entitled, representatives, womenRepresentatives);
  const citation = representativesCitation(law.national);
  return [
    finding("representativesComposition", { law, ok: made.enoughRepresentatives, citation, required: rules.representatives, fields: ["representatives"], actual: { representatives, members: entitled, least: least.representatives } }),
    finding("womenRepresentatives", { law, ok: made.enoughWomen, citation, required: rules.women, fields: ["womenRepresentatives"], actual: { women: womenRepresentatives, members: entitled, least: least.women } }),
  ];
}

/** The law's own name of a kind of meeting; a group meets by itself there. */
const heldAs = (kind: MeetingKind) => (kind === "groups" ? "group" : kind);

/** Whether people were told of the meeting in time (2025 law, 25; the province's measures for representatives). */
export function noticeFindings({ kind, heldOn, noticeOn }: Pick<MeetingRecord, "kind" | "heldOn" | "noticeOn">, law: Law): readonly Finding[] {
  const rule = noticeRule(heldAs(kind), law);
  if (rule === null || noticeOn === null) return [];
  const days = daysBetween(noticeOn, heldOn);
  return [
    finding("meetingNoticeShort", {
      law, ok: noticeKept(noticeOn, heldOn, rule.days), severity: rule.mayBeShorter ? "warning" : "error", citation: rule.citation,
      required: `${days} >= ${rule.days}`, fields: ["noticeOn"], actual: { days, least: rule.days },
    }),
  ];
}

/** Whether a meeting said to be called on request was asked for by enough people (2025 law, 25, 30). */
export function requestFindings({ kind, calledBy, requestedBy, requestBase }: Pick<MeetingRecord, "kind" | "calledBy" | "requestedBy" | "requestBase">, law: Law): readonly Finding[] {
  if (!asked(calledBy) || requestedBy === null || requestBase === null) return [];
  const request: MeetingRequest = { from: calledBy === "onVillagersRequest" ? "villagers" : "representatives", by: requestedBy, of: requestBase };
  const held = heldAs(kind);
  return [
    finding("meetingRequestShort", {
      law, ok: requestObliges(held, request), citation: callingCitation(held, law.national), required: requestRule(held, request), fields: ["requestedBy"],
      actual: { requestedBy, requestBase },
    }),
  ];
}

/** Whether fewer people were called than the roll knows, and whether every group met. Nothing while the roll is empty. */
export function knownFindings(meeting: Figures, known: KnownPeople | null, law: Law): readonly Finding[] {
  if (known === null || meeting.kind === "representatives") return [];
  const of = (one: { readonly adults: number; readonly households: number }): number => (meeting.basis === "households" ? one.households : one.adults);
  const fewer = (entitled: number, people: number, field: string): Finding =>
    finding("meetingEntitledFewer", { law, ok: entitled >= people, citation: meetingCitation(meeting.kind === "groups" ? "group" : "assembly", law.national), required: `${entitled} >= ${people}`, fields: [field], actual: { entitled, known: people } });
  if (meeting.kind === "assembly") return [fewer(meeting.entitled, of(known), "entitled")];
  const met = new Set(meeting.groups.map((group) => group.groupNumber));
  const missing = known.groups.filter((group) => !met.has(group.groupNumber)).map((group) => String(group.groupNumber));
  return [
    finding("groupsMissing", { law, ok: missing.length === 0, required: `${known.groups.length - missing.length} = ${known.groups.length}`, fields: ["groups.0.present"], actual: { met: known.groups.length - missing.length, groups: known.groups.length, missing } }),
    ...meeting.groups.flatMap((group, place) => {
      const one = known.groups.find((other) => other.groupNumber === group.groupNumber);
      return one === undefined ? [] : [fewer(group.entitled, of(one), `groups.${group.row ?? place}.entitled`)];
    }),
  ];
}

/** Everything that the law asks of a meeting before anything is decided there. */
export const meetingFindings = (meeting: MeetingRecord, known: KnownPeople | null, law: Law): readonly Finding[] => [
  ...quorumFindings(meeting, law), ...compositionFindings(meeting, law), ...noticeFindings(meeting, law), ...requestFindings(meeting, law), ...knownFindings(meeting, known, law),
];

/** Votes on a resolution; `groupNumber`: the group that decided, where groups met. */
export type Votes = { readonly yes: number; readonly no: number; readonly abstain: number; readonly groupNumber: number | null };

/** How many were present where a resolution was put to the vote; null: in a group that did not meet. */
export const presentAt = (meeting: Pick<MeetingRecord, "kind" | "present" | "groups">, groupNumber: number | null): number | null =>
  meeting.kind === "groups" ? (meeting.groups.find((group) => group.groupNumber === groupNumber)?.present ?? null) : meeting.present;

/** The most votes that somebody chosen at a meeting can have: those present in the group that chose him, or in all. Null: a group that did not meet. */
export const mostVotes = (meeting: Pick<MeetingRecord, "kind" | "present" | "groups">, chosenByGroup: number | null): number | null =>
  meeting.kind === "groups" && chosenByGroup !== null ? presentAt(meeting, chosenByGroup) : meeting.present;

/** Votes that cannot be: of a group that did not meet, or more than were present. `path` names the fields in the form. */
export function votesIssues(meeting: Pick<MeetingRecord, "kind" | "present" | "groups">, votes: Votes, path: { readonly yes: string; readonly groupNumber: string }): readonly Issue[] {
  const present = presentAt(meeting, votes.groupNumber);
  if (present === null) return [votes.groupNumber === null ? required(path.groupNumber) : issue(path.groupNumber, "groupDidNotMeet", { group: votes.groupNumber })];
  const cast = votes.yes + votes.no + votes.abstain;
  return cast > present ? [issue(path.yes, "votesAbovePresent", { votes: cast, present })] : [];
}

/** Whether a resolution passed: more than half of those present, whoever abstained (2025 law, 26, 30, 32). A group that did not meet decides nothing. */
export function passes(meeting: Pick<MeetingRecord, "kind" | "present" | "groups">, votes: Pick<Votes, "yes" | "groupNumber">): boolean {
  const present = presentAt(meeting, votes.groupNumber);
  return present !== null && isDecided(votes.yes, present);
}

/** A resolution that must have passed for what rests on it. */
export function decisionFinding(meeting: Pick<MeetingRecord, "kind" | "present" | "groups">, votes: Votes, field: string, law: Law): Finding {
  const present = presentAt(meeting, votes.groupNumber) ?? 0;
  return finding("meetingNotDecided", {
    law, ok: passes(meeting, votes), citation: meetingCitation(heldAs(meeting.kind), law.national), required: decisionRule(votes.yes, present), fields: [field],
    actual: { inFavour: votes.yes, present, least: leastMajority(present) },
  });
}
