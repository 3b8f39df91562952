import { canonical } from "../platform/canonical.ts";
import { defineCommand } from "../platform/command.ts";
import { conflict, invalid } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { mayAskReopen, mayConfirmReopen, maySettle } from "./bundle.ts";
import { counting } from "./commands.ts";
import { differingPapers } from "./compare.ts";
import { bundleIn, papersOf, readersOf, reopenRolesOf, scopeOfBundle } from "./load.ts";
import { answerReopenInput, askReopenInput, settlePaperInput } from "./model.ts";
import { normalMarks, strayMark } from "./rules.ts";

/** Settles a paper on which the entries differ (核定), from the paper, by a scrutineer (监票人) who made neither entry. */
export const settlePaper = defineCommand({
  name: "count.settlePaper",
  action: "count.settle",
  input: settlePaperInput,
  scope: scopeOfBundle,
  load: (tx, { bundleId }, { place }) => papersOf(tx, bundleId, place.electionId),
  decide: ({ bundle, round, form, written }, input, facts) => {
    if (!counting(bundle)) return invalid(null, "countNotOpen");
    const why = maySettle(bundle, facts.actor.accountId, readersOf(round));
    if (why !== null) return invalid(null, why, { bundle: bundle.number });
    if (strayMark(form, input.marks, new Set(written.keys())) !== null) return invalid("marks", "invalidChoice");
    const differing = differingPapers(form, round.marks[1], round.marks[2], written);
    if (!differing.includes(input.paper)) return invalid("paper", "paperNotDiffering");
    const left = differing.filter((paper) => paper !== input.paper && !round.settled.has(paper));
    return ok({ bundle, paper: input.paper, marks: normalMarks(form, input.marks), reason: input.reason, left });
  },
  save: async (tx, { bundle, paper, marks, reason, left }, facts) => {
    const key = { bundleId: bundle.id, round: bundle.reopens, paper };
    const row = { electionId: bundle.electionId, marks, reason, by: facts.actor.accountId, at: facts.now };
    await tx.settlement.upsert({ where: { bundleId_round_paper: key }, create: { ...key, ...row }, update: row });
    const state = left.length === 0 ? "settled" : "compared";
    await tx.bundle.update({ where: { id: bundle.id }, data: { state, settledBy: facts.actor.accountId, version: { increment: 1 } } });
    return { bundleId: bundle.id, electionId: bundle.electionId, state, left: left.length };
  },
  entry: ({ bundle, paper, marks, reason, left }, _, facts) => ({
    bundle: bundle.id, round: bundle.reopens, paper, left: left.length, reading: facts.commit(canonical(marks)), reason: facts.commit(reason),
  }),
});

/** Chair or scrutineer asks for a settled bundle to be entered again; the other of the two must agree. */
export const askReopen = defineCommand({
  name: "count.askReopen",
  action: "count.reopen",
  input: askReopenInput,
  scope: scopeOfBundle,
  load: (tx, input, facts) => bundleIn(tx, input.bundleId, facts.place.electionId),
  decide: (bundle, input) => {
    if (bundle.version !== input.version) return conflict;
    if (!counting(bundle)) return invalid(null, "countNotOpen");
    const why = mayAskReopen(bundle);
    return why === null ? ok({ bundle, reason: input.reason }) : invalid(null, why, { bundle: bundle.number });
  },
  save: async (tx, { bundle, reason }, facts) => {
    await tx.bundle.update({ where: { id: bundle.id }, data: { reopenAskedBy: facts.actor.accountId, reopenReason: reason, version: { increment: 1 } } });
    return { bundleId: bundle.id, electionId: bundle.electionId };
  },
  entry: ({ bundle, reason }, _, facts) => ({ bundle: bundle.id, round: bundle.reopens, reason: facts.commit(reason) }),
});

/** The other of chair and scrutineer agrees (the bundle begins its next round) or declines. Either may take the request back. */
export const answerReopen = defineCommand({
  name: "count.answerReopen",
  action: "count.reopen",
  input: answerReopenInput,
  scope: scopeOfBundle,
  load: async (tx, input, facts) => {
    const bundle = await bundleIn(tx, input.bundleId, facts.place.electionId);
    if (bundle === null) return null;
    const asker = bundle.reopenAskedBy === null ? new Set<never>() : await reopenRolesOf(tx, bundle.reopenAskedBy, bundle.electionId);
    return { bundle, asker, confirmer: await reopenRolesOf(tx, facts.actor.accountId, bundle.electionId) };
  },
  decide: ({ bundle, asker, confirmer }, input, facts) => {
    if (bundle.version !== input.version) return conflict;
    if (!counting(bundle)) return invalid(null, "countNotOpen");
    if (bundle.reopenAskedBy === null) return invalid(null, "bundleReopenNotAsked", { bundle: bundle.number });
    if (input.answer === "decline") return ok({ bundle, reopened: false });
    const why = mayConfirmReopen(bundle, facts.actor.accountId, { asker, confirmer });
    return why === null ? ok({ bundle, reopened: true }) : invalid(null, why, { bundle: bundle.number });
  },
  save: async (tx, { bundle, reopened }) => {
    const begun = reopened ? { state: "empty", firstBy: null, secondBy: null, settledBy: null, reopens: { increment: 1 } } : {};
    await tx.bundle.update({ where: { id: bundle.id }, data: { ...begun, reopenAskedBy: null, ...(reopened ? {} : { reopenReason: null }), version: { increment: 1 } } });
    return { bundleId: bundle.id, electionId: bundle.electionId, reopened };
  },
  entry: ({ bundle, reopened }) => ({ bundle: bundle.id, round: bundle.reopens, reopened }),
});
