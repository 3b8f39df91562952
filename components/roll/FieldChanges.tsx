import { useTranslations } from "next-intl";
import type { FieldChange } from "#lib/roll/import/comparison.ts";

/** What an entry says otherwise: each field as it was and as it is, in words. */
export function FieldChanges({ changes }: { readonly changes: readonly FieldChange[] }) {
  const t = useTranslations("rollImport.changes");
  const words = useFieldWords();
  return (
    <ul className="list-plain">
      {changes.map(({ field, before, after }) => (
        <li key={field}>{t("line", { field: t(`fields.${field}`), before: words(field, before), after: words(field, after) })}</li>
      ))}
    </ul>
  );
}

/** The value of a field in words; codes become what they mean. */
function useFieldWords(): (field: string, value: FieldChange["before"]) => string {
  const t = useTranslations("rollImport.changes");
  const roll = useTranslations("roll");
  return (field, value) => {
    if (Array.isArray(value)) return value.length === 0 ? t("none") : value.map((kind) => roll(`faultNames.${kind}`)).join("、");
    if (value === null || value === "") return field === "takesPart" ? t("notSaid") : t("none");
    if (typeof value === "boolean") return t(`${field === "livesHere" ? "livesHere" : "takesPart"}.${value ? "yes" : "no"}`);
    switch (field) {
      case "sex":
        return roll(`sex.${value}`);
      case "groupNumber":
        return value === 0 ? roll("groups.none") : roll("groups.name", { number: Number(value) });
      case "category":
        return roll(`category.${value}`);
      case "exclusion":
        return roll(`exclusion.${value}`);
      default:
        return String(value);
    }
  };
}
