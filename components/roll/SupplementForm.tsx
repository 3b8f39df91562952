import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import type { PendingChange } from "#lib/roll/publish/commands.ts";

/** Changes decided since the list was posted, and the button that announces them together. */
export async function SupplementForm({ electionId, changes, action }: { readonly electionId: string; readonly changes: readonly PendingChange[]; readonly action: FormAction }) {
  const t = await getTranslations("roll.published");
  return (
    <section>
      <Heading level={2}>{t("changes")}</Heading>
      <DataTable
        caption={t("changes")}
        captionHidden
        rows={changes}
        rowKey={(change) => change.id}
        empty={t("noChanges")}
        columns={[
          { key: "who", head: t("who"), rowHeader: true, cell: (change) => <PersonName name={change.entry.name} /> },
          { key: "kind", head: t("change"), cell: (change) => (change.kind === "correct" ? `${t("kinds.correct")}，${t("was", { name: change.detail.before.name })}` : t(`kinds.${change.kind}`)) },
          { key: "group", head: t("group"), numeric: true, cell: (change) => change.entry.groupNumber },
          { key: "reason", head: t("reason"), cell: (change) => change.reason },
        ]}
      />
      {changes.length === 0 ? (
        <p>{t("changesExplain")}</p>
      ) : (
        <>
          <p>{t("reasonsPrivate")}</p>
          <CommandForm action={action} hidden={{ electionId }} submitLabel={t("supplement")} pendingLabel={t("supplementing")} />
        </>
      )}
    </section>
  );
}
