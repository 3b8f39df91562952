import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { CheckboxField, CheckboxGroup } from "#components/form/ChoiceFields.tsx";
import { DateField, TextField } from "#components/form/TextFields.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { CitationLine } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { today } from "#lib/calendar/day.ts";
import { personLabel } from "#lib/election/people.ts";
import { nominationView } from "#lib/nomination/queries.ts";
import { inRunning } from "#lib/nomination/rules.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { vetClearAction } from "../actions.ts";

/** Vetting of all at once in whom nothing was found; whoever has a bar is recorded on his own page. */
export default guardedPage("nomination.write", electionPlace, async ({ db, params, now }) => {
  const view = await nominationView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("nomination");
  const fields = await getTranslations("fields");
  const base = `/desk/${view.electionId}/nomination`;
  const open = view.nominees.filter((nominee) => inRunning(nominee) && nominee.vetting === null);
  return (
    <>
      <Heading>{t("task.vetting")}</Heading>
      <Lede>{t("vettingLede")}</Lede>
      <ul className="list-disc ps-6">
        {view.law.values.candidateBars.map((bar) => (
          <li key={bar}>{t(`bar.${bar}`)}</li>
        ))}
      </ul>
      <CitationLine citation={view.law.citations.candidateBars} />
      {open.length === 0 ? <Notice title={t("allVetted")} state="done" /> : (
        <CommandForm action={vetClearAction} hidden={{ electionId: view.electionId }} submitLabel={t("clearSubmit")} aside={<ButtonLink href={base} look="secondary">{t("back")}</ButtonLink>}>
          <CheckboxGroup name="nominees" label={fields("nominees")} hint={t("clearHint")} choices={open.map((nominee) => ({ value: nominee.id, label: `${personLabel(nominee.person)} ${t(`contest.${nominee.contest}`)}` }))} />
          <TextField name="vettedBy" label={fields("vettedBy")} hint={t("vettedByHint")} />
          <DateField name="vettedOn" label={fields("vettedOn")} max={today(now)} defaultValue={today(now)} />
          <CheckboxField name="confirmed" label={t("clearConfirm")} />
        </CommandForm>
      )}
    </>
  );
});
