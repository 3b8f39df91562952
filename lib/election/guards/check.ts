import type { Day } from "../../calendar/day.ts";
import type { FindingCode } from "../../law/catalogue.ts";
import type { Finding } from "../../law/finding.ts";
import type { Phase } from "../model.ts";
import type { GuardFacts } from "./facts.ts";

/** A guard stands before a phase and behind it. */
export const sides = ["entry", "exit"] as const;
export type Side = (typeof sides)[number];

/**
 * The acts that lead into or out of a phase, each carried out by one command which asks the guard first: notice 2 (成立公告),
 * notice 7 (提名公告), the list (名单公布), the formal list (正式候选人公布), a first vote without candidates, opening and closing the
 * polls, beginning the count, determining, announcing, opening a further vote, certificates.
 */
export const guardedActs = [
  "announceCommittee", "publishRoll", "announceNomination", "publishCandidates", "prepareOpenVote",
  "openVote", "closeVote", "beginCount", "determine", "announceResult", "openFollowingVote", "issueCertificates",
] as const;
export type GuardedAct = (typeof guardedActs)[number];

/** Notices that lead out of or into a phase, by their code in the set. */
export const guardedNotices: Readonly<Record<string, GuardedAct>> = { electionCommittee: "announceCommittee", nominationMethod: "announceNomination" };

/** One check of a guard: which findings it can make, and before which acts it is asked. */
export type Check = {
  readonly phase: Phase;
  readonly side: Side;
  readonly codes: readonly FindingCode[];
  readonly acts: readonly GuardedAct[];
  readonly find: (facts: GuardFacts, today: Day) => readonly Finding[];
};

/** Keeps findings of some codes. */
export const only = (findings: readonly Finding[], ...codes: readonly FindingCode[]): readonly Finding[] => findings.filter((one) => codes.some((code) => code === one.code));

/** The findings that fail, or one that is in order when none does. */
export const failingOr = (findings: readonly Finding[], inOrder: Finding): readonly Finding[] => {
  const failing = findings.filter((one) => !one.ok);
  return failing.length > 0 ? failing : [inOrder];
};
