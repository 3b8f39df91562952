import { getTranslations } from "next-intl/server";
import { ReportCard, SettledReports } from "#components/roll/houses/HouseReports.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { houseReports } from "#lib/roll/houses/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { settleReportAction } from "../actions.ts";

/** What registrars heard at doors and the desk has to settle: deaths, moves, people on no register. */
export default guardedPage("roll.write", electionPlace, async ({ db, params, search, actor, place }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("houses.reports");
  const { open, settled } = await houseReports(db, electionId);
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <RollNav electionId={electionId} current="houses" actor={actor} place={place} />
      {search["done"] === "settled" ? <Notice title={t("settled")} state="done" announce>{open.length === 0 ? null : <p>{t("left", { count: open.length })}</p>}</Notice> : null}
      {open.length === 0 ? <p>{t("none")}</p> : open.map((report) => <ReportCard key={report.id} electionId={electionId} report={report} action={settleReportAction} />)}
      <SettledReports electionId={electionId} reports={settled} />
    </>
  );
});
