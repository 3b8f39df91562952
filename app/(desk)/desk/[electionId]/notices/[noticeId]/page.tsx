import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField, TextField } from "#components/form/TextFields.tsx";
import { NoticeView } from "#components/notice/NoticeView.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { may } from "#lib/access/permissions.ts";
import { today } from "#lib/calendar/day.ts";
import { groupFrom } from "#lib/notice/group.ts";
import { noticeRecord } from "#lib/notice/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { postNoticeAction } from "./actions.ts";

/** One issued notice at the desk: its paper, its proof, and where it was posted. */
export default guardedPage("election.read", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const notice = await noticeRecord(db, params["noticeId"] ?? "");
  if (notice === null || notice.electionId !== place.electionId) notFound();
  const t = await getTranslations("notice");
  const fields = await getTranslations("fields");
  const base = `/desk/${notice.electionId}/notices`;
  return (
    <>
      <Heading>{t("heading", { number: notice.number, title: notice.title })}</Heading>
      {search["posted"] === undefined ? null : <Notice title={t("desk.posted")} state="done" announce />}
      <NoticeView notice={notice} group={groupFrom(search["group"])} href={`${base}/${notice.id}`} hrefOf={(id) => `${base}/${id}`} />
      {may(actor.grants, "notice.post", place) ? (
        <section>
          <Heading level={2}>{t("desk.postTitle")}</Heading>
          <CommandForm action={postNoticeAction} hidden={{ noticeId: notice.id }} submitLabel={t("desk.submit")} pendingLabel={t("desk.pending")} keep={`posting-${notice.id}`}>
            <TextField name="place" label={fields("place")} />
            <DateField name="postedOn" label={fields("postedOn")} defaultValue={today(now)} />
            <TextField name="postedAt" label={fields("postedAt")} hint="16:30" />
          </CommandForm>
        </section>
      ) : null}
    </>
  );
});
