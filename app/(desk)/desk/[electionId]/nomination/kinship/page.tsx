import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { SelectField } from "#components/form/ChoiceFields.tsx";
import { NominationSaved } from "#components/nomination/NominationSaved.tsx";
import { PersonField } from "#components/election/PersonField.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { CitationLine } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { personLabel } from "#lib/election/people.ts";
import { relations } from "#lib/nomination/model.ts";
import { nominationView } from "#lib/nomination/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { recordKinshipAction, removeKinshipAction } from "../actions.ts";

/** Near relatives among nominees, election committee and polling staff. */
export default guardedPage("nomination.write", electionPlace, async ({ db, params, search }) => {
  const view = await nominationView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("nomination");
  const fields = await getTranslations("fields");
  return (
    <>
      <Heading>{t("task.kinship")}</Heading>
      <Lede>{t("kinshipLede")}</Lede>
      <CitationLine citation={view.law.citations.committeeLeaveOn} />
      <NominationSaved electionId={view.electionId} search={search} changeDue={view.committeeChangeDue} />
      <DataTable
        caption={t("kinshipTable")}
        rows={view.kinships}
        rowKey={(pair) => pair.id}
        columns={[
          { key: "first", head: fields("first"), rowHeader: true, cell: (pair) => personLabel(pair.first) },
          { key: "second", head: fields("second"), cell: (pair) => personLabel(pair.second) },
          { key: "relation", head: fields("relation"), cell: (pair) => t(`relation.${pair.relation}`) },
          { key: "remove", head: t("mistakeHead"), cell: (pair) => <CommandForm action={removeKinshipAction} formId={pair.id} hidden={{ kinshipId: pair.id }} submitLabel={t("remove")} submitContext={`${pair.first.name}、${pair.second.name}`} look="secondary" small /> },
        ]}
      />
      <Heading level={2}>{t("kinshipAdd")}</Heading>
      <CommandForm action={recordKinshipAction} hidden={{ electionId: view.electionId }} submitLabel={t("save")} keep={`kinship-${view.electionId}`} aside={<ButtonLink href={`/desk/${view.electionId}/nomination`} look="secondary">{t("back")}</ButtonLink>}>
        <PersonField electionId={view.electionId} name="first" label={fields("first")} hint={t("personHint")} />
        <PersonField electionId={view.electionId} name="second" label={fields("second")} />
        <SelectField name="relation" label={fields("relation")} choices={relations.map((relation) => ({ value: relation, label: t(`relation.${relation}`) }))} />
      </CommandForm>
    </>
  );
});
