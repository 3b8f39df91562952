import { getTranslations } from "next-intl/server";
import { peopleList } from "#components/access/PeoplePages.tsx";
import { guardedPage, townshipPlace } from "#lib/web/page.ts";

/** The people of a township: officers, guides, chairs and observers of its villages. */
export default guardedPage("account.manageTownship", townshipPlace, async (context) => {
  const townshipId = context.params["townshipId"] ?? "";
  const t = await getTranslations("account.townshipPeople");
  return peopleList(context, { placeId: townshipId, base: `/township/${townshipId}/people`, title: t("title"), lede: t("lede") });
});
