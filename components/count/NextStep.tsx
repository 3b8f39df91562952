import { useTranslations } from "next-intl";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { DeadlineBox } from "#components/ui/DeadlineBox.tsx";
import type { BundleItem, CountVote } from "#lib/count/queries.ts";
import type { FormAction } from "#lib/platform/form-state.ts";

type NextStepProps = {
  readonly vote: CountVote;
  readonly bundles: readonly BundleItem[];
  readonly accountId: string;
  readonly mayDo: { readonly enter: boolean; readonly settle: boolean; readonly prepare: boolean };
  readonly claim: FormAction;
};

/** The one thing that the person looking should do next in this count. */
export function NextStep({ vote, bundles, accountId, mayDo, claim }: NextStepProps) {
  const t = useTranslations("count.next");
  const base = `/desk/${vote.electionId}`;
  const two = (bundle: BundleItem): string => String(bundle.number).padStart(2, "0");
  if (vote.state === "determined") {
    return <DeadlineBox title={t("determined")} state="done" action={<ButtonLink href={`${base}/result?vote=${vote.number}`}>{t("toResult")}</ButtonLink>}>{t("determinedExplain")}</DeadlineBox>;
  }
  if (bundles.every((bundle) => bundle.state === "settled")) {
    return <DeadlineBox title={t("allSettled")} state="done" action={<ButtonLink href={`${base}/result?vote=${vote.number}`}>{t("toResult")}</ButtonLink>}>{t("allSettledExplain")}</DeadlineBox>;
  }
  const mine = bundles.find((bundle) => (bundle.state === "firstEntry" && bundle.firstBy === accountId) || (bundle.state === "secondEntry" && bundle.secondBy === accountId));
  if (mayDo.enter && mine !== undefined) {
    return <DeadlineBox title={t("continue", { bundle: two(mine) })} action={<ButtonLink href={`${base}/count/${mine.id}/enter`}>{t("continueAction")}</ButtonLink>}>{t("continueExplain")}</DeadlineBox>;
  }
  const toSettle = bundles.find((bundle) => bundle.state === "compared" && bundle.firstBy !== accountId && bundle.secondBy !== accountId);
  if (mayDo.settle && toSettle !== undefined) {
    return <DeadlineBox title={t("settle", { bundle: two(toSettle) })} state="due" action={<ButtonLink href={`${base}/count/${toSettle.id}/settle`}>{t("settleAction")}</ButtonLink>}>{t("settleExplain")}</DeadlineBox>;
  }
  const free = nextFor(bundles, accountId);
  if (mayDo.enter && free !== undefined) {
    return (
      <DeadlineBox title={t(free.state === "firstDone" ? "takeSecond" : "takeFirst", { bundle: two(free) })} action={<CommandForm action={claim} submitLabel={t("take")} hidden={{ bundleId: free.id }} formId="next" />}>
        {t(free.state === "firstDone" ? "takeSecondExplain" : "takeFirstExplain")}
      </DeadlineBox>
    );
  }
  return <DeadlineBox title={t("wait")} state="plain">{t("waitExplain")}</DeadlineBox>;
}

/** The bundle a teller should take: second entries of others' bundles first, so that bundles get done; then an empty one. */
function nextFor(bundles: readonly BundleItem[], accountId: string): BundleItem | undefined {
  return (
    bundles.find((bundle) => bundle.state === "firstDone" && bundle.firstBy !== accountId) ??
    bundles.find((bundle) => bundle.state === "empty" || (bundle.state === "firstEntry" && bundle.firstBy === null) || (bundle.state === "secondEntry" && bundle.secondBy === null && bundle.firstBy !== accountId))
  );
}
