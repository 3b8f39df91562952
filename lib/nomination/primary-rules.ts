import type { Day } from "../calendar/day.ts";
import type { SeatPlan } from "../committee/rules.ts";
import { finding } from "../law/catalogue.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import { meetingCitation } from "../law/meeting.ts";
import { atLeastTwoThirds, leastMajority, leastTwoThirds, moreThanHalf } from "../law/thresholds.ts";
import type { PrimaryVoters } from "./model.ts";

/** One voting of a primary: the first, or one among the tied. */
export type PrimaryRoundFacts = {
  readonly number: number;
  readonly heldOn: Day;
  readonly entitled: number;
  readonly ballots: number;
  readonly invalid: number;
  /** Votes by nominee. */
  readonly votes: ReadonlyMap<string, number>;
};

/** Whether a notice about the primary is out, and agrees with what stands now. */
export type Posted = "missing" | "stale" | "current";

/** A primary (预选) as it stands. */
export type PrimaryFacts = {
  readonly voters: PrimaryVoters;
  readonly heldOn: Day;
  readonly rounds: readonly PrimaryRoundFacts[];
  readonly methodPosted: Posted;
  readonly resultPosted: Posted;
};

/** Whether those who vote in the primary are the ones that the province names. */
export const primaryVotersFinding = (voters: PrimaryVoters, law: Law): Finding =>
  finding("primaryVotersNotProvided", {
    law, ok: law.values.primaryBy === "notSet" || law.values.primaryBy === voters, actual: { voters, by: law.values.primaryBy }, required: law.values.primaryBy, fields: ["voters"],
  });

/**
 * Whether enough took part in a primary: more than half of the registered voters (浙江 18), two thirds of the
 * representatives' meeting (2025 law, Article 30). Where no province asks it of all voters, a warning.
 */
export function primaryTurnoutFinding(voters: PrimaryVoters, entitled: number, ballots: number, law: Law): Finding {
  const figures = { entitled, ballots };
  switch (voters) {
    case "electors": {
      const severity = law.values.primaryTurnout === "majorityOfRegistered" ? "error" : "warning";
      return finding("primaryTurnoutLow", { law, ok: moreThanHalf(ballots, entitled), actual: { ...figures, needed: leastMajority(entitled) }, required: `2 x ${ballots} > ${entitled}`, fields: ["ballots"], severity });
    }
    case "representatives": {
      const citation = law.values.primaryTurnout === "twoThirdsOfRepresentatives" ? law.citations.primaryTurnout : meetingCitation("representatives", law.national);
      return finding("primaryTurnoutLow", { law, ok: atLeastTwoThirds(ballots, entitled), actual: { ...figures, needed: leastTwoThirds(entitled) }, required: `3 x ${ballots} >= 2 x ${entitled}`, fields: ["ballots"], citation });
    }
  }
}

/** Whether the method was announced (notice 8-1) as it stands now. */
export const methodPostedFinding = (posted: Posted, law: Law): Finding =>
  finding("primaryMethodNotPublished", { law, ok: posted === "current", actual: { stale: posted === "stale" } });

/** Whether what was found in a primary is announced (notice 8-2). */
export const primaryNoticeFindings = (primary: PrimaryFacts, law: Law): readonly Finding[] =>
  primary.rounds.length === 0 ? [] : [finding("primaryResultNotPublished", { law, ok: primary.resultPosted === "current", actual: { heldOn: primary.heldOn, stale: primary.resultPosted === "stale" } })];

/** A field of the form of a round that cannot stand. */
export type RoundIssue = { readonly field: string; readonly code: string; readonly params: Readonly<Record<string, string | number>> };

/** What a round may be about, by office: everybody running in the first, the tied in each. */
export type RoundContest = { readonly plan: SeatPlan; readonly running: readonly string[]; readonly tied: readonly string[] };

/**
 * Checks the votes of a round as typed (null: left empty). Per office either nobody was voted on, or in the first round
 * everybody running, or exactly those with equal votes. Nobody has more votes than valid ballots, and no ballot names
 * more people than there are places.
 */
export function roundIssues(number: number, contests: readonly RoundContest[], typed: ReadonlyMap<string, number | null>, valid: number): readonly RoundIssue[] {
  const given = (id: string): number | null => typed.get(id) ?? null;
  const issues: RoundIssue[] = [];
  if (![...typed.values()].some((votes) => votes !== null)) return [{ field: "votes", code: "required", params: {} }];
  for (const { plan, running, tied } of contests) {
    const voted = running.filter((id) => given(id) !== null);
    if (voted.length === 0) continue;
    const whole = number === 1 && voted.length === running.length;
    if (!whole) issues.push(...tiedIssues(running, voted, tied, number));
    for (const id of voted) {
      const votes = given(id) ?? 0;
      if (votes > valid) issues.push({ field: `votes.${id}`, code: "aboveBallots", params: { votes, ballots: valid } });
    }
    const sum = voted.reduce((total, id) => total + (given(id) ?? 0), 0);
    const places = plan.seats + plan.margin;
    if (sum > valid * places) issues.push({ field: `votes.${voted[0] ?? ""}`, code: "votesAboveNames", params: { votes: sum, most: valid * places, ballots: valid, names: places } });
  }
  return issues;
}

/** Every tied person has votes and nobody else has, unless in the first round everybody is meant. */
function tiedIssues(running: readonly string[], voted: readonly string[], tied: readonly string[], number: number): readonly RoundIssue[] {
  const onlyTied = tied.length > 0 && voted.every((id) => tied.includes(id));
  if (number === 1 && !onlyTied) return running.filter((id) => !voted.includes(id)).map((id) => ({ field: `votes.${id}`, code: "required", params: {} }));
  const outside = voted.filter((id) => !tied.includes(id)).map((id) => ({ field: `votes.${id}`, code: "notTied", params: {} }));
  return [...outside, ...tied.filter((id) => !voted.includes(id)).map((id) => ({ field: `votes.${id}`, code: "required", params: {} }))];
}
