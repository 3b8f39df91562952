import { NextResponse } from "next/server";
import { importDetail } from "#lib/roll/import/queries.ts";
import { electionPlace } from "#lib/web/page.ts";
import { guardedRoute } from "#lib/web/route.ts";

/** How far the reading of an upload is. */
export const GET = guardedRoute("roll.write", electionPlace, async ({ db, params, now }) => {
  const detail = await importDetail(db, params["electionId"] ?? "", params["importId"] ?? "", now);
  if (detail === null) return new Response(null, { status: 404 });
  const { state, interrupted, progress } = detail;
  return NextResponse.json({ waiting: state === "reading" && !interrupted, ...progress }, { headers: { "cache-control": "no-store" } });
});
