import type { Day } from "../calendar/day.ts";
import type { Law } from "../law/law.ts";
import type { NeededWhen, NoticeCode, NoticeKind } from "../law/notice-set.ts";
import { noticeDue, noticeSetOf, type NoticeDue } from "./set.ts";

/** What has happened in a case that calls for notices. */
export type NoticeNeeds = {
  /** Approved changes of the day that no notice told yet. */
  readonly dayChanges: number;
  /** Members who left the election committee unannounced, once notice 2 is out. */
  readonly left: number;
  /** Changes of the posted list, and decisions on objections, that wait for their notice. */
  readonly listChanges: number;
  readonly decisions: number;
  /** Null while seats and method are not decided. */
  readonly method: string | null;
  readonly primary: boolean;
  /** Of the vote that is being prepared or held: voters of roaming boxes, principals of proxies, voters with a scribe. */
  readonly roamingVoters: number;
  readonly proxies: number;
  readonly scribes: number;
  /** Votes so far, the first one included. */
  readonly votes: number;
};

/** A case as far as its set of notices is concerned. */
export type NoticeSetFacts = {
  readonly electionId: string;
  readonly law: Law;
  readonly electionDay: Day;
  /** Day of the newest vote; election day before there is one. */
  readonly pollingDay: Day;
  readonly issued: readonly { readonly id: string; readonly code: string; readonly number: string; readonly issuedOn: Day; readonly issuedAt: Date; readonly postings: number }[];
  /** When the result was announced after which another vote is under way: what prepares a vote is needed anew since then. */
  readonly anewSince: Date | null;
  /** Codes for which something is typed and not issued. */
  readonly drafts: ReadonlySet<string>;
  readonly needs: NoticeNeeds;
};

/** Where a notice stands: out; due now, late, or not yet; waiting for something to happen; not needed; or as the village likes. */
export type NoticeStateName = "issued" | "due" | "late" | "notYet" | "notNeeded" | "optional";

/** One line of the set. */
export type NoticeState = {
  readonly kind: NoticeKind;
  readonly state: NoticeStateName;
  readonly due: NoticeDue | null;
  readonly issued: NoticeSetFacts["issued"];
  readonly drafted: boolean;
};

/** How many things wait for a notice of an event; null: the notice does not wait for single events. */
function waiting(needed: NeededWhen, needs: NoticeNeeds): number | null {
  switch (needed) {
    case "dayChanged":
      return needs.dayChanges;
    case "memberLeft":
      return needs.left;
    case "listChanged":
      return needs.listChanges;
    case "objectionDecided":
      return needs.decisions;
    // The result's own notices go out with its announcement, in one act.
    case "revote":
    case "runoff":
    case "newVote":
    case "complete":
    case "mistake":
      return 0;
    default:
      return null;
  }
}

function isNeeded(needed: NeededWhen, needs: NoticeNeeds): boolean {
  switch (needed) {
    case "candidateMode":
      return needs.method !== "combinedMeeting";
    case "primary":
      return needs.primary;
    case "roamingVoters":
      return needs.roamingVoters > 0;
    case "proxies":
      return needs.proxies > 0;
    case "scribes":
      return needs.scribes > 0;
    default:
      return true;
  }
}

function stateOf(kind: NoticeKind, due: NoticeDue | null, facts: NoticeSetFacts, today: Day, issued: number): NoticeStateName {
  const open = waiting(kind.needed, facts.needs);
  if (open !== null) return open > 0 ? "due" : issued > 0 ? "issued" : "notNeeded";
  if (issued > 0) return "issued";
  if (kind.needed === "optional") return "optional";
  if (!isNeeded(kind.needed, facts.needs)) return "notNeeded";
  if (due === null || today < due.from) return "notYet";
  return today <= due.until ? "due" : "late";
}

/** Every notice of the set with its state today, in the order of the numbers. */
export function noticeStates(facts: NoticeSetFacts, today: Day): readonly NoticeState[] {
  return [...noticeSetOf(facts.law).values()].filter((kind) => kind.code !== "correction").map((kind) => {
    const issued = facts.issued.filter((notice) => notice.code === kind.code);
    const { anewSince } = facts;
    const standing = kind.phase === "ballot" && anewSince !== null ? issued.filter((notice) => notice.issuedAt > anewSince) : issued;
    const due = noticeDue(kind, kind.phase === "ballot" ? facts.pollingDay : facts.electionDay, facts.law);
    return { kind, due, issued, drafted: facts.drafts.has(kind.code), state: stateOf(kind, due, facts, today, standing.length) };
  });
}

/** Notices that should be out today and are not, the late ones first. */
export const lackingNotices = (states: readonly NoticeState[]): readonly NoticeState[] =>
  [...states.filter((one) => one.state === "late"), ...states.filter((one) => one.state === "due")];

/** The notice to go on with: late before due, in the order of the set; else the next to come. */
export const nextNotice = (states: readonly NoticeState[]): NoticeState | null =>
  lackingNotices(states)[0] ?? states.filter((one) => one.state === "notYet" && one.due !== null).toSorted((one, other) => ((one.due?.until ?? "") < (other.due?.until ?? "") ? -1 : 1))[0] ?? null;

/** Where a notice is drafted, under the desk's address. */
const paths: Readonly<Record<NoticeCode, string>> = {
  electionDay: "notices/draft/electionDay",
  electionDayChange: "plan/day/notice",
  electionCommittee: "committee/notices/electionCommittee",
  committeeChange: "committee/notices/committeeChange",
  registration: "committee/notices/registration",
  voterList: "roll/publish",
  voterListChange: "roll/published",
  objectionDecisions: "roll/objections/notice",
  representativesMeeting: "notices/draft/representativesMeeting",
  representatives: "notices/draft/representatives",
  groupLeaders: "notices/draft/groupLeaders",
  nominationMethod: "committee/notices/nominationMethod",
  nominees: "nomination/notices/nominees",
  primaryMethod: "nomination/notices/primaryMethod",
  primaryResult: "nomination/notices/primaryResult",
  candidates: "nomination/publish",
  pollingPlaces: "ballot/notices/pollingPlaces",
  staff: "ballot/notices/staff",
  roamingVoters: "ballot/notices/roamingVoters",
  proxies: "ballot/notices/proxies",
  scribes: "ballot/notices/scribes",
  invalidBallots: "ballot/notices/invalidBallots",
  result: "result",
  resultRevote: "result",
  resultRunoff: "result",
  resultNewVote: "result",
  resultFinal: "result",
  supervisionCommittee: "notices/draft/supervisionCommittee",
  correction: "notices",
};

/** The page of a desk on which a notice is drafted. */
export const noticePath = (code: NoticeCode): string => paths[code];
