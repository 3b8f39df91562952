import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ExportForm } from "#components/roll/ExportForm.tsx";
import { ExportProgress } from "#components/roll/ExportProgress.tsx";
import { ExportTable } from "#components/roll/ExportTable.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { StatisticsTables } from "#components/roll/StatisticsTables.tsx";
import { Confirmation } from "#components/ui/Confirmation.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { InsetText } from "#components/ui/Notice.tsx";
import { today as dayOf } from "#lib/calendar/day.ts";
import { ownExport, recentExports } from "#lib/roll/papers/export.ts";
import { rollGroups, rollOverview } from "#lib/roll/queries.ts";
import { rollStatistics } from "#lib/roll/statistics.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { exportRollAction } from "./actions.ts";

/** Papers and files made of the roll, who took which, and its statistics. */
export default guardedPage("roll.write", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("rollPapers");
  const words = await getTranslations("rollExport");
  const asked = typeof search["export"] === "string" ? await ownExport(db, electionId, search["export"], actor.accountId, now) : null;
  if (asked !== null) {
    return (
      <Confirmation title={words("recorded", { file: words(`files.${asked.file.replace(".", "_")}`) })} reference={String(asked.number)} referenceLabel={words("referenceLabel")}>
        <ExportProgress href={`/api/roll/${electionId}/exports/${asked.id}`} people={asked.people} pdf={asked.file.endsWith(".pdf")} />
        <p>{words("lasts")}</p>
        <p>
          <Link href={`/desk/${electionId}/roll/papers`}>{words("another")}</Link>
        </p>
      </Confirmation>
    );
  }
  const overview = await rollOverview(db, electionId);
  const statistics = await rollStatistics(db, electionId, overview.electionDay);
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <RollNav electionId={electionId} current="papers" actor={actor} place={place} />
      <InsetText>{words("recordedNote")}</InsetText>
      <ExportForm electionId={electionId} groups={await rollGroups(db, electionId)} posted={overview.version !== null} registered={overview.entries > 0} today={dayOf(now)} action={exportRollAction} />
      {overview.version === null ? null : (
        <p>
          {t("list")} <Link href={`/desk/${electionId}/roll/published`}>{t("toList")}</Link>
        </p>
      )}
      <ExportTable exports={await recentExports(db, electionId)} />
      <Heading level={2}>{t("statistics")}</Heading>
      {statistics.listed.all === 0 ? <p>{t("nobody")}</p> : <StatisticsTables electionId={electionId} statistics={statistics} posted={overview.version !== null} pending={overview.pendingChanges} />}
    </>
  );
});
