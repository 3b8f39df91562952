import { getLocale, getTranslations } from "next-intl/server";
import { today as dayOf } from "#lib/calendar/day.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { controlTable, planSheet, planWords } from "#lib/plan/control.ts";
import { casePlan } from "#lib/plan/queries.ts";
import { writeWorkbook } from "#lib/spreadsheet/write.ts";
import { electionPlace } from "#lib/web/page.ts";
import { guardedRoute, refusalResponse } from "#lib/web/route.ts";
import { workbookResponse } from "#lib/web/workbook-response.ts";

/** The plan of a village as a workbook: 进程图 and 控制表. */
export const GET = guardedRoute("election.read", electionPlace, async ({ params, db, now }) => {
  const plan = await casePlan(db, params["electionId"] ?? "", dayOf(now));
  if (plan === null) return refusalResponse({ kind: "notFound" });
  const words = planWords(await getTranslations("plan"), localeOf(await getLocale()));
  const file = await writeWorkbook([planSheet([plan], words), controlTable([plan], words)]);
  return workbookResponse(file, words.t("paper.sheetName", { village: plan.facts.village }), "plan");
});
