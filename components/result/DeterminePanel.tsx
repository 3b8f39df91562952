import { useTranslations } from "next-intl";
import { VoteWords } from "#components/count/VoteHeading.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { TextAreaField } from "#components/form/TextFields.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import type { CountVote } from "#lib/count/queries.ts";
import type { StandingCount } from "#lib/count/standing.ts";
import type { FormAction } from "#lib/platform/form-state.ts";

type DeterminePanelProps = { readonly vote: CountVote; readonly count: StandingCount; readonly may: boolean; readonly action: FormAction };

/** Check before the count is closed and the result determined. */
export function DeterminePanel({ vote, count, may, action }: DeterminePanelProps) {
  const t = useTranslations("result.determine");
  const ready = count.bundles > 0 && count.settledBundles === count.bundles;
  const differs = count.papers !== vote.returned;
  if (!ready) return <Notice title={t("counting")} state="now">{t("countingExplain", { settled: count.settledBundles, bundles: count.bundles })}</Notice>;
  return (
    <section>
      <Heading level={2}>
        {t("title")} <VoteWords vote={vote} />
      </Heading>
      <SummaryList
        items={[
          { key: "issued", label: t("issued"), value: t("papers", { count: vote.issued ?? 0 }) },
          { key: "returned", label: t("returned"), value: t("papers", { count: vote.returned ?? 0 }) },
          { key: "papers", label: t("counted"), value: <>{t("papers", { count: count.papers })} {differs ? t("differs") : t("agrees")}</> },
          { key: "invalid", label: t("invalid"), value: t("papers", { count: count.tally.wholeInvalid }) },
          { key: "bundles", label: t("bundles"), value: t("bundlesSettled", { count: count.bundles }) },
        ]}
      />
      {may ? (
        <CommandForm action={action} submitLabel={t("submit")} hidden={{ voteId: vote.id, version: String(vote.version) }}>
          {differs ? <TextAreaField name="differenceReason" label={t("reason")} hint={t("reasonHint")} rows={2} /> : null}
        </CommandForm>
      ) : <p>{t("byChair")}</p>}
    </section>
  );
}
