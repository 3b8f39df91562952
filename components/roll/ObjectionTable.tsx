import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import { Tag, type TagState } from "#components/ui/Tag.tsx";
import type { ObjectionLine } from "#lib/roll/objections/queries.ts";

/** Where an objection stands, as a word of `objections.states` and its look. */
export function objectionState(objection: ObjectionLine, today: string): { readonly word: "waiting" | "late" | "toCarryOut" | "toAnnounce" | "granted" | "refused" | "withdrawn"; readonly look: TagState } {
  if (objection.state === "open") return today > objection.decideUntil ? { word: "late", look: "late" } : { word: "waiting", look: "due" };
  if (objection.state === "withdrawn") return { word: "withdrawn", look: "done" };
  if (objection.state === "granted" && !objection.carriedOut) return { word: "toCarryOut", look: "due" };
  if (objection.noticeId === null) return { word: "toAnnounce", look: "due" };
  return { word: objection.state, look: "done" };
}

/** All objections of an election, each with what waits. */
export async function ObjectionTable({ electionId, objections, today }: { readonly electionId: string; readonly objections: readonly ObjectionLine[]; readonly today: string }) {
  const t = await getTranslations("objections");
  return (
    <DataTable
      caption={t("table", { count: objections.length })}
      rows={objections}
      rowKey={(objection) => objection.id}
      empty={t("none")}
      narrow="stack"
      columns={[
        { key: "number", head: t("number"), numeric: true, cell: (objection) => objection.number },
        { key: "subject", head: t("subject"), rowHeader: true, cell: (objection) => <Link href={`/desk/${electionId}/roll/objections/${objection.id}`} prefetch={false}><PersonName name={objection.subjectName} /></Link> },
        { key: "kind", head: t("asksHead"), cell: (objection) => t(`asks.${objection.kind}`) },
        { key: "received", head: t("received"), cell: (objection) => <Day day={objection.receivedOn} /> },
        {
          key: "state", head: t("state"),
          cell: (objection) => {
            const state = objectionState(objection, today);
            return (
              <>
                <Tag state={state.look}>{t(`states.${state.word}`)}</Tag>
                {objection.state === "open" ? <> <DeadlineWords day={objection.decideUntil} today={today} /></> : null}
              </>
            );
          },
        },
      ]}
    />
  );
}
