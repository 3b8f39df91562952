import { committeeFindings, mustLeave } from "../../committee/rules.ts";
import { finding } from "../../law/catalogue.ts";
import type { Finding } from "../../law/finding.ts";
import { auditFinding } from "../rules.ts";
import type { Check } from "./check.ts";
import type { GuardFacts } from "./facts.ts";
import { committeeCodes, committeeLawful, issued } from "./shared.ts";

/** Audit of the leaving committee (2025 law, Article 40): a warning at the start; from election day on an error. */
export const auditCheck = (facts: GuardFacts, today: string): readonly Finding[] => [auditFinding({ publishedOn: facts.auditPublishedOn, electionDay: facts.electionDay }, today, facts.law)];

/** Size, women and relatives of the committee as it stands; equal votes at the boundary were settled when it was recorded. */
function compositionFindings(facts: GuardFacts): readonly Finding[] {
  const serving = facts.members.filter((member) => member.state === "serving");
  // Nobody at all is told once, by the check that a committee was chosen.
  if (serving.length === 0) return [];
  const entries = new Set(serving.flatMap((member) => (member.entryId === null ? [] : [member.entryId])));
  const relatives = facts.kin.some(([one, other]) => entries.has(one) && entries.has(other));
  return committeeFindings(serving, relatives, facts.law).filter((one) => one.code !== "committeeTie");
}

/** Whether everybody who had to leave the committee has left: nominated himself, or a near relative of his (2025 law, Article 15). */
export function leavingFindings(facts: GuardFacts): readonly Finding[] {
  const states = facts.law.values.committeeLeaveOn === "confirmed" ? ["candidate"] : ["nominated", "candidate"];
  const nominated = new Set(facts.nomination.nominees.filter((one) => states.includes(one.state)).map((one) => one.rollEntryId));
  const due = mustLeave(facts.members.filter((member) => member.state === "serving"), nominated, facts.kin, facts.law.values.committeeLeaveOn);
  const namesOf = (reason: string): readonly string[] => facts.members.filter((member) => due.some((one) => one.id === member.id && one.reason === reason)).map((member) => member.name);
  const [own, relatives] = [namesOf("nominated"), namesOf("relativeNominated")];
  return [
    finding("committeeMemberNominated", { law: facts.law, ok: own.length === 0, actual: { names: own } }),
    finding("committeeMemberRelativeNominated", { law: facts.law, ok: relatives.length === 0, actual: { names: relatives } }),
  ];
}

/** Whether the villagers were told of who left since notice 2 (公告2-1). */
export function changeFindings(facts: GuardFacts): readonly Finding[] {
  const people = issued(facts, "electionCommittee") ? facts.members.filter((member) => member.state === "left" && member.position !== "reserve" && !member.announced).length : 0;
  return [finding("committeeChangeNotAnnounced", { law: facts.law, ok: people === 0, actual: { people }, required: "= 0" })];
}

export const committeeChecks: readonly Check[] = [
  { phase: "committee", side: "entry", codes: ["auditNotPublished"], acts: ["announceCommittee"], find: auditCheck },
  { phase: "committee", side: "exit", codes: committeeCodes, acts: ["announceCommittee"], find: committeeLawful },
  { phase: "committee", side: "exit", codes: ["committeeTooSmall", "committeeTooLarge", "committeeEven", "committeeNoWoman", "committeeRelatives"], acts: ["announceCommittee"], find: compositionFindings },
  { phase: "committee", side: "exit", codes: ["committeeMemberNominated", "committeeMemberRelativeNominated"], acts: ["announceCommittee"], find: leavingFindings },
];
