import { useTranslations } from "next-intl";
import { Heading } from "#components/ui/Heading.tsx";
import { Day, Instant } from "#components/ui/DeadlineWords.tsx";
import { SummaryList, type SummaryItem } from "#components/ui/SummaryList.tsx";
import type { DayChangeRecord } from "#lib/plan/day-queries.ts";

/** Every ask for another election day with who asked, who decided and why. */
export function DayChangeHistory({ changes }: { readonly changes: readonly DayChangeRecord[] }) {
  const t = useTranslations("dayChange");
  if (changes.length === 0) return null;
  return (
    <>
      <Heading level={2}>{t("history")}</Heading>
      {changes.map((change) => (
        <DayChangeSummary key={change.id} change={change} />
      ))}
    </>
  );
}

/** One ask: from which day to which, why, who asked and who decided. */
export function DayChangeSummary({ change }: { readonly change: DayChangeRecord }) {
  const t = useTranslations("dayChange");
  const by = (name: string, at: Date) => t.rich("by", { name, at: () => <Instant at={at} /> });
  const decided: readonly SummaryItem[] =
    change.decidedAt === null || change.decidedByName === null
      ? []
      : [
          { key: "decided", label: t("decided"), value: by(change.decidedByName, change.decidedAt) },
          { key: "decision", label: t("decision"), value: change.decisionReason },
        ];
  return (
    <SummaryList
      title={t(`states.${change.state}`)}
      items={[
        { key: "state", label: t("state"), value: <strong>{t(`states.${change.state}`)}</strong> },
        { key: "from", label: t("from"), value: <Day day={change.fromDay} /> },
        { key: "to", label: t("to"), value: <Day day={change.toDay} /> },
        { key: "reason", label: t("reason"), value: change.reason },
        { key: "asked", label: t("asked"), value: by(change.askedByName, change.askedAt) },
        ...decided,
      ]}
    />
  );
}
