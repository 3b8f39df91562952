import { getTranslations } from "next-intl/server";
import { CheckboxGroup, RadioField, SelectField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField, TextField } from "#components/form/TextFields.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import type { EntryDetail } from "#lib/roll/entry/queries.ts";
import { CONTACT_OUTCOMES, CONTACT_STATEMENTS, CONTACT_WAYS } from "#lib/roll/contact.ts";
import { EXCLUSIONS } from "#lib/roll/model.ts";

type FormProps = { readonly entry: EntryDetail; readonly action: FormAction };
const shown = (entry: EntryDetail) => ({ entryId: entry.id, version: String(entry.version) });

/** Records a contact with a person, and what he says about taking part when he lives elsewhere (见到人、听到声、留下记录). */
export async function ContactForm({ entry, action, today }: FormProps & { readonly today: string }) {
  const t = await getTranslations("rollEntry.contact");
  return (
    <section id="contact">
      {entry.category === 2 ? <Heading level={2}>{t("titleAway")}</Heading> : null}
      <p>{t(entry.category === 2 ? "ledeAway" : "lede")}</p>
      <CommandForm action={action} hidden={shown(entry)} formId="contact" submitLabel={t("submit")} pendingLabel={t("pending")} look={entry.category === 2 && entry.takesPart === null ? "primary" : "secondary"}>
        <RadioField name="how" label={t("how")} choices={CONTACT_WAYS.map((way) => ({ value: way, label: t(`ways.${way}`) }))} />
        <RadioField name="outcome" label={t("outcome")} choices={CONTACT_OUTCOMES.map((outcome) => ({ value: outcome, label: t(`outcomes.${outcome}`) }))} />
        {entry.category === 2 ? (
          <RadioField name="said" label={t("statement")} hint={t("statementHint")} choices={CONTACT_STATEMENTS.map((statement) => ({ value: statement, label: t(`statements.${statement}`) }))} />
        ) : (
          <input type="hidden" name="said" value="none" />
        )}
        <DateField name="day" label={t("day")} defaultValue={today} />
        <TextField name="note" label={t("note")} optional />
      </CommandForm>
    </section>
  );
}

/** Keeps a person off the list, with kind and evidence. */
export async function ExcludeForm({ entry, action }: FormProps) {
  const t = await getTranslations("roll");
  const f = await getTranslations("fields");
  const e = await getTranslations("rollEntry.exclude");
  return (
    <section>
      <Heading level={2}>{t("entry.excludeTitle")}</Heading>
      <p>{t("entry.excludeLede")}</p>
      <CommandForm action={action} hidden={shown(entry)} formId="exclude" submitLabel={t("entry.exclude")} pendingLabel={t("entry.saving")} look="warning">
        <SelectField name="exclusion" label={f("exclusion")} hint={e("kindHint")} choices={EXCLUSIONS.map((kind) => ({ value: kind, label: t(`exclusion.${kind}`) }))} />
        <TextField name="note" label={f("note")} hint={e("noteHint")} />
        <TextField name="document" label={f("document")} hint={e("documentHint")} optional />
        <TextField name="issuer" label={f("issuer")} optional />
        <DateField name="paperDay" label={f("paperDay")} optional />
        <TextField name="place" label={f("place")} hint={e("placeHint")} optional />
        <DateField name="until" label={f("until")} hint={e("untilHint")} optional />
      </CommandForm>
    </section>
  );
}

/** Says that findings were checked against the papers: the entry is right as it stands. */
export async function SettleForm({ entry, action }: FormProps) {
  const t = await getTranslations("rollEntry.settle");
  const names = await getTranslations("roll.faultNames");
  return (
    <section>
      <Heading level={2}>{t("title")}</Heading>
      <p>{t("lede")}</p>
      <CommandForm action={action} hidden={shown(entry)} formId="settle" submitLabel={t("submit")} pendingLabel={t("pending")} look="secondary">
        <CheckboxGroup name="kinds" label={t("kinds")} choices={entry.openFindings.map((kind) => ({ value: kind, label: names(kind) }))} defaultValues={entry.openFindings.length === 1 ? entry.openFindings : []} />
        <TextField name="reason" label={t("reason")} hint={t("reasonHint")} />
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
