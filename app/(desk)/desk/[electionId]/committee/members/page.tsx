import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PostedAlready } from "#components/committee/PostedAlready.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { CheckboxField } from "#components/form/ChoiceFields.tsx";
import { MemberRows } from "#components/committee/MemberRows.tsx";
import { MeetingFields } from "#components/meeting/MeetingFields.tsx";
import { rowCount } from "#components/form/row-count.ts";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { today } from "#lib/calendar/day.ts";
import { committeeView } from "#lib/committee/queries.ts";
import { meetingKinds } from "#lib/meeting/kinds.ts";
import { meetingCase } from "#lib/meeting/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { recordCommitteeAction } from "../actions.ts";

/** How the election committee was chosen, with its members and reserves. */
export default guardedPage("committee.write", electionPlace, async ({ db, params, search, now }) => {
  const view = await committeeView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("committee");
  const base = `/desk/${view.electionId}/committee`;
  if (view.issued.has("electionCommittee")) return <PostedAlready title={t("record.title")} />;
  const about = await meetingCase(db, view.electionId, today(now));
  if (about === null) notFound();
  const rows = rowCount(search["rows"], Math.max(9, view.members.length));
  const groupRows = rowCount(search["groups"], Math.max(3, about.known?.groups.length ?? 0, view.chosenBy?.record.groups.length ?? 0));
  return (
    <>
      <Heading>{t("record.title")}</Heading>
      <Lede>{t("record.lede")}</Lede>
      <CommandForm action={recordCommitteeAction} hidden={{ electionId: view.electionId, version: String(view.version) }} submitLabel={t("record.submit")} keep={`committee-${view.electionId}`} aside={<ButtonLink href={base} look="secondary">{t("back")}</ButtonLink>}>
        <Heading level={2}>{t("record.meeting")}</Heading>
        <MeetingFields kinds={meetingKinds} meeting={view.chosenBy?.record ?? null} last={about.last} known={about.known} law={about.law} today={today(now)} groupRows={{ rows: groupRows, moreHref: `${base}/members?rows=${rows}&groups=${groupRows + 3}` }} />
        <Heading level={2}>{t("record.people")}</Heading>
        <MemberRows members={view.members} rows={rows} moreHref={`${base}/members?rows=${rows + 6}&groups=${groupRows}`} />
        <CheckboxField name="relatives" label={t("record.relatives")} hint={t("record.relativesHint")} />
      </CommandForm>
    </>
  );
});
