import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ObserverShell } from "#components/observer/ObserverShell.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Fingerprint } from "#components/ui/Fingerprint.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { headOf } from "#lib/ledger/queries.ts";
import { publicElection } from "#lib/observer/queries.ts";
import { publicPage } from "#lib/web/page.ts";

/** How anybody checks for himself: the chain, its head, and what the printed fingerprint means. */
export default publicPage(async ({ db, params }) => {
  const election = await publicElection(db, params["electionId"] ?? "");
  if (election === null) notFound();
  const head = await headOf(db, { kind: "election", id: election.id });
  if (head === null) notFound();
  const t = await getTranslations("observer.check");
  return (
    <ObserverShell election={election} here={[{ label: t("title") }]}>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <SummaryList
        items={[
          { key: "entries", label: t("entries"), value: head.sequence },
          { key: "fingerprint", label: t("fingerprint"), value: <Fingerprint value={head.fingerprint} /> },
          { key: "hash", label: t("hash"), value: <code className="break-all">{head.hash}</code> },
        ]}
      />
      <p>{t("how")}</p>
      <p>
        <ButtonLink href={`/api/elections/${election.id}/ledger`} look="secondary" download>
          {t("download")}
        </ButtonLink>
      </p>
    </ObserverShell>
  );
});
