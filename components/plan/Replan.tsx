import { useTranslations } from "next-intl";
import Link from "next/link";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { InsetText, Notice } from "#components/ui/Notice.tsx";
import { Tag, type TagState } from "#components/ui/Tag.tsx";
import { missedSteps } from "#lib/plan/day-rules.ts";
import type { DayChangeView } from "#lib/plan/day-queries.ts";
import "./plan.css";

type Effect = "effectMissed" | "effectDone" | "effectMoved" | "effectSame" | "effectLeftOut" | "effectReplaced";
const tags: Readonly<Record<Effect, TagState>> = { effectMissed: "late", effectDone: "done", effectMoved: "now", effectSame: "plain", effectLeftOut: "plain", effectReplaced: "now" };

/** What another election day would do: what speaks against it, every step's days before and after, notices that name the former day. */
export function Replan({ view, publicHref }: { readonly view: DayChangeView; readonly publicHref: (noticeId: string) => string }) {
  const t = useTranslations("dayChange");
  const plan = useTranslations("plan");
  const { move, findings, naming } = view;
  if (move === null) return null;
  const standing = findings.filter((one) => !one.ok);
  const missed = new Set(missedSteps(move.replanned, move.toDay).map(({ planned }) => planned.step));
  const rows = move.replanned.map((after, place) => ({ after, before: view.plan.steps[place] ?? after }));
  const effectOf = ({ after, before }: (typeof rows)[number]): Effect => {
    if (missed.has(after.planned.step)) return "effectMissed";
    if (after.standing.state === "leftOut") return "effectLeftOut";
    if (after.standing.state === "done") return after.planned.step === "dayNotice" ? "effectReplaced" : "effectDone";
    return after.planned.latest === before.planned.latest ? "effectSame" : "effectMoved";
  };
  return (
    <>
      {standing.length === 0 ? <Notice title={t("noFindings")} state="done" /> : <FindingList findings={standing} />}
      <InsetText>{t("stays")}</InsetText>
      {naming.length === 0 ? null : (
        <>
          <p>{t("naming")}</p>
          <ul>
            {naming.map((notice) => (
              <li key={notice.id}>
                <Link href={publicHref(notice.id)} prefetch={false}>
                  {plan("noticeNumber", { number: notice.number, title: notice.title })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <DataTable
        caption={t("replanCaption")}
        rows={rows}
        rowKey={({ after }) => after.planned.step}
        columns={[
          { key: "step", head: t("colStep"), rowHeader: true, cell: ({ after }) => plan(`steps.${after.planned.step}`) },
          { key: "before", head: t("colBefore"), cell: ({ before }) => <Day day={before.planned.latest} style="date" /> },
          { key: "after", head: t("colAfter"), cell: ({ after }) => <><Day day={after.planned.latest} style="date" />{after.planned.statutory ? <span className="plan-small">{plan("statutory")}</span> : null}</> },
          { key: "effect", head: t("colEffect"), cell: (row) => <Tag state={tags[effectOf(row)]}>{t(effectOf(row))}</Tag> },
        ]}
      />
    </>
  );
}
