import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { FileField } from "#components/form/TextFields.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { countyPlace, guardedPage } from "#lib/web/page.ts";
import { uploadPackAction } from "../../actions.ts";

const steps = ["export", "edit", "upload", "confirm"] as const;

/** Brings a pack in: how it is done, and the file. */
export default guardedPage("pack.import", countyPlace, async ({ params }) => {
  const countyId = params["countyId"] ?? "";
  const t = await getTranslations("county.import");
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <ol className="list-decimal pl-6">
        {steps.map((step) => (
          <li key={step}>{t(`step.${step}`)}</li>
        ))}
      </ol>
      <CommandForm action={uploadPackAction} hidden={{ countyId }} submitLabel={t("submit")} pendingLabel={t("checking")} aside={<ButtonLink look="secondary" href={`/county/${countyId}`}>{t("back")}</ButtonLink>}>
        <FileField name="file" label={t("file")} hint={t("fileHint")} accept=".json,application/json" />
      </CommandForm>
    </>
  );
});
