import { getTranslations } from "next-intl/server";
import { SelectField } from "#components/form/ChoiceFields.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { listHref } from "#lib/roll/list-search.ts";
import { ROLL_FILTERS, type RollFilter } from "#lib/roll/queries.ts";

/** The filter above the roll: a plain form that works without scripts. */
export async function RollSearch({ electionId, filter, groups }: { readonly electionId: string; readonly filter: Required<RollFilter>; readonly groups: readonly number[] }) {
  const t = await getTranslations("roll");
  return (
    <form action={listHref(electionId, {})} method="get" role="search" className="form">
      <TextField name="text" label={t("list.search")} hint={t("list.searchHint")} defaultValue={filter.text} optional type="search" />
      <SelectField name="group" label={t("list.group")} optional emptyLabel={t("list.allGroups")} defaultValue={filter.group === null ? "" : String(filter.group)} choices={groups.map((group) => ({ value: String(group), label: group === 0 ? t("groups.none") : t("groups.name", { number: group }) }))} />
      <SelectField name="status" label={t("list.status")} optional emptyLabel={t("list.all")} defaultValue={filter.status ?? ""} choices={ROLL_FILTERS.map((one) => ({ value: one, label: t(`list.filters.${one}`) }))} />
      <ButtonRow>
        <Button look="secondary">{t("list.submit")}</Button>
        <ButtonLink href={listHref(electionId, {})} look="secondary">
          {t("list.clear")}
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
