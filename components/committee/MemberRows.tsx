import { useTranslations } from "next-intl";
import Link from "next/link";
import { SelectField } from "#components/form/ChoiceFields.tsx";
import { NumberField, TextField } from "#components/form/TextFields.tsx";
import { positions } from "#lib/committee/model.ts";
import type { MemberLine } from "#lib/committee/queries.ts";

type MemberRowsProps = { readonly members: readonly MemberLine[]; readonly rows: number; readonly moreHref: string };

/** People chosen, one a row; empty rows are passed over. More rows come by a link, so that it works without scripts. */
export function MemberRows({ members, rows, moreHref }: MemberRowsProps) {
  const t = useTranslations("committee.record");
  const fields = useTranslations("fields");
  const sexes = [
    { value: "male", label: t("male") },
    { value: "female", label: t("female") },
  ];
  const places = positions.map((position) => ({ value: position, label: t(`position.${position}`) }));
  return (
    <fieldset className="row-set">
      <legend className="field-label">{t("rows")}</legend>
      <p className="field-hint">{t("rowsHint")}</p>
      <ol className="list-decimal ps-8 marker:text-muted lg:w-[58rem]">
        {Array.from({ length: rows }, (_, index) => {
          const member = members[index];
          return (
            <li key={index} className="[&_.field-error]:max-w-56"><div className="field-row">
              <TextField name={`members[${index}].name`} label={fields("name")} defaultValue={member?.name ?? ""} width="short" />
              <SelectField name={`members[${index}].sex`} label={fields("sex")} choices={sexes} defaultValue={member?.sex ?? "male"} emptyLabel={null} width="digits" />
              <NumberField name={`members[${index}].group`} label={fields("group")} optional defaultValue={member?.group ?? null} />
              <div className="meeting-cell meeting-groups">
                <NumberField name={`members[${index}].chosenByGroup`} label={fields("chosenByGroup")} optional defaultValue={member?.chosenByGroup ?? null} />
              </div>
              <NumberField name={`members[${index}].votes`} label={fields("votes")} defaultValue={member?.votes ?? null} />
              <SelectField name={`members[${index}].position`} label={fields("position")} choices={places} defaultValue={member?.position ?? "member"} emptyLabel={null} width="short" />
            </div></li>
          );
        })}
      </ol>
      <p>
        <Link href={moreHref} prefetch={false} scroll={false}>
          {t("moreRows")}
        </Link>
        <noscript>{t("moreRowsPlain")}</noscript>
      </p>
    </fieldset>
  );
}
