import { isDay } from "#lib/calendar/day.ts";
import type { Fact, Finding } from "#lib/law/finding.ts";
import { formatDay } from "./format.ts";
import type { Locale } from "./locale.ts";

/** What the words of a finding may name in ICU arguments. */
export type WordArguments = Readonly<Record<string, string | number>>;

/** A fact as an argument: lists are joined and days written the way the language does it, truth values become `true` and `false`. */
function argumentOf(fact: Fact, locale: Locale): string | number {
  if (fact === null) return "";
  if (typeof fact === "boolean") return String(fact);
  if (typeof fact === "number") return fact;
  if (typeof fact === "string") return isDay(fact) ? formatDay(fact, locale, "date") : fact;
  return fact.join(locale === "en" ? ", " : "、");
}

/** The arguments of a finding's words: each actual number by its name, and what is required as `required`. */
export function findingArguments(finding: Finding, locale: Locale): WordArguments {
  const actual = Object.entries(finding.actual).map(([name, fact]) => [name, argumentOf(fact, locale)] as const);
  return { required: finding.required, ...Object.fromEntries(actual) };
}
