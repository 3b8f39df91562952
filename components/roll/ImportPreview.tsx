import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice, WarningText } from "#components/ui/Notice.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import type { ReactNode } from "react";
import type { FormAction } from "#lib/platform/form-state.ts";
import type { ImportDetail } from "#lib/roll/import/queries.ts";
import type { ImportPreview as Preview } from "#lib/roll/import/summary.ts";
import { findingWords } from "#lib/roll/import/words.ts";

const FINDINGS_PAGE = 100;
const notListed = ["minor", "awayNotStated", "deprived", "dead", "movedOut", "duplicate"] as const;
const figureOf = { minor: "minor", awayNotStated: "notStated", deprived: "deprived", dead: "dead", movedOut: "movedOut", duplicate: "duplicate" } as const;

type ImportPreviewProps = {
  readonly electionId: string;
  readonly electionDay: string;
  readonly detail: ImportDetail;
  readonly preview: Preview;
  readonly page: number;
  readonly nav: ReactNode;
  readonly confirm: FormAction;
  readonly discard: FormAction;
};

/** An uploaded register before it is taken over: counts, by group, every finding, and the two ways on. */
export async function ImportPreview({ electionId, electionDay, detail, preview, page, nav, confirm, discard }: ImportPreviewProps) {
  const t = await getTranslations("roll");
  const { counts } = preview;
  const people = (count: number): string => t("figures.people", { count });
  const usable = counts.rows - counts.notListed.duplicate - preview.unusable;
  return (
    <>
      <Heading>{t("preview.title")}</Heading>
      <Lede>{t("preview.lede", { file: detail.fileName, sheet: preview.sheet, rows: counts.rows })}</Lede>
      {nav}
      <Heading level={2}>{t.rich("preview.counts", { day: () => <Day day={electionDay} /> })}</Heading>
      <SummaryList
        items={[
          { key: "eligible", label: t("preview.eligible"), value: people(counts.eligible.total) },
          { key: "men", label: t("figures.men"), value: people(counts.eligible.men) },
          { key: "women", label: t("figures.women"), value: people(counts.eligible.women) },
          ...notListed.filter((kind) => counts.notListed[kind] > 0).map((kind) => ({ key: kind, label: t(`figures.${figureOf[kind]}`), value: people(counts.notListed[kind]) })),
        ]}
      />
      <GroupList byGroup={counts.eligible.byGroup} />
      <FindingsSummary electionId={electionId} importId={detail.id} preview={preview} />
      {preview.unusable > 0 ? <WarningText>{t("preview.unusable", { count: preview.unusable })}</WarningText> : null}
      <Heading level={2}>{t("preview.confirmTitle")}</Heading>
      <CommandForm action={confirm} hidden={{ importId: detail.id }} submitLabel={t("preview.confirm", { count: usable })} pendingLabel={t("preview.confirming", { count: usable })} formId="confirm" />
      <CommandForm action={discard} hidden={{ importId: detail.id }} submitLabel={t("preview.discard")} pendingLabel={t("preview.discarding")} look="secondary" formId="discard" />
      <FindingsTable electionId={electionId} importId={detail.id} preview={preview} page={page} />
    </>
  );
}

async function GroupList({ byGroup }: { readonly byGroup: Readonly<Record<string, number>> }) {
  const t = await getTranslations("roll.groups");
  const people = await getTranslations("roll.figures");
  const rows = Object.entries(byGroup);
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={([group]) => group}
      narrow="scroll"
      columns={[
        { key: "group", head: t("group"), rowHeader: true, cell: ([group]) => (/^\d+$/u.test(group) ? t("name", { number: group }) : group === "?" ? t("none") : group) },
        { key: "listed", head: t("listed"), numeric: true, cell: ([, count]) => people("people", { count }) },
      ]}
    />
  );
}

type FindingsProps = { readonly electionId: string; readonly importId: string; readonly preview: Preview };

const isMended = ({ kind }: Preview["findings"][number]): boolean => kind.startsWith("repairable:");

/** How many places were mended and how many need a person, with the file to hand back. */
async function FindingsSummary({ electionId, importId, preview }: FindingsProps) {
  const t = await getTranslations("roll.preview");
  const mended = preview.findings.filter(isMended).length;
  const todo = preview.findings.length - mended;
  if (preview.findings.length === 0) return <Notice title={t("none")} state="done" />;
  const mendedWords = mended > 0 ? <p>{t("mendedExplain", { count: mended })}</p> : null;
  if (todo === 0) {
    return (
      <Notice title={t("mended")} state="done">
        {mendedWords}
      </Notice>
    );
  }
  return (
    <Notice title={t("todo")} state="due">
      <p>{t("todoExplain", { count: todo })}</p>
      {mendedWords}
      <ButtonRow>
        <ButtonLink href={`/api/roll/${electionId}/imports/${importId}/faulty`} look="secondary" download>
          {t("download")}
        </ButtonLink>
      </ButtonRow>
    </Notice>
  );
}

/** Every finding with its row, what to do first; mended places come last. */
async function FindingsTable({ electionId, importId, preview, page }: FindingsProps & { readonly page: number }) {
  const t = await getTranslations("roll");
  if (preview.findings.length === 0) return null;
  const pages = Math.max(1, Math.ceil(preview.findings.length / FINDINGS_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const ordered = [...preview.findings.filter((one) => !isMended(one)), ...preview.findings.filter(isMended)];
  return (
    <>
      <DataTable
        caption={t("preview.findings")}
        rows={ordered.slice((at - 1) * FINDINGS_PAGE, at * FINDINGS_PAGE)}
        rowKey={(row, index) => `${row.row}-${row.kind}-${index}`}
        columns={[
          { key: "row", head: t("preview.row"), numeric: true, rowHeader: true, cell: (row) => row.row },
          { key: "name", head: t("preview.name"), cell: (row) => <PersonName name={row.name} /> },
          { key: "kind", head: t("preview.kind"), cell: (row) => t(`faultNames.${row.kind}`) },
          { key: "what", head: t("preview.what"), cell: (row) => findingWords((key, values) => t(key, values), row) },
        ]}
      />
      <Pagination page={at} pages={pages} hrefOf={(next) => `/desk/${electionId}/roll/import/${importId}?page=${next}`} />
    </>
  );
}
