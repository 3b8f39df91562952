import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ObserverShell } from "#components/observer/ObserverShell.tsx";
import { Holders } from "#components/result/Holders.tsx";
import { ResultText } from "#components/result/ResultText.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { publicElection } from "#lib/observer/queries.ts";
import { announcedResult } from "#lib/observer/results.ts";
import { publicPage } from "#lib/web/page.ts";

/** The announced result with its reasons, newest vote first; earlier ones by `?determination=`. */
export default publicPage(async ({ db, params, search }) => {
  const election = await publicElection(db, params["electionId"] ?? "");
  if (election === null) notFound();
  const t = await getTranslations("observer.result");
  const wanted = search["determination"];
  const result = await announcedResult(db, election.id, typeof wanted === "string" ? wanted : null);
  return (
    <ObserverShell election={election} here={[{ label: t("title") }]}>
      <Heading>{t("heading", { village: election.village })}</Heading>
      {result === null ? null : <Holders view={result.view} />}
      {result === null ? <Lede>{t("none")}</Lede> : <ResultText view={result.view} others={result.others} hrefOf={(id) => `/v/${election.id}/result?determination=${id}`} papers="public" />}
    </ObserverShell>
  );
});
