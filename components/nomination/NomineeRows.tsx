import Link from "next/link";
import { useTranslations } from "next-intl";
import { SelectField } from "#components/form/ChoiceFields.tsx";
import { NumberField } from "#components/form/TextFields.tsx";
import { nomineeSources } from "#lib/nomination/model.ts";
import { PersonField } from "#components/election/PersonField.tsx";

type NomineeRowsProps = { readonly electionId: string; readonly contests: readonly string[]; readonly rows: number; readonly moreHref: string };

/** Nominees, one a row; empty rows are passed over, and more come by a link. */
export function NomineeRows({ electionId, contests, rows, moreHref }: NomineeRowsProps) {
  const t = useTranslations("nomination");
  const fields = useTranslations("fields");
  return (
    <fieldset className="row-set">
      <legend className="field-label">{t("rows")}</legend>
      <p className="field-hint">{t("rowsHint")}</p>
      <ol className="list-decimal ps-8 marker:text-muted lg:w-[58rem]">
        {Array.from({ length: rows }, (_, index) => (
          <li key={index} className="[&_.field-error]:max-w-56"><div className="field-row">
            <PersonField electionId={electionId} name={`nominees[${index}].person`} label={fields("person")} />
            <SelectField name={`nominees[${index}].contest`} label={fields("contest")} choices={contests.map((contest) => ({ value: contest, label: t(`contest.${contest}`) }))} defaultValue={contests[0] ?? ""} emptyLabel={null} width="short" />
            <NumberField name={`nominees[${index}].votes`} label={t("votesOrNominators")} />
            <SelectField name={`nominees[${index}].source`} label={fields("source")} choices={nomineeSources.map((source) => ({ value: source, label: t(`source.${source}`) }))} defaultValue="voters" emptyLabel={null} width="short" />
          </div></li>
        ))}
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
