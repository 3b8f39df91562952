import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { workplaces, type Workplace } from "#lib/access/queries.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { termText } from "#lib/i18n/term.ts";
import { signedInPage } from "#lib/web/page.ts";

/** Where can I go: every township and election that one's roles open; goes on by itself when there is only one. */
export default signedInPage(async ({ db, actor, search }) => {
  const places = await workplaces(db, actor.grants);
  const changed = search["done"] === "password";
  const [only] = places;
  if (only !== undefined && places.length === 1 && !changed) redirect(only.href);
  const t = await getTranslations("account.home");
  const locale = localeOf(await getLocale());
  const roleWords = await getTranslations("roles");
  const nameOf = (place: Workplace): string => {
    if (place.kind === "system") return t("system");
    if (place.kind === "county") return t("county", { name: place.name });
    return place.term === null ? place.name : t("election", { village: place.name, term: termText(place.term, locale) });
  };
  return (
    <>
      <Heading>{t("title", { name: actor.name })}</Heading>
      {changed ? <Notice title={t("passwordChanged")} state="done" announce /> : null}
      {places.length === 0 ? (
        <Lede>{t("none")}</Lede>
      ) : (
        <DataTable
          caption={t("caption")}
          captionHidden
          rows={places}
          rowKey={(place) => place.href}
          columns={[
            { key: "name", head: t("place"), rowHeader: true, cell: (place) => <Link href={place.href} prefetch={false}>{nameOf(place)}</Link> },
            { key: "role", head: t("role"), cell: (place) => place.roles.map((role) => roleWords(role)).join(t("and")) },
            { key: "day", head: t("electionDay"), cell: (place) => (place.electionDay === null ? "—" : <Day day={place.electionDay} />) },
          ]}
        />
      )}
      <p>
        <Link href="/password" prefetch={false}>
          {t("changePassword")}
        </Link>
      </p>
    </>
  );
});
