import { finishEntry } from "#lib/count/commands.ts";
import { fieldsOf } from "#lib/count/request.ts";
import { commandRoute } from "#lib/web/route.ts";

/** Closes an entry: `{pass}`. */
export const POST = commandRoute(finishEntry, (params, body) => ({ ...fieldsOf(body), bundleId: params["bundleId"] }));
