import { useTranslations } from "next-intl";
import { InsetText } from "#components/ui/Notice.tsx";
import { unsureYears, type HolidayCalendar } from "#lib/calendar/holidays.ts";
import type { StandingStep } from "#lib/plan/queries.ts";

/** Says which of the plan's years have no official arrangement of holidays yet. */
export function UnsureYears({ steps, calendar }: { readonly steps: readonly StandingStep[]; readonly calendar: HolidayCalendar }) {
  const t = useTranslations("plan");
  const days = steps.flatMap(({ planned }) => [planned.earliest, planned.latest]).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  const years = first === undefined || last === undefined ? [] : unsureYears(first, last, calendar);
  return years.length === 0 ? null : <InsetText>{t("unsure", { years: years.map(String).join(t("and")) })}</InsetText>;
}
