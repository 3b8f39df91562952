import { getTranslations } from "next-intl/server";
import { SelectField } from "#components/form/ChoiceFields.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { listHref } from "#lib/roll/list-search.ts";
import { ROLL_CATEGORIES } from "#lib/roll/model.ts";
import { ROLL_FILTERS, type OpenKind, type RollFilter } from "#lib/roll/queries.ts";

type Props = { readonly electionId: string; readonly filter: Required<RollFilter>; readonly groups: readonly number[]; readonly kinds: readonly OpenKind[] };

/** The filter above the roll: a plain form that works without scripts. */
export async function RollSearch({ electionId, filter, groups, kinds }: Props) {
  const t = await getTranslations("roll");
  return (
    <form action={listHref(electionId, {})} method="get" role="search" className="form">
      <TextField name="text" label={t("list.search")} hint={t("list.searchHint")} defaultValue={filter.text} optional type="search" />
      <div className="field-row">
        <SelectField name="group" label={t("list.group")} optional emptyLabel={t("list.allGroups")} defaultValue={filter.group === null ? "" : String(filter.group)} choices={groups.map((group) => ({ value: String(group), label: group === 0 ? t("groups.none") : t("groups.name", { number: group }) }))} />
        <SelectField name="status" label={t("list.status")} optional emptyLabel={t("list.all")} defaultValue={filter.status ?? ""} choices={ROLL_FILTERS.map((one) => ({ value: one, label: t(`list.filters.${one}`) }))} />
        {kinds.length === 0 && filter.finding === null ? null : (
          <SelectField name="finding" label={t("list.finding")} optional emptyLabel={t("list.allFindings")} defaultValue={filter.finding ?? ""} choices={kinds.map(({ kind, people }) => ({ value: kind, label: t("list.findingCount", { kind: t(`faultNames.${kind}`), people }) }))} />
        )}
        <SelectField name="category" label={t("list.category")} optional emptyLabel={t("list.allCategories")} defaultValue={filter.category === null ? "" : String(filter.category)} choices={ROLL_CATEGORIES.map((category) => ({ value: String(category), label: t(`category.${category}`) }))} />
      </div>
      <ButtonRow>
        <Button look="secondary">{t("list.submit")}</Button>
        <ButtonLink href={listHref(electionId, {})} look="secondary">
          {t("list.clear")}
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
