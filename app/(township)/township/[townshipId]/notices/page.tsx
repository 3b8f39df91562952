import { getTranslations } from "next-intl/server";
import { LackingTable } from "#components/notice/LackingTable.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { today as dayOf } from "#lib/calendar/day.ts";
import { lackingNotices, nextNotice, noticeStates } from "#lib/notice/overview.ts";
import { townshipNoticeFacts } from "#lib/notice/overview-queries.ts";
import { guardedPage, townshipPlace } from "#lib/web/page.ts";

/** Which villages lack which notices today, those with late ones first. */
export default guardedPage("township.read", townshipPlace, async ({ db, params, now }) => {
  const t = await getTranslations("noticeSet.township");
  const today = dayOf(now);
  const villages = (await townshipNoticeFacts(db, params["townshipId"] ?? "")).map(({ village, facts }) => {
    const states = noticeStates(facts, today);
    const lacking = lackingNotices(states);
    return { village, electionId: facts.electionId, issued: facts.issued.length, unposted: facts.issued.filter((notice) => notice.postings === 0).length, lacking, late: lacking.filter((one) => one.state === "late").length, next: nextNotice(states) };
  });
  const rows = villages.toSorted((one, other) => other.late - one.late || other.lacking.length - one.lacking.length);
  const sums = { villages: rows.length, late: rows.filter((row) => row.late > 0).length, lacking: rows.filter((row) => row.lacking.length > 0).length };
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede", sums)}</Lede>
      <LackingTable rows={rows} today={today} />
    </>
  );
});
