import { getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DataTable, type Column } from "#components/ui/DataTable.tsx";
import { CitationLine } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { InsetText, Notice } from "#components/ui/Notice.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import { StaleNotice } from "./StaleNotice.tsx";

type HelpedHeadProps = {
  readonly title: string;
  readonly lede: string;
  /** What was just saved, in words; null when nothing was. */
  readonly saved: string | null;
  readonly citation: ComponentProps<typeof CitationLine>["citation"];
  /** The rule of this kind of help, in words. */
  readonly children: ReactNode;
} & ComponentProps<typeof StaleNotice>;

/** How a page about voters with help begins (委托投票, 流动票箱, 代写): the rule, and whether the list of names is posted as it stands. */
export function HelpedHead({ title, lede, saved, citation, children, ...posted }: HelpedHeadProps) {
  return (
    <>
      <Heading>{title}</Heading>
      <Lede>{lede}</Lede>
      {saved === null ? null : <Notice title={saved} state="done" announce />}
      <InsetText>
        {children}
        <CitationLine citation={citation} />
      </InsetText>
      <StaleNotice {...posted} />
    </>
  );
}

type HelpedTableProps<Row> = {
  readonly caption: string;
  readonly empty: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** How an entry is taken back; null once the voting has begun. */
  readonly withdraw: { readonly action: FormAction; readonly field: string; readonly what: (row: Row) => string } | null;
};

/** Who votes with help so far, each entry with its withdrawal. */
export async function HelpedTable<Row extends { readonly id: string }>({ caption, empty, rows, columns, withdraw }: HelpedTableProps<Row>) {
  const t = await getTranslations("ballot.proxies");
  const back = (row: Row): ReactNode =>
    withdraw === null ? null : <CommandForm action={withdraw.action} hidden={{ [withdraw.field]: row.id }} formId={`withdraw-${row.id}`} submitLabel={t("withdraw")} submitContext={withdraw.what(row)} look="secondary" small />;
  return <DataTable caption={caption} empty={empty} rows={rows} rowKey={(row) => row.id} columns={withdraw === null ? columns : [...columns, { key: "withdraw", head: t("withdrawHead"), cell: back }]} />;
}
