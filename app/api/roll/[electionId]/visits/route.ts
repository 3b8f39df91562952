import { fieldsOf } from "#lib/count/request.ts";
import { recordVisit } from "#lib/roll/entry/visit.ts";
import { commandRoute } from "#lib/web/route.ts";

/** Takes in households visited, as a phone sends them: `{items, newcomers}`; each counts once by its own id, however often it comes. */
export const POST = commandRoute(recordVisit, (params, body) => ({ ...fieldsOf(body), electionId: params["electionId"] }));
