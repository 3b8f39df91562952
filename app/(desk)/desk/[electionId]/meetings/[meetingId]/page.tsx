import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { MeetingRecordView } from "#components/meeting/MeetingRecordView.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { may } from "#lib/access/permissions.ts";
import { electionLaw, lawFields } from "#lib/election/law.ts";
import { formatDay } from "#lib/i18n/format.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { meetingView } from "#lib/meeting/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** Before these notices are out, the committee's own forms record the meeting anew. */
const again = { electionCommittee: { notice: "electionCommittee", page: "members" }, seatsAndMethod: { notice: "nominationMethod", page: "seats" } } as const;

/** One meeting as recorded: attendance with what the law asked, resolutions with their result, corrections. */
export default guardedPage("meeting.read", electionPlace, async ({ db, params, search, actor, place }) => {
  const electionId = params["electionId"] ?? "";
  const meeting = await meetingView(db, electionId, params["meetingId"] ?? "");
  const election = await db.election.findUnique({ where: { id: electionId }, select: { ...lawFields, notices: { select: { code: true } } } });
  if (meeting === null || election === null) notFound();
  const t = await getTranslations("meeting");
  const locale = localeOf(await getLocale());
  const base = `/desk/${electionId}/meetings`;
  const writes = may(actor.grants, "meeting.write", place);
  const anew = meeting.purpose === "resolutions" ? null : again[meeting.purpose];
  const published = anew === null || election.notices.some((notice) => notice.code === anew.notice);
  return (
    <>
      <Heading>{t("view.title", { day: formatDay(meeting.record.heldOn, locale, "date"), kind: t(`form.kind.${meeting.record.kind}`) })}</Heading>
      {search["done"] === "record" || search["done"] === "correct" ? <Notice title={t(search["done"] === "record" ? "view.saved" : "view.savedCorrection")} state="done" announce /> : null}
      {meeting.correctedById === null ? null : (
        <Notice title={t("view.isCorrected")} state="late">
          <Link href={`${base}/${meeting.correctedById}`} prefetch={false}>{t("view.toCorrection")}</Link>
        </Notice>
      )}
      {meeting.correctsId === null ? null : (
        <p>
          {t("view.corrects")} <Link href={`${base}/${meeting.correctsId}`} prefetch={false}>{t("view.toCorrected")}</Link>
        </p>
      )}
      <MeetingRecordView meeting={meeting} law={electionLaw(election)} names={may(actor.grants, "roll.read", place)} />
      <ButtonRow>
        {writes ? <ButtonLink href={`/api/meetings/${meeting.id}/minutes`}>{t("minutesLink")}</ButtonLink> : null}
        {!writes || meeting.correctedById !== null ? null : published ? (
          <ButtonLink href={`${base}/new?corrects=${meeting.id}`} look="secondary">{t("view.correct")}</ButtonLink>
        ) : (
          <ButtonLink href={`/desk/${electionId}/committee/${anew.page}`} look="secondary">{t("view.again")}</ButtonLink>
        )}
        <ButtonLink href={base} look="secondary">{t("new.back")}</ButtonLink>
      </ButtonRow>
    </>
  );
});
