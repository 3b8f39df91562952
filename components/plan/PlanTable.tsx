import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { axisOf } from "#lib/calendar/axis.ts";
import type { Day as CivilDay } from "#lib/calendar/day.ts";
import { formatDay } from "#lib/i18n/format.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import type { CasePlan, StandingStep } from "#lib/plan/queries.ts";
import { noticesOfStep } from "#lib/plan/step-notices.ts";
import { PlanAxis, PlanBar } from "./PlanBar.tsx";
import { StepDays, StepTag, useStepNames } from "./StepWords.tsx";
import "./plan.css";

type PlanTableProps = { readonly plan: CasePlan; readonly today: CivilDay; /** Where the steps are done; null where the reader only watches. */ readonly hrefOf: ((step: StandingStep) => string | null) | null };

/** The whole plan: a chart of days on a wide screen and on paper, a list on a phone. */
export function PlanTable({ plan, today, hrefOf }: PlanTableProps) {
  const t = useTranslations("plan");
  const locale = localeOf(useLocale());
  const names = useStepNames();
  const axis = axisOf(plan.steps, plan.facts.electionDay, plan.calendar, today);
  const short = (day: CivilDay): string => formatDay(day, locale, "short");
  const barWords = ({ planned, standing }: StandingStep): string =>
    t("bar", {
      step: t(`steps.${planned.step}`), from: short(planned.earliest), to: short(planned.latest), recommended: short(planned.recommended),
      limit: `${planned.statutory ? t("barLimit", { day: short(planned.latest) }) : ""}${standing.doneOn === null ? "" : t("barDone", { day: short(standing.doneOn) })}`,
    });
  const [first, last] = [axis.days[0], axis.days.at(-1)];
  return (
    <>
      <Legend />
      <table className="data-table table-stack plan-chart" role="table">
        <caption className="sr-only">{t("chartCaption")}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">{t("colStep")}</th>
            <th scope="col" role="columnheader" className="plan-bar-cell">
              <span className="sr-only">{t("colChart")}</span>
              {first === undefined || last === undefined ? null : <PlanAxis axis={axis} label={t("axisLabel", { from: short(first.day), to: short(last.day) })} />}
            </th>
            <th scope="col" role="columnheader">{t("colDays")}</th>
            <th scope="col" role="columnheader">{t("colState")}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {plan.steps.map((step, place) => {
            const { planned, standing } = step;
            const row = axis.rows[place];
            const href = hrefOf?.(step) ?? null;
            return (
              <tr key={planned.step} role="row">
                <th scope="row" role="rowheader">
                  {href === null ? t(`steps.${planned.step}`) : <Link href={href} prefetch={false}>{t(`steps.${planned.step}`)}</Link>}
                  <span className="plan-small">{t(`roles.${planned.role}`)}</span>
                  <StepNotices plan={plan} step={step} />
                </th>
                <td role="cell" className="plan-bar-cell">{row === undefined ? null : <PlanBar axis={axis} row={row} state={standing.state} label={barWords(step)} />}</td>
                <td role="cell">
                  <StepDays planned={planned} />
                </td>
                <td role="cell">
                  <StepTag standing={standing} />
                  {standing.doneOn === null ? null : <span className="plan-small">{t.rich("doneOn", { day: () => <Day day={standing.doneOn ?? today} style="short" /> })}</span>}
                  {standing.blockedBy.length === 0 || standing.state === "ahead" ? null : <span className="plan-small">{t("blockedBy", { steps: names(standing.blockedBy) })}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

/** The notices of a step, out or still to come. */
function StepNotices({ plan, step }: { readonly plan: CasePlan; readonly step: StandingStep }) {
  const t = useTranslations("plan");
  const notices = noticesOfStep(plan, step);
  if (notices.length === 0) return null;
  const words = notices.map((notice) => {
    if (notice.number === null) return t("noticeUnnumbered", { title: notice.title });
    return t(notice.issued ? "noticeOut" : "noticeOpen", { number: notice.number });
  });
  return <span className="plan-small">{words.join(t("and"))}</span>;
}

/** What the signs of the chart mean. */
function Legend() {
  const t = useTranslations("plan");
  const items = [
    ["legendWindow", <rect key="w" className="plan-window" x={3} y={4} width={34} height={10} />],
    ["legendLimit", <line key="l" className="plan-limit" x1={20} x2={20} y1={1} y2={17} />],
    ["legendAim", <path key="a" className="plan-aim" d="M20 3 L26 9 L20 15 L14 9 Z" />],
    ["legendDone", <circle key="d" className="plan-done" cx={20} cy={9} r={6} />],
    ["legendToday", <line key="t" className="plan-today" x1={20} x2={20} y1={0} y2={18} />],
    ["legendElection", <line key="e" className="plan-election" x1={20} x2={20} y1={0} y2={18} />],
    ["legendRest", <rect key="r" className="plan-holiday" x={8} y={0} width={24} height={18} />],
  ] as const;
  return (
    <ul className="plan-legend plan-bar-cell-legend" aria-label={t("legendTitle")}>
      {items.map(([key, sign]) => (
        <li key={key}>
          <svg viewBox="0 0 40 18" aria-hidden="true">
            {sign}
          </svg>
          {t(key)}
        </li>
      ))}
    </ul>
  );
}
