import { formatDay } from "./format.ts";
import type { Locale } from "./locale.ts";

const day = /\b\d{4}-\d{2}-\d{2}\b/g;
const operators: readonly (readonly [RegExp, string])[] = [[/>=/g, "≥"], [/<=/g, "≤"], [/ x /g, " × "]];
/** Both sides must be there: `>= 1` alone compares nothing. */
const complete = /^[^<>=≤≥]*\d[^<>=≤≥]*(?:[<>=≤≥][^<>=≤≥]*\d[^<>=≤≥]*)+$/;

/** A finding's `required` as people write a comparison: 2 × 2,288 > 2,407; null where it compares no two things. */
export function comparisonWords(required: string, locale: Locale): string | null {
  if (/[A-Za-z]/.test(required.replaceAll(" x ", " "))) return null;
  const signs = operators.reduce((text, [sign, written]) => text.replaceAll(sign, written), required);
  if (!complete.test(signs)) return null;
  return signs
    .split(day)
    .map((part) => part.replaceAll(/\d+/g, (digits) => new Intl.NumberFormat(locale).format(Number(digits))))
    .reduce((text, part, at) => text + formatDay([...signs.matchAll(day)][at - 1]?.[0] ?? "", locale, "date") + part);
}
