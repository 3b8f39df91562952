import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Num } from "#components/ui/DeadlineWords.tsx";
import { statisticsTables, type StatisticsTable } from "#lib/roll/papers/statistics-tables.ts";
import { listHref } from "#lib/roll/list-search.ts";
import { awayHeard, type RollStatistics } from "#lib/roll/statistics.ts";

/** The roll counted by group, age, ethnicity, category, those away by what they said, and those left out by kind; men and women in each line. */
export async function StatisticsTables({ electionId, statistics, posted, pending }: { readonly electionId: string; readonly statistics: RollStatistics; readonly posted: boolean; readonly pending: number }) {
  const t = await getTranslations("rollPapers");
  const roll = await getTranslations("roll");
  const heard = awayHeard(statistics);
  return (
    <>
      <p>
        {t(posted ? "countedNow" : "countedDraft")}
        {pending === 0 ? null : ` ${t("countedPending", { count: pending })}`}
      </p>
      {heard.away === 0 ? null : (
        <p>
          {t("awaySummary", heard)} {heard.open === 0 ? null : <Link href={listHref(electionId, { status: "unheard" })} prefetch={false}>{t("toUnheard")}</Link>}
        </p>
      )}
      {statisticsTables(statistics, { papers: t, roll }).map((table) => (
        <CountTable key={table.key} table={table} />
      ))}
    </>
  );
}

async function CountTable({ table: { caption, lines, total } }: { readonly table: StatisticsTable }) {
  const t = await getTranslations("rollPapers");
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        { key: "what", head: t("counted"), rowHeader: true, cell: (line) => line.label },
        { key: "all", head: t("all"), numeric: true, cell: (line) => <Num value={line.all} /> },
        { key: "men", head: t("men"), numeric: true, cell: (line) => <Num value={line.all - line.women} /> },
        { key: "women", head: t("women"), numeric: true, cell: (line) => <Num value={line.women} /> },
      ]}
      totals={{ what: t("total"), all: <Num value={total.all} />, men: <Num value={total.all - total.women} />, women: <Num value={total.women} /> }}
    />
  );
}
