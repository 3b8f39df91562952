import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Num } from "#components/ui/DeadlineWords.tsx";
import { Tag, type TagState } from "#components/ui/Tag.tsx";
import type { GuardView, ItemState } from "#lib/election/guards/view.ts";

type Row = GuardView["sides"][number] & { readonly phase: GuardView["phase"] };

/** The worst that stands at one side of a guard, in a word. */
function stateOf({ counts, items }: Row): { readonly tag: TagState; readonly state: Extract<ItemState, "stop" | "warning" | "inOrder"> | "nothing" } {
  if (items.length === 0) return { tag: "plain", state: "nothing" };
  if (counts.stop > 0) return { tag: "late", state: "stop" };
  return counts.warning > 0 ? { tag: "due", state: "warning" } : { tag: "done", state: "inOrder" };
}

/** The five phases, entry and exit: how many checks stop, how many ask for a reason, how many are in order. */
export function GuardTable({ electionId, guards }: { readonly electionId: string; readonly guards: readonly GuardView[] }) {
  const t = useTranslations("guards");
  const rows = guards.flatMap((guard) => guard.sides.map((side): Row => ({ ...side, phase: guard.phase })));
  return (
    <DataTable
      caption={t("table")}
      rows={rows}
      rowKey={(row) => `${row.phase}-${row.side}`}
      columns={[
        {
          key: "guard", head: t("head.guard"), rowHeader: true,
          cell: (row) => (
            <Link href={`/desk/${electionId}/guards/${row.phase}#${row.side}`} prefetch={false}>
              {t("sideOf", { phase: t(`phases.${row.phase}`), side: t(`sides.${row.side}`) })}
            </Link>
          ),
        },
        { key: "state", head: t("head.state"), cell: (row) => <Tag state={stateOf(row).tag}>{t(`worst.${stateOf(row).state}`)}</Tag> },
        { key: "stop", head: t("states.stop"), numeric: true, cell: (row) => <Num value={row.counts.stop} /> },
        { key: "warning", head: t("states.warning"), numeric: true, cell: (row) => <Num value={row.counts.warning} /> },
        { key: "accepted", head: t("states.accepted"), numeric: true, cell: (row) => <Num value={row.counts.accepted} /> },
        { key: "inOrder", head: t("states.inOrder"), numeric: true, cell: (row) => <Num value={row.counts.inOrder + row.counts.note} /> },
      ]}
    />
  );
}
