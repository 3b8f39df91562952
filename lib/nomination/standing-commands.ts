import type { Transaction } from "../database/client.ts";
import { defineCommand, type Facts } from "../platform/command.ts";
import { conflict, invalid, stoppedBy, type Refusal } from "../platform/refusal.ts";
import { ok, type Result } from "../platform/result.ts";
import { caseOf, nomineeIn, scopeOfNominee } from "./load.ts";
import { recordConsentsInput, refuseNominationInput, withdrawNomineeInput } from "./model.ts";
import { withdrawalFinding } from "./rules.ts";

type Loaded = NonNullable<Awaited<ReturnType<typeof nomineeIn>>>;

/** Whether a nominee may still leave on a paper received on a day. */
function mayLeave({ found, nominee }: Loaded, receivedOn: string, facts: Pick<Facts, "today">, field: string): Result<null, Refusal> {
  if (found.closed) return invalid(null, "alreadyPublished");
  if (nominee.state === "withdrawn") return invalid(null, "alreadyDone");
  if (receivedOn > facts.today) return invalid(field, "inFuture");
  const state = nominee.state === "candidate" ? "candidate" : "nominated";
  const late = withdrawalFinding({ name: nominee.name, state }, receivedOn, { electionDay: found.electionDay, listedOn: found.listedOn }, found.law);
  return late?.ok === false ? stoppedBy([late]) : ok(null);
}

const bump = (tx: Transaction, electionId: string) => tx.election.update({ where: { id: electionId }, data: { version: { increment: 1 } } });

/** A nominee withdraws in writing (退出提名), or was entered by mistake; the next by votes takes the place on the formal list. */
export const withdrawNominee = defineCommand({
  name: "nomination.withdraw",
  action: "nomination.write",
  input: withdrawNomineeInput,
  scope: scopeOfNominee,
  load: (tx, input, facts) => nomineeIn(tx, input.nomineeId, facts.place.electionId ?? ""),
  decide: (loaded, input, facts) => {
    const { nominee } = loaded;
    if (input.version !== nominee.version) return conflict;
    const withdrewOn = input.cause === "withdrew" ? input.withdrewOn : null;
    // A mistake of the desk is mended on the day it is seen; it has no deadline of the law's.
    const may = mayLeave(withdrewOn === null ? { ...loaded, nominee: { ...nominee, state: nominee.state === "withdrawn" ? "withdrawn" : "nominated" } } : loaded, withdrewOn ?? facts.today, facts, "withdrewOn");
    return may.ok ? ok({ nominee, cause: input.cause, withdrewOn, note: input.note }) : may;
  },
  save: async (tx, { nominee, cause, withdrewOn, note }) => {
    await tx.nominee.update({ where: { id: nominee.id }, data: { state: "withdrawn", withdrewOn, stateReason: note === null ? cause : `${cause}：${note}`, version: { increment: 1 } } });
    await bump(tx, nominee.electionId);
    return { electionId: nominee.electionId };
  },
  entry: ({ nominee, cause, withdrewOn }) => ({ nomineeId: nominee.id, cause, withdrewOn }),
});

/** Asked whether he accepts the nomination, a person refused in writing (不接受提名). */
export const refuseNomination = defineCommand({
  name: "nomination.refuse",
  action: "nomination.write",
  input: refuseNominationInput,
  scope: scopeOfNominee,
  load: (tx, input, facts) => nomineeIn(tx, input.nomineeId, facts.place.electionId ?? ""),
  decide: (loaded, input, facts) => {
    if (input.version !== loaded.nominee.version) return conflict;
    const may = mayLeave(loaded, input.consentOn, facts, "consentOn");
    return may.ok ? ok({ nominee: loaded.nominee, consentOn: input.consentOn }) : may;
  },
  save: async (tx, { nominee, consentOn }) => {
    await tx.nominee.update({ where: { id: nominee.id }, data: { state: nominee.state === "barred" ? "barred" : "withdrawn", stateReason: "refused", consent: "refused", consentOn, version: { increment: 1 } } });
    await bump(tx, nominee.electionId);
    return { electionId: nominee.electionId };
  },
  entry: ({ nominee, consentOn }) => ({ nomineeId: nominee.id, refusedOn: consentOn }),
});

/** Several nominees agreed in writing to be candidates (接受提名). */
export const recordConsents = defineCommand({
  name: "nomination.consent",
  action: "nomination.write",
  input: recordConsentsInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const found = await caseOf(tx, input.electionId);
    const ids = [...new Set(input.nominees)];
    const nominees = await tx.nominee.findMany({ where: { electionId: input.electionId, id: { in: ids } }, select: { id: true, state: true } });
    return found === null || nominees.length !== ids.length ? null : { found, nominees };
  },
  decide: ({ found, nominees }, input, facts) => {
    if (found.closed) return invalid(null, "alreadyPublished");
    if (input.consentOn > facts.today) return invalid("consentOn", "inFuture");
    if (nominees.some((nominee) => nominee.state === "withdrawn" || nominee.state === "barred")) return invalid("nominees", "notRunning");
    return ok({ electionId: input.electionId, ids: nominees.map((nominee) => nominee.id), consentOn: input.consentOn });
  },
  save: async (tx, { electionId, ids, consentOn }) => {
    await tx.nominee.updateMany({ where: { electionId, id: { in: ids } }, data: { consent: "given", consentOn, version: { increment: 1 } } });
    await bump(tx, electionId);
    return { electionId };
  },
  entry: ({ ids, consentOn }) => ({ consented: ids, consentOn }),
});
