import { getTranslations } from "next-intl/server";
import { DateField } from "#components/form/TextFields.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Heading } from "#components/ui/Heading.tsx";

const orders = ["surnameStrokes", "votes"] as const;

/** Order of names and last day for objections on notice 8; a plain GET form, so that the draft has an address. */
export async function NomineesNoticeForm({ values }: { readonly values: { readonly order: string; readonly objectionsUntil: string } }) {
  const t = await getTranslations("nomination");
  const fields = await getTranslations("fields");
  return (
    <form method="get" className="form">
      <Heading level={2}>{t("noticeChange")}</Heading>
      <fieldset className="field">
        <legend className="field-label">{t("orderLegendNotice")}</legend>
        {orders.map((order) => (
          <div key={order} className="choice">
            <input id={`order-${order}`} type="radio" name="order" value={order} defaultChecked={order === values.order} />
            <label htmlFor={`order-${order}`}>{t(`order.${order}`)}</label>
          </div>
        ))}
      </fieldset>
      <DateField name="objectionsUntil" label={fields("objectionsUntil")} defaultValue={values.objectionsUntil} />
      <div className="btn-row">
        <Button look="secondary">{t("orderShow")}</Button>
      </div>
    </form>
  );
}
