import { useLocale, useTranslations } from "next-intl";
import { Notice } from "#components/ui/Notice.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { OFFICES } from "#lib/law/parameters.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import type { ResultView } from "#lib/result/queries.ts";
import { officeTitle } from "#lib/result/words.ts";

/** Everybody in the villagers' committee after all votes of the election, highest office first. */
export function Holders({ view }: { readonly view: ResultView }) {
  const t = useTranslations("result.holders");
  const offices = useTranslations("count.office");
  const locale = localeOf(useLocale());
  if (!view.newest || view.holders.length === 0) return null;
  const items = OFFICES.flatMap((office) => {
    const people = view.holders.filter((holder) => holder.office === office);
    if (people.length === 0) return [];
    const names = people.map((holder, place) => (
      <span key={holder.person} className="holder">
        {place === 0 ? "" : locale === "en" ? ", " : "、"}
        <PersonName name={view.names.get(holder.person) ?? ""} />
      </span>
    ));
    return [{ key: office, label: locale === "en" ? offices(office) : officeTitle(office, null), value: <>{names}</> }];
  });
  return (
    <Notice title={t("title")} state="done">
      <SummaryList items={items} title={t("title")} />
    </Notice>
  );
}
