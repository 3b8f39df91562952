import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LiveTally } from "#components/count/LiveTally.tsx";
import { ObserverShell } from "#components/observer/ObserverShell.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { liveTally, liveVoteOf } from "#lib/count/live.ts";
import { publicElection } from "#lib/observer/queries.ts";
import { publicPage } from "#lib/web/page.ts";

/** The open count as it runs (公开唱票计票), on a phone too; without JavaScript the page loads itself anew. */
export default publicPage(async ({ db, params }) => {
  const election = await publicElection(db, params["electionId"] ?? "");
  if (election === null) notFound();
  const t = await getTranslations("observer.live");
  const voteId = await liveVoteOf(db, election.id);
  const tally = voteId === null ? null : await liveTally(db, voteId);
  return (
    <ObserverShell election={election} here={[{ label: t("title") }]} clientMessages={["count"]}>
      <Heading>{t("heading", { village: election.village })}</Heading>
      {tally === null ? <Lede>{t("none")}</Lede> : <LiveTally tally={tally} look="page" />}
    </ObserverShell>
  );
});
