import type { Day } from "#lib/calendar/day.ts";
import type { Finding } from "#lib/law/finding.ts";
import type { NationalPack, ProvincePack } from "#lib/law/pack.ts";
import type { Office, VillageParameters } from "#lib/law/parameters.ts";

export type Sex = "female" | "male";

/** One sheet's papers: given out (replaced spoiled ones not counted), taken from the boxes, invalid as a whole. */
export type SheetBallots = {
  readonly issued: number;
  readonly returned: number;
  readonly invalid: number;
  /** 投票人数; given when ballots are checked against voters. */
  readonly voters?: number;
};

/** What this vote fills: seats of one office, `only` for women or open. */
export type Contest = {
  readonly contest: string;
  readonly office: Office;
  readonly seats: number;
  readonly only?: "women" | null;
  /** Only with separate sheets per office. */
  readonly ballots?: SheetBallots;
};

/** Somebody who got a vote. `barred`: found not electable after winning votes. */
export type CountedPerson = { readonly id: string; readonly sex: Sex; readonly barred: boolean };

/** Somebody elected in an earlier vote of this election. */
export type HeldOffice = { readonly person: string; readonly office: Office; readonly votes: number; readonly sex: Sex };

export type VotesFor = { readonly person: string; readonly for: number };

/** The count of a re-vote (再次投票) held about a tied group of this count. */
export type TieBreak = { readonly contest: string; readonly votes: readonly VotesFor[] };

/** Everything that decides an outcome: `cunxuan.count/1`. */
export type CountDocument = {
  readonly schema: "cunxuan.count/1";
  readonly law: {
    readonly national: string;
    readonly province: string | null;
    readonly parameters: VillageParameters;
    /** Where the case keeps other versions of its packs than the program's own: the packs themselves, so that anybody can recompute. */
    readonly packs?: { readonly national?: NationalPack; readonly province?: ProvincePack };
  };
  readonly date: Day;
  /** Day of the election's first vote, when this is a later one. */
  readonly firstVoteOn?: Day;
  readonly kind: "regular" | "runoff";
  readonly committee: number;
  readonly contests: readonly Contest[];
  readonly registered: number;
  readonly ballots?: SheetBallots;
  readonly people: readonly CountedPerson[];
  readonly kin: readonly (readonly [string, string])[];
  readonly votes: readonly (VotesFor & { readonly contest: string })[];
  readonly holding: readonly HeldOffice[];
  readonly tieBreaks: readonly TieBreak[];
};

/** One thing wrong with a document: where (`contests[1].seats`) and what. */
export type Fault = { readonly path: string; readonly message: string };

export type Elected = { readonly contest: string; readonly office: Office; readonly person: string; readonly votes: number };
export type TieReason = "votes" | "kin" | "women";
export type Tied = {
  readonly contest: string;
  readonly people: readonly string[];
  readonly seats: number;
  readonly votes: number;
  readonly reason: TieReason;
};
export type Vacant = { readonly office: Office; readonly seats: number; readonly only: "women" | null };

/** Contests of a re-vote (the tied people) or of the same vote again (nobody named). */
export type NextVoteContest = { readonly contest: string; readonly seats: number; readonly people: readonly string[] };
/** Candidates for vacant seats. `short`: no more people than seats, so the list must be refilled. */
export type NextRunoffContest = Vacant & { readonly people: readonly string[]; readonly short: boolean };
export type Next =
  | { readonly kind: "none"; readonly contests: readonly []; readonly by: null }
  | { readonly kind: "revote" | "newVote"; readonly contests: readonly NextVoteContest[]; readonly by: null }
  | { readonly kind: "runoff" | "meetingDecides"; readonly contests: readonly NextRunoffContest[]; readonly by: Day | null };

/** Who presides (主持工作) while nobody holds the chair; null: the chair is held, or the question is still open. */
export type Presiding = { readonly person: string } | "representativesChoose" | null;

/** The outcome: `cunxuan.determination/1`. */
export type Determination = {
  readonly schema: "cunxuan.determination/1";
  /** False when every contest is void. */
  readonly valid: boolean;
  readonly void: readonly string[];
  readonly findings: readonly Finding[];
  readonly elected: readonly Elected[];
  readonly tied: readonly Tied[];
  readonly skipped: readonly { readonly contest: string; readonly person: string; readonly reason: "kin" }[];
  readonly displaced: readonly { readonly person: string; readonly office: Office; readonly by: string }[];
  readonly voided: readonly { readonly contest: string; readonly person: string }[];
  readonly pending: readonly string[];
  readonly vacant: readonly Vacant[];
  readonly next: Next;
  readonly presiding: Presiding;
};
