import { getTranslations } from "next-intl/server";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Instant, Num } from "#components/ui/DeadlineWords.tsx";
import type { RollExport } from "#lib/roll/papers/export.ts";

/** Who took what out of the roll, newest first. */
export async function ExportTable({ exports }: { readonly exports: readonly RollExport[] }) {
  const t = await getTranslations("rollExport");
  const papers = await getTranslations("rollPapers");
  const scope = (group: number | null): string => (group === null ? papers("whole") : group === 0 ? papers("noGroup") : papers("group", { group }));
  return (
    <DataTable
      caption={t("recent")}
      rows={exports}
      rowKey={(one) => one.id}
      narrow="stack"
      empty={t("none")}
      columns={[
        { key: "number", head: t("number"), numeric: true, cell: (one) => one.number },
        { key: "file", head: t("file"), rowHeader: true, cell: (one) => t(`files.${one.file.replace(".", "_")}`) },
        { key: "group", head: t("group"), cell: (one) => scope(one.choice.group) },
        { key: "people", head: t("people"), numeric: true, cell: (one) => <Num value={one.people} /> },
        { key: "by", head: t("by"), cell: (one) => one.byName },
        { key: "at", head: t("at"), cell: (one) => <Instant at={one.at} /> },
      ]}
    />
  );
}
