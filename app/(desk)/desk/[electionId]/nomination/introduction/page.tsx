import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { CheckboxGroup } from "#components/form/ChoiceFields.tsx";
import { DateField, NumberField, TextField } from "#components/form/TextFields.tsx";
import { NominationSaved } from "#components/nomination/NominationSaved.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day, Num } from "#components/ui/DeadlineWords.tsx";
import { CitationLine } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { today } from "#lib/calendar/day.ts";
import { personLabel } from "#lib/election/people.ts";
import type { CandidatesMeeting } from "#lib/nomination/meeting-rules.ts";
import { nominationView } from "#lib/nomination/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { checkStatementsAction, recordIntroductionAction, removeIntroductionAction } from "../actions.ts";

/** Candidates meet the villagers (候选人与村民见面): meetings held, one more, and the statements that were checked. */
export default guardedPage("nomination.write", electionPlace, async ({ db, params, search, now }) => {
  const view = await nominationView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("nomination");
  const fields = await getTranslations("fields");
  const base = `/desk/${view.electionId}/nomination`;
  const { introduction } = view;
  const candidates = view.nominees.filter((nominee) => nominee.state === "candidate");
  const open = candidates.filter((nominee) => nominee.statementOn === null);
  const names = new Map(view.nominees.map((nominee) => [nominee.id, nominee.person.name]));
  const label = (nominee: (typeof candidates)[number]): string => `${personLabel(nominee.person)} ${t(`contest.${nominee.contest}`)}`;
  const back = <ButtonLink href={base} look="secondary">{t("back")}</ButtonLink>;
  return (
    <>
      <Heading>{t("task.introduction")}</Heading>
      <Lede>{t("introductionLede")}</Lede>
      <CitationLine citation={view.law.citations.candidatesMeetVoters} />
      <NominationSaved electionId={view.electionId} search={search} changeDue={false} />
      {introduction === null ? <Notice title={t("introductionNone")} state="done" /> : (
        <DataTable
          caption={t("introductionTable")}
          rows={introduction.meetings}
          rowKey={(meeting) => meeting.id}
          empty={t("introductionEmpty")}
          columns={[
            { key: "day", head: fields("heldOn"), rowHeader: true, cell: (meeting) => <Day day={meeting.heldOn} style="short" /> },
            { key: "place", head: fields("place"), cell: (meeting) => meeting.place },
            { key: "attendance", head: fields("attendance"), numeric: true, cell: (meeting) => <Num value={meeting.attendance} /> },
            { key: "who", head: t("introductionWho"), cell: (meeting) => meeting.nomineeIds.map((id) => names.get(id) ?? "").join("、") },
            ...(view.opened ? [] : [{ key: "remove", head: t("mistakeHead"), cell: (meeting: CandidatesMeeting) => <CommandForm action={removeIntroductionAction} formId={`remove-${meeting.id}`} hidden={{ meetingId: meeting.id }} submitLabel={t("remove")} submitContext={`${meeting.heldOn} ${meeting.place}`} look="secondary" small /> }]),
          ]}
        />
      )}
      {introduction === null || view.opened ? null : candidates.length === 0 ? <Notice title={t("introductionFirst")} state="blocked"><ButtonRow>{back}</ButtonRow></Notice> : (
        <section>
          <Heading level={2}>{t("introductionAdd")}</Heading>
          <CommandForm action={recordIntroductionAction} formId="meeting" hidden={{ electionId: view.electionId }} submitLabel={t("save")} keep={`introduction-${view.electionId}`} aside={back}>
            <DateField name="heldOn" label={fields("heldOn")} max={today(now)} />
            <TextField name="place" label={fields("place")} />
            <NumberField name="attendance" label={fields("attendance")} />
            <CheckboxGroup name="nominees" label={t("introductionWho")} hint={t("introductionWhoHint")} choices={candidates.map((nominee) => ({ value: nominee.id, label: label(nominee) }))} defaultValues={candidates.map((nominee) => nominee.id)} />
            <TextField name="note" label={fields("note")} hint={t("introductionNoteHint")} optional />
          </CommandForm>
        </section>
      )}
      {candidates.length === 0 ? null : (
        <section>
          <Heading level={2}>{t("statements")}</Heading>
          {open.length === 0 ? <Notice title={t("statementsAll")} state="done" /> : (
            <>
              <p>{t("statementsLede")}</p>
              <CommandForm action={checkStatementsAction} formId="statements" hidden={{ electionId: view.electionId }} submitLabel={t("statementsSubmit")} look="secondary">
                <CheckboxGroup name="nominees" label={fields("nominees")} choices={open.map((nominee) => ({ value: nominee.id, label: label(nominee) }))} />
                <DateField name="checkedOn" label={fields("checkedOn")} max={today(now)} defaultValue={today(now)} />
              </CommandForm>
            </>
          )}
        </section>
      )}
    </>
  );
});
