import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField, TextField } from "#components/form/TextFields.tsx";
import { NoticeView } from "#components/notice/NoticeView.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { may } from "#lib/access/permissions.ts";
import { today } from "#lib/calendar/day.ts";
import { mayIssue } from "#lib/election/notice-command.ts";
import { issueWords } from "#lib/i18n/words.ts";
import { groupFrom } from "#lib/notice/group.ts";
import { issuerOf, noticeCase } from "#lib/notice/issue.ts";
import { noticeRecord } from "#lib/notice/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { postNoticeAction } from "./actions.ts";

/** One issued notice at the desk: its paper, its proof, where it was posted with photos, and the way to a correction. */
export default guardedPage("election.read", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const notice = await noticeRecord(db, params["noticeId"] ?? "");
  const one = await noticeCase(db, params["electionId"] ?? "");
  const entry = one?.notices.find((known) => known.id === notice?.id);
  if (notice === null || one === null || entry === undefined || notice.electionId !== place.electionId) notFound();
  const t = await getTranslations("notice");
  const set = await getTranslations("noticeSet");
  const fields = await getTranslations("fields");
  const words = await getTranslations();
  const base = `/desk/${notice.electionId}/notices`;
  const posts = may(actor.grants, "notice.post", place);
  const refused = typeof search["refused"] === "string" ? issueWords(words, { field: "file", code: search["refused"], params: { max: 4 } }) : null;
  const photos = { uploadTo: posts ? (postingId: string) => `/api/upload/postings/${notice.electionId}/${notice.id}/${postingId}` : null, refused };
  return (
    <>
      <Heading>{t("heading", { number: notice.number, title: notice.title })}</Heading>
      {search["posted"] === undefined ? null : <Notice title={t("desk.posted")} state="done" announce />}
      {search["photo"] === undefined ? null : <Notice title={set("posting.added")} state="done" announce />}
      <NoticeView notice={notice} group={groupFrom(search["group"])} href={`${base}/${notice.id}`} hrefOf={(id) => `${base}/${id}`} photos={photos} />
      {posts ? (
        <section>
          <Heading level={2}>{t("desk.postTitle")}</Heading>
          <CommandForm action={postNoticeAction} hidden={{ noticeId: notice.id }} submitLabel={t("desk.submit")} pendingLabel={t("desk.pending")} keep={`posting-${notice.id}`}>
            <TextField name="place" label={fields("place")} />
            <DateField name="postedOn" label={fields("postedOn")} defaultValue={today(now)} />
            <TextField name="postedAt" label={fields("postedAt")} hint="16:30" />
          </CommandForm>
        </section>
      ) : null}
      {mayIssue(actor, issuerOf(one, entry), place) ? (
        <section>
          <Heading level={2}>{set("correct.title")}</Heading>
          <p>{set("correct.explain")}</p>
          <ButtonRow>
            <ButtonLink href={`${base}/draft/correction?corrects=${notice.id}`} look="secondary">{set("correct.draft")}</ButtonLink>
          </ButtonRow>
        </section>
      ) : null}
    </>
  );
});
