import { saveReading } from "#lib/count/readings-command.ts";
import { fieldsOf } from "#lib/count/request.ts";
import { commandRoute } from "#lib/web/route.ts";

/** Keeps one paper of an entry: `{pass, marks}`. The same paper again replaces it. */
export const PUT = commandRoute(saveReading, (params, body) => ({ ...fieldsOf(body), bundleId: params["bundleId"], paper: params["paper"] }));
