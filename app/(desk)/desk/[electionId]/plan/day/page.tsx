import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField, TextField } from "#components/form/TextFields.tsx";
import { DayChangeHistory } from "#components/plan/DayChangeHistory.tsx";
import { Replan } from "#components/plan/Replan.tsx";
import { Button, ButtonLink } from "#components/ui/Button.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { may } from "#lib/access/permissions.ts";
import { isDay, today as dayOf } from "#lib/calendar/day.ts";
import { formatDay } from "#lib/i18n/format.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { dayChangeView } from "#lib/plan/day-queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { askDayChangeAction, withdrawDayChangeAction } from "../actions.ts";

const deeds = ["asked", "withdrawn"] as const;

/** Asking for another election day: what the plan would be, what is too late already, the ask, and what became of it. */
export default guardedPage("election.read", electionPlace, async ({ db, params, actor, place, search, now }) => {
  const electionId = params["electionId"] ?? "";
  const today = dayOf(now);
  const wanted = search["day"];
  const proposed = typeof wanted === "string" && isDay(wanted) ? wanted : null;
  const view = await dayChangeView(db, electionId, proposed, today);
  if (view === null) notFound();
  const t = await getTranslations("dayChange");
  const fields = await getTranslations("fields");
  const locale = localeOf(await getLocale());
  const open = view.changes.find((change) => change.state === "asked" || change.state === "approved");
  const done = deeds.find((deed) => deed === search["done"]);
  const asks = may(actor.grants, "day.ask", place);
  const can = view.fixed && !view.begun && open === undefined;
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      {done === undefined ? null : <Notice title={t(`done.${done}`)} state="done" announce />}
      <p>
        {t("nowDay")} <strong><Day day={view.plan.facts.electionDay} /></strong>
      </p>
      {view.begun ? <Notice title={t("begun")} state="blocked" /> : view.fixed ? null : <Notice title={t("notFixed")} state="now" />}
      {open?.state === "approved" && may(actor.grants, "notice.issue", place) ? (
        <Notice title={t("issueTitle")} state="due">
          <p>{t("issueLede", { day: formatDay(open.toDay, locale) })}</p>
          <ButtonLink href={`/desk/${electionId}/plan/day/notice`}>{t("issue")}</ButtonLink>
        </Notice>
      ) : null}
      {can ? (
        <section>
          <Heading level={2}>{t("proposeTitle")}</Heading>
          <form method="get" className="form">
            <DateField name="day" label={fields("newDay")} min={today} defaultValue={proposed ?? ""} />
            <Button look="secondary">{t("proposeSubmit")}</Button>
          </form>
        </section>
      ) : null}
      {view.move === null ? null : (
        <section>
          <Heading level={2}>{t("replanTitle", { day: formatDay(view.move.toDay, locale, "date") })}</Heading>
          <Replan view={view} publicHref={(noticeId) => `/desk/${electionId}/notices/${noticeId}`} />
        </section>
      )}
      {can && asks && view.move !== null ? (
        <section>
          <Heading level={2}>{t("askTitle")}</Heading>
          <CommandForm action={askDayChangeAction} hidden={{ electionId, version: String(view.version), newDay: view.move.toDay }} submitLabel={t("askSubmit")} keep={`day-${electionId}`}>
            <TextField name="changeReason" label={fields("changeReason")} hint={t("reasonHint")} maxLength={200} />
          </CommandForm>
        </section>
      ) : null}
      <DayChangeHistory changes={view.changes} />
      {open !== undefined && asks ? (
        <CommandForm action={withdrawDayChangeAction} formId="withdraw" look="secondary" hidden={{ changeId: open.id, version: String(open.version) }} submitLabel={t("withdraw")} />
      ) : null}
    </>
  );
});
