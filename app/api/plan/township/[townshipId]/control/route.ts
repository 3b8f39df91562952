import { getTranslations } from "next-intl/server";
import { today as dayOf } from "#lib/calendar/day.ts";
import { renderDocument } from "#lib/documents/render.ts";
import { scopeName } from "#lib/ledger/append.ts";
import { proofOf } from "#lib/ledger/chain.ts";
import { headOf } from "#lib/ledger/queries.ts";
import { planWords } from "#lib/plan/control.ts";
import { controlSheet } from "#lib/plan/papers.ts";
import { townshipPlans } from "#lib/plan/queries.ts";
import { townshipHead } from "#lib/township/queries.ts";
import { townshipPlace } from "#lib/web/page.ts";
import { paperResponse } from "#lib/web/paper-response.ts";
import { guardedRoute, refusalResponse } from "#lib/web/route.ts";

/** The township's control sheet on A3 (控制表): `?drive=` its id, else the newest; in Chinese as all papers. */
export const GET = guardedRoute("township.read", townshipPlace, async ({ request, params, db, now }) => {
  const townshipId = params["townshipId"] ?? "";
  const scope = { kind: "township", id: townshipId } as const;
  const wanted = new URL(request.url).searchParams.get("drive");
  const [drives, head, chain] = await Promise.all([townshipPlans(db, townshipId, now), townshipHead(db, townshipId), headOf(db, scope)]);
  const drive = wanted === null ? drives[0] : drives.find((one) => one.id === wanted);
  if (drive === undefined || drive.plans.length === 0 || head === null || chain === null) return refusalResponse({ kind: "notFound" });
  const t = await getTranslations({ locale: "zh-CN", namespace: "plan" });
  const title = t("paper.controlTitle", { township: head.name, drive: drive.name });
  const pdf = await renderDocument("controlSheet", controlSheet(drive.plans, planWords(t, "zh-CN"), { title, date: dayOf(now), proof: proofOf(scopeName(scope), chain.hash) }), { createdAt: now });
  return paperResponse(pdf, t("paper.townshipSheetName", { township: head.name }));
});
