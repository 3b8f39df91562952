import { identityInFull, viewIdentity } from "#lib/roll/entry/identity-view.ts";
import { disclosingRoute } from "#lib/web/route.ts";

/** One identity number in full, on this answer alone: who asked and why stands in the ledger before it is read. */
export const POST = disclosingRoute(viewIdentity, (_, body) => body, async (db, { entryId }) => ({ number: await identityInFull(db, entryId) }));
