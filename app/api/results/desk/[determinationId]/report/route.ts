import { placeOfDetermination } from "#lib/result/access.ts";
import { resultPaper } from "#lib/result/print.ts";
import { resultView } from "#lib/result/queries.ts";
import { paperResponse } from "#lib/web/paper-response.ts";
import { guardedRoute } from "#lib/web/route.ts";

/** 选举结果报告单 at the desk, before and after the announcement. */
export const GET = guardedRoute("count.read", placeOfDetermination, async ({ db, params }) => {
  const view = await resultView(db, params["determinationId"] ?? "");
  if (view === null) return new Response(null, { status: 404 });
  return paperResponse(await resultPaper(db, view, "report"), `${view.election.village}选举结果报告单`);
});
