import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { systemWrite } from "#lib/access/system-write.ts";
import { decisionDeadline } from "#lib/calendar/deadlines.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import type { Database } from "#lib/database/client.ts";
import { scopeName } from "#lib/ledger/append.ts";
import { commitTo } from "#lib/platform/crypto.ts";
import { stoppedBy, type Refusal } from "#lib/platform/refusal.ts";
import { err, ok, type Result } from "#lib/platform/result.ts";
import type { sendObjectionInput } from "./model.ts";
import { admit, loadReception, objectionColumns, receptionContent, receptionEntry } from "./reception.ts";
import { timelinessFinding } from "./rules.ts";

/** A sent objection: its number, and until when it will be decided. */
export type SentObjection = { readonly number: number; readonly decideUntil: string };

/**
 * Receives an objection that a villager sent from the public page: the same five days and the same checks as at the desk,
 * written to the election's chain without an account. It is received today; the desk sees it at once.
 */
export async function sendObjection(db: Database, now: Date, electionId: string, input: z.output<typeof sendObjectionInput>): Promise<Result<SentObjection, Refusal>> {
  const scope = { kind: "election", id: electionId } as const;
  const today = dayOf(now);
  const work = async (tx: Parameters<Parameters<typeof systemWrite>[2]>[0]) => {
    const reception = await loadReception(tx, { electionId, ...input });
    if (reception === null) return err({ kind: "notFound" } as const);
    const admitted = admit(reception, today, today);
    if (!admitted.ok) return admitted;
    const timely = timelinessFinding(admitted.value.againstOn, today, reception.election.law, reception.election.calendar);
    if (!timely.ok) return stoppedBy([timely]);
    const { asks: kind, statement, objector, contactWay: contact } = input;
    const id = randomUUID();
    const kept = commitTo(receptionContent(admitted.value, input));
    await tx.objection.create({ data: { id, ...objectionColumns(admitted.value), kind, statement, objector, contact, receivedOn: today, via: "public", receivedAt: now, state: "open" } });
    await tx.ledgerSecret.create({ data: { ...kept, scope: scopeName(scope), value: receptionContent(admitted.value, input) } });
    const value = { number: admitted.value.number, decideUntil: decisionDeadline(today, reception.election.law) };
    return ok({ value, actor: "public", command: "roll.objection.send", payload: { ...receptionEntry(id, admitted.value, { asks: kind, receivedOn: today }), content: kept.commitment } });
  };
  return systemWrite(db, now, work, scope);
}
