import { getTranslations } from "next-intl/server";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { listShape } from "#lib/documents/name-pages.ts";
import { LIST_SHEETS } from "#lib/roll/publish/inputs.ts";
import { NAME_ORDERS } from "#lib/roll/publish/name-order.ts";

/** The order of names within groups; with the surnames that strokes cannot order. */
export async function NameOrderField({ unknownStrokes }: { readonly unknownStrokes: readonly string[] }) {
  const t = await getTranslations("rollList");
  const choices = NAME_ORDERS.map((order) => ({
    value: order, label: t(`order.${order}`), ...(order === "strokes" && unknownStrokes.length > 0 ? { hint: t("unknownStrokes", { characters: unknownStrokes.join("、") }) } : {}),
  }));
  return <RadioField name="order" label={t("orderLegend")} hint={t("orderHint")} choices={choices} defaultValue="household" />;
}

/** Paper and columns of a list, with the size of letters that follows. */
export async function ListSheetField({ hint }: { readonly hint?: string }) {
  const t = await getTranslations("rollList");
  const choices = LIST_SHEETS.map(({ key, paper, columns }) => ({ value: key, label: t("sheet", { paper: paper.toUpperCase(), columns, letters: listShape(paper, columns).letters }) }));
  return <RadioField name="sheet" label={t("sheetLegend")} {...(hint === undefined ? {} : { hint })} choices={choices} defaultValue="a4-3" />;
}
