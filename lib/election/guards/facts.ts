import type { Opening, ProxyRequest } from "../../ballot/rules.ts";
import type { SeatPlan } from "../../committee/rules.ts";
import type { MemberRow } from "../../committee/model.ts";
import type { Day } from "../../calendar/day.ts";
import type { MeetingRecord, Votes } from "../../meeting/rules.ts";
import type { CandidatesMeetingFacts } from "../../nomination/meeting-rules.ts";
import type { NominationFacts } from "../../nomination/rules.ts";
import type { ObjectionFacts } from "../../roll/objections/rules.ts";
import type { RollReadiness } from "#lib/roll/publish/rules.ts";
import type { CaseFacts } from "../progress-facts.ts";

/** Two people who are near relatives (近亲属), as roll entries. */
export type KinPair = readonly [string, string];

/** A meeting as far as its lawfulness hangs on it; `decision`: votes for what rests on it, null where nothing was put to the vote. */
export type MeetingFact = Pick<MeetingRecord, "kind" | "basis" | "heldOn" | "entitled" | "present" | "groups" | "representatives" | "womenRepresentatives"> & { readonly decision: Votes | null };

/** Somebody in the election committee or a reserve of it. */
export type MemberFact = MemberRow & {
  readonly id: string;
  readonly entryId: string | null;
  readonly state: "serving" | "reserve" | "left";
  /** A notice told of his leaving. */
  readonly announced: boolean;
};

/** A station with its ballots; null where it has not said. */
export type StationFact = {
  readonly name: string;
  readonly received: number;
  readonly issued: number | null;
  readonly spoiled: number | null;
  readonly left: number | null;
  readonly returned: number | null;
};

/** A living proxy (委托投票), with the day on which it was approved. */
export type ProxyFact = ProxyRequest;

/** The vote that the guards of polling and counting look at. */
export type PollFact = {
  readonly id: string;
  readonly number: number;
  readonly kind: string;
  readonly state: string;
  readonly heldOn: Day;
  /** What decides whether it may open, apart from the day. */
  readonly opening: Omit<Opening, "today">;
  readonly accounts: readonly StationFact[];
  readonly staff: readonly { readonly name: string; readonly entryId: string | null; readonly role: string }[];
  /** Roll entries of the candidates on the sheet. */
  readonly candidates: readonly string[];
  readonly proxies: readonly ProxyFact[];
};

/** How far the count of that vote is. */
export type CountFact = {
  readonly bundles: number;
  readonly openBundles: number;
  /** Papers in all bundles. */
  readonly papers: number;
  readonly unconfirmedNames: number;
  readonly determination: {
    readonly announcedOn: Day | null;
    /** Computing again from the stored counts gives the stored outcome. */
    readonly recomputes: boolean;
    /** revote | runoff | newVote | meetingDecides | none */
    readonly next: string;
  } | null;
};

/** Everything that the guards of a case look at: its progress, and what else their checks need. */
export type GuardFacts = CaseFacts & {
  readonly members: readonly MemberFact[];
  readonly kin: readonly KinPair[];
  readonly chosenBy: MeetingFact | null;
  readonly decidedBy: MeetingFact | null;
  readonly list: Omit<RollReadiness, "today" | "law" | "electionDay"> & { readonly pendingChanges: number };
  readonly objections: ObjectionFacts;
  readonly plans: readonly SeatPlan[];
  readonly nomination: NominationFacts;
  /** How candidates met the villagers; null where there are none before the vote. */
  readonly introduction: CandidatesMeetingFacts | null;
  /** Names on the sheet of people who withdrew or were barred since. */
  readonly gone: readonly string[];
  readonly poll: PollFact | null;
  readonly count: CountFact | null;
};
