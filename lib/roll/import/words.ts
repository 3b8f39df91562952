import type { Locale } from "#lib/i18n/locale.ts";
import type { RegisterFinding } from "#lib/roll/model.ts";

/** What of a translator of the namespace `roll` this needs. */
type RollTranslator = (key: string, values?: Record<string, string | number>) => string;

/** A finding of a register in words: which sheet (when there are several), row and cell, what is wrong, and what to do. Never holds an identity number. */
export function findingWords(t: RollTranslator, { kind, field, params }: Pick<RegisterFinding, "kind" | "field" | "params">): string {
  const { sheet, ownSheet } = params;
  const own = ownSheet === undefined || ownSheet === sheet ? {} : { ownRow: `${String(ownSheet)}!${String(params["ownRow"])}` };
  return `${sheet === undefined ? "" : t("inSheet", { sheet })}${t(`faults.${kind}`, { ...params, ...own, column: t(`columns.${field}`) })}`;
}

/** The language of everything that leaves the house on paper or as a file. */
export const PAPER_LOCALE: Locale = "zh-CN";
