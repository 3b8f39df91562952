import { useTranslations } from "next-intl";
import Link from "next/link";
import "./cards.css";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Tag, type TagState } from "#components/ui/Tag.tsx";
import { lackingNotices, nextNotice, noticePath, type NoticeState, type NoticeStateName } from "#lib/notice/overview.ts";

type SetProps = {
  readonly states: readonly NoticeState[];
  /** The desk's address. */
  readonly base: string;
  readonly today: string;
  /** Whether the reader may issue it. */
  readonly may: (one: NoticeState) => boolean;
};

const tagOf: Readonly<Record<NoticeStateName, TagState>> = { issued: "done", due: "due", late: "late", notYet: "plain", notNeeded: "plain", optional: "plain" };

/** What to do first: the late and due notices counted, and the next one with the way to it. */
export function NextNotice({ states, base, today, may }: SetProps) {
  const t = useTranslations("noticeSet");
  const lacking = lackingNotices(states);
  const next = nextNotice(states);
  if (next === null) return <Notice title={t("next.nothing")} state="done" />;
  const late = lacking.filter((one) => one.state === "late").length;
  const name = t("next.name", { number: next.kind.number ?? "", title: next.kind.title });
  return (
    <Notice title={lacking.length === 0 ? t("next.calm") : t("next.lacking", { late, due: lacking.length - late })} state={late > 0 ? "late" : lacking.length > 0 ? "due" : "now"}>
      <p>
        {t("next.next", { name })}
        {next.due === null ? null : <> · {t("next.by")} <Day day={next.due.until} style="short" /> <DeadlineWords day={next.due.until} today={today} /></>}
      </p>
      {may(next) ? (
        <ButtonRow>
          <ButtonLink href={`${base}/${noticePath(next.kind.code)}`}>{t("next.go")}</ButtonLink>
        </ButtonRow>
      ) : (
        <p>{t(`issuedBy.${next.kind.issuer}`)}</p>
      )}
    </Notice>
  );
}

/** All notices of the set in the order of their numbers: title, usual day, state in words, and the way to draft or read it. */
export function NoticeSetTable({ states, base, today, may }: SetProps) {
  const t = useTranslations("noticeSet");
  return (
    <DataTable
      caption={t("caption")}
      rows={states}
      rowKey={({ kind }) => kind.code}
      columns={[
        { key: "title", head: t("notice"), rowHeader: true, cell: (one) => <TitleCell one={one} base={base} /> },
        { key: "due", head: t("due"), cell: (one) => <DueCell one={one} today={today} /> },
        { key: "state", head: t("state"), cell: (one) => <StateCell one={one} /> },
        { key: "next", head: t("toDo"), cell: (one) => (one.state === "notNeeded" || (one.state === "issued" && one.issued.at(-1)?.postings !== 0) ? null : <ToDoCell one={one} base={base} may={may(one)} />) },
      ]}
    />
  );
}

function TitleCell({ one, base }: { readonly one: NoticeState; readonly base: string }) {
  const t = useTranslations("noticeSet");
  const newest = one.issued.at(-1);
  return (
    <>
      <span className="notice-set-number">{t("issuedLine", { number: one.kind.number ?? "" })}</span>{" "}
      {newest === undefined ? one.kind.title : <Link href={`${base}/notices/${newest.id}`} prefetch={false}>{one.kind.title}</Link>}
    </>
  );
}

function DueCell({ one, today }: { readonly one: NoticeState; readonly today: string }) {
  const t = useTranslations("noticeSet");
  if (one.due === null) return <>{t("onEvent")}</>;
  const { from, until } = one.due;
  const open = one.state === "due" || one.state === "late" || one.state === "notYet";
  return (
    <>
      {from === until ? null : <><Day day={from} style="short" />{t("to")}</>}
      <Day day={until} style="short" />
      {open ? <> <DeadlineWords day={until} today={today} /></> : null}
    </>
  );
}

function StateCell({ one }: { readonly one: NoticeState }) {
  const t = useTranslations("noticeSet");
  const { kind, state, issued, drafted } = one;
  return (
    <>
      <Tag state={tagOf[state]}>{t(`states.${state}`)}</Tag>
      {drafted ? <> <Tag state="now">{t("states.drafted")}</Tag></> : null}
      {state === "notNeeded" || state === "optional" ? <p className="muted">{t(`why.${kind.needed}`)}</p> : null}
      {issued.map((notice) => (
        <p key={notice.id} className="muted">
          {t("issuedLine", { number: notice.number })} <Day day={notice.issuedOn} style="date" /> · {t("posted", { count: notice.postings })}
        </p>
      ))}
    </>
  );
}

function ToDoCell({ one, base, may }: { readonly one: NoticeState; readonly base: string; readonly may: boolean }) {
  const t = useTranslations("noticeSet");
  const newest = one.issued.at(-1);
  if (one.state === "issued" && newest !== undefined) {
    return <Link href={`${base}/notices/${newest.id}`} prefetch={false}>{t("post")}<span className="sr-only">{one.kind.title}</span></Link>;
  }
  if (!may) return <span className="muted">{t(`by.${one.kind.issuer}`)}</span>;
  return <Link href={`${base}/${noticePath(one.kind.code)}`} prefetch={false}>{one.drafted ? t("goOn") : t("draftIt")}<span className="sr-only">{one.kind.title}</span></Link>;
}
