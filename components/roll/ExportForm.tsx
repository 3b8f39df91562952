import { getTranslations } from "next-intl/server";
import { RadioField, SelectField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField } from "#components/form/TextFields.tsx";
import { Details } from "#components/ui/Details.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import { EXPORT_FILES, NEEDS_POSTING, type ExportFile } from "#lib/roll/papers/model.ts";
import { ListSheetField } from "./ListSheetFields.tsx";

type ExportFormProps = { readonly electionId: string; readonly groups: readonly number[]; readonly posted: boolean; readonly registered: boolean; readonly today: string; readonly action: FormAction };

/** Which paper or file, of which group; for the list also of which day and on which sheets. */
export async function ExportForm({ electionId, groups, posted, registered, today, action }: ExportFormProps) {
  const t = await getTranslations("rollExport");
  const papers = await getTranslations("rollPapers");
  const ready = (file: ExportFile): boolean => (NEEDS_POSTING.has(file) ? posted : registered);
  const choices = EXPORT_FILES.map((file) => {
    const key = file.replace(".", "_");
    return { value: file, label: t(`files.${key}`), hint: ready(file) ? t(`what.${key}`) : papers(NEEDS_POSTING.has(file) ? "needsPosting" : "needsRegister"), disabled: !ready(file) };
  });
  const groupChoices = groups.map((group) => ({ value: String(group), label: group === 0 ? papers("noGroup") : papers("group", { group }) }));
  return (
    <CommandForm action={action} hidden={{ electionId }} submitLabel={t("submit")} pendingLabel={t("submitting")}>
      <RadioField name="file" label={t("file")} choices={choices} />
      <SelectField name="group" label={t("group")} hint={t("groupHint")} optional choices={groupChoices} emptyLabel={papers("whole")} />
      <Details summary={t("listOptions")}>
        <DateField name="day" label={t("day")} hint={t("dayHint")} optional defaultValue={today} />
        <ListSheetField />
      </Details>
    </CommandForm>
  );
}
