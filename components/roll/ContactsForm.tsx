import { getTranslations } from "next-intl/server";
import { CheckboxGroup, RadioField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField, TextField } from "#components/form/TextFields.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import { CONTACT_OUTCOMES, CONTACT_STATEMENTS, CONTACT_WAYS } from "#lib/roll/contact.ts";
import type { RollListRow } from "#lib/roll/queries.ts";

type Props = { readonly electionId: string; readonly people: readonly RollListRow[]; readonly status: "notStated" | "unheard"; readonly action: FormAction; readonly today: string };

/** The same contact of one day with several people away at once, such as an afternoon's calls. `status`: the filter that lists them, to come back to. */
export async function ContactsForm({ electionId, people, status, action, today }: Props) {
  const t = await getTranslations("rollDesk.contacts");
  const c = await getTranslations("rollEntry.contact");
  const r = await getTranslations("roll");
  return (
    <section id="contacts">
      <Heading level={2}>{t("title")}</Heading>
      <p>{t("lede")}</p>
      <CommandForm action={action} hidden={{ electionId, status }} formId="contacts" submitLabel={t("submit")} pendingLabel={c("pending")} look="secondary">
        <CheckboxGroup name="entryIds" label={t("people")} hint={t("peopleHint")} choices={people.map((one) => ({ value: one.id, label: one.name, hint: t("which", { sex: r(`sex.${one.sex}`), born: one.bornOn, group: one.groupNumber }) }))} />
        <RadioField name="how" label={c("how")} choices={CONTACT_WAYS.map((way) => ({ value: way, label: c(`ways.${way}`) }))} />
        <RadioField name="outcome" label={c("outcome")} choices={CONTACT_OUTCOMES.map((outcome) => ({ value: outcome, label: c(`outcomes.${outcome}`) }))} />
        <RadioField name="said" label={c("statement")} hint={c("statementHint")} choices={CONTACT_STATEMENTS.map((statement) => ({ value: statement, label: c(`statements.${statement}`) }))} />
        <DateField name="day" label={c("day")} defaultValue={today} />
        <TextField name="note" label={c("note")} optional />
      </CommandForm>
    </section>
  );
}
