import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LawTables, SupersededTable } from "#components/law/LawTables.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { localeOf } from "#lib/i18n/locale.ts";
import { lawView } from "#lib/pack/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** The whole law of the case: every parameter, its value in words, who set it, its article, and what gave way. */
export default guardedPage("election.read", electionPlace, async ({ db, params }) => {
  const view = await lawView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("law");
  const locale = localeOf(await getLocale());
  const { national, province } = view.packs;
  const unread = province !== null && province.read !== "full";
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <SummaryList
        items={[
          { key: "national", label: t("level.national"), value: national.name[locale] },
          { key: "province", label: t("level.province"), value: province === null ? t("noProvince") : province.name[locale] },
          ...(province === null ? [] : [{ key: "version", label: t("version"), value: view.versionNumber === 0 ? t("versionOwn") : t("versionNumber", { number: view.versionNumber }) }]),
          { key: "village", label: t("level.village"), value: view.passedOn === null || view.passedBy === null ? t("noMethod") : t.rich("methodPassed", { day: () => <Day day={view.passedOn ?? ""} />, by: t(`passedBy.${view.passedBy}`) }) },
        ]}
      />
      {unread ? <Notice title={t(`read.${province.read}`)} state="due"><p>{t("readExplain")}</p></Notice> : null}
      {province?.note === undefined ? null : <p className="muted">{province.note[locale]}</p>}
      <SupersededTable rows={view.law.superseded} />
      <LawTables rows={view.rows} />
      <ButtonRow>
        <ButtonLink look="secondary" href={`/desk/${view.electionId}/committee/method`}>{t("toMethod")}</ButtonLink>
      </ButtonRow>
    </>
  );
});
