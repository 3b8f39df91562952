import { getTranslations } from "next-intl/server";
import { RadioField, SelectField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField, TextField } from "#components/form/TextFields.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import type { EntryDetail } from "#lib/roll/entry-queries.ts";
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

/** Records the meeting's consent to somebody with the household elsewhere (第三类). */
export async function ConsentForm({ entry, action }: FormProps) {
  const t = await getTranslations("roll.entry");
  const f = await getTranslations("fields");
  const grounds = [{ value: "lived", label: t("lived") }, ...(entry.villageWorkCounts ? [{ value: "villageWork", label: t("villageWork") }] : [])];
  return (
    <section>
      <Heading level={2}>{t("consentTitle")}</Heading>
      <p>{t("consentLede")}</p>
      <CommandForm action={action} hidden={shown(entry)} formId="consent" submitLabel={t("consent")} pendingLabel={t("saving")} look="secondary">
        <RadioField name="ground" label={f("ground")} defaultValue="lived" choices={grounds} />
        <DateField name="since" label={f("since")} />
        <DateField name="appliedOn" label={f("appliedOn")} />
        <DateField name="consentedOn" label={f("consentedOn")} />
        <RadioField name="meeting" label={f("meeting")} choices={[{ value: "assembly", label: t("assembly") }, { value: "representatives", label: t("representatives") }]} />
      </CommandForm>
    </section>
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
