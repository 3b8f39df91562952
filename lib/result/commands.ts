import { countVotes } from "../count/queries.ts";
import { scopeOfVote } from "../count/load.ts";
import { guardedCommand } from "../election/guards/command.ts";
import { canonical, type Json } from "../platform/canonical.ts";
import { sha256 } from "../platform/crypto.ts";
import { conflict, invalid } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { determine } from "./determine.ts";
import { packageFacts, votesOf } from "./load.ts";
import { determineVoteInput } from "./model.ts";
import { countDocumentOf } from "./package.ts";

/** A document without undefined fields, as it is stored and hashed. */
const plain = (value: unknown): Json => {
  const copy: Json = JSON.parse(JSON.stringify(value));
  return copy;
};

/**
 * Closes the count of a vote and determines its result (选举结果认定). Its guard asks that all bundles be settled and no name left
 * unconfirmed; ballots counted that differ from those returned need a reason, and the base of every majority stays the number returned.
 * The count of a re-vote (再次投票) determines the first count again.
 */
export const determineVote = guardedCommand("determine", {
  name: "result.determine",
  action: "result.determine",
  input: determineVoteInput,
  scope: scopeOfVote,
  poll: ({ voteId }) => ({ voteId }),
  reasons: ({ differenceReason }): Readonly<Record<string, string>> => (differenceReason === null ? {} : { ballotsCountedDiffer: differenceReason }),
  timeoutMs: 30_000,
  load: async (tx, input, facts) => {
    const { electionId } = facts.place;
    if (electionId === undefined) return null;
    const votes = await votesOf(tx, electionId);
    const vote = votes.find((one) => one.id === input.voteId);
    if (vote === undefined) return null;
    const [gathered, own, bundles] = [
      await packageFacts(tx, votes, vote),
      await countVotes(tx, electionId),
      await tx.bundle.findMany({ where: { voteId: vote.id }, select: { size: true } }),
    ];
    const earlier = gathered === null ? 0 : await tx.determination.count({ where: { voteId: gathered.root.id } });
    return { vote, gathered, papers: bundles.reduce((sum, bundle) => sum + bundle.size, 0), earlier, returned: own.find((one) => one.id === vote.id)?.returned ?? null };
  },
  decide: ({ vote, gathered, papers, earlier, returned }, input, facts) => {
    if (vote.version !== input.version) return conflict;
    if (vote.state !== "counting" || papers === 0) return invalid(null, "countNotOpen");
    if (gathered === null) return invalid(null, "countNoReturned");
    const document = countDocumentOf(gathered.facts);
    const outcome = determine(document);
    if (!outcome.ok) return invalid(null, "countContradicts", { where: outcome.error.map((fault) => `${fault.path} ${fault.message}`).join("; ") });
    return ok({ vote, root: gathered.root, id: facts.newId(), number: earlier + 1, input: plain(document), outcome: plain(outcome.value), reason: input.differenceReason ?? input.acceptances["ballotsCountedDiffer"] ?? null, papers, returned });
  },
  save: async (tx, { vote, root, id, number, input, outcome, reason }, facts) => {
    await tx.vote.update({ where: { id: vote.id }, data: { state: "determined", differenceReason: reason, version: { increment: 1 } } });
    await tx.determination.create({ data: { id, electionId: vote.electionId, voteId: root.id, number, input: asStored(input), outcome: asStored(outcome), at: facts.now } });
    return { electionId: vote.electionId, determinationId: id, voteNumber: root.number };
  },
  entry: ({ vote, root, id, number, input, outcome, reason, papers, returned }, _, facts) => ({
    vote: vote.id, determines: root.id, determination: id, number, papers, returned, input: sha256(canonical(input)), outcome: sha256(canonical(outcome)), reason: reason === null ? null : facts.commit(reason),
  }),
});

/** JSON for a column that must not be null. */
function asStored(value: Json): Exclude<Json, null> {
  if (value === null) throw new Error("an empty document");
  return value;
}
