import { getTranslations } from "next-intl/server";
import { DataTable } from "#components/ui/DataTable.tsx";
import { AGE_BANDS, type Line, type RollStatistics } from "#lib/roll/statistics.ts";
import { EXCLUSIONS } from "#lib/roll/model.ts";

/** The roll counted by group, age, ethnicity, category, and those left out by kind; men and women in each line. */
export async function StatisticsTables({ statistics, posted }: { readonly statistics: RollStatistics; readonly posted: boolean }) {
  const t = await getTranslations("rollPapers");
  const roll = await getTranslations("roll");
  const group = (key: string): string => (key === "0" ? t("noGroup") : t("group", { group: Number(key) }));
  const age = (key: string): string => {
    const band = AGE_BANDS[Number(key)];
    if (band === undefined) return key;
    return band.until === null ? t("ageFrom", { from: band.from }) : t("age", { from: band.from, until: band.until });
  };
  const category = (key: string): string => (key === "1" || key === "2" || key === "3" ? roll(`category.${key}`) : key);
  const left = (key: string): string => {
    const exclusion = EXCLUSIONS.find((kind) => kind === key);
    if (exclusion !== undefined) return roll(`exclusion.${exclusion}`);
    return key === "minor" || key === "notStated" || key === "notApproved" || key === "unclear" ? t(`left.${key}`) : key;
  };
  const total = { key: "all", ...statistics.listed };
  return (
    <>
      <p>{t(posted ? "countedNow" : "countedDraft")}</p>
      <CountTable caption={t("byGroup")} lines={statistics.byGroup} word={group} total={total} />
      <CountTable caption={t("byAge")} lines={statistics.byAge} word={age} total={total} />
      <CountTable caption={t("byEthnicity")} lines={statistics.byEthnicity} word={(key) => (key === "-" ? t("notStated") : key)} total={total} />
      <CountTable caption={t("byCategory")} lines={statistics.byCategory} word={category} total={total} />
      {statistics.notListed.length === 0 ? null : <CountTable caption={t("notListed")} lines={statistics.notListed} word={left} total={null} />}
    </>
  );
}

type CountTableProps = { readonly caption: string; readonly lines: readonly Line[]; readonly word: (key: string) => string; readonly total: Line | null };

async function CountTable({ caption, lines, word, total }: CountTableProps) {
  const t = await getTranslations("rollPapers");
  return (
    <DataTable
      caption={caption}
      rows={total === null ? lines : [...lines, total]}
      rowKey={(line) => line.key}
      columns={[
        { key: "what", head: t("counted"), rowHeader: true, cell: (line) => (line === total ? <strong>{t("total")}</strong> : word(line.key)) },
        { key: "all", head: t("all"), numeric: true, cell: (line) => line.all },
        { key: "men", head: t("men"), numeric: true, cell: (line) => line.all - line.women },
        { key: "women", head: t("women"), numeric: true, cell: (line) => line.women },
      ]}
    />
  );
}
