import type { Database, Transaction } from "../database/client.ts";
import { append, lockHead, scopeName, type Scope } from "../ledger/append.ts";
import type { Json } from "../platform/canonical.ts";
import { isUniqueViolation } from "../platform/database-errors.ts";
import type { Refusal } from "../platform/refusal.ts";
import { err, ok, type Result } from "../platform/result.ts";

/** What such a write did: its answer, who did it, and the entry of the chain. */
export type SystemDeed<T> = { readonly value: T; readonly actor: string; readonly command: string; readonly payload: Json };

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super("refused");
    this.refusal = refusal;
  }
}

/**
 * The few writes that the table of permissions cannot decide, because there is no actor with a role or the row is the
 * person's own: first run, own password, signing in and out, a villager's objection from the public page. Same order as a
 * command: lock the chain's head (the system's unless told), check, write, append, commit. A refusal undoes everything.
 */
export async function systemWrite<T>(db: Database, at: Date, work: (tx: Transaction) => Promise<Result<SystemDeed<T>, Refusal>>, scope: Scope = { kind: "system" }): Promise<Result<T, Refusal>> {
  try {
    const value = await db.$transaction(
      async (tx) => {
        const head = await lockHead(tx, scope);
        if (head === null) throw new Error(`the chain of ${scopeName(scope)} is not open`);
        const done = await work(tx);
        if (!done.ok) throw new Refused(done.error);
        const { actor, command, payload } = done.value;
        await append(tx, { scope, at, actor, command, payload });
        return done.value.value;
      },
      { timeout: 10_000, maxWait: 15_000, isolationLevel: "ReadCommitted" },
    );
    return ok(value);
  } catch (error) {
    if (error instanceof Refused) return err(error.refusal);
    if (isUniqueViolation(error)) return err({ kind: "conflict" });
    throw error;
  }
}
