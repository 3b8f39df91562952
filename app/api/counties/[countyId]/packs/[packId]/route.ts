import { NextResponse } from "next/server";
import { packOf } from "#lib/pack/queries.ts";
import { countyPlace } from "#lib/web/page.ts";
import { guardedRoute, refusalResponse } from "#lib/web/route.ts";

/** A law pack as a JSON file, to be edited and brought in again. */
export const GET = guardedRoute("pack.read", countyPlace, async ({ db, params }) => {
  const found = await packOf(db, params["countyId"] ?? "", params["packId"] ?? "");
  if (found === null) return refusalResponse({ kind: "notFound" });
  const name = found.number === 0 ? found.pack.id : `${found.pack.id}-v${found.number}`;
  return new NextResponse(`${JSON.stringify(found.pack, null, 2)}\n`, {
    headers: { "content-type": "application/json; charset=utf-8", "content-disposition": `attachment; filename="${name}.json"`, "cache-control": "no-store" },
  });
});
