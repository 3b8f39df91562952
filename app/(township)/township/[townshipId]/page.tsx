import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { DriveTable } from "#components/township/DriveTable.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { may } from "#lib/access/permissions.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import { outdatedElections } from "#lib/pack/queries.ts";
import { drivesOf } from "#lib/township/queries.ts";
import { guardedPage, townshipPlace } from "#lib/web/page.ts";

const deeds = ["drive", "elections", "villages"] as const;

/** A township's drives: every village with its phase, next deadline and what is at risk. */
export default guardedPage("township.read", townshipPlace, async ({ db, params, actor, place, search, now }) => {
  const townshipId = params["townshipId"] ?? "";
  const t = await getTranslations("township");
  const today = dayOf(now);
  const drives = await drivesOf(db, townshipId, today);
  const outdated = await outdatedElections(db, townshipId);
  const law = await getTranslations("law.move");
  const done = deeds.find((deed) => deed === search["done"]);
  return (
    <>
      <Heading>{t("title")}</Heading>
      {done === undefined ? null : <Notice title={t(`done.${done}`)} state="done" announce />}
      {outdated.length === 0 ? null : (
        <Notice title={law("townshipNotice", { count: outdated.length })} state="due">
          <ul>
            {outdated.map((election) => (
              <li key={election.id}>
                <Link href={`/township/${townshipId}/elections/${election.id}/law`} prefetch={false}>{election.village}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {drives.length === 0 ? <Lede>{t("noDrive")}</Lede> : null}
      {drives.length === 0 && may(actor.grants, "drive.open", place) ? <ButtonLink href={`/township/${townshipId}/drives/new`}>{t("nav.newDrive")}</ButtonLink> : null}
      {drives.map((drive) => (
        <section key={drive.id}>
          <Heading level={2}>{drive.name}</Heading>
          <p>{t("sums", drive.sums)}</p>
          <DriveTable townshipId={townshipId} drive={drive} today={today} />
        </section>
      ))}
    </>
  );
});
