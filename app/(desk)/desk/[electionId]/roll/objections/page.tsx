import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ObjectionWindow } from "#components/roll/ObjectionWindow.tsx";
import { ObjectionTable } from "#components/roll/ObjectionTable.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { may } from "#lib/access/permissions.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import { objectionFacts, objectionsOf, objectionWindows } from "#lib/roll/objections/queries.ts";
import { objectionFindings } from "#lib/roll/objections/rules.ts";
import { rollElection } from "#lib/roll/election.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** Objections to the posted list (申诉): what waits, until when, and what has to be announced. */
export default guardedPage("roll.read", electionPlace, async ({ db, params, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("objections");
  const [facts, windows, objections, election] = await Promise.all([objectionFacts(db, electionId), objectionWindows(db, electionId), objectionsOf(db, electionId), rollElection(db, electionId)]);
  const nav = <RollNav electionId={electionId} current="objections" actor={actor} place={place} />;
  if (windows === null || election === null) {
    return (
      <>
        <Heading>{t("title")}</Heading>
        {nav}
        <p>{t("notPosted")}</p>
      </>
    );
  }
  const today = dayOf(now);
  const until = windows.supplement ?? windows.list;
  const standing = objectionFindings(facts, today, election.law).filter((one) => !one.ok);
  const records = may(actor.grants, "objection.record", place);
  const announces = facts.unannounced > 0 && may(actor.grants, "notice.issue", place);
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede", { objectionDays: election.law.values.objectionDays, decisionDays: election.law.values.decisionDays })}</Lede>
      {nav}
      <ObjectionWindow windows={windows} today={today} citation={election.law.citations.objectionDays} />
      {standing.length === 0 ? null : <FindingList findings={standing} />}
      <ObjectionTable electionId={electionId} objections={objections} today={today} />
      <ButtonRow>
        {records ? <ButtonLink href={`/desk/${electionId}/roll/objections/new`} look={announces ? "secondary" : "primary"}>{t("record")}</ButtonLink> : null}
        {announces ? <ButtonLink href={`/desk/${electionId}/roll/objections/notice`}>{t("announce", { count: facts.unannounced })}</ButtonLink> : null}
      </ButtonRow>
      {today > until ? <p>{t("lateOnes")} <Link href={`/desk/${electionId}/roll/list`}>{t("toList")}</Link></p> : null}
    </>
  );
});
