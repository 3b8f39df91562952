import type { Transaction } from "../database/client.ts";
import { guardedCommand } from "../election/guards/command.ts";
import { defineCommand, type Facts } from "../platform/command.ts";
import { conflict, invalid } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { bundleSizes, claim, finish } from "./bundle.ts";
import { differingPapers } from "./compare.ts";
import { accountName, bundleIn, papersOf, readersOf, roundOf, scopeOfBundle, scopeOfVote, type BundleRow } from "./load.ts";
import { claimEntryInput, finishEntryInput, planBundlesInput, releaseEntryInput } from "./model.ts";

/** Makes the bundles (分捆) of a closed vote and begins its count. Refused once a paper was read. */
export const planBundles = guardedCommand("beginCount", {
  name: "count.planBundles",
  action: "count.prepare",
  input: planBundlesInput,
  scope: scopeOfVote,
  poll: ({ voteId }) => ({ voteId }),
  load: async (tx, input, facts) => {
    const vote = await tx.vote.findUnique({
      where: { id: input.voteId },
      select: { id: true, electionId: true, state: true, version: true, bundles: { select: { state: true, reopens: true } } },
    });
    return vote === null || vote.electionId !== facts.place.electionId ? null : vote;
  },
  decide: (vote, input) => {
    if (vote.version !== input.version) return conflict;
    if (vote.state !== "closed" && vote.state !== "counting") return invalid(null, "countNotOpen");
    if (vote.bundles.some((bundle) => bundle.state !== "empty" || bundle.reopens > 0)) return invalid(null, "countBegun");
    return ok({ ...vote, sizes: bundleSizes(input.papers, input.size) });
  },
  save: async (tx, vote, facts) => {
    await tx.bundle.deleteMany({ where: { voteId: vote.id } });
    await tx.bundle.createMany({
      data: vote.sizes.map((size, place) => ({ id: facts.newId(), electionId: vote.electionId, voteId: vote.id, number: place + 1, size, state: "empty" })),
    });
    await tx.vote.update({ where: { id: vote.id }, data: { state: "counting", version: { increment: 1 } } });
    return { voteId: vote.id, electionId: vote.electionId, bundles: vote.sizes.length };
  },
  entry: (vote, input) => ({ vote: vote.id, size: input.size, papers: input.papers, bundles: vote.sizes.length }),
});

/** Whether a bundle's vote is being counted; both entries, settling and reopening need it. */
export const counting = (bundle: BundleRow): boolean => bundle.voteState === "counting";

async function heldBundle(tx: Transaction, bundleId: string, facts: Facts) {
  const bundle = await bundleIn(tx, bundleId, facts.place.electionId);
  if (bundle === null) return null;
  const round = await roundOf(tx, bundle.id, bundle.reopens);
  const holder = await accountName(tx, bundle.state === "firstEntry" ? bundle.firstBy : bundle.secondBy);
  return { bundle, round, holder };
}

/** A teller takes a bundle for the first or second entry, or comes back to his own. Whoever holds it is named in the refusal. */
export const claimEntry = defineCommand({
  name: "count.claimEntry",
  action: "count.enter",
  input: claimEntryInput,
  scope: scopeOfBundle,
  load: (tx, input, facts) => heldBundle(tx, input.bundleId, facts),
  decide: ({ bundle, round, holder }, _, facts) => {
    if (!counting(bundle)) return invalid(null, "countNotOpen");
    const move = claim(bundle, facts.actor.accountId, round.readers[1]);
    return move.ok ? ok({ bundle, move }) : invalid(null, move.why, { name: holder, bundle: bundle.number });
  },
  save: async (tx, { bundle, move }, facts) => {
    const by = move.pass === 1 ? { firstBy: facts.actor.accountId } : { secondBy: facts.actor.accountId };
    await tx.bundle.update({ where: { id: bundle.id }, data: { state: move.state, ...by, version: { increment: 1 } } });
    return { bundleId: bundle.id, electionId: bundle.electionId, pass: move.pass };
  },
  entry: ({ bundle, move }) => ({ bundle: bundle.id, number: bundle.number, round: bundle.reopens, pass: move.pass }),
});

/** Closes an entry. The second one is compared at once: equal papers settle by themselves, differing ones wait for a scrutineer. */
export const finishEntry = defineCommand({
  name: "count.finishEntry",
  action: "count.enter",
  input: finishEntryInput,
  scope: scopeOfBundle,
  load: (tx, { bundleId }, { place }) => papersOf(tx, bundleId, place.electionId),
  decide: ({ bundle, round, form, written }, input, facts) => {
    if (!counting(bundle)) return invalid(null, "countNotOpen");
    const differing = input.pass === 1 ? [] : differingPapers(form, round.marks[1], round.marks[2], written);
    const read = round.marks[input.pass].size;
    const move = finish(bundle, facts.actor.accountId, input.pass, { size: bundle.size, read, differing: differing.length });
    return move.ok ? ok({ bundle, state: move.state, differing, pass: input.pass }) : invalid(null, move.why, { bundle: bundle.number, missing: bundle.size - read });
  },
  save: async (tx, { bundle, state, differing }) => {
    await tx.bundle.update({ where: { id: bundle.id }, data: { state, version: { increment: 1 } } });
    return { state, differing: differing.length, bundleId: bundle.id, electionId: bundle.electionId };
  },
  entry: ({ bundle, state, differing, pass }) => ({ bundle: bundle.id, round: bundle.reopens, pass, state, differing: [...differing] }),
});

/** Frees a bundle whose teller cannot go on: another teller takes the same entry over at the next paper. By a scrutineer, with a reason. */
export const releaseEntry = defineCommand({
  name: "count.releaseEntry",
  action: "count.settle",
  input: releaseEntryInput,
  scope: scopeOfBundle,
  load: (tx, input, facts) => heldBundle(tx, input.bundleId, facts),
  decide: ({ bundle, round }, input, facts) => {
    if (bundle.version !== input.version) return conflict;
    if (!counting(bundle)) return invalid(null, "countNotOpen");
    if (bundle.state !== "firstEntry" && bundle.state !== "secondEntry") return invalid(null, "bundleNotHeld");
    if (readersOf(round).has(facts.actor.accountId)) return invalid(null, "bundleSettleByThird", { bundle: bundle.number });
    return ok({ bundle, reason: input.reason });
  },
  save: async (tx, { bundle }) => {
    const freed = bundle.state === "firstEntry" ? { firstBy: null } : { secondBy: null };
    await tx.bundle.update({ where: { id: bundle.id }, data: { ...freed, version: { increment: 1 } } });
    return { bundleId: bundle.id, electionId: bundle.electionId };
  },
  entry: ({ bundle, reason }, _, facts) => ({ bundle: bundle.id, round: bundle.reopens, state: bundle.state, reason: facts.commit(reason) }),
});
