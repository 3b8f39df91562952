import { getTranslations } from "next-intl/server";
import { RadioField, SelectField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import type { EntryDetail } from "#lib/roll/entry/queries.ts";
import { EXCLUSIONS } from "#lib/roll/model.ts";

type FormProps = { readonly entry: EntryDetail; readonly action: FormAction };
const shown = (entry: EntryDetail) => ({ entryId: entry.id, version: String(entry.version) });

/** Records whether somebody living elsewhere says that he takes part (第二类). */
export async function ParticipationForm({ entry, action }: FormProps) {
  const t = await getTranslations("roll.entry");
  return (
    <section>
      <Heading level={2}>{t("takesPartTitle")}</Heading>
      <p>{t("takesPartLede")}</p>
      <CommandForm action={action} hidden={shown(entry)} formId="participation" submitLabel={t("save")} pendingLabel={t("saving")} look="secondary">
        <RadioField name="takesPart" label={t("takesPart")} defaultValue={entry.takesPart === null ? "" : entry.takesPart ? "yes" : "no"} choices={[{ value: "yes", label: t("yes") }, { value: "no", label: t("no") }]} />
      </CommandForm>
    </section>
  );
}

/** Somebody with the household elsewhere (第三类) waits for the meeting's consent, which is recorded with the meeting. */
export async function ConsentNotice({ electionId, entryId, writes }: { readonly electionId: string; readonly entryId: string; readonly writes: boolean }) {
  const t = await getTranslations("roll.entry");
  return (
    <Notice title={t("consentTitle")} state="due">
      <p>{t("consentLede")}</p>
      {writes ? (
        <ButtonRow>
          <ButtonLink href={`/desk/${electionId}/meetings/new?admit=${entryId}`} look="secondary">
            {t("consent")}
          </ButtonLink>
        </ButtonRow>
      ) : (
        <p>{t("consentByCommittee")}</p>
      )}
    </Notice>
  );
}

/** Keeps a person off the list, with kind and evidence. */
export async function ExcludeForm({ entry, action }: FormProps) {
  const t = await getTranslations("roll");
  const f = await getTranslations("fields");
  return (
    <section>
      <Heading level={2}>{t("entry.excludeTitle")}</Heading>
      <p>{t("entry.excludeLede")}</p>
      <CommandForm action={action} hidden={shown(entry)} formId="exclude" submitLabel={t("entry.exclude")} pendingLabel={t("entry.saving")} look="warning">
        <SelectField name="exclusion" label={f("exclusion")} choices={EXCLUSIONS.map((kind) => ({ value: kind, label: t(`exclusion.${kind}`) }))} />
        <TextField name="note" label={f("note")} />
      </CommandForm>
    </section>
  );
}

/** Takes an exclusion back. */
export async function ReadmitForm({ entry, action }: FormProps) {
  const t = await getTranslations("roll");
  const f = await getTranslations("fields");
  return (
    <section>
      <Heading level={2}>{t("entry.readmitTitle")}</Heading>
      <p>{t("entry.readmitLede", { kind: t(`exclusion.${entry.exclusion ?? "deprived"}`), note: entry.exclusionNote ?? entry.remarks ?? "" })}</p>
      <CommandForm action={action} hidden={shown(entry)} formId="readmit" submitLabel={t("entry.readmit")} pendingLabel={t("entry.saving")} look="secondary">
        <TextField name="reason" label={f("reason")} />
      </CommandForm>
    </section>
  );
}
