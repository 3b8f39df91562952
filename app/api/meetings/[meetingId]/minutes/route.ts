import { minutesPaper, placeOfMeeting } from "#lib/meeting/print.ts";
import { paperResponse } from "#lib/web/paper-response.ts";
import { guardedRoute } from "#lib/web/route.ts";

/** 会议记录: the minutes of a meeting, for those who sign them. */
export const GET = guardedRoute("meeting.write", placeOfMeeting, async ({ db, params }) => {
  const paper = await minutesPaper(db, params);
  return paper === null ? new Response(null, { status: 404 }) : paperResponse(paper.pdf, paper.name);
});
