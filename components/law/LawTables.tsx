import { useTranslations } from "next-intl";
import type { Superseded } from "#lib/law/law.ts";
import type { LawKey } from "#lib/law/parameters.ts";
import { byStage, type LawRow } from "#lib/law/table.ts";
import { DataTable, type Column } from "../ui/DataTable.tsx";
import { Heading } from "../ui/Heading.tsx";
import { ParameterName, ParameterValue, SideWords, SourceWords } from "./LawParts.tsx";

/** Provincial rules that gave way to the national law: both with their places (老规定与新法抵触). */
export function SupersededTable({ rows }: { readonly rows: readonly Superseded[] }) {
  const t = useTranslations("law");
  if (rows.length === 0) return null;
  return (
    <>
      <Heading level={2}>{t("superseded.title")}</Heading>
      <p>{t("superseded.explain")}</p>
      <DataTable
        caption={t("superseded.title")}
        captionHidden
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: "parameter", head: t("head.parameter"), rowHeader: true, cell: (row) => <ParameterName name={row.key} /> },
          { key: "province", head: t("superseded.province"), cell: (row) => <del><SideWords name={row.key} side={row.province} /></del> },
          { key: "national", head: t("superseded.national"), cell: (row) => <SideWords name={row.key} side={row.national} /> },
        ]}
      />
    </>
  );
}

/** A table of parameters for each stage of an election; stages without a row are left out. */
export function StageTables<Row extends { readonly key: LawKey }>({ rows, columns, level = 2 }: { readonly rows: readonly Row[]; readonly columns: readonly Column<Row>[]; readonly level?: 2 | 3 }) {
  const t = useTranslations("law");
  return byStage(rows).map(({ stage, rows: part }) => (
    <section key={stage}>
      <Heading level={level}>{t(`stage.${stage}`)}</Heading>
      <DataTable caption={t(`stage.${stage}`)} captionHidden rows={part} rowKey={(row) => row.key} columns={columns} />
    </section>
  ));
}

/** Every parameter of a case's law by stage: the value in words, who set it, where it stands. */
export function LawTables({ rows }: { readonly rows: readonly LawRow[] }) {
  const t = useTranslations("law");
  return (
    <StageTables
      rows={rows}
      columns={[
        { key: "parameter", head: t("head.parameter"), rowHeader: true, cell: (row) => <ParameterName name={row.key} /> },
        { key: "value", head: t("head.value"), cell: (row) => <ParameterValue name={row.key} value={row.value} /> },
        { key: "source", head: t("head.setBy"), cell: (row) => t(`source.${row.source}`) },
        { key: "article", head: t("head.article"), cell: (row) => (row.source === "village" ? <VillageBasis row={row} /> : <SourceWords citation={row.citation} />) },
      ]}
    />
  );
}

/** What the village's own value stands on: its method, inside what the rule above leaves open. */
function VillageBasis({ row }: { readonly row: LawRow }) {
  const t = useTranslations("law");
  return (
    <>
      {t("villageBasis")} <SourceWords citation={row.citation} />
    </>
  );
}
