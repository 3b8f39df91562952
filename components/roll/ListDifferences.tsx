import { getTranslations } from "next-intl/server";
import { DataTable } from "#components/ui/DataTable.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import type { AsOfRow, Difference } from "#lib/roll/publish/as-of.ts";

const kindOf = ({ was, is }: Difference): "add" | "remove" | "correct" => (was === null ? "add" : is === null ? "remove" : "correct");

/** What a list has that the posting had not, and the other way round. */
export async function ListDifferences({ differences }: { readonly differences: readonly Difference[] }) {
  const t = await getTranslations("rollList");
  const roll = await getTranslations("roll");
  const face = (row: AsOfRow | null) =>
    row === null ? "—" : (
      <>
        <PersonName name={row.name} /> {roll(`sex.${row.sex}`)} {row.groupNumber === 0 ? roll("groups.none") : roll("groups.name", { number: row.groupNumber })}
      </>
    );
  return (
    <DataTable
      caption={t("differences")}
      rows={differences}
      rowKey={({ was, is }) => String(was?.number ?? is?.number)}
      narrow="stack"
      empty={t("noDifferences")}
      columns={[
        { key: "number", head: t("number"), rowHeader: true, cell: ({ was, is }) => t("nth", { number: was?.number ?? is?.number ?? 0 }) },
        { key: "kind", head: t("change"), cell: (one) => roll(`published.kinds.${kindOf(one)}`) },
        { key: "was", head: t("was"), cell: ({ was }) => face(was) },
        { key: "is", head: t("is"), cell: ({ is }) => face(is) },
      ]}
    />
  );
}
