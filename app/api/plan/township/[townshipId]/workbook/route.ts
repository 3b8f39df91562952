import { getLocale, getTranslations } from "next-intl/server";
import { localeOf } from "#lib/i18n/locale.ts";
import { controlTable, planSheet, planWords } from "#lib/plan/control.ts";
import { townshipPlans } from "#lib/plan/queries.ts";
import { writeWorkbook } from "#lib/spreadsheet/write.ts";
import { townshipHead } from "#lib/township/queries.ts";
import { townshipPlace } from "#lib/web/page.ts";
import { guardedRoute, refusalResponse } from "#lib/web/route.ts";
import { workbookResponse } from "#lib/web/workbook-response.ts";

/** Every village's plan of a township as a workbook: 进程图 and 控制表. `?drive=` its id, else the newest. */
export const GET = guardedRoute("township.read", townshipPlace, async ({ request, params, db, now }) => {
  const townshipId = params["townshipId"] ?? "";
  const wanted = new URL(request.url).searchParams.get("drive");
  const [drives, head] = await Promise.all([townshipPlans(db, townshipId, now), townshipHead(db, townshipId)]);
  const drive = wanted === null ? drives[0] : drives.find((one) => one.id === wanted);
  if (drive === undefined || head === null) return refusalResponse({ kind: "notFound" });
  const words = planWords(await getTranslations("plan"), localeOf(await getLocale()));
  const file = await writeWorkbook([planSheet(drive.plans, words), controlTable(drive.plans, words)]);
  return workbookResponse(file, words.t("paper.townshipSheetName", { township: head.name }), "plans");
});
