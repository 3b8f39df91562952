import { z } from "zod";
import type { Reader } from "#lib/database/client.ts";
import { settleFindings } from "#lib/election/acceptance.ts";
import { defineCommand } from "#lib/platform/command.ts";
import { invalid } from "#lib/platform/refusal.ts";
import { ok } from "#lib/platform/result.ts";
import { CONTACT_OUTCOMES, CONTACT_WAYS } from "#lib/roll/contact.ts";
import { excludeInput, readmitInput, settleInput } from "#lib/roll/inputs.ts";
import { scopeOfEntry } from "./commands.ts";
import { groundIssue, unreachableFindings, type Attempts } from "./exclusion.ts";
import { entryOf, excluded, loadOne, restanding, saved } from "./standing.ts";
import { loadEntry } from "./store.ts";

const attemptsSchema = z.array(z.object({ how: z.enum(CONTACT_WAYS), outcome: z.enum(CONTACT_OUTCOMES), day: z.string() }));

/** Every recorded attempt to reach a person. */
const attemptsOf = async (tx: Reader, entryId: string): Promise<Attempts> => attemptsSchema.parse(await tx.rollEvent.findMany({ where: { entryId, kind: "contacted" }, select: { how: true, outcome: true, day: true } }));

/** Keeps a person off the list, with kind, what happened, and the paper it rests on (不列入名单). */
export const excludeEntry = defineCommand({
  name: "roll.excludeEntry",
  action: "roll.write",
  input: excludeInput,
  scope: scopeOfEntry,
  load: async (tx, { entryId }, facts) => {
    const loaded = await loadEntry(tx, entryId, facts);
    return loaded === null ? null : { loaded, attempts: await attemptsOf(tx, entryId) };
  },
  decide: ({ loaded, attempts }, { version, exclusion, note, document, issuer, paperDay, place, until, acceptances }, facts) => {
    const ground = { document, issuer, day: paperDay, place, until };
    const issue = groundIssue(exclusion, ground, loaded.election.electionDay);
    if (!issue.ok) return issue.error.kind === "invalid" && issue.error.issues[0]?.field === "day" ? invalid("paperDay", "required") : issue;
    if (paperDay !== null && paperDay > facts.today) return invalid("paperDay", "inFuture");
    const accepted = settleFindings(exclusion === "unreachable" ? unreachableFindings(loaded.election.law, attempts) : [], acceptances, facts);
    if (!accepted.ok) return accepted;
    const change = excluded(loaded, version, { exclusion, note, ground }, facts);
    return change.ok ? ok({ ...change.value, accepted: accepted.value }) : change;
  },
  save: (tx, change, facts) => saved(tx, facts, change, { kind: "excluded" }),
  entry: ({ accepted, ...change }, _, facts) => ({ ...entryOf(change, facts), accepted: [...accepted] }),
});

/** Takes an exclusion back: an error, or rights restored (恢复政治权利). */
export const readmitEntry = defineCommand({
  name: "roll.readmitEntry",
  action: "roll.write",
  input: readmitInput,
  scope: scopeOfEntry,
  load: loadOne,
  decide: (loaded, { version, reason }, facts) =>
    loaded.content.exclusion === null ? invalid(null, "alreadyDone") : restanding(loaded, version, { exclusion: null, exclusionNote: null, exclusionGround: null }, reason, facts),
  save: (tx, change, facts) => saved(tx, facts, change, { kind: "readmitted" }),
  entry: (change, _, facts) => entryOf(change, facts),
});

/** Says that findings were checked against the papers and the entry is right as it stands (已核实). */
export const settleEntryFindings = defineCommand({
  name: "roll.settleFindings",
  action: "roll.write",
  input: settleInput,
  scope: scopeOfEntry,
  load: loadOne,
  decide: (loaded, { version, kinds, reason }, facts) => {
    const settled = loaded.content.openFindings.filter((kind) => kinds.includes(kind));
    if (settled.length === 0) return invalid("kinds", "noneGiven");
    const change = restanding(loaded, version, { openFindings: loaded.content.openFindings.filter((kind) => !settled.includes(kind)) }, reason, facts);
    return change.ok ? ok({ ...change.value, settled }) : change;
  },
  save: (tx, { settled, ...change }, facts) => saved(tx, facts, change, { kind: "findingSettled", facts: { kinds: [...settled] } }),
  entry: ({ settled, ...change }, _, facts) => ({ ...entryOf(change, facts), settled: [...settled] }),
});

