import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MergeTable } from "#components/roll/duplicates/MergeTable.tsx";
import { PairTable } from "#components/roll/duplicates/PairTable.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { mergesOf } from "#lib/roll/duplicates/merge-queries.ts";
import { duplicatesOfElection } from "#lib/roll/duplicates/queries.ts";
import { pageOf } from "#lib/roll/list-search.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { unmergeEntriesAction } from "./actions.ts";

const deeds = ["yielded", "apart", "merged", "unmerged"] as const;

/** People who stand twice: on this roll, or here and on another village's (重复登记). */
export default guardedPage("roll.write", electionPlace, async ({ db, params, search, actor, place }) => {
  const electionId = params["electionId"] ?? "";
  const view = await duplicatesOfElection(db, electionId, pageOf(search["page"]));
  if (view === null) notFound();
  const merges = await mergesOf(db, electionId);
  const t = await getTranslations("duplicates");
  const done = deeds.find((deed) => deed === search["done"]);
  const base = `/desk/${electionId}/roll/duplicates`;
  const waiting = view.counts.open + view.counts.dropped;
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <RollNav electionId={electionId} current="duplicates" actor={actor} place={place} />
      {done === undefined ? null : (
        <Notice title={t(`done.${done}`)} state="done" announce>
          <p>{waiting === 0 ? t("noneLeft") : t("left", { count: waiting })}</p>
        </Notice>
      )}
      <p>{t("sums", view.counts)}</p>
      <PairTable caption={t("title")} pairs={view.pairs} empty={t("none")} heads={[t("head.own"), t("head.other")]} hrefOf={({ sides: [own, other] }) => `${base}/${own.entryId}/${other.entryId}`} />
      <Pagination page={view.page} pages={view.pages} hrefOf={(page) => `${base}?page=${page}`} />
      {merges.length === 0 ? null : <MergeTable electionId={electionId} merges={merges} action={unmergeEntriesAction} />}
    </>
  );
});
