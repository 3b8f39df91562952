import { useLocale, useTranslations } from "next-intl";
import { type DayStyle, deadlineDistance, formatDay, formatInstant, formatNumber } from "#lib/i18n/format.ts";
import { localeOf } from "#lib/i18n/locale.ts";

/** How far a civil day is away: 还有 3 天, 今天, 已过 2 天. `today` comes from the page's clock. */
export function DeadlineWords({ day, today }: { readonly day: string; readonly today: string }) {
  const t = useTranslations("common.deadline");
  const { kind, days } = deadlineDistance(day, today);
  return <span className={`deadline-${kind}`}>{t(kind, { days })}</span>;
}

/** A civil day in words, readable by machines too. */
export function Day({ day, style = "full" }: { readonly day: string; readonly style?: DayStyle }) {
  const locale = localeOf(useLocale());
  return <time dateTime={day}>{formatDay(day, locale, style)}</time>;
}

/** An instant in words to the minute, in Chinese time. */
export function Instant({ at }: { readonly at: Date | string }) {
  const locale = localeOf(useLocale());
  const iso = typeof at === "string" ? at : at.toISOString();
  return <time dateTime={iso}>{formatInstant(at, locale)}</time>;
}

/** A whole number with thousands separated. */
export function Num({ value }: { readonly value: number }) {
  const locale = localeOf(useLocale());
  return <span className="num">{formatNumber(value, locale)}</span>;
}
