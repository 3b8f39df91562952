import { isDay } from "#lib/calendar/day.ts";
import type { Fact, Finding } from "#lib/law/finding.ts";
import { formatDay } from "./format.ts";
import type { Locale } from "./locale.ts";

/** What the words of a finding may name in ICU arguments. */
export type WordArguments = Readonly<Record<string, string | number>>;

/** Words of a figure that is a code, from the messages under `facts.<figure>.<code>`; null where there are none. */
export type FactWords = (figure: string, code: string) => string | null;

const noWords: FactWords = () => null;

/** Reads words of codes from a translator of the namespace `facts`. */
export function factWords(t: { (key: string): string; has: (key: string) => boolean }): FactWords {
  return (figure, code) => (/^\w+$/.test(code) && t.has(`${figure}.${code}`) ? t(`${figure}.${code}`) : null);
}

/** A fact as an argument: lists are joined and days written the way the language does it, truth values become `true` and `false`. */
function argumentOf(name: string, fact: Fact, locale: Locale, words: FactWords): string | number {
  if (fact === null) return "";
  if (typeof fact === "boolean") return String(fact);
  if (typeof fact === "number") return fact;
  if (typeof fact === "string") return isDay(fact) ? formatDay(fact, locale, "date") : (words(name, fact) ?? fact);
  return fact.map((one) => words(name, one) ?? one).join(locale === "en" ? ", " : "、");
}

/** The arguments of a finding's words: each actual number by its name, and what is required as `required`. */
export function findingArguments(finding: Finding, locale: Locale, words: FactWords = noWords): WordArguments {
  const actual = Object.entries(finding.actual).map(([name, fact]) => [name, argumentOf(name, fact, locale, words)] as const);
  return { required: finding.required, ...Object.fromEntries(actual) };
}
