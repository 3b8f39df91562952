import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BundleActions } from "#components/count/BundleActions.tsx";
import { BundlePapers } from "#components/count/BundlePapers.tsx";
import { BundleStateTag } from "#components/count/BundleTable.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { may } from "#lib/access/permissions.ts";
import { personsWithRole } from "#lib/count/roles.ts";
import { bundlePage } from "#lib/count/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { answerReopenAction, askReopenAction, claimEntryAction, releaseEntryAction } from "../actions.ts";

/** One bundle: who entered it, how far it is, what can be done with it, and every round of it once settled. */
export default guardedPage("count.read", electionPlace, async ({ db, actor, place, params }) => {
  const electionId = params["electionId"] ?? "";
  const page = await bundlePage(db, params["bundleId"] ?? "", electionId);
  if (page === null) notFound();
  const t = await getTranslations("count.bundle");
  const { bundle, round, names, differing } = page;
  const nameOf = (accountId: string | null): string => (accountId === null ? t("nobody") : (names.get(accountId) ?? ""));
  return (
    <>
      <Heading>{t("title", { number: String(bundle.number).padStart(2, "0") })}</Heading>
      <SummaryList
        items={[
          { key: "state", label: t("state"), value: <BundleStateTag bundle={{ ...bundle, read: { 1: round.marks[1].size, 2: round.marks[2].size }, reopenAsked: bundle.reopenAskedBy !== null }} /> },
          { key: "size", label: t("size"), value: t("papers", { count: bundle.size }) },
          { key: "first", label: t("first"), value: nameOf(bundle.firstBy) },
          { key: "second", label: t("second"), value: nameOf(bundle.secondBy) },
          ...(bundle.state === "compared" || bundle.state === "settled" ? [{ key: "differing", label: t("differing"), value: t("papers", { count: differing.length }) }] : []),
          ...(bundle.reopens === 0 ? [] : [{ key: "reopens", label: t("reopens"), value: t("reopensTimes", { count: bundle.reopens, reason: bundle.reopenReason ?? "" }) }]),
        ]}
      />
      <BundleActions
        bundle={bundle} electionId={electionId} accountId={actor.accountId} asker={nameOf(bundle.reopenAskedBy)}
        mayDo={{ enter: may(actor.grants, "count.enter", place), settle: may(actor.grants, "count.settle", place), reopen: personsWithRole(actor.grants).size > 0 }}
        actions={{ claim: claimEntryAction, release: releaseEntryAction, ask: askReopenAction, answer: answerReopenAction }}
      />
      {bundle.state === "settled" ? <BundlePapers page={page} /> : null}
    </>
  );
});
