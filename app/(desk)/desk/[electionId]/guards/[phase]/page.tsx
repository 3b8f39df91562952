import { notFound } from "next/navigation";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { GuardItems } from "#components/guard/GuardItems.tsx";
import { Details } from "#components/ui/Details.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { SubNav } from "#components/ui/SubNav.tsx";
import { may } from "#lib/access/permissions.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import { guardStanding } from "#lib/election/guards/standing.ts";
import { guardView, withoutNames } from "#lib/election/guards/view.ts";
import { phases } from "#lib/election/model.ts";
import { worksAt } from "#lib/election/reading.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { acceptWarningAction } from "../actions.ts";

/** The guard of one phase: each check with its state in words, its numbers, its article, and what to do. */
export default guardedPage("election.read", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const phase = phases.find((known) => known === params["phase"]);
  const standing = phase === undefined ? null : await guardStanding(db, electionId);
  if (phase === undefined || standing === null) notFound();
  const t = await getTranslations("guards");
  const guard = guardView(standing, phase, dayOf(now));
  const accept = may(actor.grants, "guard.accept", place) ? acceptWarningAction : null;
  const works = worksAt(actor.grants, place);
  const shown = may(actor.grants, "roll.read", place) ? guard : withoutNames(guard, t("hiddenNames"));
  return (
    <>
      <Heading>{t("titleOf", { phase: t(`phases.${phase}`) })}</Heading>
      <Lede>{t("ledeOf")}</Lede>
      <SubNav label={t("nav")} items={phases.map((one) => ({ href: `/desk/${electionId}/guards/${one}`, label: t(`phases.${one}`), current: one === phase }))} />
      {search["done"] === "accepted" ? <Notice title={t("done")} state="done" announce /> : null}
      {shown.sides.map(({ side, items, counts }) => {
        const standingItems = items.filter((item) => item.state !== "inOrder");
        const inOrder = items.filter((item) => item.state === "inOrder");
        return (
          <section key={side} id={side} aria-labelledby={`${side}-title`}>
            <Heading level={2} id={`${side}-title`}>{t(`sideTitle.${side}`)}</Heading>
            <p>{t("summary", { stop: counts.stop, warning: counts.warning, accepted: counts.accepted, inOrder: counts.inOrder })}</p>
            {items.length === 0 ? <p>{t("nothingYet")}</p> : standingItems.length === 0 ? <Notice title={t("allInOrder")} state="done" /> : <GuardItems electionId={electionId} phase={phase} items={standingItems} accept={accept} links={works} />}
            {inOrder.length === 0 ? null : (
              <Details summary={t("inOrder", { count: inOrder.length })}>
                <ul>
                  {inOrder.map((item, index) => (
                    <li key={`${item.finding.code}-${index}`}>{t(`checks.${item.finding.code}`)}</li>
                  ))}
                </ul>
              </Details>
            )}
          </section>
        );
      })}
      <p>
        <Link href={`/desk/${electionId}/guards`} prefetch={false}>{t("toOverview")}</Link>
      </p>
    </>
  );
});
