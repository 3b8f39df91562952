import { useTranslations } from "next-intl";
import Link from "next/link";
import { DataTable, type Column } from "#components/ui/DataTable.tsx";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import type { Day as CivilDay } from "#lib/calendar/day.ts";
import { TODAY_PARTS, type TodayPart, type TodayStep } from "#lib/plan/today.ts";
import { StepBasis, useStepNames } from "./StepWords.tsx";
import "./plan.css";

type TodayTableProps = {
  readonly steps: readonly TodayStep[];
  readonly today: CivilDay;
  readonly parts?: readonly TodayPart[];
  /** Address of a village's page; null on the village's own list. */
  readonly villageHref: ((step: TodayStep) => string) | null;
  /** Where a step is done; null where the reader only watches. */
  readonly hrefOf: ((step: TodayStep) => string | null) | null;
};

/** What is late, due, blocked and possible today, in this order: who does it, until when, why, and where. */
export function TodayTables({ steps, today, parts = TODAY_PARTS, villageHref, hrefOf }: TodayTableProps) {
  const t = useTranslations("plan");
  const names = useStepNames();
  const columns: readonly Column<TodayStep>[] = [
    ...(villageHref === null ? [] : [{ key: "village", head: t("todayPage.village"), rowHeader: true, className: "whitespace-nowrap", cell: (row: TodayStep) => <Link href={villageHref(row)} prefetch={false}>{row.plan.facts.village}</Link> }]),
    { key: "what", head: t("todayPage.what"), rowHeader: villageHref === null, cell: (row) => <StepLink row={row} href={hrefOf?.(row) ?? null} /> },
    { key: "who", head: t("todayPage.who"), cell: ({ step }) => t(`roles.${step.planned.role}`) },
    {
      key: "until", head: t("todayPage.until"),
      cell: ({ step: { planned } }) => (
        <>
          {t.rich(planned.statutory ? "latest" : "latestCustom", { day: () => <Day day={planned.latest} style="short" /> })}
          <span className="plan-small"><DeadlineWords day={planned.latest} today={today} /></span>
        </>
      ),
    },
    {
      key: "why", head: t("todayPage.why"),
      cell: ({ step: { planned, standing } }) => (
        <>
          {standing.state === "late" ? <span>{t("todayPage.lateBy", { days: -standing.daysLeft })}</span> : null}
          {standing.blockedBy.length === 0 ? null : <span className="plan-small">{t("todayPage.waiting", { steps: names(standing.blockedBy) })}</span>}
          <StepBasis planned={planned} />
        </>
      ),
    },
  ];
  return (
    <>
      {parts.map((part) => {
        const rows = steps.filter((step) => step.part === part);
        if (rows.length === 0) return null;
        return (
          <section key={part}>
            <Heading level={2}>{t(`todayPage.${part}`)}</Heading>
            <DataTable caption={t(`todayPage.${part}`)} captionHidden rows={rows} rowKey={({ plan, step }) => `${plan.facts.electionId}-${step.planned.step}`} columns={columns} />
          </section>
        );
      })}
    </>
  );
}

function StepLink({ row, href }: { readonly row: TodayStep; readonly href: string | null }) {
  const t = useTranslations("plan");
  const words = t(`steps.${row.step.planned.step}`);
  return href === null ? <>{words}</> : <Link href={href} prefetch={false}>{words}</Link>;
}
