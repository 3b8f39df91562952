import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { committeeView } from "#lib/committee/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { arrangePollingAction } from "../actions.ts";

/** Main venue, counting place and hours of the vote. */
export default guardedPage("seats.write", electionPlace, async ({ db, params }) => {
  const view = await committeeView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("committee");
  const fields = await getTranslations("fields");
  return (
    <>
      <Heading>{t("polling.title")}</Heading>
      <Lede>
        {t("polling.day")} <Day day={view.electionDay} />
      </Lede>
      <CommandForm action={arrangePollingAction} hidden={{ electionId: view.electionId, version: String(view.version) }} submitLabel={t("polling.submit")} keep={`polling-${view.electionId}`} aside={<ButtonLink href={`/desk/${view.electionId}/committee`} look="secondary">{t("back")}</ButtonLink>}>
        <TextField name="mainVenue" label={fields("mainVenue")} defaultValue={view.polling?.mainVenue ?? ""} />
        <TextField name="countingPlace" label={fields("countingPlace")} defaultValue={view.polling?.countingPlace ?? ""} />
        <div className="field-row">
          <TextField name="pollingFrom" label={fields("pollingFrom")} hint="08:00" width="digits" defaultValue={view.polling?.from ?? "08:00"} />
          <TextField name="pollingTo" label={fields("pollingTo")} hint="16:00" width="digits" defaultValue={view.polling?.to ?? "16:00"} />
        </div>
      </CommandForm>
    </>
  );
});
