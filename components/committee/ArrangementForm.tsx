import { useTranslations } from "next-intl";
import { DateField, TextField } from "#components/form/TextFields.tsx";
import { Button } from "#components/ui/Button.tsx";

type ArrangementFormProps = { readonly values: Readonly<Record<string, string>>; readonly submitLabel: string };

/** When, where and with whom: asked before the draft can be shown. A plain GET form, so that the draft has an address. */
export function ArrangementForm({ values, submitLabel }: ArrangementFormProps) {
  const t = useTranslations("fields");
  return (
    <form method="get" className="form">
      <div className="field-row">
        <DateField name="from" label={t("from")} defaultValue={values["from"] ?? ""} />
        <DateField name="until" label={t("until")} defaultValue={values["until"] ?? ""} />
      </div>
      <TextField name="place" label={t("place")} defaultValue={values["place"] ?? ""} />
      <TextField name="contact" label={t("contact")} defaultValue={values["contact"] ?? ""} />
      <div className="btn-row">
        <Button look="secondary">{submitLabel}</Button>
      </div>
    </form>
  );
}
