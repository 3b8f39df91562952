import { CATALOGUE, FINDING_CODES, type FindingCode } from "../catalogue.ts";
import { ruleOf, type RuleId } from "./rulebook.ts";
import type { Rule } from "./rule.ts";

/** Whether a finding's code applies the law (or a guide to it), custom, or is a matter of this program alone. */
export type Basis = "law" | "practice" | "system";

/** The code if the catalogue knows it; findings that come back from a store or a browser carry plain text. */
export const knownCode = (code: string): FindingCode | null => FINDING_CODES.find((one) => one === code) ?? null;

/** The rules that a finding applies, in the order of the catalogue's entry; none for an unknown code. */
export function rulesOfCode(code: string): readonly Rule<RuleId>[] {
  const known = knownCode(code);
  if (known === null) return [];
  const ids: readonly RuleId[] = CATALOGUE[known].rules;
  return ids.flatMap((id) => ruleOf(id) ?? []);
}

/** The findings that apply a rule, in the order of the catalogue. */
export function codesOfRule(id: RuleId): readonly FindingCode[] {
  return FINDING_CODES.filter((code) => {
    const ids: readonly RuleId[] = CATALOGUE[code].rules;
    return ids.includes(id);
  });
}

/** On what a finding rests. Custom that the rulebook knows as a rule of a guide counts as custom still. */
export function basisOf(code: string): Basis {
  const known = knownCode(code);
  if (known === null) return "system";
  const { cites } = CATALOGUE[known];
  return cites === "practice" || cites === "system" ? cites : "law";
}
