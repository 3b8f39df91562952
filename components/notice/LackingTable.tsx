import { useTranslations } from "next-intl";
import Link from "next/link";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import { Tag } from "#components/ui/Tag.tsx";
import { noticePath, type NoticeState } from "#lib/notice/overview.ts";

/** A village with what its set of notices lacks today. */
export type LackingRow = {
  readonly village: string;
  readonly electionId: string;
  readonly issued: number;
  /** Issued, but no posting is recorded. */
  readonly unposted: number;
  readonly lacking: readonly NoticeState[];
  readonly next: NoticeState | null;
};

/** Villages of a drive: notices out, not recorded as posted, late or due by number and title, and what comes next. */
export function LackingTable({ rows, today }: { readonly rows: readonly LackingRow[]; readonly today: string }) {
  const t = useTranslations("noticeSet.township");
  return (
    <DataTable
      caption={t("caption")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.electionId}
      empty={t("none")}
      columns={[
        { key: "village", head: t("village"), rowHeader: true, className: "whitespace-nowrap", cell: (row) => <Link href={`/desk/${row.electionId}/notices`} prefetch={false}>{row.village}</Link> },
        { key: "lacking", head: t("lacking"), cell: (row) => <Lacking lacking={row.lacking} /> },
        { key: "issued", head: t("issued"), numeric: true, cell: (row) => row.issued },
        { key: "unposted", head: t("unposted"), numeric: true, cell: (row) => row.unposted },
        { key: "next", head: t("next"), cell: (row) => <Next electionId={row.electionId} next={row.next} today={today} /> },
      ]}
    />
  );
}

function Lacking({ lacking }: { readonly lacking: readonly NoticeState[] }) {
  const t = useTranslations("noticeSet");
  if (lacking.length === 0) return <Tag state="done">{t("township.complete")}</Tag>;
  return (
    <ul className="list-plain">
      {lacking.map((one) => (
        <li key={one.kind.code}>
          <Tag state={one.state === "late" ? "late" : "due"}>{t(`states.${one.state}`)}</Tag> {t("next.name", { number: one.kind.number ?? "", title: one.kind.title })}
        </li>
      ))}
    </ul>
  );
}

/** What comes next; the township's own notice leads to its draft. */
function Next({ electionId, next, today }: { readonly electionId: string; readonly next: NoticeState | null; readonly today: string }) {
  const t = useTranslations("noticeSet");
  if (next === null) return <>{t("next.nothing")}</>;
  const name = t("next.name", { number: next.kind.number ?? "", title: next.kind.title });
  return (
    <>
      {next.kind.issuer === "townshipOffice" ? <Link href={`/desk/${electionId}/${noticePath(next.kind.code)}`} prefetch={false}>{name}</Link> : name}
      {next.due === null ? null : <> <Day day={next.due.until} style="date" /> <DeadlineWords day={next.due.until} today={today} /></>}
    </>
  );
}
