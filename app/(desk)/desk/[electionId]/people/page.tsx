import { getTranslations } from "next-intl/server";
import { peopleList } from "#components/access/PeoplePages.tsx";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** The people of this election's desk. */
export default guardedPage("account.manageElection", electionPlace, async (context) => {
  const electionId = context.params["electionId"] ?? "";
  const t = await getTranslations("account.electionPeople");
  return peopleList(context, { placeId: electionId, base: `/desk/${electionId}/people`, title: t("title"), lede: t("lede") });
});
