import { getLocale, getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { TextAreaField } from "#components/form/TextFields.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { localeOf } from "#lib/i18n/locale.ts";
import { termText } from "#lib/i18n/term.ts";
import { villagesOf } from "#lib/township/queries.ts";
import { guardedPage, townshipPlace } from "#lib/web/page.ts";
import { addVillagesAction } from "../actions.ts";

/** The township's villages; more of them by pasting lines from a spreadsheet. */
export default guardedPage("village.write", townshipPlace, async ({ db, params, search }) => {
  const townshipId = params["townshipId"] ?? "";
  const t = await getTranslations("township.villages");
  const fields = await getTranslations("fields");
  const locale = localeOf(await getLocale());
  const villages = await villagesOf(db, townshipId);
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede", { count: villages.length })}</Lede>
      {search["done"] === "villages" ? <Notice title={t("done")} state="done" announce /> : null}
      <DataTable
        caption={t("title")}
        captionHidden
        rows={villages}
        rowKey={(row) => row.id}
        empty={t("none")}
        columns={[
          { key: "code", head: fields("villageCode"), cell: (row) => row.code },
          { key: "name", head: fields("villageName"), rowHeader: true, cell: (row) => row.name },
          { key: "elections", head: t("elections"), cell: (row) => (row.elections.length === 0 ? "—" : row.elections.map((election) => termText(election.term, locale)).join(t("and"))) },
        ]}
      />
      <Heading level={2}>{t("add")}</Heading>
      <CommandForm action={addVillagesAction} submitLabel={t("submit")} hidden={{ townshipId }} keep={`villages-${townshipId}`}>
        <TextAreaField name="villages" label={fields("villages")} hint={t("hint")} rows={8} />
      </CommandForm>
    </>
  );
});
