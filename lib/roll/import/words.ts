import type { Locale } from "#lib/i18n/locale.ts";
import type { RegisterFinding } from "#lib/roll/model.ts";

/** What of a translator of the namespace `roll` this needs. */
type RollTranslator = (key: string, values?: Record<string, string | number>) => string;

/** A finding of a register in words: which row and cell, what is wrong, and what to do. Never holds an identity number. */
export function findingWords(t: RollTranslator, finding: RegisterFinding): string {
  return t(`faults.${finding.kind}`, { ...finding.params, column: t(`columns.${finding.field}`) });
}

/** The language of everything that leaves the house on paper or as a file. */
export const PAPER_LOCALE: Locale = "zh-CN";
