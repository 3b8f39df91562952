import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { CheckboxGroup } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Num } from "#components/ui/DeadlineWords.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { InsetText } from "#components/ui/Notice.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import { Standing } from "#components/roll/Standing.tsx";
import type { Reader } from "#lib/database/client.ts";
import type { FormAction } from "#lib/platform/form-state.ts";
import { comparedRows, type Compared, type ComparedRow, type Comparison } from "#lib/roll/import/comparison.ts";
import type { ImportExtent } from "#lib/roll/inputs.ts";
import { FieldChanges } from "./FieldChanges.tsx";

type SummaryProps = { readonly comparison: Comparison; readonly extent: ImportExtent; readonly base: string };

/** What a confirmation would do to the roll, each kind with its number and the way to its people. */
export async function ComparisonSummary({ comparison, extent, base }: SummaryProps) {
  const t = await getTranslations("rollImport.comparison");
  const rows = [
    { kind: "added", people: comparison.added, show: "added" },
    { kind: "changed", people: comparison.changed, show: "changed" },
    { kind: "kept", people: comparison.kept, show: "kept" },
    { kind: "gone", people: comparison.gone[extent], show: "gone" },
    { kind: "same", people: comparison.same, show: null },
    { kind: "left", people: comparison.left, show: null },
  ] as const;
  return (
    <>
      <Heading level={2}>{t("title")}</Heading>
      <DataTable
        caption={t("caption")}
        rows={rows.filter(({ people, kind }) => people > 0 || kind === "added" || kind === "changed" || kind === "gone")}
        rowKey={({ kind }) => kind}
        columns={[
          { key: "kind", head: t("kind"), rowHeader: true, cell: ({ kind }) => t(`kinds.${kind}`) },
          { key: "people", head: t("people"), numeric: true, cell: ({ people }) => <Num value={people} /> },
          { key: "means", head: t("meansHead"), cell: ({ kind }) => t(`means.${kind}`) },
          { key: "see", head: t("see"), cell: ({ show, people, kind }) => (show === null || people === 0 ? null : <Link href={`${base}?show=${show}&extent=${extent}#detail`} prefetch={false}>{t("seeKind", { kind: t(`kinds.${kind}`) })}</Link>) },
        ]}
      />
      <Shifts shifts={comparison.shifts} gone={comparison.gone[extent]} />
    </>
  );
}

/** 四增四减: why people come to the list and leave it. */
async function Shifts({ shifts, gone }: { readonly shifts: Comparison["shifts"]; readonly gone: number }) {
  const t = await getTranslations("rollImport.comparison");
  if (shifts.length === 0) return null;
  return (
    <>
      <DataTable
        caption={t("shiftsTitle")}
        rows={shifts}
        rowKey={({ shift }) => shift}
        narrow="scroll"
        columns={[
          { key: "shift", head: t("shift"), rowHeader: true, cell: ({ shift }) => t(`shifts.${shift}`) },
          { key: "people", head: t("people"), numeric: true, cell: ({ people }) => <Num value={people} /> },
        ]}
      />
      <InsetText>{t("shiftsExplain", { gone })}</InsetText>
    </>
  );
}

type ListProps = {
  readonly db: Reader;
  readonly electionId: string;
  readonly importId: string;
  readonly extent: ImportExtent;
  readonly kind: Compared;
  readonly page: number;
  readonly base: string;
  readonly choose: FormAction;
};

/** One page of the people of one kind. For those kept as they are: the choice to take the register's content. */
export async function ComparisonList({ db, electionId, importId, extent, kind, page, base, choose }: ListProps) {
  const t = await getTranslations("rollImport.comparison");
  const { rows, ...place } = await comparedRows(db, { importId, extent }, kind, page);
  // An entry that was merged into another one has nothing to choose.
  const open = rows.filter(({ changes }) => changes.length > 0);
  return (
    <section id="detail">
      <PeopleTable rows={rows} kind={kind} electionId={electionId} />
      {kind === "kept" && open.length > 0 ? (
        <CommandForm action={choose} hidden={{ importId, shown: open.map((row) => row.place).join(" ") }} submitLabel={t("choose")} pendingLabel={t("choosing")} look="secondary" formId="kept">
          <CheckboxGroup name="take" label={t("take")} hint={t("takeHint")} optional choices={open.map((row) => ({ value: String(row.place), label: t("takeOne", { name: row.name, row: row.row ?? 0 }) }))} defaultValues={open.filter(({ take }) => take).map((row) => String(row.place))} />
        </CommandForm>
      ) : null}
      <Pagination page={place.page} pages={place.pages} hrefOf={(next) => `${base}?show=${kind}&extent=${extent}&page=${next}#detail`} />
    </section>
  );
}

async function PeopleTable({ rows, kind, electionId }: { readonly rows: readonly ComparedRow[]; readonly kind: Compared; readonly electionId: string }) {
  const t = await getTranslations("rollImport.comparison");
  const roll = await getTranslations("roll");
  const name = (row: ComparedRow) => (row.entryId === null ? <PersonName name={row.name} /> : <Link href={`/desk/${electionId}/roll/list/${row.entryId}`} prefetch={false}><PersonName name={row.name} /></Link>);
  return (
    <DataTable
      caption={t(`lists.${kind}`)}
      rows={rows}
      rowKey={(row) => row.entryId ?? String(row.place)}
      empty={t("nobody")}
      columns={[
        ...(kind === "gone" ? [] : [{ key: "row", head: t("row"), cell: (row: ComparedRow) => (row.sheet === "" ? row.row : t("rowOf", { sheet: row.sheet, row: row.row ?? 0 })) }]),
        { key: "name", head: t("name"), rowHeader: true, cell: name },
        { key: "born", head: t("born"), cell: (row) => <span className="num">{row.bornOn}</span> },
        { key: "group", head: t("group"), cell: (row) => (row.groupNumber === 0 ? roll("groups.none") : roll("groups.name", { number: row.groupNumber })) },
        kind === "changed" || kind === "kept"
          ? { key: "changes", head: t("changes"), cell: (row) => (row.changes.length === 0 ? t("merged") : <FieldChanges changes={row.changes} />) }
          : { key: "standing", head: t("standing"), cell: (row) => <Standing status={row.status} exclusion={row.exclusion} openFindings={[]} /> },
      ]}
    />
  );
}
