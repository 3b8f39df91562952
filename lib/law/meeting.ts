import { daysBetween, type Day } from "#lib/calendar/day.ts";
import { unreachable } from "#lib/platform/result.ts";
import type { Citation } from "./finding.ts";
import type { Law } from "./law.ts";
import type { NationalPackId } from "./packs.ts";
import { atLeastFourFifths, atLeastOneFifth, atLeastOneTenth, atLeastOneThird, atLeastTwoThirds, leastFourFifths, leastMajority, leastThird, leastTwoThirds, moreThanHalf } from "./thresholds.ts";

/** 村民会议, 村民代表会议, 村民小组会议: the three meetings that may choose the election committee. */
export const MEETING_KINDS = ["assembly", "representatives", "group"] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/**
 * Who came to a meeting. Adults are villagers of eighteen years and more (of the village, or of the group);
 * households count by one representative each. Every number is a count of people or households.
 */
export type Attendance =
  | { readonly kind: "assembly" | "group"; readonly countedBy: "adults" | "households"; readonly entitled: number; readonly present: number }
  | { readonly kind: "representatives"; readonly entitled: number; readonly present: number };

/** 十八周岁以上的村民 make up the assembly and a group's meeting, counted on the day of the meeting (2025 law, 25, 32). */
export const MEETING_AGE = 18;

type MeetingArticles = { readonly [Kind in MeetingKind]: string } & { readonly calling: string; readonly composition: string };

const ARTICLES: { readonly [Id in NationalPackId]: MeetingArticles & { readonly text: string } } = {
  "CN-2018": { text: "村民委员会组织法(2018)", assembly: "22", representatives: "26", group: "28", calling: "21", composition: "25" },
  "CN-2025": { text: "村民委员会组织法(2025)", assembly: "26", representatives: "30", group: "32", calling: "25", composition: "29" },
};

/** Article on quorum and decision of a meeting. */
export function meetingCitation(kind: MeetingKind, national: NationalPackId): Citation {
  const articles = ARTICLES[national];
  return { text: articles.text, article: articles[kind], confidence: "seen" };
}

/** Article on calling a meeting: that of the assembly, or of the representatives' meeting. */
export function callingCitation(kind: MeetingKind, national: NationalPackId): Citation {
  const articles = ARTICLES[national];
  return { text: articles.text, article: kind === "representatives" ? articles.representatives : articles.calling, confidence: "seen" };
}

/** How long before a meeting people must be told, and whether a reason lets it be shorter. */
export type NoticeRule = { readonly days: number; readonly mayBeShorter: boolean; readonly citation: Citation };

/**
 * The notice a meeting needs: the villagers before the assembly (提前十日通知村民, 2025 law, 25; since then 遇有特殊情况的，可以临时通知),
 * members before the representatives' meeting where a province's measures say so. These measures name no consequence, so
 * a reason may stand for the missing days. Null: no day is set.
 */
export function noticeRule(kind: MeetingKind, { values, citations }: Pick<Law, "values" | "citations">): NoticeRule | null {
  switch (kind) {
    case "assembly":
      return { days: values.assemblyNoticeDays, mayBeShorter: values.assemblyUrgentNotice, citation: citations.assemblyNoticeDays };
    case "representatives":
      return values.representativesNoticeDays === null ? null : { days: values.representativesNoticeDays, mayBeShorter: true, citation: citations.representativesNoticeDays };
    case "group":
      return null;
    default:
      return unreachable(kind);
  }
}

/** Whether people were told in time: the day of telling itself is not counted (民法典 201). */
export function noticeKept(noticeOn: Day, heldOn: Day, days: number): boolean {
  return daysBetween(noticeOn, heldOn) >= days;
}

/** Who asked that a meeting be called: villagers for an assembly, or village representatives for either meeting. */
export type MeetingRequest = { readonly from: "villagers" | "representatives"; readonly by: number; readonly of: number };

/**
 * Whether a request obliges the villagers' committee to call the meeting (2025 law): a tenth of the villagers or a third
 * of the representatives for the assembly (25), a fifth of the representatives for their own meeting (30).
 */
export function requestObliges(kind: MeetingKind, { from, by, of }: MeetingRequest): boolean {
  if (of <= 0) return false;
  if (from === "villagers") return atLeastOneTenth(by, of);
  return kind === "representatives" ? atLeastOneFifth(by, of) : atLeastOneThird(by, of);
}

/** What obliging asks, as a whole-number comparison for a finding. */
export function requestRule(kind: MeetingKind, { from, by, of }: MeetingRequest): string {
  const times = from === "villagers" ? 10 : kind === "representatives" ? 5 : 3;
  return `${times} x ${by} >= ${of}`;
}

/** Article on who makes up the representatives' meeting. */
export function representativesCitation(national: NationalPackId): Citation {
  const articles = ARTICLES[national];
  return { text: articles.text, article: articles.composition, confidence: "seen" };
}

/**
 * Whether enough people came (2025 law): the assembly needs more than half of the adults, or two thirds of the
 * households (26); representatives two thirds of the members (30); a group two thirds of adults or households (32).
 */
export function hasQuorum(attendance: Attendance): boolean {
  const { present, entitled } = attendance;
  if (entitled <= 0) return false;
  switch (attendance.kind) {
    case "assembly":
      return attendance.countedBy === "adults" ? moreThanHalf(present, entitled) : atLeastTwoThirds(present, entitled);
    case "representatives":
    case "group":
      return atLeastTwoThirds(present, entitled);
    default:
      return unreachable(attendance);
  }
}

/** Fewest people or households that make a quorum. */
export function quorumOf(attendance: Attendance): number {
  const { entitled } = attendance;
  const majority = attendance.kind === "assembly" && attendance.countedBy === "adults";
  return majority ? leastMajority(entitled) : leastTwoThirds(entitled);
}

/** What quorum asks, as a whole-number comparison for a finding. */
export function quorumRule(attendance: Attendance): string {
  const { present, entitled } = attendance;
  const majority = attendance.kind === "assembly" && attendance.countedBy === "adults";
  return majority ? `2 x ${present} > ${entitled}` : `3 x ${present} >= 2 x ${entitled}`;
}

/** Whether a proposal passed: more than half of those present (2025 law 26, 30, 32). */
export function isDecided(yes: number, present: number): boolean {
  return moreThanHalf(yes, present);
}

/** What passing asks, as a whole-number comparison for a finding. */
export function decisionRule(yes: number, present: number): string {
  return `2 x ${yes} > ${present}`;
}

/** What composition asks, as whole-number comparisons for findings. */
export function compositionRules(members: number, representatives: number, womenRepresentatives: number): { readonly representatives: string; readonly women: string } {
  return { representatives: `5 x ${representatives} >= 4 x ${members}`, women: `3 x ${womenRepresentatives} >= ${members}` };
}

/**
 * Whether a representatives' meeting is lawfully made up (2025 law 29): representatives at least four fifths of its
 * members, women representatives at least a third of its members (not of the representatives).
 */
export function representativesComposition(members: number, representatives: number, womenRepresentatives: number): { readonly enoughRepresentatives: boolean; readonly enoughWomen: boolean } {
  return {
    enoughRepresentatives: atLeastFourFifths(representatives, members),
    enoughWomen: atLeastOneThird(womenRepresentatives, members),
  };
}

/** Fewest village representatives, and fewest women among them, in a representatives' meeting of so many members (2025 law, 29). */
export function leastComposition(members: number): { readonly representatives: number; readonly women: number } {
  return { representatives: leastFourFifths(members), women: leastThird(members) };
}
