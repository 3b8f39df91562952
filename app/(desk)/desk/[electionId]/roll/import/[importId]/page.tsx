import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { ColumnMapping } from "#components/roll/ColumnMapping.tsx";
import { ImportPreview } from "#components/roll/ImportPreview.tsx";
import { LeftOut } from "#components/roll/LeftOut.tsx";
import { ReadingProgress } from "#components/roll/ReadingProgress.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Confirmation } from "#components/ui/Confirmation.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice, WarningText } from "#components/ui/Notice.tsx";
import type { Reader } from "#lib/database/client.ts";
import { comparisonOf } from "#lib/roll/import/comparison.ts";
import { importDetail, type ImportDetail } from "#lib/roll/import/queries.ts";
import { youngAfter } from "#lib/roll/import/shifts.ts";
import { pageOf } from "#lib/roll/list-search.ts";
import { rollElection } from "#lib/roll/election.ts";
import { rollOverview } from "#lib/roll/queries.ts";
import { unreachable } from "#lib/platform/result.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { chooseKeptAction, confirmImportAction, discardImportAction, mapColumnsAction, rereadRegisterAction } from "../actions.ts";

/** One uploaded register: being read, its columns to be named, to be checked, or what became of it. */
export default guardedPage("roll.write", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const detail = await importDetail(db, electionId, params["importId"] ?? "", now);
  if (detail === null) notFound();
  const nav = <RollNav electionId={electionId} current="import" actor={actor} place={place} />;
  const { summary } = detail;
  switch (detail.state) {
    case "reading":
      return detail.interrupted ? <Interrupted detail={detail} nav={nav} /> : <BeingRead electionId={electionId} detail={detail} nav={nav} />;
    case "mapping":
      return summary.kind === "mapping" ? <ColumnMapping importId={detail.id} need={summary} nav={nav} action={mapColumnsAction} discard={discardImportAction} /> : null;
    case "preview":
      if (summary.kind !== "preview") return null;
      if (search["columns"] === "1") return <ColumnMapping importId={detail.id} need={{ ...summary, kind: "mapping", missing: [] }} nav={nav} action={mapColumnsAction} discard={discardImportAction} back={`/desk/${electionId}/roll/import/${detail.id}`} />;
      return <Preview db={db} electionId={electionId} detail={detail} search={search} nav={nav} />;
    case "failed":
      return <Failed electionId={electionId} detail={detail} nav={nav} />;
    case "discarded":
      return <Discarded nav={nav} />;
    case "confirmed":
      return <Imported db={db} electionId={electionId} detail={detail} />;
    default:
      return unreachable(detail.state);
  }
});

type Part = { readonly detail: ImportDetail; readonly nav: ReactNode };

/** The steps of the reading with their progress; it can be given up at any time. */
async function BeingRead({ electionId, detail, nav }: Part & { readonly electionId: string }) {
  const t = await getTranslations("rollImport.reading");
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede", { file: detail.fileName })}</Lede>
      {nav}
      <ReadingProgress href={`/api/roll/${electionId}/imports/${detail.id}/progress`} initial={detail.progress} />
      <CommandForm action={discardImportAction} hidden={{ importId: detail.id }} submitLabel={t("cancel")} pendingLabel={t("cancelling")} look="secondary" formId="discard" />
    </>
  );
}

async function Interrupted({ detail, nav }: Part) {
  const t = await getTranslations("rollImport.reading");
  return (
    <>
      <Heading>{t("interrupted")}</Heading>
      <Lede>{t("interruptedLede", { file: detail.fileName })}</Lede>
      {nav}
      <CommandForm action={rereadRegisterAction} hidden={{ importId: detail.id }} submitLabel={t("again")} pendingLabel={t("starting")} formId="again" />
      <CommandForm action={discardImportAction} hidden={{ importId: detail.id }} submitLabel={t("cancel")} pendingLabel={t("cancelling")} look="secondary" formId="discard" />
    </>
  );
}

type PreviewProps = Part & { readonly db: Reader; readonly electionId: string; readonly search: Readonly<Record<string, string | readonly string[] | undefined>> };

