import { useTranslations } from "next-intl";
import Link from "next/link";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import type { Day as CivilDay } from "#lib/calendar/day.ts";
import type { TodayItem } from "#lib/election/today.ts";

type TodayItemsProps = {
  readonly electionId: string;
  readonly items: readonly TodayItem[];
  readonly today: CivilDay;
  readonly quiet: boolean;
  /** Whether the reader may open this page of the desk. */
  readonly opens: (page: string) => boolean;
};

/** What is open today, until when, and the way there; says so when nothing is and no warning stands above. */
export function TodayItems({ electionId, items, today, quiet, opens }: TodayItemsProps) {
  const t = useTranslations("desk");
  if (items.length === 0) return quiet ? <p className="muted">{t("nothingToday")}</p> : null;
  const words = ({ code, count, until }: TodayItem) => (
    <>
      {t(`items.${code}`, { count })}
      {until == null ? null : (
        <>
          {t("join")}
          {t.rich("itemUntil", { day: () => <Day day={until} style="short" /> })}
          {t("join")}
          <DeadlineWords day={until} today={today} />
        </>
      )}
    </>
  );
  return (
    <DataTable
      caption={t("today")}
      captionHidden
      rows={items}
      rowKey={(item) => item.code}
      columns={[
        { key: "what", head: t("itemWhat"), rowHeader: true, cell: words },
        { key: "where", head: t("itemWhere"), cell: ({ page }) => (opens(page) ? <Link href={`/desk/${electionId}/${page}`} prefetch={false}>{t(`go.${page}`)}</Link> : t("byCommittee")) },
      ]}
    />
  );
}
