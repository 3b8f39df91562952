import { unreachable } from "#lib/platform/result.ts";
import type { Citation } from "./finding.ts";
import type { NationalPackId } from "./packs.ts";
import { atLeastFourFifths, atLeastOneThird, atLeastTwoThirds, moreThanHalf } from "./thresholds.ts";

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

type MeetingArticles = { readonly [Kind in MeetingKind]: string } & { readonly composition: string };

const ARTICLES: { readonly [Id in NationalPackId]: MeetingArticles & { readonly text: string } } = {
  "CN-2018": { text: "村民委员会组织法(2018)", assembly: "22", representatives: "26", group: "28", composition: "25" },
  "CN-2025": { text: "村民委员会组织法(2025)", assembly: "26", representatives: "30", group: "32", composition: "29" },
};

/** Article on quorum and decision of a meeting. */
export function meetingCitation(kind: MeetingKind, national: NationalPackId): Citation {
  const articles = ARTICLES[national];
  return { text: articles.text, article: articles[kind], confidence: "seen" };
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
  return majority ? Math.floor(entitled / 2) + 1 : Math.ceil((2 * entitled) / 3);
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
