import { z } from "zod";
import { resultPaper } from "#lib/result/print.ts";
import { resultView } from "#lib/result/queries.ts";
import { paperResponse } from "#lib/web/paper-response.ts";
import { publicRoute } from "#lib/web/route.ts";

/** 计票表 of an announced result, for everybody. */
export const GET = publicRoute(async ({ db, params }) => {
  const id = z.uuid().safeParse(params["determinationId"]);
  const view = id.success ? await resultView(db, id.data) : null;
  if (view === null || view.announcedAt === null) return new Response(null, { status: 404 });
  return paperResponse(await resultPaper(db, view, "tallySheet"), `${view.election.village}计票表`);
});
