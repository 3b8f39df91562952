import type { Database } from "#lib/database/client.ts";
import { defineCommand } from "#lib/platform/command.ts";
import { unseal } from "#lib/platform/crypto.ts";
import { invalid } from "#lib/platform/refusal.ts";
import { ok } from "#lib/platform/result.ts";
import { recordEvent } from "#lib/roll/events.ts";
import { viewIdentityInput } from "#lib/roll/inputs.ts";
import { personContext } from "#lib/roll/person-keys.ts";
import { scopeOfEntry } from "./commands.ts";
import { loadEntry } from "./store.ts";

/**
 * Records that somebody looks at an identity number in full, and why: in the ledger and in the entry's history. The
 * number itself is no part of the command's output, which is kept with the request; `identityInFull` reads it afterwards.
 */
export const viewIdentity = defineCommand({
  name: "roll.viewIdentity",
  action: "roll.viewIdentity",
  input: viewIdentityInput,
  scope: scopeOfEntry,
  load: (tx, { entryId }, facts) => loadEntry(tx, entryId, facts),
  decide: (loaded, { reason }) => (loaded.idMask === null ? invalid(null, "noIdentity") : ok({ entryId: loaded.id, electionId: loaded.election.id, reason })),
  save: async (tx, { entryId, electionId, reason }, facts) => {
    await recordEvent(tx, facts, { electionId, entryId, kind: "viewed", detail: { reason } });
    return { electionId, entryId };
  },
  entry: ({ entryId, reason }, _, facts) => ({ entryId, reason: facts.commit(reason) }),
});

/** The identity number of an entry as it is sealed; empty when there is none. To be read only after `viewIdentity`. */
export async function identityInFull(db: Database, entryId: string): Promise<string> {
  const row = await db.rollEntry.findUnique({ where: { id: entryId }, select: { personId: true, person: { select: { idCipher: true } } } });
  return row === null || row.person.idCipher === null ? "" : unseal(row.person.idCipher, personContext(row.personId)).toString("utf8");
}
