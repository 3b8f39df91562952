import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { RollNav } from "#components/roll/RollNav.tsx";
import { StatisticsTables } from "#components/roll/StatisticsTables.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { ROLL_PAPERS } from "#lib/roll/papers/papers.ts";
import { rollGroups, rollOverview } from "#lib/roll/queries.ts";
import { rollStatistics } from "#lib/roll/statistics.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** Papers made of the roll, by group or for the whole village, and its statistics. */
export default guardedPage("roll.write", electionPlace, async ({ db, params, actor, place }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("rollPapers");
  const overview = await rollOverview(db, electionId);
  const groups = await rollGroups(db, electionId);
  const statistics = await rollStatistics(db, electionId, overview.electionDay);
  const ready = (paper: (typeof ROLL_PAPERS)[number]): boolean => (paper === "registrationSheet" ? overview.entries > 0 : overview.version !== null);
  const href = (paper: string, group: number | null): string => `/api/roll/${electionId}/papers/${paper}${group === null ? "" : `?group=${group}`}`;
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <RollNav electionId={electionId} current="papers" actor={actor} place={place} />
      <DataTable
        caption={t("table")}
        rows={ROLL_PAPERS}
        rowKey={(paper) => paper}
        narrow="stack"
        columns={[
          { key: "paper", head: t("paper"), rowHeader: true, cell: (paper) => t(`kinds.${paper}`) },
          { key: "what", head: t("what"), cell: (paper) => t(`what_${paper}`) },
          {
            key: "print", head: t("print"),
            cell: (paper) =>
              ready(paper) ? (
                <>
                  <a href={href(paper, null)} target="_blank" rel="noreferrer">{t("whole")}</a>
                  {groups.map((group) => (
                    <span key={group}>
                      {" · "}
                      <a href={href(paper, group)} target="_blank" rel="noreferrer">{group === 0 ? t("noGroup") : t("group", { group })}</a>
                    </span>
                  ))}
                </>
              ) : (
                t(paper === "registrationSheet" ? "needsRegister" : "needsPosting")
              ),
          },
        ]}
      />
      {overview.version === null ? null : (
        <p>
          {t("list")} <Link href={`/desk/${electionId}/roll/published`}>{t("toList")}</Link>
        </p>
      )}
      <Heading level={2}>{t("statistics")}</Heading>
      {statistics.listed.all === 0 ? <p>{t("nobody")}</p> : <StatisticsTables statistics={statistics} posted={overview.version !== null} />}
    </>
  );
});
