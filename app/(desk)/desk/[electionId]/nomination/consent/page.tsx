import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { CheckboxGroup } from "#components/form/ChoiceFields.tsx";
import { DateField } from "#components/form/TextFields.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { today } from "#lib/calendar/day.ts";
import { personLabel } from "#lib/election/people.ts";
import { nominationView } from "#lib/nomination/queries.ts";
import { inRunning } from "#lib/nomination/rules.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { recordConsentsAction } from "../actions.ts";

/** Who of the nominees agreed in writing to be a candidate (接受提名); whoever refuses is recorded on his own page. */
export default guardedPage("nomination.write", electionPlace, async ({ db, params, now }) => {
  const view = await nominationView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("nomination");
  const fields = await getTranslations("fields");
  const base = `/desk/${view.electionId}/nomination`;
  const running = view.nominees.filter(inRunning);
  const open = running.filter((nominee) => nominee.consent === null);
  const asked = view.nominees.filter((nominee) => nominee.consent !== null);
  const label = (nominee: (typeof open)[number]): string => `${personLabel(nominee.person)} ${t(`contest.${nominee.contest}`)}`;
  return (
    <>
      <Heading>{t("task.consent")}</Heading>
      <Lede>{t("consentLede")}</Lede>
      {open.length === 0 ? <Notice title={t(running.length === 0 ? "todo.nomineesFirst" : "consentAll")} state={running.length === 0 ? "blocked" : "done"} /> : view.closed ? <Notice title={t("closed")} state="blocked" /> : (
        <CommandForm action={recordConsentsAction} hidden={{ electionId: view.electionId }} submitLabel={t("consentSubmit")} aside={<ButtonLink href={base} look="secondary">{t("back")}</ButtonLink>}>
          <CheckboxGroup name="nominees" label={fields("nominees")} hint={t("consentHint")} choices={open.map((nominee) => ({ value: nominee.id, label: label(nominee) }))} />
          <DateField name="consentOn" label={fields("consentOn")} max={today(now)} defaultValue={today(now)} />
        </CommandForm>
      )}
      {asked.length === 0 ? null : (
        <DataTable
          caption={t("consentTable")}
          rows={asked}
          rowKey={(nominee) => nominee.id}
          columns={[
            { key: "who", head: t("name"), rowHeader: true, cell: label },
            { key: "consent", head: t("consentHead"), cell: (nominee) => t(nominee.consent?.given === true ? "consentGiven" : "consentRefused") },
            { key: "on", head: fields("consentOn"), cell: (nominee) => <Day day={nominee.consent?.on ?? ""} style="short" /> },
          ]}
        />
      )}
      <ButtonRow>
        <ButtonLink href={base} look="secondary">{t("back")}</ButtonLink>
      </ButtonRow>
    </>
  );
});
