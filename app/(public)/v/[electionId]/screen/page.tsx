import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LiveTally } from "#components/count/LiveTally.tsx";
import { Shell } from "#components/shell/Shell.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { termWords } from "#lib/chinese/term.ts";
import { liveTally, liveVoteOf } from "#lib/count/live.ts";
import { publicElection } from "#lib/observer/queries.ts";
import { publicPage } from "#lib/web/page.ts";

/** The beamer in the hall (唱票大屏): the open count, drawn stroke by stroke, with nothing to press. */
export default publicPage(async ({ db, params }) => {
  const election = await publicElection(db, params["electionId"] ?? "");
  if (election === null) notFound();
  const t = await getTranslations("count.live");
  const term = (await getLocale()) === "en" ? String(election.term) : termWords(election.term);
  const voteId = await liveVoteOf(db, election.id);
  const tally = voteId === null ? null : await liveTally(db, voteId);
  return (
    <Shell variant="screen" clientMessages={["count"]}>
      <Heading>{t("screenTitle", { village: election.village, term, kind: tally === null ? "regular" : tally.kind })}</Heading>
      {tally === null ? <Lede>{t("notYet")}</Lede> : <LiveTally tally={tally} look="screen" />}
    </Shell>
  );
});
