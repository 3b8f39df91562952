import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { ContactsForm } from "#components/roll/ContactsForm.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { RollSearch } from "#components/roll/RollSearch.tsx";
import { Standing } from "#components/roll/Standing.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import { may } from "#lib/access/permissions.ts";
import { today } from "#lib/calendar/day.ts";
import { filterOf, listHref } from "#lib/roll/list-search.ts";
import { openKinds, rollGroups, rollList, type RollListRow } from "#lib/roll/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { recordContactsAction } from "../actions.ts";

/** The roll with search and filters; a contact of one day with several people away is recorded right here. */
export default guardedPage("roll.read", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const filter = filterOf(search);
  const t = await getTranslations("roll");
  const { rows, total, page, pages } = await rollList(db, electionId, filter);
  const d = await getTranslations("rollDesk");
  const mayWrite = may(actor.grants, "roll.write", place);
  const contacted = typeof search["contacted"] === "string" && /^\d{1,3}$/u.test(search["contacted"]) ? Number(search["contacted"]) : null;
  const sought = filter.status === "notStated" || filter.status === "unheard" ? filter.status : null;
  const away = sought === null ? [] : rows.filter((row) => row.category === 2);
  const action = (row: RollListRow) => (
    <Link href={`/desk/${electionId}/roll/list/${row.id}${sought === null ? "" : "#contact"}`} prefetch={false}>
      {t(sought === null ? "list.open" : "list.contact")}
      <span className="sr-only">{row.name}</span>
    </Link>
  );
  return (
    <>
      <Heading>{t("list.title")}</Heading>
      <Lede>{t("list.lede", { total })}</Lede>
      <RollNav electionId={electionId} current="list" actor={actor} place={place} />
      {contacted === null ? null : (
        <Notice title={d("contacts.done", { count: contacted })} state="done" announce>
          <p>{d(filter.status === "unheard" ? "contacts.unheard" : "contacts.left", { total })}</p>
        </Notice>
      )}
      {mayWrite ? (
        <p>
          <Link href={`/desk/${electionId}/roll/add`}>{d("add")}</Link>
        </p>
      ) : null}
      <RollSearch electionId={electionId} filter={filter} groups={await rollGroups(db, electionId)} kinds={await openKinds(db, electionId)} />
      <DataTable
        caption={t("list.title")}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={t("list.none")}
        columns={[
          { key: "name", head: t("list.name"), rowHeader: true, cell: (row) => <PersonName name={row.name} /> },
          { key: "sex", head: t("list.sex"), cell: (row) => t(`sex.${row.sex}`) },
          { key: "born", head: t("list.born"), cell: (row) => <span className="num">{row.bornOn}</span> },
          { key: "group", head: t("list.groupHead"), numeric: true, cell: (row) => (row.groupNumber === 0 ? t("groups.none") : row.groupNumber) },
          { key: "household", head: t("list.household"), cell: (row) => row.householdNumber },
          { key: "id", head: t("list.id"), cell: (row) => (row.idMask === null ? null : <span className="num">{row.idMask}</span>) },
          { key: "status", head: t("list.statusHead"), cell: (row) => <Standing status={row.status} exclusion={row.exclusion} openFindings={row.openFindings} /> },
          ...(mayWrite ? [{ key: "action", head: t("list.action"), cell: action }] : []),
        ]}
      />
      <Pagination page={page} pages={pages} hrefOf={(next) => listHref(electionId, { ...filter, page: next })} />
      {mayWrite && away.length > 0 ? <ContactsForm electionId={electionId} people={away} status={sought ?? "notStated"} action={recordContactsAction} today={today(now)} /> : null}
    </>
  );
});
