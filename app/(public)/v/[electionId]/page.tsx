import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NoticeCards } from "#components/notice/NoticeCards.tsx";
import { ObserverShell } from "#components/observer/ObserverShell.tsx";
import { VoteState } from "#components/observer/VoteState.tsx";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { today } from "#lib/calendar/day.ts";
import { issuedNotices } from "#lib/notice/queries.ts";
import { publicElection } from "#lib/observer/queries.ts";
import { publicPage } from "#lib/web/page.ts";

/** A village's public page: where the election stands, and all notices, newest first. */
export default publicPage(async ({ db, params, now }) => {
  const election = await publicElection(db, params["electionId"] ?? "");
  if (election === null) notFound();
  const t = await getTranslations("observer");
  const notices = await issuedNotices(db, election.id);
  return (
    <ObserverShell election={election}>
      <Heading>{election.village}</Heading>
      <Lede>
        {t("electionDay")} <Day day={election.electionDay} />
        {election.announced ? null : <>（<DeadlineWords day={election.electionDay} today={today(now)} />）</>}
      </Lede>
      <VoteState election={election} />
      {election.registered === null ? null : (
        <p>
          <Link href={`/v/${election.id}/on-list`} prefetch={false}>{t("onListLink")}</Link>
          {" · "}
          <Link href={`/v/${election.id}/objection`} prefetch={false}>{t("objectionLink")}</Link>
        </p>
      )}
      <Heading level={2}>{t("notices")}</Heading>
      <NoticeCards notices={notices} hrefOf={(notice) => `/v/${election.id}/notices/${notice.id}`} />
    </ObserverShell>
  );
});
