import { useTranslations } from "next-intl";
import { EntryRows } from "#components/form/EntryRows.tsx";
import { TextField } from "#components/form/TextFields.tsx";

type Station = { readonly name: string; readonly place: string; readonly groups: readonly number[] };
type StationRowsProps = { readonly stations: readonly Station[]; readonly rows: number; readonly moreHref: string };

/** Main venue and stations, one a row, the first being the main venue. */
export function StationRows({ stations, rows, moreHref }: StationRowsProps) {
  const t = useTranslations("ballot.stations");
  const more = useTranslations("ballot");
  return (
    <EntryRows
      name="stations"
      legend={t("rows")}
      hint={t("rowsHint")}
      rows={rows}
      more={{ href: moreHref, label: more("moreRows"), plain: more("moreRowsPlain") }}
      row={(index) => (
        <>
          <TextField name={`stations[${index}].name`} label={t(index === 0 ? "mainName" : "name")} width="short" defaultValue={stations[index]?.name ?? ""} />
          <TextField name={`stations[${index}].place`} label={t("place")} width="medium" defaultValue={stations[index]?.place ?? ""} />
          <TextField name={`stations[${index}].groups`} label={t("groups")} optional width="short" defaultValue={stations[index]?.groups.join("、") ?? ""} />
        </>
      )}
    />
  );
}
