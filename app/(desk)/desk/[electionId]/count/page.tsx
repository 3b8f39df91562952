import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BundleTable } from "#components/count/BundleTable.tsx";
import { CountNav } from "#components/count/CountNav.tsx";
import { NextStep } from "#components/count/NextStep.tsx";
import { PlanForm } from "#components/count/PlanForm.tsx";
import { VoteHeading } from "#components/count/VoteHeading.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Progress } from "#components/ui/Progress.tsx";
import { may } from "#lib/access/permissions.ts";
import { bundleList, countVotes } from "#lib/count/queries.ts";
import { standingCount } from "#lib/count/standing.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { claimEntryAction, planBundlesAction } from "./actions.ts";

/** The count of a vote: its bundles with their states, and the next thing to do for whoever looks. */
export default guardedPage("count.read", electionPlace, async ({ db, actor, place, params, search }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("count.list");
  const votes = await countVotes(db, electionId);
  const wanted = Number(search["vote"]);
  const vote = votes.find((one) => one.number === wanted) ?? votes[0];
  if (vote === undefined) {
    return (
      <>
        <Heading>{t("title")}</Heading>
        <Notice title={t("noVote")} state="blocked">{t("noVoteExplain")}</Notice>
      </>
    );
  }
  if (search["vote"] !== undefined && vote.number !== wanted) notFound();
  const bundles = await bundleList(db, vote.id);
  const count = await standingCount(db, vote.id);
  const mayDo = { enter: may(actor.grants, "count.enter", place), settle: may(actor.grants, "count.settle", place), prepare: may(actor.grants, "count.prepare", place) };
  return (
    <>
      <Heading>{t("title")}</Heading>
      <CountNav electionId={electionId} current="list" />
      <VoteHeading vote={vote} votes={votes} hrefOf={(one) => `/desk/${electionId}/count?vote=${one.number}`} />
      {vote.state === "preparing" || vote.state === "open" ? <Notice title={t("notClosed")} state="blocked">{t("notClosedExplain")}</Notice> : null}
      {vote.state === "closed" && !mayDo.prepare ? <Notice title={t("notPlanned")} state="blocked">{t("notPlannedExplain")}</Notice> : null}
      {vote.state === "closed" && mayDo.prepare ? <PlanForm vote={vote} action={planBundlesAction} /> : null}
      {bundles.length === 0 || count === null ? null : (
        <>
          <NextStep vote={vote} bundles={bundles} accountId={actor.accountId} mayDo={mayDo} claim={claimEntryAction} />
          <Progress label={t("verified")} value={count.verified} max={count.papers} words={t("verifiedWords", { verified: count.verified, papers: count.papers, waiting: count.waiting })} />
          <Progress label={t("settledBundles")} value={count.settledBundles} max={count.bundles} words={t("settledWords", { settled: count.settledBundles, bundles: count.bundles })} />
          <BundleTable electionId={electionId} bundles={bundles} />
        </>
      )}
    </>
  );
});
