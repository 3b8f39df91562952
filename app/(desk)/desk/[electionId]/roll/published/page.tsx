import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { ListDifferences } from "#components/roll/ListDifferences.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day, Num } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { WarningText } from "#components/ui/Notice.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { may } from "#lib/access/permissions.ts";
import { formatDay } from "#lib/i18n/format.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { isDay, today as dayOf } from "#lib/calendar/day.ts";
import { pageOf } from "#lib/roll/list-search.ts";
import type { ListOfDay } from "#lib/roll/publish/as-of.ts";
import { NAME_ORDERS } from "#lib/roll/publish/name-order.ts";
import { listView, objectionsUntil, unannounced } from "#lib/roll/publish/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** The list in use now, or on a day asked for: version with supplements, what differs from the posting, its notices. */
export default guardedPage("roll.read", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("roll");
  const words = await getTranslations("rollList");
  const nav = <RollNav electionId={electionId} current="published" actor={actor} place={place} />;
  const today = dayOf(now);
  const asked = typeof search["day"] === "string" && isDay(search["day"]) ? search["day"] : today;
  const view = await listView(db, electionId, asked, pageOf(search["page"]));
  if (view === null) {
    return (
      <>
        <Heading>{t("published.title")}</Heading>
        {nav}
        <p>
          {t("publish.not")} {may(actor.grants, "roll.publish", place) ? <Link href={`/desk/${electionId}/roll/publish`}>{t("publish.check")}</Link> : t("publish.byChair")}
        </p>
      </>
    );
  }
  const { list, rows, page, pages, titles } = view;
  const until = await objectionsUntil(db, electionId, list.publishedOn);
  const pending = list.day < today ? 0 : (await unannounced(db, electionId)).length;
  const order = NAME_ORDERS.find((known) => known === list.nameOrder) ?? "household";
  return (
    <>
      <Heading>{t("published.title")}</Heading>
      <Lede>{words.rich("inUse", { day: () => <Day day={list.day} />, total: list.counts.total })}</Lede>
      {nav}
      <DayLinks electionId={electionId} list={list} today={today} />
      <p>{t.rich("published.objections", { day: () => <Day day={until} /> })}</p>
      {pending === 0 ? null : (
        <WarningText>
          {words("pending", { count: pending })} {may(actor.grants, "roll.publish", place) ? <Link href={`/desk/${electionId}/roll/publish`}>{t("published.supplement")}</Link> : null}
        </WarningText>
      )}
      <SummaryList
        items={[
          { key: "total", label: words("onList"), value: t("figures.people", { count: list.counts.total }) },
          { key: "sexes", label: t("publish.sexes"), value: t("publish.sexesValue", { men: list.counts.men, women: list.counts.women }) },
          { key: "order", label: words("orderNow"), value: words(`order.${order}`) },
          ...list.notices.map((notice) => ({
            key: notice.id, label: t("published.notices"),
            value: <Link href={`/desk/${electionId}/notices/${notice.id}`} prefetch={false}>{t("published.noticeNumber", { number: notice.number })} {titles.get(notice.id)}</Link>,
          })),
          { key: "hash", label: t("published.hash"), value: <span className="break-all">{list.sha256}</span> },
          ...(may(actor.grants, "roll.write", place) ? [{ key: "print", label: words("print"), value: <Link href={`/desk/${electionId}/roll/papers`}>{words("printLink")}</Link> }] : []),
        ]}
      />
      <ListDifferences differences={list.differences} />
      <DataTable
        caption={words("table", { day: formatDay(list.day, localeOf(await getLocale()), "date") })}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: "number", head: words("number"), numeric: true, cell: (row) => <Num value={row.number} /> },
          { key: "name", head: t("published.name"), rowHeader: true, cell: (row) => <PersonName name={row.name} /> },
          { key: "sex", head: t("published.sex"), cell: (row) => t(`sex.${row.sex}`) },
          { key: "group", head: t("published.group"), numeric: true, cell: (row) => (row.groupNumber === 0 ? t("groups.none") : row.groupNumber) },
          { key: "birthYear", head: t("published.birthYear"), numeric: true, cell: (row) => row.birthYear ?? "" },
        ]}
      />
      <Pagination page={page} pages={pages} hrefOf={(next) => `/desk/${electionId}/roll/published?day=${list.day}&page=${next}`} />
    </>
  );
});

/** The days on which the list became what it is, today and election day, each a link to the list in use then. */
async function DayLinks({ electionId, list, today }: { readonly electionId: string; readonly list: ListOfDay; readonly today: string }) {
  const t = await getTranslations("rollList");
  const [posting, ...supplements] = list.days;
  const named = [
    ...(posting === undefined ? [] : [{ day: posting, label: t("days.posting") }]), ...supplements.map((day) => ({ day, label: t("days.supplement") })),
    ...(list.days.includes(today) ? [] : [{ day: today, label: t("days.today") }]), ...(list.days.includes(list.electionDay) || today === list.electionDay ? [] : [{ day: list.electionDay, label: t("days.election") }]),
  ];
  return (
    <nav aria-label={t("daysLabel")}>
      <p>{t("daysLabel")}</p>
      <ul className="list-plain">
        {named.toSorted((first, second) => (first.day < second.day ? -1 : 1)).map(({ day, label }) => (
          <li key={day}>
            {day === list.day ? <strong aria-current="true">{label} <Day day={day} /></strong> : <Link href={`/desk/${electionId}/roll/published?day=${day}`} prefetch={false}>{label} <Day day={day} /></Link>}
          </li>
        ))}
      </ul>
    </nav>
  );
}
