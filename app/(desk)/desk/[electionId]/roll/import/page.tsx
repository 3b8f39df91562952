import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { RegisterUpload } from "#components/roll/RegisterUpload.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Instant, Num } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { InsetText, Notice } from "#components/ui/Notice.tsx";
import { Tag } from "#components/ui/Tag.tsx";
import { importHistory } from "#lib/roll/import/queries.ts";
import { LARGEST_REGISTER_BYTES } from "#lib/roll/inputs.ts";
import { rollOverview } from "#lib/roll/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

const ACCEPTED = ".xlsx,.xls,.ods,.csv";
const states = { reading: "due", mapping: "due", preview: "due", failed: "late", confirmed: "done", discarded: "plain" } as const;

/** Upload of a household register, and what was uploaded before. */
export default guardedPage("roll.write", electionPlace, async ({ db, params, search, actor, place }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("roll");
  const own = await getTranslations("rollImport.template");
  const issues = await getTranslations("issues");
  const fields = await getTranslations("fields");
  const overview = await rollOverview(db, electionId);
  const history = await importHistory(db, electionId);
  const code = typeof search["refused"] === "string" && issues.has(search["refused"]) ? search["refused"] : null;
  return (
    <>
      <Heading>{t("import.title")}</Heading>
      <Lede>{t("import.lede")}</Lede>
      <RollNav electionId={electionId} current="import" actor={actor} place={place} />
      {overview.version === null ? (
        <>
          <RegisterUpload action={`/api/upload/roll/${electionId}`} accept={ACCEPTED} megabytes={LARGEST_REGISTER_BYTES / 1024 / 1024} refused={code === null ? null : issues(code, { field: fields("file") })} />
          <InsetText>{t("import.privacy")}</InsetText>
          <Heading level={2}>{own("title")}</Heading>
          <p>{own("explain")}</p>
          <ButtonRow>
            <ButtonLink href={`/api/roll/${electionId}/template`} look="secondary" download>
              {own("download")}
            </ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <Notice title={t("next.done")} state="done">
          <p>{t("import.published")}</p>
        </Notice>
      )}
      <DataTable
        caption={t("import.history")}
        rows={history}
        rowKey={(row) => row.id}
        empty={t("import.none")}
        columns={[
          { key: "file", head: t("import.file"), rowHeader: true, cell: (row) => <Link href={`/desk/${electionId}/roll/import/${row.id}`} prefetch={false}>{row.fileName}</Link> },
          { key: "when", head: t("import.when"), cell: (row) => <Instant at={row.createdAt} /> },
          { key: "rows", head: t("import.rows"), numeric: true, cell: (row) => (row.rows === null ? null : <Num value={row.rows} />) },
          { key: "state", head: t("import.state"), cell: (row) => <Tag state={states[row.state]}>{t(`import.states.${row.state}`)}</Tag> },
        ]}
      />
    </>
  );
});
