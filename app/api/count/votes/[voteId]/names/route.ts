import { addWrittenName } from "#lib/count/name-commands.ts";
import { fieldsOf } from "#lib/count/request.ts";
import { commandRoute } from "#lib/web/route.ts";

/** A written-in name: `{text}` as it stands on the paper, or `{rollEntryId}` of the person recognised. */
export const POST = commandRoute(addWrittenName, (params, body) => ({ ...fieldsOf(body), voteId: params["voteId"] }));
