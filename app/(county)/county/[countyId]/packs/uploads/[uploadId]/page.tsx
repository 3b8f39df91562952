import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DifferenceTable } from "#components/law/LawParts.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { localeOf } from "#lib/i18n/locale.ts";
import { issueWords } from "#lib/i18n/words.ts";
import { uploadView } from "#lib/pack/queries.ts";
import { issuesOf } from "#lib/pack/rules.ts";
import { countyPlace, guardedPage } from "#lib/web/page.ts";
import { confirmUploadAction, discardUploadAction } from "../../../actions.ts";

/** A pack that was uploaded, before it becomes a version: its days and every difference to the newest. */
export default guardedPage("pack.import", countyPlace, async ({ db, params }) => {
  const view = await uploadView(db, params["countyId"] ?? "", params["uploadId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("county.upload");
  const words = await getTranslations();
  const locale = localeOf(await getLocale());
  const { pack } = view;
  const hidden = { uploadId: view.id };
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <SummaryList
        items={[
          { key: "name", label: t("name"), value: pack.name[locale] },
          { key: "id", label: t("id"), value: <code>{pack.id}</code> },
          { key: "number", label: t("number"), value: view.next },
          { key: "from", label: t("from"), value: <Day day={pack.inForceFrom} /> },
          { key: "until", label: t("until"), value: pack.inForceUntil === null ? t("openEnd") : <Day day={pack.inForceUntil} /> },
        ]}
      />
      <DifferenceTable caption={t("differences", { count: view.rows.length })} beforeHead={t("before")} afterHead={t("after")} rows={view.rows} />
      {view.faults.length === 0 ? (
        <CommandForm action={confirmUploadAction} hidden={hidden} formId="confirm" submitLabel={t("confirm")}>
          <p>{t("confirmExplain")}</p>
        </CommandForm>
      ) : (
        <Notice title={t("faults")} state="late">
          <ul>
            {issuesOf(view.faults).map((issue, index) => (
              <li key={`${issue.code}-${index}`}>{issueWords(words, issue)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <CommandForm action={discardUploadAction} hidden={hidden} formId="discard" look="secondary" submitLabel={t("discard")} />
    </>
  );
});
