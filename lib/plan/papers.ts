import { axisOf } from "../calendar/axis.ts";
import type { Day } from "../calendar/day.ts";
import { PLAN_STEPS } from "../calendar/steps.ts";
import type { ControlSheetData, PlanChartData } from "../documents/models/plan.ts";
import { controlRow, type PlanWords } from "./control.ts";
import type { CasePlan } from "./queries.ts";

/** What heads and foots a paper of the plan. */
export type PaperFrame = { readonly title: string; readonly date: Day; readonly proof: PlanChartData["proof"] };

const shortDate = (day: Day): string => `${Number(day.slice(5, 7))}.${Number(day.slice(8))}`;
const offsetWord = (offset: number): string => (offset === 0 ? "D" : `D${offset > 0 ? "+" : "-"}${Math.abs(offset)}`);

/** The plan of a village on A3 (进程图). */
export function planChart(plan: CasePlan, words: PlanWords, today: Day, frame: PaperFrame): PlanChartData {
  const axis = axisOf(plan.steps, plan.facts.electionDay, plan.calendar, today);
  return {
    title: frame.title, electionDay: plan.facts.electionDay, electionWord: words.t("paper.electionDay"), madeWord: words.t("paper.madeOn"), date: frame.date,
    heads: { step: words.t("paper.step"), role: words.t("paper.role"), notice: words.t("paper.notice"), date: words.t("paper.date"), limit: words.t("paper.limit"), state: words.t("paper.state") },
    legend: words.t("paper.legend"),
    days: axis.days.map((day) => ({ label: day.marked ? offsetWord(day.offset) : "", date: day.marked ? shortDate(day.day) : "", rest: day.rest, holiday: day.holiday })),
    election: axis.election, today: axis.today,
    rows: plan.steps.map((step, place) => {
      const row = controlRow(plan, step, words);
      const marks = axis.rows[place] ?? { from: 0, to: 0, limit: null, recommended: 0, done: null };
      const { state } = step.standing;
      return {
        step: row.step, role: row.role, notice: row.notices, dates: row.dates, limit: row.limit, state: row.state,
        from: marks.from, to: marks.to, lawful: marks.limit, aim: marks.recommended, done: marks.done, leftOut: state === "leftOut", late: state === "late" || state === "doneLate",
        finished: state === "done" || state === "doneLate",
      };
    }),
    proof: frame.proof,
  };
}

/** The township's control sheet on A3 (控制表). */
export function controlSheet(plans: readonly CasePlan[], words: PlanWords, frame: PaperFrame): ControlSheetData {
  const villages = plans.map(({ facts, steps }) => ({
    name: facts.village, day: words.day(facts.electionDay),
    cells: steps.map(({ planned, standing }) => ({
      state: words.t(`short.${standing.state}`), day: standing.state === "leftOut" ? "" : shortDate(standing.doneOn ?? planned.latest),
      urgent: standing.state === "late" || standing.state === "doneLate", done: standing.state === "done",
    })),
  }));
  const count = (state: string): number => plans.flatMap((plan) => plan.steps).filter((step) => step.standing.state === state).length;
  const sums = { villages: plans.length, late: count("late"), due: count("due") };
  return {
    title: frame.title, madeWord: words.t("paper.madeOn"), date: frame.date, villageWord: words.t("paper.village"), legend: words.t("control.legend"),
    steps: PLAN_STEPS.map((step) => words.t(`steps.${step}`)), villages, sums, sumsWords: words.t("paper.sums", sums), proof: frame.proof,
  };
}
