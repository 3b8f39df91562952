import { useLocale, useTranslations } from "next-intl";
import { citationWords } from "#lib/i18n/citation.ts";
import { valueWords } from "#lib/i18n/law-words.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import type { Citation } from "#lib/law/finding.ts";
import type { Difference, Side } from "#lib/law/pack-versions.ts";
import type { LawKey } from "#lib/law/parameters.ts";
import { DataTable } from "../ui/DataTable.tsx";

/** The name of a parameter. */
export function ParameterName({ name }: { readonly name: LawKey }) {
  const t = useTranslations("facts.parameter");
  return t(name);
}

/** A value in words. */
export function ParameterValue({ name, value }: { readonly name: LawKey; readonly value: unknown }) {
  return valueWords(useTranslations("law"), name, value);
}

/** Text, article and, in words, how sure the project is of it. */
export function SourceWords({ citation }: { readonly citation: Citation }) {
  const t = useTranslations("common.finding");
  const locale = localeOf(useLocale());
  return (
    <>
      {citationWords(citation, locale)}
      {citation.confidence === "seen" ? null : <span className="citation-mark">{t(`confidence.${citation.confidence}`)}</span>}
    </>
  );
}

/** What one side says of a parameter: its value and where that stands. */
export function SideWords({ name, side }: { readonly name: LawKey; readonly side: Side }) {
  const t = useTranslations("law");
  if (side === null) return <span className="muted">{t("says.nothing")}</span>;
  return (
    <>
      <ParameterValue name={name} value={side.value} />
      <br />
      <small className="muted">
        <SourceWords citation={side.citation} />
      </small>
    </>
  );
}

type DifferenceTableProps = {
  readonly caption: string;
  readonly beforeHead: string;
  readonly afterHead: string;
  readonly rows: readonly Difference[];
  /** Parameters that were acted upon already and so cannot change. */
  readonly fixed?: ReadonlySet<LawKey>;
};

/** What changes, parameter by parameter. */
export function DifferenceTable({ caption, beforeHead, afterHead, rows, fixed }: DifferenceTableProps) {
  const t = useTranslations("law");
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.key}
      empty={t("noDifference")}
      columns={[
        { key: "parameter", head: t("head.parameter"), rowHeader: true, cell: (row) => <ParameterName name={row.key} /> },
        { key: "before", head: beforeHead, cell: (row) => <SideWords name={row.key} side={row.before} /> },
        { key: "after", head: afterHead, cell: (row) => <SideWords name={row.key} side={row.after} /> },
        ...(fixed === undefined ? [] : [{ key: "fixed", head: t("head.fixed"), cell: (row: Difference) => (fixed.has(row.key) ? <strong>{t("fixed")}</strong> : t("free")) }]),
      ]}
    />
  );
}
