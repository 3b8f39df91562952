import type { Day } from "../calendar/day.ts";
import { citationWords } from "../i18n/citation.ts";
import { formatDay } from "../i18n/format.ts";
import type { Locale } from "../i18n/locale.ts";
import type { Citation } from "../law/finding.ts";
import type { SheetToWrite } from "../spreadsheet/write.ts";
import { noticesOfStep } from "./step-notices.ts";
import type { CasePlan, StandingStep } from "./queries.ts";

/** Words of the `plan` messages and of days, in the language of a paper. */
export type PlanWords = { readonly t: (key: string, values?: Record<string, string | number>) => string; readonly day: (day: Day) => string; readonly citation: (citation: Citation) => string };

/** Builds the words from a translator of the `plan` messages. */
export const planWords = (t: PlanWords["t"], locale: Locale): PlanWords => ({
  t, day: (day) => formatDay(day, locale, "short"), citation: (citation) => `${citationWords(citation, locale)}${citation.confidence === "unverified" ? t("unread") : ""}`,
});

/** One line of a control sheet: 日期, 步骤, 法定期限和依据, 责任人, 通知公告, 状态. */
export type ControlRow = { readonly step: string; readonly role: string; readonly dates: string; readonly limit: string; readonly notices: string; readonly state: string };

/** A step in words. */
export function controlRow(plan: CasePlan, step: StandingStep, words: PlanWords): ControlRow {
  const { planned, standing } = step;
  const { t, day } = words;
  const law = planned.statutory ? `${t("paper.latest", { day: day(planned.latest) })}，${words.citation(planned.citation)}` : null;
  const duty = planned.duty === null ? t("paper.none") : `${words.citation(planned.duty)}；${t("paper.none")}`;
  const done = standing.doneOn === null ? "" : ` ${day(standing.doneOn)}`;
  const notices = noticesOfStep(plan, step).map((notice) => (notice.number === null ? t("noticeUnnumbered", { title: notice.title }) : t(notice.issued ? "noticeOut" : "noticeOpen", { number: notice.number })));
  return {
    step: t(`steps.${planned.step}`), role: t(`roles.${planned.role}`),
    dates: planned.earliest === planned.latest ? day(planned.latest) : t("paper.until", { from: day(planned.earliest), to: day(planned.latest) }),
    limit: law ?? duty, notices: notices.join(t("and")), state: `${t(`states.${standing.state}`)}${done}`,
  };
}

const civil = (day: Day | null): string => day ?? "";

/** The sheet of one or more villages' plans, a line a step (进程图), with days as text YYYY-MM-DD. */
export function planSheet(plans: readonly CasePlan[], words: PlanWords): SheetToWrite {
  const { t } = words;
  const several = plans.length > 1;
  const heads = [...(several ? [t("paper.village")] : []), t("paper.date"), t("colEarliest"), t("colLatest"), t("colRecommended"), t("paper.step"), t("paper.limit"), t("paper.role"), t("paper.notice"), t("paper.state"), t("colDone")];
  return {
    name: t("paper.chartSheet"), headings: heads, widths: [...(several ? [12] : []), 18, 12, 12, 12, 26, 44, 26, 22, 18, 12],
    rows: plans.flatMap((plan) => plan.steps.map((step) => {
      const row = controlRow(plan, step, words);
      const { earliest, latest, recommended } = step.planned;
      return [...(several ? [plan.facts.village] : []), row.dates, earliest, latest, recommended, row.step, row.limit, row.role, row.notices, t(`states.${step.standing.state}`), civil(step.standing.doneOn)];
    })),
  };
}

/** The sheet of villages by steps (控制表): state and day in one cell. */
export function controlTable(plans: readonly CasePlan[], words: PlanWords): SheetToWrite {
  const { t, day } = words;
  const steps = plans[0]?.steps ?? [];
  return {
    name: t("paper.controlSheet"),
    headings: [t("paper.village"), t("paper.electionDay"), ...steps.map(({ planned }) => t(`steps.${planned.step}`))],
    widths: [12, 12, ...steps.map(() => 14)],
    rows: plans.map((plan) => [plan.facts.village, plan.facts.electionDay, ...plan.steps.map(({ planned, standing }) => (standing.state === "leftOut" ? t(`short.${standing.state}`) : `${t(`short.${standing.state}`)} ${day(standing.doneOn ?? planned.latest)}`))]),
  };
}
