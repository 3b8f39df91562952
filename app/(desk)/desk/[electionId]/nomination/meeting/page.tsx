import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField, NumberField, TextField } from "#components/form/TextFields.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { today } from "#lib/calendar/day.ts";
import { nominationView } from "#lib/nomination/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { recordNominationAction } from "../actions.ts";

/** When and where nomination was held, and how many nomination ballots came back. */
export default guardedPage("nomination.write", electionPlace, async ({ db, params, now }) => {
  const view = await nominationView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("nomination");
  const fields = await getTranslations("fields");
  return (
    <>
      <Heading>{t("task.meeting")}</Heading>
      <Lede>{t("meetingLede", { registered: view.registered ?? 0 })}</Lede>
      <CommandForm action={recordNominationAction} hidden={{ electionId: view.electionId, version: String(view.version) }} submitLabel={t("save")} keep={`nomination-${view.electionId}`} aside={<ButtonLink href={`/desk/${view.electionId}/nomination`} look="secondary">{t("back")}</ButtonLink>}>
        <DateField name="heldOn" label={t("heldOn")} max={today(now)} defaultValue={view.meeting?.heldOn ?? ""} />
        <TextField name="place" label={fields("place")} defaultValue={view.meeting?.place ?? ""} />
        <NumberField name="ballots" label={fields("ballots")} hint={t("ballotsHint")} defaultValue={view.meeting?.ballots ?? null} />
      </CommandForm>
    </>
  );
});
