import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import { MERGE_SIDES, type MergeField } from "#lib/roll/duplicates/model.ts";
import type { MergeEntry, MergePreview } from "#lib/roll/duplicates/merge-queries.ts";

/** What one entry says in a field, in words. */
async function valueWords(): Promise<(field: MergeField, entry: MergeEntry) => string> {
  const t = await getTranslations("duplicates.merge");
  const r = await getTranslations("roll");
  const none = t("nothing");
  return (field, { content, idMask, sound }) => {
    switch (field) {
      case "number":
        return idMask === null ? none : t(sound ? "numberSound" : "numberFaulty", { number: idMask });
      case "sex":
        return r(`sex.${content.sex}`);
      case "groupNumber":
        return content.groupNumber === 0 ? none : t("group", { group: content.groupNumber });
      case "registration":
        return `${r(`category.${content.category}`)}${content.category === 2 ? `（${t(content.takesPart === null ? "unsaid" : content.takesPart ? "takesPart" : "declines")}）` : ""}`;
      case "exclusion":
        return content.exclusion === null ? t("notExcluded") : `${r(`exclusion.${content.exclusion}`)}${content.exclusionNote === null ? "" : `（${content.exclusionNote}）`}`;
      case "name":
      case "paperName":
      case "bornOn":
      case "ethnicity":
      case "relation":
      case "householdNumber":
      case "remarks":
        return content[field] ?? none;
    }
  };
}

type MergeFormProps = { readonly preview: MergePreview; readonly action: FormAction; /** The same page with the other entry as the one that stays. */ readonly swapHref: string };

/** Two entries of one roll made one: what stays where they differ, field by field. */
export async function MergeForm({ preview: { kept, gone, fields, uses }, action, swapHref }: MergeFormProps) {
  const t = await getTranslations("duplicates.merge");
  const f = await getTranslations("fields");
  const words = await valueWords();
  const nameOf = (entry: MergeEntry): string => t(entry.sourceRow === null ? "byHand" : "row", { name: entry.content.name, row: entry.sourceRow ?? 0, number: entry.idMask ?? t("noNumber") });
  const labelOf = (field: MergeField): string => (field === "number" ? f("idNumber") : field === "registration" ? f("category") : f(field));
  return (
    <section>
      <Heading level={2}>{t("title")}</Heading>
      <p>{t("lede", { kept: nameOf(kept), gone: nameOf(gone) })} <Link href={swapHref} prefetch={false}>{t("swap")}</Link></p>
      {uses.length > 0 ? (
        <Notice title={t("used")} state="due">
          <p>{t("usedBy", { uses: uses.map((use) => t(`uses.${use}`)).join("、") })}</p>
        </Notice>
      ) : (
        <CommandForm action={action} formId="merge" hidden={{ keptId: kept.id, keptVersion: String(kept.version), goneId: gone.id, goneVersion: String(gone.version) }} submitLabel={t("submit")}>
          {fields.length === 0 ? <p>{t("same")}</p> : null}
          {fields.map(({ field, proposed }) => (
            <RadioField
              key={field}
              name={`choices.${field}`}
              label={labelOf(field)}
              defaultValue={proposed}
              choices={MERGE_SIDES.map((side) => ({ value: side, label: words(field, side === "kept" ? kept : gone), hint: t(side === "kept" ? "fromKept" : "fromGone") }))}
            />
          ))}
          {kept.sound || gone.sound ? <p className="text-muted">{t("byNumber")}</p> : null}
          <TextField name="reason" label={f("reason")} hint={t("reasonHint")} />
        </CommandForm>
      )}
    </section>
  );
}
