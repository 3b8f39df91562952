import type { Day } from "../calendar/day.ts";
import type { Law } from "../law/law.ts";

/** A notice as issued: its code in the set, the number on the paper, its day. */
export type NoticeFact = { readonly code: string; readonly number: string; readonly issuedOn: Day };

/** One vote with its papers and its latest determination. */
export type VoteFacts = {
  readonly id: string;
  readonly number: number;
  readonly kind: string;
  readonly state: string;
  readonly heldOn: Day;
  readonly parentId: string | null;
  readonly registered: number | null;
  readonly printed: number;
  readonly issued: number;
  readonly returned: number;
  readonly staff: number;
  readonly proxies: number;
  readonly bundles: number;
  readonly settled: number;
  readonly determined: boolean;
  readonly announced: boolean;
  /** What its determination asks for next (revote, runoff, newVote, meetingDecides, none); null before one. */
  readonly next: string | null;
};

/** Everything about a case from which its progress is derived; nothing of that is stored. */
export type CaseFacts = {
  readonly electionId: string;
  readonly villageId: string;
  readonly village: string;
  readonly electionDay: Day;
  readonly version: number;
  readonly law: Law;
  readonly closed: boolean;
  readonly auditPublishedOn: Day | null;
  readonly method: string | null;
  readonly mainVenue: string | null;
  readonly stations: number;
  readonly committee: { readonly chair: boolean; readonly serving: number; readonly reserves: number };
  readonly seats: readonly { readonly office: string; readonly seats: number }[];
  readonly notices: readonly NoticeFact[];
  readonly roll: {
    readonly entries: number;
    readonly listed: number;
    readonly open: number;
    /** People whom another village's roll has too, or whom two villages leave to each other. */
    readonly doubles: number;
    readonly publishedOn: Day | null;
    readonly publishedTotal: number | null;
  };
  readonly nominees: { readonly standing: number; readonly unvetted: number; readonly candidates: number; /** A meeting of candidates with villagers was held. */ readonly introduced: boolean };
  readonly votes: readonly VoteFacts[];
  readonly certificates: number;
};
