import { electionLaw, electionPacks, lawFields, villageMethodOf } from "../election/law.ts";
import type { Finding } from "../law/finding.ts";
import { lawFor, type Packs } from "../law/law.ts";
import { villageMethodSchema, type VillageMethod } from "../law/method.ts";
import { sameValue } from "../law/pack-versions.ts";
import type { Transaction } from "../database/client.ts";
import { defineCommand } from "../platform/command.ts";
import { conflict, invalid, stoppedBy } from "../platform/refusal.ts";
import { err, ok } from "../platform/result.ts";
import { actedOf } from "./acted.ts";
import { moveElectionInput, setMethodInput } from "./model.ts";
import { changedValues, fixedAmong, lateChanges, readMethod } from "./rules.ts";
import { keepVersions, packsOn } from "./versions.ts";
import { packsToken } from "./move.ts";

const electionFields = {
  id: true, version: true, closedAt: true, methodPassedOn: true, methodPassedBy: true, nationalVersionId: true, provinceVersionId: true, ...lawFields,
  village: { select: { township: { select: { county: { select: { id: true, provincePack: true } } } } } },
} as const;

/** An election with its law, the packs in force in its county today, and what has been acted upon. */
async function lawCase(tx: Transaction, electionId: string) {
  const row = await tx.election.findUnique({ where: { id: electionId }, select: electionFields });
  if (row === null) return null;
  const current = await packsOn(tx, row.village.township.county, row.electionDay);
  return { row, law: electionLaw(row), packs: electionPacks(row), current, acted: await actedOf(tx, electionId) };
}

/** The law that an election would have under other packs, its own method kept. */
export const lawUnder = (row: { readonly electionDay: string; readonly parameters: unknown }, packs: Packs) =>
  lawFor({ firstVoteOn: row.electionDay, province: packs.province?.id ?? null, packs, parameters: villageMethodOf(row.parameters) });

/**
 * Moves one election to the packs now in force in its county (township officer). Refused when the vote has opened, when
 * a rule that changes was acted upon already, and when the village's own method would lie outside the new limits.
 */
export const moveElection = defineCommand({
  name: "election.moveLaw",
  action: "election.moveLaw",
  input: moveElectionInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: (tx, input) => lawCase(tx, input.electionId),
  decide: ({ row, law, packs, current, acted }, input) => {
    if (row.version !== input.version || packsToken(current.packs) !== input.packs) return conflict;
    if (packsToken(packs) === packsToken(current.packs)) return invalid(null, "packsSame");
    if (acted.has("vote") || row.closedAt !== null) return invalid(null, "packsVoteOpened");
    const after = lawUnder(row, current.packs);
    if (!after.ok) return stoppedBy(after.error);
    const changed = changedValues(law, after.value);
    const fixed = fixedAmong(changed, acted);
    if (fixed.length > 0) return invalid(null, "packsActedOn", { count: fixed.length, keys: fixed.join(", ") });
    return ok({ id: row.id, current, changed, from: packsToken(packs), to: packsToken(current.packs) });
  },
  save: async (tx, { id, current }, facts) => {
    const kept = await keepVersions(tx, current, facts.now);
    await tx.election.update({ where: { id }, data: { ...kept, version: { increment: 1 } } });
    return { electionId: id };
  },
  entry: ({ from, to, changed }) => ({ from, to, changed }),
});

/** A finding of the law about the form of the method: its fields are those of the form. */
const onForm = (found: Finding): Finding => ({ ...found, fields: found.fields.map((field) => field.replace(/^parameters\./, "method.")) });

/**
 * Sets the village's own method (选举办法), as its assembly or representatives passed it: inside the limits of nation and
 * province, and only while what it concerns is not out yet.
 */
export const setMethod = defineCommand({
  name: "committee.setMethod",
  action: "method.write",
  input: setMethodInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: (tx, input) => lawCase(tx, input.electionId),
  decide: ({ row, packs, acted }, input, facts) => {
    if (row.version !== input.version) return conflict;
    if (input.passedOn > facts.today) return invalid("passedOn", "dayAhead");
    const before: Readonly<Record<string, unknown>> = villageMethodOf(row.parameters);
    const { method, issues } = readMethod(input.method);
    if (issues.length > 0) return err({ kind: "invalid", issues });
    const late = lateChanges(before, method, acted);
    if (late.length > 0) return err({ kind: "invalid", issues: late });
    const law = lawFor({ firstVoteOn: row.electionDay, province: packs.province?.id ?? null, packs, parameters: method });
    if (!law.ok) return stoppedBy(law.error.map(onForm));
    const keys = [...new Set([...Object.keys(before), ...Object.keys(method)])].filter((key) => !sameValue(before[key], method[key]));
    const stored: VillageMethod = villageMethodSchema.parse(method);
    return ok({ id: row.id, stored, passed: { methodPassedOn: input.passedOn, methodPassedBy: input.passedBy }, changes: keys.map((key) => ({ key, from: JSON.stringify(before[key] ?? null), to: JSON.stringify(method[key] ?? null) })) });
  },
  save: async (tx, { id, stored, passed }) => {
    await tx.election.update({ where: { id }, data: { parameters: stored, ...passed, version: { increment: 1 } } });
    return { electionId: id };
  },
  entry: ({ changes }, input) => ({ passedOn: input.passedOn, passedBy: input.passedBy, changes }),
});
