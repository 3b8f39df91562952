import { getTranslations } from "next-intl/server";
import { NoticeCheck, NoticeIssued } from "#components/notice/NoticeCheck.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { today as dayOf } from "#lib/calendar/day.ts";
import { previewNotice } from "#lib/election/notice-command.ts";
import { noticeRecord } from "#lib/notice/queries.ts";
import { draftObjectionDecisions } from "#lib/roll/objections/notices.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { issueObjectionDecisionsAction } from "../actions.ts";

/** Draft, check and issue the notice of decisions on objections (4-2). */
export default guardedPage("notice.issue", electionPlace, async ({ db, params, search, now }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("objections");
  const base = `/desk/${electionId}/roll/objections`;
  const issued = typeof search["issued"] === "string" ? await noticeRecord(db, search["issued"]) : null;
  if (issued !== null && issued.electionId === electionId) return <NoticeIssued electionId={electionId} notice={issued} nextHref={base} nextLabel={t("back")} />;
  const preview = await previewNotice(db, electionId, "objectionDecisions", await draftObjectionDecisions(db, electionId), dayOf(now));
  if (preview === null) {
    return (
      <>
        <Heading>{t("notice.title")}</Heading>
        <p>{t("notice.nothing")}</p>
        <ButtonLink href={base} look="secondary">{t("back")}</ButtonLink>
      </>
    );
  }
  return <NoticeCheck title={preview.title} number={preview.number} paper={preview.paper} findings={preview.findings} action={issueObjectionDecisionsAction} hidden={{ electionId }} backHref={base} />;
});
