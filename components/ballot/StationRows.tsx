import { useTranslations } from "next-intl";
import Link from "next/link";
import { fieldId } from "#components/form/field-id.ts";
import { TextField } from "#components/form/TextFields.tsx";

type Station = { readonly name: string; readonly place: string; readonly groups: readonly number[] };
type StationRowsProps = { readonly stations: readonly Station[]; readonly rows: number; readonly moreHref: string };

/** Main venue and stations, one a row, the first being the main venue; empty rows are passed over. */
export function StationRows({ stations, rows, moreHref }: StationRowsProps) {
  const t = useTranslations("ballot.stations");
  return (
    <fieldset id={fieldId("stations")} tabIndex={-1} className="row-set">
      <legend className="field-label">{t("rows")}</legend>
      <p className="field-hint">{t("rowsHint")}</p>
      <ol className="entry-rows">
        {Array.from({ length: rows }, (_, index) => {
          const station = stations[index];
          return (
            <li key={index} className="field-row">
              <TextField name={`stations[${index}].name`} label={t(index === 0 ? "mainName" : "name")} width="short" defaultValue={station?.name ?? ""} />
              <TextField name={`stations[${index}].place`} label={t("place")} width="medium" defaultValue={station?.place ?? ""} />
              <TextField name={`stations[${index}].groups`} label={t("groups")} optional width="short" defaultValue={station?.groups.join("、") ?? ""} />
            </li>
          );
        })}
      </ol>
      <p>
        <Link href={moreHref} prefetch={false} scroll={false}>
          {t("moreRows")}
        </Link>
      </p>
    </fieldset>
  );
}