async function Preview({ db, electionId, detail, search, nav }: PreviewProps) {
  const t = await getTranslations("rollImport.reading");
  const election = await rollElection(db, electionId);
  if (detail.summary.kind !== "preview" || election === null) return null;
  if (detail.electionDay !== election.electionDay) {
    return (
      <>
        <Heading>{t("dayMoved")}</Heading>
        <Lede>{t("dayMovedLede", { file: detail.fileName, day: election.electionDay })}</Lede>
        {nav}
        <CommandForm action={rereadRegisterAction} hidden={{ importId: detail.id }} submitLabel={t("again")} pendingLabel={t("starting")} formId="again" />
      </>
    );
  }
  const comparison = await comparisonOf(db, { electionId, importId: detail.id, youngAfter: youngAfter(election.electionDay, election.law.values.voterAge) });
  return (
    <ImportPreview
      db={db} electionId={electionId} electionDay={election.electionDay} detail={detail} preview={detail.summary} comparison={comparison} nav={nav}
      search={{ show: search["show"], extent: search["extent"], page: pageOf(search["page"]) }}
      actions={{ confirm: confirmImportAction, discard: discardImportAction, choose: chooseKeptAction }}
    />
  );
}

/** A file that gives no register: why, and what to do. */
async function Failed({ electionId, detail, nav }: Part & { readonly electionId: string }) {
  const t = await getTranslations("rollImport.reading");
  const issues = await getTranslations("issues");
  const fields = await getTranslations("fields");
  const words = detail.summary.kind === "failed" ? issues(detail.summary.problem, { field: fields("file") }) : "";
  return (
    <>
      <Heading>{t("failed")}</Heading>
      <Lede>{t("failedLede", { file: detail.fileName })}</Lede>
      {nav}
      <WarningText>{words}</WarningText>
      <ButtonRow>
        <ButtonLink href={`/desk/${electionId}/roll/import`}>{t("another")}</ButtonLink>
      </ButtonRow>
    </>
  );
}

async function Discarded({ nav }: { readonly nav: ReactNode }) {
  const t = await getTranslations("roll");
  return (
    <>
      <Heading>{t("preview.title")}</Heading>
      {nav}
      <p>{t("preview.discarded")}</p>
    </>
  );
}

/** The confirmation of an import: how many people the roll now holds, how many wait to be checked, and the rows to hand back. */
async function Imported({ db, electionId, detail }: { readonly db: Reader; readonly electionId: string; readonly detail: ImportDetail }) {
  const t = await getTranslations("roll");
  const own = await getTranslations("rollImport.done");
  const roll = await rollOverview(db, electionId);
  const faulty = detail.summary.kind === "preview" ? detail.summary.faultyRows : 0;
  const base = `/desk/${electionId}/roll`;
  return (
    <>
      <Confirmation title={t("preview.confirmed")} reference={detail.fileName} referenceLabel={t("import.file")}>
        <p>{t("preview.confirmedNow", { people: roll.entries, listed: roll.listed.total, open: roll.openFindings })}</p>
        <ButtonRow>
          {roll.openFindings === 0 ? null : <ButtonLink href={`${base}/list?status=open`}>{t("go.faults")}</ButtonLink>}
          <ButtonLink href={base} look={roll.openFindings === 0 ? "primary" : "secondary"}>
            {own("next")}
          </ButtonLink>
        </ButtonRow>
      </Confirmation>
      {detail.summary.kind === "preview" ? <LeftOut leftOut={detail.summary.leftOut} done /> : null}
      {faulty === 0 || roll.version !== null ? null : (
        <Notice title={own("handBack", { count: faulty })} state="due">
          <p>{own("handBackExplain")}</p>
          <ButtonRow>
            <ButtonLink href={`/api/roll/${electionId}/imports/${detail.id}/faulty`} look="secondary" download>
              {own("download")}
            </ButtonLink>
            <ButtonLink href={`${base}/import`} look="secondary">
              {own("uploadMended")}
            </ButtonLink>
          </ButtonRow>
        </Notice>
      )}
    </>
  );
}
