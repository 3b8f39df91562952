import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AccountTable } from "#components/access/AccountTable.tsx";
import { PhaseTasks } from "#components/election/PhaseTasks.tsx";
import { DayDecision } from "#components/plan/DayDecision.tsx";
import { ElectionForms } from "#components/township/ElectionForms.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { may } from "#lib/access/permissions.ts";
import { placeOfElection } from "#lib/access/place.ts";
import { accountsAt } from "#lib/access/queries.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import { progressOf } from "#lib/election/progress.ts";
import { caseFacts } from "#lib/election/queries.ts";
import { openPhases } from "#lib/election/reading.ts";
import { warningsOf } from "#lib/election/today.ts";
import { lawView, newerPacks } from "#lib/pack/queries.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { termText } from "#lib/i18n/term.ts";
import { dayChanges } from "#lib/plan/day-queries.ts";
import { electionOfTownship } from "#lib/township/queries.ts";
import { guardedPage, townshipPlace } from "#lib/web/page.ts";
import { decideDayAction, recordAuditAction, setElectionDayAction } from "../../actions.ts";

const deeds = ["day", "audit", "decided", "law"] as const;

/** One village's election as the township sees it: progress, people, election day, audit. Nothing of roll, ballots or votes can be written here. */
export default guardedPage("township.read", townshipPlace, async ({ db, params, actor, search, now }) => {
  const townshipId = params["townshipId"] ?? "";
  const electionId = params["electionId"] ?? "";
  const election = await electionOfTownship(db, townshipId, electionId);
  const facts = election === null ? null : await caseFacts(db, electionId);
  const place = election === null ? null : await placeOfElection(db, electionId);
  if (election === null || facts === null || place === null) notFound();
  const t = await getTranslations("township.election");
  const law = await getTranslations("law.move");
  const kept = await lawView(db, electionId);
  const newer = kept === null || facts.closed ? null : await newerPacks(db, kept);
  const today = dayOf(now);
  const progress = progressOf(facts, today);
  const warnings = warningsOf(facts, today);
  const managesPeople = may(actor.grants, "account.manageElection", place);
  const people = managesPeople ? await accountsAt(db, place) : [];
  const done = deeds.find((deed) => deed === search["done"]);
  return (
    <>
      <Heading>{t("title", { village: election.village, term: termText(election.term, localeOf(await getLocale())) })}</Heading>
      <Lede>
        {t.rich("day", { day: () => <Day day={facts.electionDay} />, distance: () => <DeadlineWords day={facts.electionDay} today={today} /> })}
      </Lede>
      {done === undefined ? null : <Notice title={t(`done.${done}`)} state="done" announce />}
      <p>
        <Link href={`/township/${townshipId}/elections/${electionId}/law`} prefetch={false}>{law("link")}</Link>
      </p>
      {newer === null || newer.opened ? null : (
        <Notice title={law("notice")} state="due">
          <p>{law("noticeExplain")}</p>
          <ButtonLink look="secondary" href={`/township/${townshipId}/elections/${electionId}/law`}>{law("look")}</ButtonLink>
        </Notice>
      )}
      {warnings.length === 0 ? null : <FindingList findings={warnings} />}
      <PhaseTasks electionId={electionId} phases={progress.phases} today={today} open={openPhases(actor.grants, place)} />
      <p>
        <Link href={`/desk/${electionId}`} prefetch={false}>
          {t("desk")}
        </Link>
      </p>
      <DayDecision townshipId={townshipId} electionId={electionId} changes={await dayChanges(db, electionId)} action={may(actor.grants, "day.decide", place) ? decideDayAction : null} />
      <ElectionForms
        townshipId={townshipId}
        facts={facts}
        dayFixed={election.dayFixed}
        today={today}
        setDay={may(actor.grants, "election.setDay", place) ? setElectionDayAction : null}
        recordAudit={may(actor.grants, "audit.record", place) ? recordAuditAction : null}
      />
      {managesPeople ? (
        <>
          <Heading level={2}>{t("people")}</Heading>
          <AccountTable accounts={people} base={`/desk/${electionId}/people`} />
          <ButtonLink look="secondary" href={`/desk/${electionId}/people/new`}>
            {t("newPerson")}
          </ButtonLink>
        </>
      ) : null}
    </>
  );
});
