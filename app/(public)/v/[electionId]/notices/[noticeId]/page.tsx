import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NoticeView } from "#components/notice/NoticeView.tsx";
import { ObserverShell } from "#components/observer/ObserverShell.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { groupFrom } from "#lib/notice/group.ts";
import { noticeRecord } from "#lib/notice/queries.ts";
import { publicElection } from "#lib/observer/queries.ts";
import { publicPage } from "#lib/web/page.ts";

/** One notice as issued, for everybody. */
export default publicPage(async ({ db, params, search }) => {
  const election = await publicElection(db, params["electionId"] ?? "");
  const notice = await noticeRecord(db, params["noticeId"] ?? "");
  if (election === null || notice === null || notice.electionId !== election.id) notFound();
  const t = await getTranslations("notice");
  const base = `/v/${election.id}/notices`;
  return (
    <ObserverShell election={election} here={[{ label: t("number", { number: notice.number }) }]}>
      <Heading>{t("heading", { number: notice.number, title: notice.title })}</Heading>
      <NoticeView notice={notice} group={groupFrom(search["group"])} href={`${base}/${notice.id}`} hrefOf={(id) => `${base}/${id}`} />
    </ObserverShell>
  );
});
