import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NoticeCheck, NoticeIssued } from "#components/notice/NoticeCheck.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { today as dayOf } from "#lib/calendar/day.ts";
import { previewNotice } from "#lib/election/notice-command.ts";
import { noticeRecord } from "#lib/notice/queries.ts";
import { draftDayChange } from "#lib/plan/day-notice.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { issueDayChangeAction } from "../../actions.ts";

/** Notice 1-1 (选举日变更公告): checked and issued here; with it the approved day takes effect. */
export default guardedPage("notice.issue", electionPlace, async ({ db, params, search, now }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("dayChange");
  const back = `/desk/${electionId}/plan/day`;
  const issued = typeof search["issued"] === "string" ? await noticeRecord(db, search["issued"]) : null;
  if (issued !== null && issued.electionId === electionId) {
    const pending = await db.rollChange.count({ where: { electionId, noticeId: null } });
    return (
      <>
        <NoticeIssued electionId={electionId} notice={issued} nextHref={pending > 0 ? `/desk/${electionId}/roll/publish` : `/desk/${electionId}/plan`} nextLabel={pending > 0 ? t("supplementGo") : t("showPlan")} />
        {pending > 0 ? <Notice title={t("supplement")} state="due" /> : null}
      </>
    );
  }
  const draft = await draftDayChange(db, electionId, dayOf(now));
  const preview = await previewNotice(db, electionId, "electionDayChange", draft, dayOf(now));
  if (draft === null || preview === null) {
    if ((await db.election.count({ where: { id: electionId } })) === 0) notFound();
    return (
      <>
        <Heading>{t("issueTitle")}</Heading>
        <Notice title={t("notApproved")} state="blocked" />
      </>
    );
  }
  return <NoticeCheck title={preview.title} number={preview.number} paper={preview.paper} findings={preview.findings} about={preview} action={issueDayChangeAction} hidden={{ electionId }} backHref={back} backLabel={t("title")} />;
});
