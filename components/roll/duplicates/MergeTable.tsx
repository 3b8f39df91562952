import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Instant } from "#components/ui/DeadlineWords.tsx";
import { Details } from "#components/ui/Details.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Tag } from "#components/ui/Tag.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import type { MergeRow } from "#lib/roll/duplicates/merge-queries.ts";

/** What was merged, by whom and why, with the way back until the list is posted. */
export async function MergeTable({ electionId, merges, action }: { readonly electionId: string; readonly merges: readonly MergeRow[]; readonly action: FormAction }) {
  const t = await getTranslations("duplicates.merges");
  const f = await getTranslations("fields");
  return (
    <section>
      <Heading level={2}>{t("title")}</Heading>
      <p>{t("lede")}</p>
      <DataTable
        caption={t("title")}
        captionHidden
        rows={merges}
        rowKey={(merge) => merge.id}
        columns={[
          { key: "kept", head: t("head.kept"), rowHeader: true, cell: (merge) => <Link href={`/desk/${electionId}/roll/list/${merge.keptId}`} prefetch={false}>{merge.name}</Link> },
          { key: "gone", head: t("head.gone"), cell: (merge) => merge.goneName },
          { key: "by", head: t("head.by"), cell: (merge) => <>{merge.byName} <Instant at={merge.at} /></> },
          { key: "reason", head: f("reason"), cell: (merge) => merge.reason },
          {
            key: "undo", head: t("head.undo"),
            cell: (merge) =>
              merge.undoable ? (
                <Details summary={t("undo")}>
                  <CommandForm action={action} hidden={{ mergeId: merge.id }} formId={`undo-${merge.id}`} submitLabel={t("undo")} submitContext={merge.name} look="warning" small>
                    <TextField name="reason" label={f("reason")} />
                  </CommandForm>
                </Details>
              ) : (
                <Tag state="plain">{t(merge.undoneAt === null ? "posted" : "undone")}</Tag>
              ),
          },
        ]}
      />
    </section>
  );
}
