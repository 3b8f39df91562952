import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Num } from "#components/ui/DeadlineWords.tsx";
import { Notice, WarningText } from "#components/ui/Notice.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import { foundRows, type ImportDetail } from "#lib/roll/import/queries.ts";
import { isMended, type ImportPreview } from "#lib/roll/import/summary.ts";
import { findingWords } from "#lib/roll/import/words.ts";
import type { Reader } from "#lib/database/client.ts";
import { REGISTER_FAULTS, type RegisterFault } from "#lib/roll/model.ts";

type FindingsProps = { readonly electionId: string; readonly importId: string; readonly preview: ImportPreview };

/** How many rows need a person and how many places were mended, with the workbook to hand back. */
export async function FindingsSummary({ electionId, importId, preview }: FindingsProps) {
  const t = await getTranslations("rollImport.findings");
  const mended = REGISTER_FAULTS.filter(isMended).reduce((total, kind) => total + (preview.faults[kind] ?? 0), 0);
  const mendedWords = mended > 0 ? <p>{t("mended", { count: mended })}</p> : null;
  if (preview.faultyRows === 0) {
    return (
      <Notice title={t("nothingToDo")} state="done">
        {mendedWords}
      </Notice>
    );
  }
  return (
    <>
      <Notice title={t("todo", { count: preview.faultyRows })} state="due">
        <p>{t("todoExplain")}</p>
        {mendedWords}
        <ButtonRow>
          <ButtonLink href={`/api/roll/${electionId}/imports/${importId}/faulty`} look="secondary" download>
            {t("download")}
          </ButtonLink>
        </ButtonRow>
      </Notice>
      {preview.unusable > 0 ? <WarningText>{t("unusable", { count: preview.unusable })}</WarningText> : null}
    </>
  );
}

/** Kinds of findings with their numbers, each a way to its rows. */
export async function FindingKinds({ preview, base }: { readonly preview: ImportPreview; readonly base: string }) {
  const t = await getTranslations("rollImport.findings");
  const roll = await getTranslations("roll");
  const kinds = REGISTER_FAULTS.filter((kind) => (preview.faults[kind] ?? 0) > 0).toSorted((first, second) => Number(isMended(first)) - Number(isMended(second)));
  if (kinds.length === 0) return null;
  return (
    <DataTable
      caption={t("kinds")}
      rows={kinds}
      rowKey={(kind) => kind}
      narrow="scroll"
      columns={[
        { key: "kind", head: t("kind"), rowHeader: true, cell: (kind) => roll(`faultNames.${kind}`) },
        { key: "count", head: t("count"), numeric: true, cell: (kind) => <Num value={preview.faults[kind] ?? 0} /> },
        { key: "rows", head: t("rows"), cell: (kind) => <Link href={`${base}?show=${kind}#detail`} prefetch={false}>{t("see", { kind: roll(`faultNames.${kind}`) })}</Link> },
      ]}
    />
  );
}

type TableProps = { readonly db: Reader; readonly base: string; readonly detail: ImportDetail; readonly kind: RegisterFault | null; readonly page: number };

/** One page of the rows in which something was found: what it is and what to do. */
export async function FindingsTable({ db, base, detail, kind, page }: TableProps) {
  const t = await getTranslations("rollImport.findings");
  const roll = await getTranslations("roll");
  const found = await foundRows(db, detail.id, kind, page);
  if (found.rows.length === 0) return null;
  const title = kind === null ? t("title") : t("titleOf", { kind: roll(`faultNames.${kind}`) });
  return (
    <section id="detail">
      <DataTable
        caption={title}
        rows={found.rows}
        rowKey={(row) => `${row.sheet}-${row.row}`}
        columns={[
          { key: "row", head: t("row"), rowHeader: true, cell: (row) => (row.sheet === "" ? row.row : t("rowOf", { sheet: row.sheet, row: row.row })) },
          { key: "name", head: t("name"), cell: (row) => (row.name === "" ? t("noName") : <PersonName name={row.name} />) },
          { key: "what", head: t("what"), cell: (row) => <ul className="list-plain">{row.findings.map((finding) => <li key={finding.kind}>{findingWords((key, values) => roll(key, values), finding)}</li>)}</ul> },
        ]}
      />
      <Pagination page={found.page} pages={found.pages} hrefOf={(next) => `${base}?${kind === null ? "" : `show=${kind}&`}page=${next}#detail`} />
    </section>
  );
}
