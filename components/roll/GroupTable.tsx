import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Num } from "#components/ui/DeadlineWords.tsx";
import type { GroupCounts } from "#lib/roll/queries.ts";

/** People by village group: listed, by sex, and not listed, with sums. */
export function GroupTable({ groups }: { readonly groups: readonly GroupCounts[] }) {
  const t = useTranslations("roll.groups");
  const sum = (of: (group: GroupCounts) => number): number => groups.reduce((total, group) => total + of(group), 0);
  const column = (key: "listed" | "men" | "women" | "notListed") => ({ key, head: t(key), numeric: true, cell: (group: GroupCounts) => <Num value={group[key]} /> });
  return (
    <DataTable
      caption={t("title")}
      rows={groups}
      rowKey={(group) => String(group.groupNumber)}
      narrow="scroll"
      columns={[
        { key: "group", head: t("group"), rowHeader: true, cell: (group) => (group.groupNumber === 0 ? t("none") : t("name", { number: group.groupNumber })) },
        column("listed"), column("men"), column("women"), column("notListed"),
      ]}
      totals={{ group: t("total"), listed: <Num value={sum((group) => group.listed)} />, men: <Num value={sum((group) => group.men)} />, women: <Num value={sum((group) => group.women)} />, notListed: <Num value={sum((group) => group.notListed)} /> }}
    />
  );
}
