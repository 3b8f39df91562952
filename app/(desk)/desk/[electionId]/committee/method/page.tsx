import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { DateField } from "#components/form/TextFields.tsx";
import { ClosedRows, fixedValues, MethodFields } from "#components/law/MethodFields.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { may } from "#lib/access/permissions.ts";
import { isMethodKey } from "#lib/law/method.ts";
import { methodPassers } from "#lib/pack/model.ts";
import { lawView } from "#lib/pack/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { setMethodAction } from "./actions.ts";

/** The village's own method (选举办法): nation, province and village side by side; what may be set, and what no longer. */
export default guardedPage("election.read", electionPlace, async ({ db, params, search, actor, place }) => {
  const view = await lawView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("law");
  const method: Readonly<Record<string, unknown>> = view.method;
  const shown = { rows: view.rows.filter((row) => isMethodKey(row.key)), method, acted: view.acted };
  const writes = may(actor.grants, "method.write", place) && !view.closed;
  const hidden = { electionId: view.electionId, version: String(view.version), ...fixedValues(shown) };
  return (
    <>
      <Heading>{t("method.title")}</Heading>
      <Lede>{t("method.lede")}</Lede>
      {search["done"] === "method" ? <Notice title={t("method.saved")} state="done" announce /> : null}
      {writes ? (
        <CommandForm action={setMethodAction} hidden={hidden} submitLabel={t("method.submit")} keep={`method-${view.electionId}`} aside={<ButtonLink look="secondary" href={`/desk/${view.electionId}/committee`}>{t("method.back")}</ButtonLink>}>
          <DateField name="passedOn" label={t("method.passedOn")} defaultValue={view.passedOn ?? ""} />
          <RadioField name="passedBy" label={t("method.passedBy")} defaultValue={view.passedBy ?? "representatives"} choices={methodPassers.map((passer) => ({ value: passer, label: t(`passedBy.${passer}`) }))} />
          <MethodFields {...shown} />
        </CommandForm>
      ) : (
        <Notice title={t(view.closed ? "method.over" : "method.readOnly")} state="blocked" />
      )}
      <Heading level={2}>{t("closed.title")}</Heading>
      <p>{t("closed.explain")}</p>
      <ClosedRows {...shown} />
      <ButtonRow>
        <ButtonLink look="secondary" href={`/desk/${view.electionId}/law`}>{t("toLaw")}</ButtonLink>
      </ButtonRow>
    </>
  );
});
