import { getTranslations } from "next-intl/server";
import Link from "next/link";
import type { ReactNode } from "react";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { InsetText, Notice } from "#components/ui/Notice.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import type { Reader } from "#lib/database/client.ts";
import type { FormAction } from "#lib/platform/form-state.ts";
import { COMPARED, type Comparison } from "#lib/roll/import/comparison.ts";
import { faultNamed, type ImportDetail } from "#lib/roll/import/queries.ts";
import type { ImportPreview as Preview } from "#lib/roll/import/summary.ts";
import { IMPORT_EXTENTS, type ImportExtent } from "#lib/roll/inputs.ts";
import { ComparisonList, ComparisonSummary } from "./ImportComparison.tsx";
import { LeftOut } from "./LeftOut.tsx";
import { FindingKinds, FindingsSummary, FindingsTable } from "./ImportFindings.tsx";

const notListed = ["minor", "awayNotStated", "deprived", "dead", "movedOut", "duplicate"] as const;
const figureOf = { minor: "minor", awayNotStated: "notStated", deprived: "deprived", dead: "dead", movedOut: "movedOut", duplicate: "duplicate" } as const;

export type PreviewActions = { readonly confirm: FormAction; readonly discard: FormAction; readonly choose: FormAction };

type ImportPreviewProps = {
  readonly db: Reader;
  readonly electionId: string;
  readonly electionDay: string;
  readonly detail: ImportDetail;
  readonly preview: Preview;
  /** Null for the first register of a roll. */
  readonly comparison: Comparison | null;
  /** What of the address chooses the list below. */
  readonly search: { readonly show: unknown; readonly extent: unknown; readonly page: number };
  readonly nav: ReactNode;
  readonly actions: PreviewActions;
};

/** How much of the village a file tells of, unless somebody says otherwise: groups that it has nobody of were left out on purpose. */
function extentOf(detail: ImportDetail, comparison: Comparison | null, asked: unknown): ImportExtent {
  if (detail.part || comparison === null) return detail.part ? "part" : "whole";
  return IMPORT_EXTENTS.find((one) => one === asked) ?? (comparison.gone.groups < comparison.gone.whole ? "groups" : "whole");
}

/** An uploaded register before it is taken over: what it does to the roll, counts, every finding, and the two ways on. */
export async function ImportPreview({ db, electionId, electionDay, detail, preview, comparison, search, nav, actions }: ImportPreviewProps) {
  const t = await getTranslations("roll");
  const own = await getTranslations("rollImport.preview");
  const base = `/desk/${electionId}/roll/import/${detail.id}`;
  const extent = extentOf(detail, comparison, search.extent);
  const usable = preview.counts.rows - preview.counts.notListed.duplicate - preview.unusable;
  return (
    <>
      <Heading>{t("preview.title")}</Heading>
      <Lede>{own("lede", { file: detail.fileName, sheet: preview.sheet, rows: preview.counts.rows })}</Lede>
      {nav}
      {preview.by === "memory" ? <Notice title={own("asLastTime")} state="done"><p>{own("asLastTimeExplain")}</p></Notice> : null}
      <LeftOut leftOut={preview.leftOut} done={false} />
      {detail.part ? <InsetText>{own("partExplain")}</InsetText> : null}
      <FindingsSummary electionId={electionId} importId={detail.id} preview={preview} />
      {comparison === null ? null : <ComparisonSummary comparison={comparison} extent={extent} base={base} />}
      <Heading level={2}>{t.rich("preview.counts", { day: () => <Day day={electionDay} /> })}</Heading>
      <Figures preview={preview} />
      <Heading level={2}>{t("preview.confirmTitle")}</Heading>
      <CommandForm action={actions.confirm} hidden={detail.part ? { importId: detail.id, extent } : { importId: detail.id }} submitLabel={t("preview.confirm", { count: usable })} pendingLabel={t("preview.confirming", { count: usable })} formId="confirm">
        {comparison === null || detail.part ? null : <ExtentChoice comparison={comparison} extent={extent} />}
      </CommandForm>
      <CommandForm action={actions.discard} hidden={{ importId: detail.id }} submitLabel={t("preview.discard")} pendingLabel={t("preview.discarding")} look="secondary" formId="discard" />
      <p><Link href={`${base}?columns=1`} prefetch={false}>{own("columns")}</Link></p>
      <FindingKinds preview={preview} base={base} />
      <Below db={db} electionId={electionId} detail={detail} extent={extent} search={search} base={base} choose={actions.choose} />
    </>
  );
}

type BelowProps = Pick<ImportPreviewProps, "db" | "electionId" | "detail" | "search"> & { readonly extent: ImportExtent; readonly base: string; readonly choose: FormAction };

/** The list that the address asks for; the rows that need a person unless told otherwise. */
function Below({ db, electionId, detail, extent, search, base, choose }: BelowProps) {
  const compared = COMPARED.find((one) => one === search.show);
  if (compared !== undefined) return <ComparisonList db={db} electionId={electionId} importId={detail.id} extent={extent} kind={compared} page={search.page} base={base} choose={choose} />;
  return <FindingsTable db={db} base={base} detail={detail} kind={faultNamed(search.show)} page={search.page} />;
}

/** Asks how much of the village the file tells of; says for each answer who would be asked about as gone. */
async function ExtentChoice({ comparison, extent }: { readonly comparison: Comparison; readonly extent: ImportExtent }) {
  const t = await getTranslations("rollImport.extent");
  const offered = IMPORT_EXTENTS.filter((one) => one !== "groups" || comparison.gone.groups !== comparison.gone.whole);
  return <RadioField name="extent" label={t("label")} defaultValue={extent} choices={offered.map((one) => ({ value: one, label: t(`${one}.label`), hint: t(`${one}.hint`, { gone: comparison.gone[one] }) }))} />;
}

async function Figures({ preview: { counts } }: { readonly preview: Preview }) {
  const t = await getTranslations("roll");
  const people = (count: number): string => t("figures.people", { count });
  return (
    <>
      <SummaryList
        items={[
          { key: "eligible", label: t("preview.eligible"), value: people(counts.eligible.total) },
          { key: "men", label: t("figures.men"), value: people(counts.eligible.men) },
          { key: "women", label: t("figures.women"), value: people(counts.eligible.women) },
          ...notListed.filter((kind) => counts.notListed[kind] > 0).map((kind) => ({ key: kind, label: t(`figures.${figureOf[kind]}`), value: people(counts.notListed[kind]) })),
        ]}
      />
      <DataTable
        caption={t("groups.title")}
        rows={Object.entries(counts.eligible.byGroup)}
        rowKey={([group]) => group}
        narrow="scroll"
        columns={[
          { key: "group", head: t("groups.group"), rowHeader: true, cell: ([group]) => (/^\d+$/u.test(group) ? t("groups.name", { number: group }) : group === "?" ? t("groups.none") : group) },
          { key: "listed", head: t("groups.listed"), numeric: true, cell: ([, count]) => people(count) },
        ]}
      />
    </>
  );
}
