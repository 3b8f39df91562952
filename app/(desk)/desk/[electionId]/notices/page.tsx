import { getTranslations } from "next-intl/server";
import { NoticeCards } from "#components/notice/NoticeCards.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { issuedNotices } from "#lib/notice/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** All notices of the election; each leads to its page, where its posting is recorded. */
export default guardedPage("election.read", electionPlace, async ({ db, params }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("notice.desk");
  const notices = await issuedNotices(db, electionId);
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      {notices.length === 0 ? <p>{t("none")}</p> : <NoticeCards notices={notices} hrefOf={(notice) => `/desk/${electionId}/notices/${notice.id}`} />}
    </>
  );
});
