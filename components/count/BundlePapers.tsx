import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Details } from "#components/ui/Details.tsx";
import { paperNumber, type PaperMarks } from "#lib/count/model.ts";
import type { BundlePage } from "#lib/count/queries.ts";
import { MarksWords } from "./MarksWords.tsx";

type PaperRow = { readonly paper: number; readonly first: PaperMarks | undefined; readonly second: PaperMarks | undefined; readonly settled: { readonly marks: PaperMarks; readonly reason: string; readonly by: string } | undefined };

/** Every paper of a settled bundle with what stands for it, so that one paper can be found again; earlier rounds below. */
export function BundlePapers({ page }: { readonly page: BundlePage }) {
  const t = useTranslations("count.papers");
  return (
    <>
      <Details summary={t("now")}>
        <Papers page={page} round={page.round} caption={t("now")} />
      </Details>
      {page.earlier.map((round, index) => (
        <Details key={index} summary={t("earlier", { round: index + 1 })}>
          <Papers page={page} round={round} caption={t("earlier", { round: index + 1 })} />
        </Details>
      ))}
    </>
  );
}

function Papers({ page, round, caption }: { readonly page: BundlePage; readonly round: BundlePage["round"]; readonly caption: string }) {
  const t = useTranslations("count.papers");
  const { form, words, bundle, names } = page;
  const rows: readonly PaperRow[] = Array.from({ length: bundle.size }, (_, place) => place + 1).map((paper) => ({
    paper, first: round.marks[1].get(paper), second: round.marks[2].get(paper), settled: round.settled.get(paper),
  }));
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => String(row.paper)}
      columns={[
        { key: "paper", head: t("number"), rowHeader: true, cell: (row) => paperNumber(bundle.number, row.paper) },
        { key: "first", head: t("first"), cell: (row) => <MarksWords form={form} marks={row.first} words={words} /> },
        { key: "second", head: t("second"), cell: (row) => (row.settled === undefined ? t("same") : <MarksWords form={form} marks={row.second} words={words} />) },
        {
          key: "settled", head: t("settled"),
          cell: (row) =>
            row.settled === undefined ? "—" : (
              <>
                <MarksWords form={form} marks={row.settled.marks} words={words} />
                <p>{t("settledBy", { name: names.get(row.settled.by) ?? "", reason: row.settled.reason })}</p>
              </>
            ),
        },
      ]}
    />
  );
}
