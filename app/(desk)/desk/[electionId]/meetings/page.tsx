import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { AttendanceWords } from "#components/meeting/AttendanceWords.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Tag } from "#components/ui/Tag.tsx";
import { may } from "#lib/access/permissions.ts";
import { meetingsOf, type MeetingView } from "#lib/meeting/queries.ts";
import { waitingForConsent } from "#lib/roll/entry/admission.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** All meetings of the election with what they were about, whether enough people came, and their minutes. */
export default guardedPage("meeting.read", electionPlace, async ({ db, params, actor, place }) => {
  const electionId = params["electionId"] ?? "";
  const meetings = await meetingsOf(db, electionId);
  const t = await getTranslations("meeting");
  const base = `/desk/${electionId}/meetings`;
  const writes = may(actor.grants, "meeting.write", place);
  const waiting = writes ? (await waitingForConsent(db, electionId)).length : 0;
  const minutes = (meeting: MeetingView) => (
    <a href={`/api/meetings/${meeting.id}/minutes`}>
      {t("minutesLink")}
      <span className="sr-only">{t("minutesOf", { day: meeting.record.heldOn })}</span>
    </a>
  );
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      {waiting === 0 ? null : <p>{t("new.waiting", { count: waiting })}</p>}
      {writes ? (
        <ButtonRow>
          <ButtonLink href={`${base}/new`}>{t("record")}</ButtonLink>
        </ButtonRow>
      ) : null}
      <DataTable
        caption={t("listTitle")}
        rows={meetings}
        rowKey={(meeting) => meeting.id}
        empty={t("none")}
        columns={[
          { key: "heldOn", head: t("head.heldOn"), rowHeader: true, className: "whitespace-nowrap", cell: (meeting) => <Link href={`${base}/${meeting.id}`} prefetch={false}><Day day={meeting.record.heldOn} style="date" /></Link> },
          { key: "purpose", head: t("head.purpose"), cell: (meeting) => t(`purpose.${meeting.purpose}`, { count: meeting.resolutions.length }) },
          { key: "kind", head: t("head.kind"), cell: (meeting) => t(`form.kind.${meeting.record.kind}`) },
          { key: "attendance", head: t("head.attendance"), cell: (meeting) => <AttendanceWords record={meeting.record} /> },
          { key: "state", head: t("head.state"), cell: (meeting) => <Tag state={meeting.correctedById === null ? "done" : "plain"}>{t(meeting.correctedById === null ? "stands" : "corrected")}</Tag> },
          ...(writes ? [{ key: "minutes", head: t("head.minutes"), cell: minutes }] : []),
        ]}
      />
    </>
  );
});
