import { getTranslations } from "next-intl/server";
import { faultyRows } from "#lib/roll/import/faulty-rows.ts";
import { electionPlace } from "#lib/web/page.ts";
import { guardedRoute } from "#lib/web/route.ts";

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The faulty rows of an uploaded register as they were, with the reason in the last column, to be handed back. */
export const GET = guardedRoute("roll.write", electionPlace, async ({ db, params }) => {
  const t = await getTranslations("roll");
  const file = await faultyRows(db, params["electionId"] ?? "", params["importId"] ?? "", { sheet: t("preview.sheet"), words: (key, values) => t(key, values) });
  if (file === null) return new Response(null, { status: 404 });
  const name = encodeURIComponent(`${t("preview.fileName")}.xlsx`);
  return new Response(Buffer.from(file), {
    headers: { "content-type": WORKBOOK, "content-disposition": `attachment; filename="faulty-rows.xlsx"; filename*=UTF-8''${name}`, "cache-control": "no-store" },
  });
});
