import { today } from "#lib/calendar/day.ts";
import { renderDocument } from "#lib/documents/render.ts";
import { cheatSheet } from "#lib/help/cheat-sheet.ts";
import { paperResponse } from "#lib/web/paper-response.ts";
import { publicRoute } from "#lib/web/route.ts";

/** The cheat sheet of the desk as PDF, for everybody: the same words as on screen, on paper. */
export const GET = publicRoute(async ({ now }) => paperResponse(await renderDocument("cheatSheet", cheatSheet(today(now)), { createdAt: now }), "村民委员会选举办事速查表"));
