import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GuardTable } from "#components/guard/GuardTable.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { today as dayOf } from "#lib/calendar/day.ts";
import { guardStanding } from "#lib/election/guards/standing.ts";
import { guardViews } from "#lib/election/guards/view.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** The guards of the five phases: what each asks before and after, in numbers. */
export default guardedPage("election.read", electionPlace, async ({ db, params, now }) => {
  const electionId = params["electionId"] ?? "";
  const standing = await guardStanding(db, electionId);
  if (standing === null) notFound();
  const t = await getTranslations("guards");
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <GuardTable electionId={electionId} guards={guardViews(standing, dayOf(now))} />
    </>
  );
});
