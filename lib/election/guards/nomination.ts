import type { Finding } from "../../law/finding.ts";
import { listFindings, selectCandidates } from "../../nomination/rules.ts";
import type { Check } from "./check.ts";
import { only } from "./check.ts";
import { changeFindings, leavingFindings } from "./committee.ts";
import type { GuardFacts } from "./facts.ts";
import { committeeCodes, committeeLawful, listOut, meetingCodes, needsCandidateList, noticeFinding, seatsLawful } from "./shared.ts";

/**
 * What the formal list asks (2025 law, Article 18): more candidates than seats in each office, everybody vetted and on the
 * list, out in time. Once it is out, its day is that of the first notice 9; a correction after a withdrawal is not late.
 */
export function formalListFindings(facts: GuardFacts, today: string): readonly Finding[] {
  if (!needsCandidateList(facts)) return [];
  const out = facts.notices.find((notice) => notice.code === "candidates")?.issuedOn;
  const selections = facts.plans.map((plan) => selectCandidates(plan, facts.nomination.nominees, facts.method === "selfNomination"));
  return listFindings(selections, { today: out ?? today, electionDay: facts.electionDay }, facts.method === "candidates", facts.law, facts.nomination);
}

const listCodes = [
  "marginTooSmall", "marginTooLarge", "nomineeNotVetted", "nomineeNotListed", "nomineeTwoOffices", "nomineeConsentMissing", "nominationTie", "primaryTie", "nominationTurnoutLow",
  "nominationNamesTooMany", "nominationWayNotProvided", "primaryResultNotPublished", "candidateNoWoman", "candidateListTooLate", "candidateListNoDay",
] as const;

/** Whether the formal list was out in time, for the vote. */
export const formalListInTime = (facts: GuardFacts, today: string): readonly Finding[] =>
  facts.notices.some((notice) => notice.code === "candidates") ? only(formalListFindings(facts, today), "candidateListTooLate") : [];

export const nominationChecks: readonly Check[] = [
  { phase: "nomination", side: "entry", codes: committeeCodes, acts: ["announceNomination", "publishCandidates", "prepareOpenVote"], find: committeeLawful },
  { phase: "nomination", side: "entry", codes: ["seatsNotDecided", ...meetingCodes], acts: ["announceNomination", "publishCandidates", "prepareOpenVote"], find: seatsLawful },
  { phase: "nomination", side: "exit", codes: ["listNotPublished"], acts: ["publishCandidates", "prepareOpenVote"], find: (facts) => [listOut(facts)] },
  { phase: "nomination", side: "exit", codes: ["nominationNotAnnounced"], acts: ["publishCandidates", "prepareOpenVote"], find: (facts) => [noticeFinding(facts, "nominationNotAnnounced", "nominationMethod")] },
  { phase: "nomination", side: "exit", codes: listCodes, acts: ["publishCandidates"], find: formalListFindings },
  { phase: "nomination", side: "exit", codes: ["committeeMemberNominated", "committeeMemberRelativeNominated"], acts: ["publishCandidates", "prepareOpenVote"], find: leavingFindings },
  { phase: "nomination", side: "exit", codes: ["committeeChangeNotAnnounced"], acts: ["publishCandidates", "prepareOpenVote"], find: changeFindings },
];
