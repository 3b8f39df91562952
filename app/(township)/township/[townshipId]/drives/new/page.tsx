import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { NumberField, TextField } from "#components/form/TextFields.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { guardedPage, townshipPlace } from "#lib/web/page.ts";
import { openDriveAction } from "../../actions.ts";

/** Opens a drive: all elections of the township in one term. */
export default guardedPage("drive.open", townshipPlace, async ({ params }) => {
  const townshipId = params["townshipId"] ?? "";
  const t = await getTranslations("township.newDrive");
  const fields = await getTranslations("fields");
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <CommandForm action={openDriveAction} submitLabel={t("submit")} hidden={{ townshipId }} keep={`drive-${townshipId}`}>
        <NumberField name="term" label={fields("term")} hint={t("termHint")} />
        <TextField name="driveName" label={fields("driveName")} hint={t("nameHint")} maxLength={60} />
      </CommandForm>
    </>
  );
});
