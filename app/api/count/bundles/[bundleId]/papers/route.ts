import { saveReadings } from "#lib/count/readings-command.ts";
import { fieldsOf } from "#lib/count/request.ts";
import { commandRoute } from "#lib/web/route.ts";

/** Keeps several papers of an entry at once, all or none: `{pass, papers: [{paper, marks}]}`. */
export const POST = commandRoute(saveReadings, (params, body) => ({ ...fieldsOf(body), bundleId: params["bundleId"] }));
