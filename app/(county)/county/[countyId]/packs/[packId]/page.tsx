import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PackParameters } from "#components/pack/PackParameters.tsx";
import { SupersededTable } from "#components/law/LawTables.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { today } from "#lib/calendar/day.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { supersededBy } from "#lib/law/law.ts";
import { nationalPackOn } from "#lib/law/packs.ts";
import { packOf } from "#lib/pack/queries.ts";
import { countyPlace, guardedPage } from "#lib/web/page.ts";

/** One law pack: its days, what it sets with source and certainty, and what of it the national law no longer allows. */
export default guardedPage("pack.read", countyPlace, async ({ db, params, now }) => {
  const countyId = params["countyId"] ?? "";
  const found = await packOf(db, countyId, params["packId"] ?? "");
  if (found === null) notFound();
  const t = await getTranslations("county");
  const locale = localeOf(await getLocale());
  const { pack } = found;
  const national = nationalPackOn(today(now));
  return (
    <>
      <Heading>{pack.name[locale]}</Heading>
      <Lede>{found.number === 0 ? t("own", { id: pack.id }) : t("number", { id: pack.id, number: found.number })}</Lede>
      <SummaryList
        items={[
          { key: "from", label: t("head.from"), value: <Day day={pack.inForceFrom} /> },
          { key: "until", label: t("head.until"), value: pack.inForceUntil === null ? t("openEnd") : <Day day={pack.inForceUntil} /> },
          { key: "read", label: t("head.read"), value: t(`read.${pack.read}`) },
          { key: "hash", label: t("hash"), value: <code className="break-all">{found.hash}</code> },
        ]}
      />
      {pack.read === "full" ? null : <Notice title={t(`read.${pack.read}`)} state="due"><p>{t("unreadExplain")}</p></Notice>}
      {pack.note === undefined ? null : <p>{pack.note[locale]}</p>}
      <SupersededTable rows={supersededBy(national, pack)} />
      <Heading level={2}>{t("parameters")}</Heading>
      <PackParameters pack={pack} national={national} />
      <ButtonRow>
        <ButtonLink look="secondary" href={`/api/counties/${countyId}/packs/${params["packId"] ?? ""}`}>{t("export")}</ButtonLink>
      </ButtonRow>
    </>
  );
});
