import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { TodayItems } from "#components/election/TodayItems.tsx";
import { DayChangeBanner } from "#components/plan/DayChangeBanner.tsx";
import { TodayTables } from "#components/plan/TodayTable.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { today as dayOf } from "#lib/calendar/day.ts";
import { opensPage, worksAt } from "#lib/election/reading.ts";
import { itemsOf, warningsOf } from "#lib/election/today.ts";
import { formatDay } from "#lib/i18n/format.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { casePlan } from "#lib/plan/queries.ts";
import { todaySteps } from "#lib/plan/today.ts";
import { rollItems } from "#lib/roll/todo.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** What a village has to do today: late, due, blocked and why, who does it, and where. */
export default guardedPage("election.read", electionPlace, async ({ db, params, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const today = dayOf(now);
  const plan = await casePlan(db, electionId, today);
  if (plan === null) notFound();
  const t = await getTranslations("plan");
  const base = `/desk/${electionId}`;
  const steps = todaySteps([plan], today);
  const items = [...(await rollItems(db, electionId)), ...itemsOf(plan.facts, today)];
  const warnings = warningsOf(plan.facts, today);
  const hrefOf = worksAt(actor.grants, place) ? ({ step: { planned } }: (typeof steps)[number]) => (planned.byHand === true ? `${base}/plan#record` : `${base}/${planned.page}`) : null;
  return (
    <>
      <Heading>{t("todayPage.title", { day: formatDay(today, localeOf(await getLocale()), "date") })}</Heading>
      {steps.length + items.length + warnings.length === 0 ? <Lede>{t("todayPage.nothing")}</Lede> : null}
      <DayChangeBanner change={plan.dayChange} href={`${base}/plan/day`} action={null} />
      {warnings.length === 0 ? null : <FindingList findings={warnings} />}
      <TodayTables steps={steps} today={today} villageHref={null} hrefOf={hrefOf} />
      {items.length === 0 ? null : (
        <>
          <Heading level={2}>{t("todayPage.other")}</Heading>
          <TodayItems electionId={electionId} items={items} today={today} quiet={false} opens={(page) => opensPage(actor.grants, place, page)} />
        </>
      )}
      <div className="btn-row">
        <ButtonLink href={`${base}/plan`} look="secondary">{t("todayPage.openPlan")}</ButtonLink>
      </div>
    </>
  );
});
