import { printOrder } from "#lib/ballot/papers.ts";
import { roomOfVote } from "#lib/ballot/room.ts";
import { today } from "#lib/calendar/day.ts";
import { placeOfVote } from "#lib/count/request.ts";
import { renderDocument } from "#lib/documents/render.ts";
import { scopeName } from "#lib/ledger/append.ts";
import { proofOf } from "#lib/ledger/chain.ts";
import { headOf } from "#lib/ledger/queries.ts";
import { paperResponse } from "#lib/web/paper-response.ts";
import { guardedRoute, refusalResponse } from "#lib/web/route.ts";

/** The order of a print run (选票印制通知单) as PDF: `?run=` its id, else the newest run. */
export const GET = guardedRoute("ballot.write", placeOfVote, async ({ request, params, db, now }) => {
  const room = await roomOfVote(db, params["voteId"] ?? "");
  const vote = room?.vote ?? null;
  if (room === null || vote === null) return refusalResponse({ kind: "notFound" });
  const wanted = new URL(request.url).searchParams.get("run");
  const run = wanted === null ? vote.printRuns.at(-1) : vote.printRuns.find((one) => one.id === wanted);
  const scope = { kind: "election", id: room.electionId } as const;
  const head = await headOf(db, scope);
  if (run === undefined || head === null) return refusalResponse({ kind: "notFound" });
  const order = printOrder(vote, run, { village: room.village, term: room.term, date: today(now), proof: proofOf(scopeName(scope), head.hash) });
  const pdf = await renderDocument("printRun", order, { createdAt: now });
  return paperResponse(pdf, `${room.village}选票印制通知单`);
});
