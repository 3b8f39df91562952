import { useTranslations } from "next-intl";
import Link from "next/link";
import { DataTable } from "#components/ui/DataTable.tsx";
import type { TodayItem } from "#lib/election/today.ts";

/** What is open today; says so when nothing is and no warning stands above. */
export function TodayItems({ electionId, items, quiet }: { readonly electionId: string; readonly items: readonly TodayItem[]; readonly quiet: boolean }) {
  const t = useTranslations("desk");
  if (items.length === 0) return quiet ? <p className="muted">{t("nothingToday")}</p> : null;
  return (
    <DataTable
      caption={t("today")}
      captionHidden
      rows={items}
      rowKey={(item) => item.code}
      columns={[
        { key: "what", head: t("itemWhat"), rowHeader: true, cell: (item) => t(`items.${item.code}`, { count: item.count }) },
        { key: "where", head: t("itemWhere"), cell: (item) => <Link href={`/desk/${electionId}/${item.page}`} prefetch={false}>{t(`go.${item.page}`)}</Link> },
      ]}
    />
  );
}
