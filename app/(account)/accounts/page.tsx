import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { peopleList } from "#components/access/PeoplePages.tsx";
import { guardedPage, systemPlace } from "#lib/web/page.ts";

/** Accounts of the installation: administrators, county readers, township officers. */
export default guardedPage("account.manage", systemPlace, async (context) => {
  const t = await getTranslations("account.system");
  return (
    <>
      {await peopleList(context, { placeId: "system", base: "/accounts", title: t("title"), lede: t("lede") })}
      <p>
        <Link href="/accounts/townships" prefetch={false}>
          {t("townships")}
        </Link>
      </p>
      <p>
        <Link href="/accounts/holidays" prefetch={false}>
          {t("holidays")}
        </Link>
      </p>
    </>
  );
});
