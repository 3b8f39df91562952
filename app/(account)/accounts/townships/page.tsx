import { getLocale, getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { SelectField } from "#components/form/ChoiceFields.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { localeOf } from "#lib/i18n/locale.ts";
import { PROVINCE_PACKS } from "#lib/law/packs.ts";
import { allTownships } from "#lib/township/queries.ts";
import { guardedPage, systemPlace } from "#lib/web/page.ts";
import { openCountyAction, openTownshipAction } from "../../actions.ts";

/** Counties and townships of the installation, and forms for one more of each. */
export default guardedPage("system.manage", systemPlace, async ({ db, search }) => {
  const t = await getTranslations("account.townships");
  const fields = await getTranslations("fields");
  const locale = localeOf(await getLocale());
  const { counties, townships } = await allTownships(db);
  const done = search["done"] === "county" || search["done"] === "township" ? search["done"] : null;
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      {done === null ? null : <Notice title={t(`done.${done}`)} state="done" announce />}
      <DataTable
        caption={t("title")}
        captionHidden
        rows={townships}
        rowKey={(row) => row.id}
        columns={[
          { key: "name", head: t("township"), rowHeader: true, cell: (row) => row.name },
          { key: "code", head: t("code"), cell: (row) => row.code },
          { key: "county", head: t("county"), cell: (row) => row.county },
        ]}
      />
      <Heading level={2}>{t("newTownship")}</Heading>
      <CommandForm action={openTownshipAction} submitLabel={t("openTownship")} formId="township">
        <SelectField name="countyId" label={t("county")} choices={counties.map((county) => ({ value: county.id, label: county.name }))} />
        <TextField name="townshipName" label={fields("townshipName")} width="medium" maxLength={40} />
        <TextField name="townshipCode" label={fields("townshipCode")} hint={t("townshipCodeHint")} width="short" maxLength={9} />
      </CommandForm>
      <Heading level={2}>{t("newCounty")}</Heading>
      <CommandForm action={openCountyAction} submitLabel={t("openCounty")} formId="county" look="secondary">
        <TextField name="countyName" label={fields("countyName")} width="medium" maxLength={40} />
        <TextField name="countyCode" label={fields("countyCode")} hint={t("countyCodeHint")} width="short" maxLength={6} />
        <SelectField name="provincePack" label={fields("provincePack")} optional emptyLabel={t("noProvince")} choices={PROVINCE_PACKS.map((pack) => ({ value: pack.id, label: pack.name[locale] }))} />
      </CommandForm>
    </>
  );
});
