import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { GroupVisits } from "#components/roll/houses/GroupVisits.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Progress } from "#components/ui/Progress.tsx";
import { houseProgress, openReports } from "#lib/roll/houses/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** House by house: how far each group has been visited, by whom, and the way to the next door. */
export default guardedPage("roll.write", electionPlace, async ({ db, params, actor, place }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("houses");
  const groups = await houseProgress(db, electionId);
  const reports = await openReports(db, electionId);
  const sum = (of: (group: (typeof groups)[number]) => number): number => groups.reduce((total, group) => total + of(group), 0);
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <RollNav electionId={electionId} current="houses" actor={actor} place={place} />
      {groups.length === 0 ? (
        <Notice title={t("empty.title")}>
          <p>{t("empty.text")}</p>
          <ButtonRow>
            <ButtonLink href={`/desk/${electionId}/roll/import`}>{t("empty.go")}</ButtonLink>
          </ButtonRow>
        </Notice>
      ) : (
        <>
          {reports === 0 ? null : (
            <Notice title={t("reports.waiting", { count: reports })} state="due">
              <p>{t("reports.waitingText")}</p>
              <ButtonRow>
                <ButtonLink href={`/desk/${electionId}/roll/houses/reports`} look="secondary">
                  {t("reports.go")}
                </ButtonLink>
              </ButtonRow>
            </Notice>
          )}
          <Progress label={t("housesDone")} value={sum((group) => group.done)} max={sum((group) => group.houses)} />
          <Progress label={t("peopleDone")} value={sum((group) => group.seen + group.heard + group.reported)} max={sum((group) => group.people)} />
          <GroupVisits electionId={electionId} groups={groups} />
          <p>{t("phone")}</p>
          <p>
            {t("paper")}{" "}
            <Link href={`/desk/${electionId}/roll/papers`} prefetch={false}>
              {t("toPaper")}
            </Link>
            {" · "}
            <Link href={`/desk/${electionId}/roll/houses/reports`} prefetch={false}>
              {t("reports.title")}
            </Link>
          </p>
        </>
      )}
    </>
  );
});
