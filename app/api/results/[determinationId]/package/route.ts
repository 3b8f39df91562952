import { z } from "zod";
import { resultView } from "#lib/result/queries.ts";
import { publicRoute } from "#lib/web/route.ts";

/** The count document (`cunxuan.count/1`) of an announced result, from which anybody can recompute it. Holds no names. */
export const GET = publicRoute(async ({ db, params }) => {
  const id = z.uuid().safeParse(params["determinationId"]);
  const view = id.success ? await resultView(db, id.data) : null;
  if (view === null || view.announcedAt === null) return new Response(null, { status: 404 });
  return new Response(`${JSON.stringify(view.input, null, 1)}\n`, {
    headers: { "content-type": "application/json; charset=utf-8", "content-disposition": `attachment; filename="count-${view.vote.number}-${view.number}.json"`, "cache-control": "no-store" },
  });
});
