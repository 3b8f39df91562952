import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { may } from "#lib/access/permissions.ts";
import { today } from "#lib/calendar/day.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { inForceOn } from "#lib/law/pack-versions.ts";
import { PROVINCE_PACKS } from "#lib/law/packs.ts";
import { countyView } from "#lib/pack/queries.ts";
import { countyPlace, guardedPage } from "#lib/web/page.ts";
import { choosePackAction } from "./actions.ts";

const deeds = ["imported", "discarded", "chosen"] as const;

type Row = { readonly id: string; readonly packId: string; readonly number: number; readonly from: string; readonly until: string | null; readonly fresh: boolean };

/** The law packs of a county: the versions it brought in, the program's own, and those of the other provinces to look at. */
export default guardedPage("pack.read", countyPlace, async ({ db, params, search, actor, place, now }) => {
  const view = await countyView(db, params["countyId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("county");
  const locale = localeOf(await getLocale());
  const done = deeds.find((deed) => deed === search["done"]);
  const writes = may(actor.grants, "pack.import", place);
  const current = inForceOn(view.versions, today(now));
  const usesOwn = current === null && view.provincePack !== null;
  const rows: readonly Row[] = [
    ...view.versions.map((version) => ({ id: version.id, packId: version.packId, number: version.number, from: version.inForceFrom, until: version.inForceUntil, fresh: version.id === current?.id })),
    ...(view.own === null ? [] : [{ id: view.own.id, packId: view.own.id, number: 0, from: view.own.inForceFrom, until: view.own.inForceUntil, fresh: usesOwn }]),
  ];
  const base = `/county/${view.id}`;
  return (
    <>
      <Heading>{t("title", { county: view.name })}</Heading>
      <Lede>{t("lede")}</Lede>
      {done === undefined ? null : <Notice title={t(`done.${done}`)} state="done" announce><p>{t(`doneNext.${done}`)}</p></Notice>}
      {view.provincePack === null && view.versions.length === 0 ? (
        <Notice title={t("noPack")} state="due">
          {view.own !== null && writes ? (
            <CommandForm action={choosePackAction} hidden={{ countyId: view.id, packId: view.own.id }} formId="choose" submitLabel={t("choose", { name: view.own.name[locale] })}>
              <p>{t("chooseExplain")}</p>
            </CommandForm>
          ) : null}
        </Notice>
      ) : null}
      {view.uploads.map((upload) => (
        <Notice key={upload.id} title={t("waiting")} state="now">
          <ButtonRow>
            <ButtonLink href={`${base}/packs/uploads/${upload.id}`}>{t("look")}</ButtonLink>
          </ButtonRow>
        </Notice>
      ))}
      <Heading level={2}>{t("versions")}</Heading>
      <DataTable
        caption={t("versions")}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={t("noVersions")}
        columns={[
          { key: "version", head: t("head.version"), rowHeader: true, cell: (row) => <Link href={`${base}/packs/${row.id}`} prefetch={false}>{row.number === 0 ? t("own", { id: row.packId }) : t("number", { id: row.packId, number: row.number })}</Link> },
          { key: "from", head: t("head.from"), cell: (row) => <Day day={row.from} /> },
          { key: "until", head: t("head.until"), cell: (row) => (row.until === null ? t("openEnd") : <Day day={row.until} />) },
          { key: "state", head: t("head.state"), cell: (row) => (row.fresh ? <strong>{t("fresh")}</strong> : t(view.provincePack === null && row.number === 0 ? "unused" : "kept")) },
          { key: "export", head: t("head.export"), cell: (row) => <a href={`/api/counties/${view.id}/packs/${row.id}`} download>{t("export")}<span className="sr-only">{row.packId}</span></a> },
        ]}
      />
      <p>{t("versionsExplain")}</p>
      {writes ? (
        <ButtonRow>
          <ButtonLink href={`${base}/packs/new`}>{t("nav.import")}</ButtonLink>
        </ButtonRow>
      ) : null}
      <Heading level={2}>{t("others")}</Heading>
      <DataTable
        caption={t("others")}
        captionHidden
        rows={PROVINCE_PACKS}
        rowKey={(pack) => pack.id}
        columns={[
          { key: "name", head: t("head.pack"), rowHeader: true, cell: (pack) => <Link href={`${base}/packs/${pack.id}`} prefetch={false}>{pack.name[locale]}</Link> },
          { key: "id", head: t("head.id"), cell: (pack) => <code>{pack.id}</code> },
          { key: "read", head: t("head.read"), cell: (pack) => t(`read.${pack.read}`) },
        ]}
      />
    </>
  );
});
