import { ballotPaper, openColour } from "#lib/ballot/papers.ts";
import { roomOfVote } from "#lib/ballot/room.ts";
import { placeOfVote } from "#lib/count/request.ts";
import { renderDocument } from "#lib/documents/render.ts";
import { paperResponse } from "#lib/web/paper-response.ts";
import { guardedRoute, refusalResponse } from "#lib/web/route.ts";

/** The sheet of a vote as PDF: the master for the printer, in the colour of the newest print run, stub number left open. */
export const GET = guardedRoute("ballot.write", placeOfVote, async ({ params, db, now }) => {
  const room = await roomOfVote(db, params["voteId"] ?? "");
  const vote = room?.vote ?? null;
  if (room === null || vote === null) return refusalResponse({ kind: "notFound" });
  const { village, term } = room;
  const pdf = await renderDocument("ballot", ballotPaper(vote, { village, term }, vote.printRuns.at(-1)?.colour ?? openColour), { createdAt: now });
  return paperResponse(pdf, `${village}选票样张`);
});
