import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { rowCount } from "#components/form/row-count.ts";
import { TextAreaField } from "#components/form/TextFields.tsx";
import { helpLaw } from "#components/meeting/help-law.ts";
import { AdmissionRows } from "#components/meeting/AdmissionRows.tsx";
import { MeetingFields } from "#components/meeting/MeetingFields.tsx";
import { MeetingHelper } from "#components/meeting/MeetingHelper.tsx";
import { ResolutionRows } from "#components/meeting/ResolutionRows.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { today } from "#lib/calendar/day.ts";
import { admittedBy, applicationGrounds } from "#lib/law/voter-groups.ts";
import { meetingKinds, subjects } from "#lib/meeting/kinds.ts";
import { meetingCase, meetingView } from "#lib/meeting/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { correctMeetingAction, recordMeetingAction } from "../actions.ts";

/** Records a meeting with its resolutions (`admit`: opened for one person's admission; `subject`: for a resolution about that), or corrects a record (`corrects`). */
export default guardedPage("meeting.write", electionPlace, async ({ db, params, search, now }) => {
  const electionId = params["electionId"] ?? "";
  const corrects = typeof search["corrects"] === "string" ? await meetingView(db, electionId, search["corrects"]) : null;
  if (search["corrects"] !== undefined && (corrects === null || corrects.correctedById !== null)) notFound();
  const decided = corrects?.resolutions.flatMap((resolution) => resolution.admissions) ?? [];
  const about = await meetingCase(db, electionId, today(now), decided.map((person) => person.entryId));
  if (about === null) notFound();
  const t = await getTranslations("meeting");
  const fields = await getTranslations("fields");
  const admit = about.waiting.find((person) => person.id === search["admit"]);
  const people = corrects === null ? (admit === undefined ? [] : [{ entryId: admit.id, ...admit.application }]) : decided;
  const subject = subjects.find((one) => one === search["subject"] && one !== "seatsAndMethod") ?? null;
  const base = `/desk/${electionId}/meetings`;
  const wanted = { rows: rowCount(search["rows"], Math.max(3, corrects?.resolutions.length ?? 0)), groups: rowCount(search["groups"], Math.max(3, about.known?.groups.length ?? 0, corrects?.record.groups.length ?? 0)), people: rowCount(search["people"], Math.max(people.length, Math.min(3, about.waiting.length))) };
  const more = (over: Partial<typeof wanted>): string =>
    `${base}/new?${new URLSearchParams(Object.entries({ ...(corrects === null ? {} : { corrects: corrects.id }), ...(admit === undefined ? {} : { admit: admit.id }), ...(subject === null ? {} : { subject }), ...wanted, ...over }).map(([name, value]) => [name, String(value)])).toString()}`;
  const kinds = corrects === null ? meetingKinds : meetingKinds.filter((kind) => kind === corrects.record.kind);
  const words = corrects === null ? "new" : "correct";
  return (
    <>
      <Heading>{t(`${words}.title`)}</Heading>
      <Lede>{t(`${words}.lede`)}</Lede>
      {corrects === null || corrects.purpose === "resolutions" ? null : <Notice title={t(corrects.purpose === "electionCommittee" ? "correct.chosenStay" : "correct.seatsStay")} />}
      <CommandForm
        action={corrects === null ? recordMeetingAction : correctMeetingAction}
        hidden={corrects === null ? { electionId } : { meetingId: corrects.id }}
        submitLabel={t(`${words}.submit`)}
        keep={corrects === null ? `meeting-${electionId}` : `meeting-correct-${corrects.id}`}
        aside={<ButtonLink href={base} look="secondary">{t("new.back")}</ButtonLink>}
      >
        <Heading level={2}>{t("new.meeting")}</Heading>
        <MeetingFields kinds={kinds} meeting={corrects?.record ?? null} last={about.last} known={about.known} law={about.law} today={today(now)} groupRows={{ rows: wanted.groups, moreHref: more({ groups: wanted.groups + 3 }) }} />
        {corrects?.purpose === "electionCommittee" ? null : (
          <>
            <Heading level={2}>{t("new.resolutions")}</Heading>
            <ResolutionRows resolutions={corrects?.resolutions ?? []} first={admit === undefined ? subject : "admitVoters"} rows={wanted.rows} moreHref={more({ rows: wanted.rows + 3 })} />
            <MeetingHelper law={helpLaw(about.law)} about="decision" />
            <AdmissionRows waiting={about.waiting} grounds={applicationGrounds(about.law).filter((ground) => admittedBy(ground) === "meeting")} people={people} rows={wanted.people} moreHref={more({ people: wanted.people + 6 })} />
          </>
        )}
        {corrects === null ? null : <TextAreaField name="correctionReason" label={fields("correctionReason")} hint={t("correct.hint")} rows={2} />}
      </CommandForm>
    </>
  );
});
