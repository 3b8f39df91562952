import { useLocale, useTranslations } from "next-intl";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Tag, type TagState } from "#components/ui/Tag.tsx";
import type { PlannedStep } from "#lib/calendar/plan.ts";
import type { StepStanding, StepState } from "#lib/calendar/standing.ts";
import type { PlanStep } from "#lib/calendar/steps.ts";
import { citationWords } from "#lib/i18n/citation.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import type { Citation } from "#lib/law/finding.ts";

const tagOf: Readonly<Record<StepState, TagState>> = { done: "done", doneLate: "late", now: "now", due: "due", late: "late", ahead: "plain", blocked: "blocked", leftOut: "plain" };

/** A step's state in a word, with the days left where that presses. */
export function StepTag({ standing }: { readonly standing: StepStanding }) {
  const t = useTranslations("plan");
  const { state, daysLeft } = standing;
  const due = daysLeft < 0 ? t("overCustom") : daysLeft === 0 ? t("dueToday") : t("dueIn", { days: daysLeft });
  return <Tag state={tagOf[state]}>{state === "due" ? due : t(`states.${state}`)}</Tag>;
}

/** Names of steps, joined as a sentence has them. */
export function useStepNames(): (steps: readonly PlanStep[]) => string {
  const t = useTranslations("plan");
  return (steps) => steps.map((step) => t(`steps.${step}`)).join(t("and"));
}

/** A step's days in words: its window, the recommended day where it is another, and what sets the last day. */
export function StepDays({ planned }: { readonly planned: PlannedStep }) {
  const t = useTranslations("plan");
  const { earliest, latest, recommended } = planned;
  return (
    <>
      {t.rich(earliest === latest ? "onDay" : "window", { from: () => <Day day={earliest} style="short" />, to: () => <Day day={latest} style="short" /> })}
      {recommended === latest ? null : <span className="plan-small">{t.rich("recommended", { day: () => <Day day={recommended} style="short" /> })}</span>}
      <StepBasis planned={planned} />
    </>
  );
}

/** The article that sets the last day; where only custom does, the article that asks for the step at all. */
export function StepBasis({ planned }: { readonly planned: Pick<PlannedStep, "citation" | "duty" | "statutory"> }) {
  const t = useTranslations("plan");
  const locale = localeOf(useLocale());
  const words = (citation: Citation): string => `${citationWords(citation, locale)}${citation.confidence === "unverified" ? t("unread") : ""}`;
  const { citation, duty, statutory } = planned;
  if (statutory) return <span className="plan-small"><strong>{t("statutory")}</strong> {words(citation)}</span>;
  return (
    <span className="plan-small">
      {t("customary")}
      {duty === null ? null : <>{t("and")}{t("duty", { rule: words(duty) })}</>}
    </span>
  );
}
