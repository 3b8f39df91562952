import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ColumnMapping } from "#components/roll/ColumnMapping.tsx";
import { ImportPreview } from "#components/roll/ImportPreview.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Confirmation } from "#components/ui/Confirmation.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { pageOf } from "#lib/roll/list-search.ts";
import { importDetail } from "#lib/roll/import/queries.ts";
import { rollOverview, type RollOverview } from "#lib/roll/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { confirmImportAction, discardImportAction, mapColumnsAction } from "../../actions.ts";

/** One uploaded register: name its columns, check it, or see what became of it. */
export default guardedPage("roll.write", electionPlace, async ({ db, params, search, actor, place }) => {
  const electionId = params["electionId"] ?? "";
  const detail = await importDetail(db, electionId, params["importId"] ?? "");
  if (detail === null) notFound();
  const t = await getTranslations("roll");
  const nav = <RollNav electionId={electionId} current="import" actor={actor} place={place} />;
  if (detail.state === "mapping" && detail.summary.kind === "mapping") {
    return <ColumnMapping importId={detail.id} need={detail.summary} nav={nav} action={mapColumnsAction} discard={discardImportAction} />;
  }
  if (detail.state === "preview" && detail.summary.kind === "preview") {
    const { electionDay } = await rollOverview(db, electionId);
    return (
      <ImportPreview electionId={electionId} electionDay={electionDay} detail={detail} preview={detail.summary} page={pageOf(search["page"])} nav={nav} confirm={confirmImportAction} discard={discardImportAction} />
    );
  }
  if (detail.state !== "confirmed") {
    return (
      <>
        <Heading>{t("preview.title")}</Heading>
        {nav}
        <p>{t("preview.discarded")}</p>
      </>
    );
  }
  return <Imported electionId={electionId} fileName={detail.fileName} roll={await rollOverview(db, electionId)} />;
});

/** The confirmation of an import: how many people the roll now holds, and how many of them still wait to be checked. */
async function Imported({ electionId, fileName, roll }: { readonly electionId: string; readonly fileName: string; readonly roll: RollOverview }) {
  const t = await getTranslations("roll");
  const base = `/desk/${electionId}/roll`;
  return (
    <Confirmation title={t("preview.confirmed")} reference={fileName} referenceLabel={t("import.file")}>
      <p>{t("preview.confirmedNow", { people: roll.entries, listed: roll.listed.total, open: roll.openFindings })}</p>
      <ButtonRow>
        {roll.openFindings === 0 ? null : <ButtonLink href={`${base}/list?status=open`}>{t("go.faults")}</ButtonLink>}
        <ButtonLink href={base} look={roll.openFindings === 0 ? "primary" : "secondary"}>
          {t("nav.overview")}
        </ButtonLink>
      </ButtonRow>
    </Confirmation>
  );
}
