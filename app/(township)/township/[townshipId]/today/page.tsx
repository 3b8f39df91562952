import { getLocale, getTranslations } from "next-intl/server";
import { DayChangeBanner } from "#components/plan/DayChangeBanner.tsx";
import { TodayTables } from "#components/plan/TodayTable.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { may } from "#lib/access/permissions.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import { formatDay } from "#lib/i18n/format.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { townshipPlans } from "#lib/plan/queries.ts";
import { todaySteps } from "#lib/plan/today.ts";
import { guardedPage, townshipPlace } from "#lib/web/page.ts";

const shown = ["late", "due", "blocked"] as const;

/** What is late, due or blocked in any village of a township, the most pressing first. */
export default guardedPage("township.read", townshipPlace, async ({ db, params, actor, place, now }) => {
  const townshipId = params["townshipId"] ?? "";
  const today = dayOf(now);
  const t = await getTranslations("plan.todayPage");
  const plans = (await townshipPlans(db, townshipId, now)).flatMap((drive) => drive.plans);
  const steps = todaySteps(plans, today).filter(({ part }) => shown.some((one) => one === part));
  const count = (part: (typeof shown)[number]): number => steps.filter((step) => step.part === part).length;
  const quiet = plans.filter((plan) => !steps.some((step) => step.plan === plan));
  return (
    <>
      <Heading>{t("title", { day: formatDay(today, localeOf(await getLocale()), "date") })}</Heading>
      <Lede>{steps.length === 0 ? t("nothing") : t("sums", { late: count("late"), due: count("due"), blocked: count("blocked") })}</Lede>
      {plans.map((plan) => (
        <DayChangeBanner
          key={plan.facts.electionId}
          change={plan.dayChange?.state === "asked" ? plan.dayChange : null}
          href={`/township/${townshipId}/elections/${plan.facts.electionId}`}
          action={may(actor.grants, "day.decide", place) ? t("decideFor", { village: plan.facts.village }) : plan.facts.village}
        />
      ))}
      <TodayTables steps={steps} today={today} parts={shown} villageHref={({ plan }) => `/township/${townshipId}/elections/${plan.facts.electionId}`} hrefOf={null} />
      {quiet.length === 0 ? null : <p className="muted">{t("quiet", { count: quiet.length, names: quiet.map((plan) => plan.facts.village).join("、") })}</p>}
    </>
  );
});
