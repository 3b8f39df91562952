import { getTranslations } from "next-intl/server";
import { PairTable } from "#components/roll/duplicates/PairTable.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { duplicatesOfTownship } from "#lib/roll/duplicates/queries.ts";
import { pageOf } from "#lib/roll/list-search.ts";
import { guardedPage, townshipPlace } from "#lib/web/page.ts";

/** Everybody who is registered twice in a township's drive, or here and in another township (重复登记): to watch, not to settle. */
export default guardedPage("duplicates.read", townshipPlace, async ({ db, params, search }) => {
  const townshipId = params["townshipId"] ?? "";
  const t = await getTranslations("duplicates");
  const view = await duplicatesOfTownship(db, townshipId, pageOf(search["page"]));
  return (
    <>
      <Heading>{t("township.title")}</Heading>
      <Lede>{t("township.lede")}</Lede>
      {view === null ? (
        <p>{t("township.noDrive")}</p>
      ) : (
        <>
          <p>{t("sums", view.counts)}</p>
          <PairTable caption={t("township.title")} pairs={view.pairs} empty={t("none")} heads={[t("head.first"), t("head.second")]} township />
          <Pagination page={view.page} pages={view.pages} hrefOf={(page) => `/township/${townshipId}/duplicates?page=${page}`} />
        </>
      )}
    </>
  );
});
