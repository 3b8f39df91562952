import { getTranslations } from "next-intl/server";
import { today as dayOf } from "#lib/calendar/day.ts";
import { renderDocument } from "#lib/documents/render.ts";
import { deskHead } from "#lib/election/queries.ts";
import { termText } from "#lib/i18n/term.ts";
import { scopeName } from "#lib/ledger/append.ts";
import { proofOf } from "#lib/ledger/chain.ts";
import { headOf } from "#lib/ledger/queries.ts";
import { planWords } from "#lib/plan/control.ts";
import { planChart } from "#lib/plan/papers.ts";
import { casePlan } from "#lib/plan/queries.ts";
import { electionPlace } from "#lib/web/page.ts";
import { paperResponse } from "#lib/web/paper-response.ts";
import { guardedRoute, refusalResponse } from "#lib/web/route.ts";

/** The plan of a village on A3 (进程图), in Chinese as all papers. */
export const GET = guardedRoute("election.read", electionPlace, async ({ params, db, now }) => {
  const electionId = params["electionId"] ?? "";
  const scope = { kind: "election", id: electionId } as const;
  const today = dayOf(now);
  const [plan, head, chain] = await Promise.all([casePlan(db, electionId, today), deskHead(db, electionId), headOf(db, scope)]);
  if (plan === null || head === null || chain === null) return refusalResponse({ kind: "notFound" });
  const t = await getTranslations({ locale: "zh-CN", namespace: "plan" });
  const title = t("paper.chartTitle", { village: head.village, term: termText(head.term, "zh-CN") });
  const pdf = await renderDocument("planChart", planChart(plan, planWords(t, "zh-CN"), today, { title, date: today, proof: proofOf(scopeName(scope), chain.hash) }), { createdAt: now });
  return paperResponse(pdf, t("paper.sheetName", { village: head.village }));
});
