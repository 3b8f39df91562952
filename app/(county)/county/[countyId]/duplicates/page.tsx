import { getTranslations } from "next-intl/server";
import { PairTable } from "#components/roll/duplicates/PairTable.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { duplicatesOfCounty } from "#lib/roll/duplicates/queries.ts";
import { pageOf } from "#lib/roll/list-search.ts";
import { countyPlace, guardedPage } from "#lib/web/page.ts";

/** Numbers that stand on two rolls of the county in its newest term, across villages and townships: to watch, not to settle. */
export default guardedPage("duplicates.read", countyPlace, async ({ db, params, search }) => {
  const countyId = params["countyId"] ?? "";
  const t = await getTranslations("duplicates");
  const view = await duplicatesOfCounty(db, countyId, pageOf(search["page"]));
  return (
    <>
      <Heading>{t("county.title")}</Heading>
      <Lede>{t("county.lede")}</Lede>
      {view === null ? (
        <p>{t("township.noDrive")}</p>
      ) : (
        <>
          <p>{t("county.sums", { term: view.term, ...view.counts })}</p>
          <PairTable caption={t("county.title")} pairs={view.pairs} empty={t("none")} heads={[t("head.first"), t("head.second")]} township />
          <Pagination page={view.page} pages={view.pages} hrefOf={(page) => `/county/${countyId}/duplicates?page=${page}`} />
        </>
      )}
    </>
  );
});
