import "./houses.css";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import { SETTLEMENTS } from "#lib/roll/houses/inputs.ts";
import type { HouseReportRow } from "#lib/roll/houses/queries.ts";

/** Where a household lies, in words. */
function usePlace() {
  const t = useTranslations("houses.reports");
  const roll = useTranslations("roll.groups");
  return ({ groupNumber, householdNumber }: HouseReportRow): string => {
    const group = groupNumber === 0 ? roll("none") : roll("name", { number: groupNumber });
    return householdNumber === null ? group : t("place", { group, number: householdNumber });
  };
}

/** Whom a report speaks of: the person, or how many people on no register. */
function useSubject() {
  const t = useTranslations("houses.reports");
  return (report: HouseReportRow): string => (report.entry === null ? t("newcomers", { count: report.people }) : report.entry.name);
}

type CardProps = { readonly electionId: string; readonly report: HouseReportRow; readonly action: FormAction };

/** One open report, with how to check it and the two ways to settle it. */
export function ReportCard({ electionId, report, action }: CardProps) {
  const t = useTranslations("houses.reports");
  const place = usePlace();
  const subject = useSubject();
  const add = `/desk/${electionId}/roll/add?group=${report.groupNumber}${report.householdNumber === null ? "" : `&household=${encodeURIComponent(report.householdNumber)}`}`;
  return (
    <section className="house-report">
      <Heading level={2}>{t("card", { who: subject(report), kind: t(`kind.${report.kind}`) })}</Heading>
      <p>
        {t.rich("heard", { place: place(report), name: report.byName, day: () => <Day day={report.day} /> })}
      </p>
      <p>
        {t(`check.${report.kind}`)}{" "}
        <Link href={report.entry === null ? add : `/desk/${electionId}/roll/list/${report.entry.id}`} prefetch={false}>
          {report.entry === null ? t("add") : t("open", { name: report.entry.name })}
        </Link>
      </p>
      <CommandForm action={action} hidden={{ reportId: report.id, version: String(report.version) }} formId={`r-${report.id}`} submitLabel={t("save")} submitContext={subject(report)} look="secondary">
        <RadioField name="settlement" label={t("settlement")} defaultValue="" choices={SETTLEMENTS.map((one) => ({ value: one, label: t(`settlements.${report.kind}.${one}`) }))} />
        <TextField name="note" label={t("note")} hint={t(`noteHint.${report.kind}`)} />
      </CommandForm>
    </section>
  );
}

/** What was settled, by whom and with what reason. */
export function SettledReports({ electionId, reports }: { readonly electionId: string; readonly reports: readonly HouseReportRow[] }) {
  const t = useTranslations("houses.reports");
  const place = usePlace();
  const subject = useSubject();
  if (reports.length === 0) return null;
  return (
    <DataTable
      caption={t("settledTable")}
      rows={reports}
      rowKey={(report) => report.id}
      columns={[
        { key: "who", head: t("who"), rowHeader: true, cell: (report) => (report.entry === null ? subject(report) : <Link href={`/desk/${electionId}/roll/list/${report.entry.id}`} prefetch={false}>{report.entry.name}</Link>) },
        { key: "kind", head: t("what"), cell: (report) => t(`kind.${report.kind}`) },
        { key: "place", head: t("where"), cell: place },
        { key: "state", head: t("settlement"), cell: (report) => (report.state === "open" ? null : t(`settlements.${report.kind}.${report.state}`)) },
        { key: "note", head: t("note"), cell: (report) => report.note },
        { key: "by", head: t("by"), cell: (report) => report.settledBy },
      ]}
    />
  );
}
