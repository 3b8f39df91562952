import type { Confidence } from "../finding.ts";
import { AFTER_RULES } from "./after.ts";
import { BODY_RULES } from "./body.ts";
import { CANDIDATE_RULES } from "./candidates.ts";
import { ELECTION_COMMITTEE_RULES } from "./election-committee.ts";
import { GUIDE_RULES } from "./guide.ts";
import { MEETING_RULES } from "./meetings.ts";
import { PROVINCE_RULES } from "./province.ts";
import type { Rule } from "./rule.ts";
import { VOTER_RULES } from "./voters.ts";
import { VOTE_RULES } from "./vote.ts";

const ALL = [
  ...BODY_RULES, ...ELECTION_COMMITTEE_RULES, ...VOTER_RULES, ...CANDIDATE_RULES, ...VOTE_RULES, ...AFTER_RULES, ...MEETING_RULES, ...GUIDE_RULES, ...PROVINCE_RULES,
] as const;

/** Number of a rule in the rulebook, such as `R-08`. */
export type RuleId = (typeof ALL)[number]["id"];

/** Every rule, in the order of the rulebook. */
export const RULES: readonly Rule<RuleId>[] = ALL;

const byId: ReadonlyMap<string, Rule<RuleId>> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with this number, or null. */
export function ruleOf(id: string): Rule<RuleId> | null {
  return byId.get(id) ?? null;
}

/** Whether nobody of the project has read the text that the rule stands in: shown as such, never as law. */
export const isUnverified = (confidence: Confidence): boolean => confidence !== "seen";
