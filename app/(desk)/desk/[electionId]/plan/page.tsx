import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PlanTable } from "#components/plan/PlanTable.tsx";
import { RecordForms } from "#components/plan/RecordForms.tsx";
import { UnsureYears } from "#components/plan/UnsureYears.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { may } from "#lib/access/permissions.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import { worksAt } from "#lib/election/reading.ts";
import { HAND_STEPS } from "#lib/plan/model.ts";
import { casePlan } from "#lib/plan/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { recordStepAction } from "./actions.ts";

/** The plan of a village (进程图): every step with its days, article, role, notices and state. */
export default guardedPage("election.read", electionPlace, async ({ db, params, actor, place, search, now }) => {
  const electionId = params["electionId"] ?? "";
  const today = dayOf(now);
  const plan = await casePlan(db, electionId, today);
  if (plan === null) notFound();
  const t = await getTranslations("plan");
  const base = `/desk/${electionId}`;
  const works = worksAt(actor.grants, place);
  const recorded = HAND_STEPS.some((step) => step === search["done"]);
  const resultOut = plan.facts.votes.some((vote) => vote.announced);
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t.rich("lede", { day: () => <Day day={plan.facts.electionDay} /> })}</Lede>
      {recorded ? <Notice title={t("record.done")} state="done" announce /> : null}
      <UnsureYears steps={plan.steps} calendar={plan.calendar} />
      <div className="btn-row">
        <ButtonLink href={`${base}/today`} look="secondary" small>{t("today")}</ButtonLink>
        <ButtonLink href={`/api/plan/${electionId}/chart`} look="secondary" small newTab>{t("pdf")}</ButtonLink>
        <ButtonLink href={`/api/plan/${electionId}/workbook`} look="secondary" small download>{t("xlsx")}</ButtonLink>
        <ButtonLink href={`${base}/plan/day`} look="secondary" small>{t("changeDay")}</ButtonLink>
      </div>
      <PlanTable plan={plan} today={today} hrefOf={works ? ({ planned }) => (planned.byHand === true ? `${base}/plan#record` : `${base}/${planned.page}`) : null} />
      {resultOut && may(actor.grants, "plan.record", place) ? <RecordForms electionId={electionId} steps={plan.steps} today={today} action={recordStepAction} /> : null}
    </>
  );
});
