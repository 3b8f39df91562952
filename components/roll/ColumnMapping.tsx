import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { SelectField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import type { ReactNode } from "react";
import type { FormAction } from "#lib/platform/form-state.ts";
import type { ImportMappingNeed } from "#lib/roll/import/summary.ts";
import { REGISTER_COLUMNS } from "#lib/roll/import/columns.ts";
import { REGISTER_FIELDS, type RegisterField } from "#lib/roll/model.ts";
import { columnLetters } from "#lib/spreadsheet/model.ts";

const isRequired = (field: RegisterField): boolean => REGISTER_COLUMNS.some((column) => column.required && column.field === field);

type ColumnMappingProps = { readonly importId: string; readonly need: ImportMappingNeed; readonly nav: ReactNode; readonly action: FormAction; readonly discard: FormAction; /** The preview to go back to, when the columns were found. */ readonly back?: string };

/** Asks which row is the heading and which column holds what, beside the first rows of the file. */
export async function ColumnMapping({ importId, need, nav, action, discard, back }: ColumnMappingProps) {
  const t = await getTranslations("roll");
  const own = await getTranslations("rollImport.preview");
  const fields = await getTranslations("fields");
  const width = Math.max(1, ...need.rows.map((row) => row.cells.length), ...need.headings.map((heading) => heading.index + 1));
  const places = Array.from({ length: width }, (_, index) => index);
  const labelOf = (index: number): string => need.headings.find((heading) => heading.index === index)?.label ?? need.rows.find((row) => row.number > need.headerRow && (row.cells[index] ?? "") !== "")?.cells[index] ?? "";
  const ordered = [...need.missing, ...REGISTER_FIELDS.filter((field) => field !== "sequence" && !need.missing.includes(field))];
  const choices = places.map((index) => ({ value: String(index), label: t("mapping.column", { letters: columnLetters(index), label: labelOf(index) }) }));
  return (
    <>
      <Heading>{t("mapping.title")}</Heading>
      <Lede>{need.missing.length === 0 ? own("remapLede") : t("mapping.lede", { columns: need.missing.map((field) => t(`columns.${field}`)).join("、") })}</Lede>
      {nav}
      <DataTable
        caption={t("mapping.preview", { sheet: need.sheet })}
        rows={need.rows}
        rowKey={(row) => String(row.number)}
        narrow="scroll"
        columns={[{ key: "row", head: t("mapping.rowHead"), numeric: true, rowHeader: true, cell: (row) => row.number }, ...places.map((index) => ({ key: String(index), head: columnLetters(index), cell: (row: ImportMappingNeed["rows"][number]) => <span className="whitespace-nowrap">{row.cells[index] ?? ""}</span> }))]}
      />
      <CommandForm action={action} hidden={{ importId }} submitLabel={t("mapping.submit")} pendingLabel={own("starting")} keep={`mapping-${importId}`}>
        <SelectField name="headerRow" label={fields("headerRow")} defaultValue={String(need.headerRow)} emptyLabel={null} choices={need.rows.map((row) => ({ value: String(row.number), label: t("mapping.row", { row: row.number }) }))} />
        {ordered.map((field) => (
          <SelectField
            key={field}
            name={`columns.${field}`}
            label={t(`columns.${field}`)}
            optional={!isRequired(field)}
            {...(isRequired(field) ? {} : { emptyLabel: t("mapping.none") })}
            defaultValue={String(need.found.find((one) => one.field === field)?.index ?? "")}
            choices={choices}
          />
        ))}
      </CommandForm>
      {back === undefined ? null : <p><Link href={back} prefetch={false}>{own("backToPreview")}</Link></p>}
      <CommandForm action={discard} hidden={{ importId }} submitLabel={t("preview.discard")} pendingLabel={t("preview.discarding")} look="secondary" formId="discard" />
    </>
  );
}
