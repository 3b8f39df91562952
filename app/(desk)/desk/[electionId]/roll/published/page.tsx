import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { RollNav } from "#components/roll/RollNav.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { pageOf } from "#lib/roll/list-search.ts";
import { objectionsUntil, postedVersion } from "#lib/roll/publish/queries.ts";
import { rollOverview } from "#lib/roll/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** The list as it was posted, with its notices and what has changed since. */
export default guardedPage("roll.read", electionPlace, async ({ db, params, search, actor, place }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("roll");
  const nav = <RollNav electionId={electionId} current="published" actor={actor} place={place} />;
  const posted = await postedVersion(db, electionId, pageOf(search["page"]));
  if (posted === null) {
    return (
      <>
        <Heading>{t("published.title")}</Heading>
        {nav}
        <p>{t("publish.not")}</p>
      </>
    );
  }
  const { version, entries, notices, page, pages } = posted;
  const { registered } = await rollOverview(db, electionId);
  const until = await objectionsUntil(db, electionId, version.publishedOn);
  return (
    <>
      <Heading>{t("published.title")}</Heading>
      <Lede>{t.rich("published.lede", { day: () => <Day day={version.publishedOn} />, total: version.total })}</Lede>
      {nav}
      <p>{t.rich("published.objections", { day: () => <Day day={until} /> })}</p>
      <SummaryList
        items={[
          { key: "registered", label: t("figures.registered"), value: t("figures.people", { count: registered ?? version.total }) },
          { key: "sexes", label: t("publish.sexes"), value: t("publish.sexesValue", { men: version.men, women: version.women }) },
          ...notices.map((notice) => ({
            key: notice.id, label: t("published.notices"),
            value: <Link href={`/desk/${electionId}/notices/${notice.id}`} prefetch={false}>{t("published.noticeNumber", { number: notice.number })} {notice.title}</Link>,
          })),
          { key: "hash", label: t("published.hash"), value: <span className="break-all">{version.sha256}</span> },
        ]}
      />
      <DataTable
        caption={t("published.table")}
        rows={entries}
        rowKey={(entry) => String(entry.ordinal)}
        columns={[
          { key: "ordinal", head: t("published.ordinal"), numeric: true, cell: (entry) => entry.ordinal },
          { key: "name", head: t("published.name"), rowHeader: true, cell: (entry) => <PersonName name={entry.name} /> },
          { key: "sex", head: t("published.sex"), cell: (entry) => t(`sex.${entry.sex}`) },
          { key: "group", head: t("published.group"), numeric: true, cell: (entry) => (entry.groupNumber === 0 ? t("groups.none") : entry.groupNumber) },
          { key: "birthYear", head: t("published.birthYear"), numeric: true, cell: (entry) => entry.birthYear },
        ]}
      />
      <Pagination page={page} pages={pages} hrefOf={(next) => `/desk/${electionId}/roll/published?page=${next}`} />
    </>
  );
});
