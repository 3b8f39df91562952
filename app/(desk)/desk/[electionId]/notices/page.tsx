import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NoticeCards } from "#components/notice/NoticeCards.tsx";
import { NextNotice, NoticeSetTable } from "#components/notice/NoticeSetTable.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { today as dayOf } from "#lib/calendar/day.ts";
import { mayIssue } from "#lib/election/notice-command.ts";
import { noticeStates } from "#lib/notice/overview.ts";
import { noticeSetFactsOf } from "#lib/notice/overview-queries.ts";
import { issuedNotices } from "#lib/notice/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** The whole numbered set with day and state, what is next, and all that was issued; each leads to its page. */
export default guardedPage("election.read", electionPlace, async ({ db, params, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const facts = await noticeSetFactsOf(db, electionId);
  if (facts === null) notFound();
  const t = await getTranslations("noticeSet");
  const today = dayOf(now);
  const states = noticeStates(facts, today);
  const base = `/desk/${electionId}`;
  const mine = (one: (typeof states)[number]): boolean => mayIssue(actor, one.kind.issuer, place);
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <NextNotice states={states} base={base} today={today} may={mine} />
      <NoticeSetTable states={states} base={base} today={today} may={mine} />
      <Heading level={2}>{t("issuedTitle")}</Heading>
      <NoticeCards notices={await issuedNotices(db, electionId)} hrefOf={(notice) => `${base}/notices/${notice.id}`} />
    </>
  );
});
