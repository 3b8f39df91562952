import { getLocale, getTranslations } from "next-intl/server";
import { formatInstant } from "#lib/i18n/format.ts";
import { localeOf, type Locale } from "#lib/i18n/locale.ts";
import { ownExport, type RollExport } from "#lib/roll/papers/export.ts";
import type { Workshop } from "#lib/roll/papers/make.ts";
import type { WorkbookWords } from "#lib/roll/papers/workbooks.ts";
import { runExport, stageLine, type ExportRun } from "#lib/roll/papers/run.ts";
import { electionPlace } from "#lib/web/page.ts";
import { paperResponse } from "#lib/web/paper-response.ts";
import { guardedRoute, refusalResponse } from "#lib/web/route.ts";
import { workbookResponse } from "#lib/web/workbook-response.ts";

/**
 * The file of an export, for the account that asked for it, within the hour. `?progress`: lines of JSON that tell how far
 * its making is, ended by `{"done":true}`; the file that was made then waits here.
 */
export const GET = guardedRoute("roll.write", electionPlace, async ({ request, params, db, actor, now }) => {
  const one = await ownExport(db, params["electionId"] ?? "", params["exportId"] ?? "", actor.accountId, now);
  if (one === null) return refusalResponse({ kind: "notFound" });
  const paperWords = await workbookWords("zh-CN");
  const made = paperWords.t("made", { number: one.number, name: one.byName, at: formatInstant(one.at, "zh-CN") });
  const shop: Workshop = { db, made, paperWords, words: await workbookWords(localeOf(await getLocale())) };
  const run = runExport(one, shop);
  if (new URL(request.url).searchParams.has("progress")) return progressResponse(run);
  return fileResponse(one, await run.result, paperWords.t);
});

async function workbookWords(locale: Locale): Promise<WorkbookWords> {
  return { t: await getTranslations({ locale, namespace: "rollExport" }), papers: await getTranslations({ locale, namespace: "rollPapers" }), roll: await getTranslations({ locale, namespace: "roll" }) };
}

async function fileResponse(one: RollExport, file: Awaited<ExportRun["result"]>, t: WorkbookWords["t"]): Promise<Response> {
  if (file === null) return refusalResponse({ kind: "notFound" });
  const name = `${t(`files.${one.file.replace(".", "_")}`)}${one.choice.group === null ? "" : `-${one.choice.group}`}-${t("fileNumber", { number: one.number })}`;
  if (one.file.endsWith(".pdf") || !file.ok) return paperResponse(file, name);
  return workbookResponse(file.value, name, one.file.replace(".xlsx", ""));
}

function progressResponse(run: ExportRun): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async start(controller) {
      for await (const stage of run.stages()) controller.enqueue(encoder.encode(stageLine(stage)));
      const made = await run.result.catch(() => null);
      controller.enqueue(encoder.encode(`${JSON.stringify({ done: made !== null && made.ok })}\n`));
      controller.close();
    },
  });
  return new Response(body, { headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff" } });
}
