import { type Locale, timeZone } from "./locale.ts";

const DAY_MS = 86_400_000;

/** A civil day `YYYY-MM-DD` as an instant at midnight UTC, so that no machine's zone can move it. Throws on other text. */
function dayAtUtc(day: string): Date {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) throw new Error(`not a civil day: ${day}`);
  return new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
}

/** How much of a day is written: `full` 2026年4月18日（星期六）, `date` 2026年4月18日, `short` 4月18日. */
export type DayStyle = "full" | "date" | "short";

/** A civil day in words, e.g. 2026年4月18日（星期六） or Saturday, 18 April 2026. */
export function formatDay(day: string, locale: Locale, style: DayStyle = "full"): string {
  const date = dayAtUtc(day);
  const language = locale === "en" ? "en-GB" : locale;
  const words = new Intl.DateTimeFormat(language, {
    timeZone: "UTC",
    month: "long",
    day: "numeric",
    ...(style === "short" ? {} : { year: "numeric" as const }),
  }).format(date);
  if (style !== "full") return words;
  const weekday = new Intl.DateTimeFormat(language, { timeZone: "UTC", weekday: "long" }).format(date);
  return locale === "en" ? `${weekday}, ${words}` : `${words}（${weekday}）`;
}

/** An instant in words to the minute, in Chinese time: 2026年4月18日 16:42 or 18 April 2026, 16:42. */
export function formatInstant(at: Date | string, locale: Locale): string {
  const instant = typeof at === "string" ? new Date(at) : at;
  const separator = locale === "en" ? ", " : " ";
  return `${formatDay(civilDayOf(instant), locale, "date")}${separator}${formatClock(instant)}`;
}

/** The clock time of an instant in Chinese time, 24 hours: 16:42. */
export function formatClock(at: Date): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hour12: false }).format(at);
}

/** The civil day `YYYY-MM-DD` of an instant in Chinese time. */
export function civilDayOf(at: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** A whole number with thousands separated: 2,407. */
export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** Where a deadline stands on a given day; words are in messages under `common.deadline`. */
export type DeadlineDistance = { readonly kind: "left" | "today" | "past"; readonly days: number };

/** Days from `today` to `day`, both civil days, as a distance: left (days > 0), today (0), past (days > 0). */
export function deadlineDistance(day: string, today: string): DeadlineDistance {
  const days = Math.round((dayAtUtc(day).getTime() - dayAtUtc(today).getTime()) / DAY_MS);
  if (days === 0) return { kind: "today", days: 0 };
  return days > 0 ? { kind: "left", days } : { kind: "past", days: -days };
}

/** A fingerprint in groups of four: 7F3A 91C0 5D2E 44B8. Spaces already in it are ignored. */
export function groupsOfFour(fingerprint: string): readonly string[] {
  return fingerprint.replace(/\s+/g, "").match(/.{1,4}/gu) ?? [];
}
