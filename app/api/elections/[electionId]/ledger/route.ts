import { linksAfter } from "#lib/ledger/queries.ts";
import { placeOfElection } from "#lib/access/place.ts";
import { publicRoute, refusalResponse } from "#lib/web/route.ts";

/** The election's whole chain, one entry a line: it holds no personal data, so anybody may check it. */
export const GET = publicRoute(async ({ db, params }) => {
  const electionId = params["electionId"] ?? "";
  if ((await placeOfElection(db, electionId)) === null) return refusalResponse({ kind: "notFound" });
  const encoder = new TextEncoder();
  let after = 0;
  const body = new ReadableStream({
    async pull(controller) {
      const links = await linksAfter(db, `election:${electionId}`, after);
      for (const link of links) controller.enqueue(encoder.encode(`${JSON.stringify(link)}\n`));
      after = links.at(-1)?.sequence ?? after;
      if (links.length === 0) controller.close();
    },
  });
  return new Response(body, { headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" } });
});
