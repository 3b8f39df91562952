import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { notFound } from "next/navigation";
import { NextStep } from "#components/election/NextStep.tsx";
import { PhaseTasks } from "#components/election/PhaseTasks.tsx";
import { TodayItems } from "#components/election/TodayItems.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { may } from "#lib/access/permissions.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import { mostPressing, progressOf } from "#lib/election/progress.ts";
import { caseFacts } from "#lib/election/queries.ts";
import { actingPhases, opensPage, openPhases, worksAt } from "#lib/election/reading.ts";
import { itemsOf, warningsOf } from "#lib/election/today.ts";
import { rollItems } from "#lib/roll/todo.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** The desk's home: how far away election day is, the next step, the five phases, what is open today. */
export default guardedPage("election.read", electionPlace, async ({ db, params, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const facts = await caseFacts(db, electionId);
  if (facts === null) notFound();
  const t = await getTranslations("desk");
  const today = dayOf(now);
  const progress = progressOf(facts, today);
  const items = [...(await rollItems(db, electionId)), ...itemsOf(facts, today)];
  // Who has one part of the work is told the next step of his own; others, what the case needs next.
  const acting = actingPhases(actor.grants, place);
  const own = worksAt(actor.grants, place) ? mostPressing(progress.phases.filter(({ phase }) => acting.includes(phase))) : null;
  const next = own ?? progress.next;
  const warnings = warningsOf(facts, today);
  const links = [
    { href: "today", label: t("rooms.today"), open: true },
    { href: "plan", label: t("rooms.plan"), open: true },
    { href: "guards", label: t("rooms.guards"), open: true },
    { href: "notices", label: t("rooms.notices"), open: true },
    { href: "law", label: t("rooms.law"), open: true },
    { href: "committee/method", label: t("rooms.method"), open: true },
    { href: "people", label: t("rooms.people"), open: may(actor.grants, "account.manageElection", place) },
    { href: "audit", label: t("rooms.audit"), open: may(actor.grants, "audit.record", place) },
  ].filter((link) => link.open);
  return (
    <>
      <p className="crumb">{t("rooms.home")}</p>
      <Heading>{t(facts.closed ? "headClosed" : headCode(progress.daysToElection), { days: Math.abs(progress.daysToElection) })}</Heading>
      <Lede>
        {t.rich("lede", { day: () => <Day day={facts.electionDay} /> })}
        {facts.mainVenue === null ? null : t("ledeVenue", { venue: facts.mainVenue })}
        {facts.stations === 0 ? null : t("ledeStations", { stations: facts.stations })}
        {facts.roll.publishedTotal === null ? null : t("ledeVoters", { voters: facts.roll.publishedTotal })}
      </Lede>
      {next === null ? <Notice title={t("finished")} state="done" /> : <NextStep electionId={electionId} next={next} today={today} acts={own !== null} />}
      <PhaseTasks electionId={electionId} phases={progress.phases} today={today} open={openPhases(actor.grants, place)} />
      <Heading level={2}>{t("today")}</Heading>
      {warnings.length === 0 ? null : <FindingList findings={warnings} />}
      <TodayItems electionId={electionId} items={items} today={today} quiet={warnings.length === 0} opens={(page) => opensPage(actor.grants, place, page)} />
      <Heading level={2}>{t("more")}</Heading>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <Link href={`/desk/${electionId}/${link.href}`} prefetch={false}>
              {link.label}
            </Link>
          </li>
        ))}
        <li>
          <Link href={`/v/${electionId}`} prefetch={false}>
            {t("publicPage")}
          </Link>
        </li>
      </ul>
    </>
  );
});

function headCode(days: number): "headAhead" | "headToday" | "headPast" {
  if (days === 0) return "headToday";
  return days > 0 ? "headAhead" : "headPast";
}
