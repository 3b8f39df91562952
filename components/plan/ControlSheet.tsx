import { useTranslations } from "next-intl";
import Link from "next/link";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { PLAN_STEPS } from "#lib/calendar/steps.ts";
import type { CasePlan } from "#lib/plan/queries.ts";
import "./plan.css";

/** Villages by steps: a state in a word, and the day done or the last day. Scrolls sideways inside its own frame, village names stay. */
export function ControlSheet({ townshipId, caption, plans }: { readonly townshipId: string; readonly caption: string; readonly plans: readonly CasePlan[] }) {
  const t = useTranslations("plan");
  return (
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="data-table plan-control">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("control.village")}</th>
            {PLAN_STEPS.map((step) => (
              <th key={step} scope="col">{t(`steps.${step}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plans.map(({ facts, steps }) => (
            <tr key={facts.electionId}>
              <th scope="row">
                <Link href={`/township/${townshipId}/elections/${facts.electionId}`} prefetch={false}>{facts.village}</Link>
                <span className="plan-small"><Day day={facts.electionDay} style="date" /></span>
              </th>
              {steps.map(({ planned, standing }) => (
                <td key={planned.step}>
                  <span className={`plan-state plan-state-${standing.state}`}>{t(`short.${standing.state}`)}</span>
                  {standing.state === "leftOut" ? null : <span className="plan-small"><Day day={standing.doneOn ?? planned.latest} style="short" /></span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
