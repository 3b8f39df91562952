import { finding } from "../../law/catalogue.ts";
import type { Finding } from "../../law/finding.ts";
import { objectionFindings } from "../../roll/objections/rules.ts";
import { publishFindings } from "#lib/roll/publish/rules.ts";
import type { Check } from "./check.ts";
import { only } from "./check.ts";
import type { GuardFacts } from "./facts.ts";
import { committeeCodes, committeeLawful, noticeFinding } from "./shared.ts";

/** What the posting of the list asks (2025 law, Article 17); once it is out, of the day on which it came out. */
export const postingFindings = (facts: GuardFacts, today: string): readonly Finding[] =>
  publishFindings({ ...facts.list, electionDay: facts.electionDay, law: facts.law, today: facts.roll.publishedOn ?? today });

/** Whether the list was out in time, for the vote. */
export const listInTime = (facts: GuardFacts, today: string): readonly Finding[] => (facts.roll.publishedOn === null ? [] : only(postingFindings(facts, today), "listTooLate"));

/** Whether objections (申诉) are decided and told, and every change of the list is (2025 law, Article 17). */
export function afterPosting(facts: GuardFacts, today: string): readonly Finding[] {
  const { law, objections, list } = facts;
  return [
    ...objectionFindings(objections, today, law),
    finding("rollChangesNotAnnounced", { law, ok: list.pendingChanges === 0, actual: { changes: list.pendingChanges }, required: "= 0" }),
  ];
}

export const afterPostingCodes = ["objectionOpen", "objectionsNotAnnounced", "objectionNotCarriedOut", "rollChangesNotAnnounced"] as const;

export const rollChecks: readonly Check[] = [
  { phase: "roll", side: "entry", codes: committeeCodes, acts: ["publishRoll"], find: committeeLawful },
  {
    phase: "roll", side: "entry", codes: ["dayNotAnnounced", "committeeNotAnnounced", "registrationNotAnnounced"], acts: ["publishRoll"],
    find: (facts) => [
      noticeFinding(facts, "dayNotAnnounced", "electionDay", { electionDay: facts.electionDay }),
      noticeFinding(facts, "committeeNotAnnounced", "electionCommittee"),
      noticeFinding(facts, "registrationNotAnnounced", "registration"),
    ],
  },
  { phase: "roll", side: "exit", codes: ["listTooLate", "rollEmpty", "listedElsewhere", "registeredTwice", "likelyTwice", "rollFaultsOpen", "namesNotPrintable"], acts: ["publishRoll"], find: postingFindings },
  { phase: "roll", side: "exit", codes: afterPostingCodes, acts: [], find: afterPosting },
];
