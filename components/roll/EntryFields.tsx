import { getTranslations } from "next-intl/server";
import { RadioField, SelectField } from "#components/form/ChoiceFields.tsx";
import { DateField, NumberField, TextField } from "#components/form/TextFields.tsx";
import { ETHNICITIES, ethnicityOf } from "#lib/chinese/ethnicity.ts";
import { ROLL_CATEGORIES } from "#lib/roll/model.ts";

/** What of an entry the fields show at first. */
export type EntryDefaults = {
  readonly name: string; readonly paperName: string | null; readonly sex: string; readonly bornOn: string; readonly ethnicity: string | null; readonly relation: string | null;
  readonly groupNumber: number; readonly householdNumber: string | null; readonly category: number; readonly remarks: string | null; readonly idMask: string | null;
};

/** Where somebody new is to be put, as far as it is known. */
export type HouseAt = { readonly groupNumber: number | null; readonly householdNumber: string | null };
const NOWHERE: HouseAt = { groupNumber: null, householdNumber: null };

/** The fields of one entry of the roll. The identity number is never filled in: empty means unchanged. */
export async function EntryFields({ entry, at = NOWHERE, posted }: { readonly entry: EntryDefaults | null; readonly at?: HouseAt; readonly posted: boolean }) {
  const t = await getTranslations("roll");
  const f = await getTranslations("fields");
  const ethnicity = entry === null ? ETHNICITIES[0] : (entry.ethnicity ?? "");
  const known = ethnicity === "" || ethnicityOf(ethnicity) === ethnicity;
  const numberHint = entry === null ? t("entry.numberFills") : entry.idMask === null ? t("entry.numberNone") : t("entry.numberNow", { mask: entry.idMask });
  return (
    <>
      <TextField name="name" label={f("name")} defaultValue={entry?.name ?? ""} width="medium" />
      <TextField name="idNumber" label={f("idNumber")} hint={numberHint} width="medium" optional maxLength={40} />
      <RadioField name="sex" label={f("sex")} hint={entry === null ? t("entry.byNumber") : undefined} optional={entry === null} defaultValue={entry?.sex ?? ""} choices={[{ value: "male", label: t("sex.male") }, { value: "female", label: t("sex.female") }]} />
      <DateField name="bornOn" label={f("bornOn")} hint={entry === null ? t("entry.byNumber") : undefined} optional={entry === null} defaultValue={entry?.bornOn ?? ""} />
      <NumberField name="groupNumber" label={f("groupNumber")} defaultValue={entry === null ? at.groupNumber : entry.groupNumber === 0 ? null : entry.groupNumber} />
      <TextField name="householdNumber" label={f("householdNumber")} defaultValue={(entry ?? at).householdNumber ?? ""} width="short" optional />
      <TextField name="relation" label={t("columns.relation")} defaultValue={entry?.relation ?? ""} width="short" optional />
      <SelectField name="ethnicity" label={f("ethnicity")} defaultValue={ethnicity} optional choices={[...(known ? [] : [{ value: ethnicity, label: ethnicity }]), ...ETHNICITIES.map((one) => ({ value: one, label: one }))]} />
      <RadioField name="category" label={f("category")} defaultValue={String(entry?.category ?? 1)} choices={ROLL_CATEGORIES.map((one) => ({ value: String(one), label: t(`category.${one}`) }))} />
      <TextField name="paperName" label={f("paperName")} defaultValue={entry?.paperName ?? ""} width="medium" optional hint={t("entry.paperNameHint")} />
      <TextField name="remarks" label={f("remarks")} defaultValue={entry?.remarks ?? ""} optional />
      {posted ? <TextField name="reason" label={f("reason")} hint={t("entry.afterPosting")} optional /> : null}
    </>
  );
}
