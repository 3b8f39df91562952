import { guardedCommand } from "../election/guards/command.ts";
import { registeredNow } from "../election/people.ts";
import { defineCommand } from "../platform/command.ts";
import { conflict, invalid, stoppedBy } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { loadVote, scopeOfVote } from "./load.ts";
import { closeStationInput, closeVoteInput, openVoteInput } from "./model.ts";
import { stationSumFindings } from "./rules.ts";

/** Opens the voting on its day, after the guard; who is registered is fixed now. */
export const openVote = guardedCommand("openVote", {
  name: "vote.open",
  action: "vote.open",
  input: openVoteInput,
  scope: (input, db) => scopeOfVote(db, input.voteId),
  poll: ({ voteId }) => ({ voteId }),
  load: async (tx, input, facts) => {
    const vote = await loadVote(tx, input.voteId, facts);
    return vote === null ? null : { vote, registered: (await registeredNow(tx, vote.electionId)) ?? 0 };
  },
  decide: ({ vote, registered }, input) => {
    if (vote.version !== input.version) return conflict;
    return vote.state === "preparing" ? ok({ vote, registered }) : invalid(null, "alreadyDone");
  },
  save: async (tx, { vote, registered }, facts) => {
    await tx.vote.update({ where: { id: vote.id }, data: { state: "open", registered, openedAt: facts.now, version: { increment: 1 } } });
    return { electionId: vote.electionId, voteId: vote.id };
  },
  entry: ({ vote, registered }) => ({ voteId: vote.id, registered }),
});

/** A station's account after voting: received = issued + spoiled + left, and what its boxes held. */
export const closeStation = defineCommand({
  name: "ballot.closeStation",
  action: "ballot.issue",
  input: closeStationInput,
  scope: async (input, db) => {
    const account = await db.stationAccount.findUnique({ where: { id: input.accountId }, select: { electionId: true } });
    return account === null ? null : { kind: "election", id: account.electionId };
  },
  load: async (tx, input, facts) => {
    const account = await tx.stationAccount.findUnique({ where: { id: input.accountId }, select: { id: true, voteId: true, stationId: true, received: true, version: true } });
    const vote = account === null ? null : await loadVote(tx, account.voteId, facts);
    return account === null || vote === null ? null : { account, vote };
  },
  decide: ({ account, vote }, input) => {
    if (account.version !== input.version) return conflict;
    if (vote.state !== "open") return invalid(null, "voteNotOpen");
    const { issued, spoiled, left, returned } = input;
    const findings = stationSumFindings({ received: account.received, issued, spoiled, left, returned }, vote.law);
    return findings.every((one) => one.ok) ? ok({ account, vote, sums: { issued, spoiled, left, returned } }) : stoppedBy(findings);
  },
  save: async (tx, { account, vote, sums }) => {
    await tx.stationAccount.update({ where: { id: account.id }, data: { ...sums, version: { increment: 1 } } });
    return { electionId: vote.electionId, voteId: vote.id };
  },
  entry: ({ account, sums }) => ({ voteId: account.voteId, stationId: account.stationId, received: account.received, ...sums }),
});

/** Ends the voting when every station has given its account. */
export const closeVote = guardedCommand("closeVote", {
  name: "vote.close",
  action: "vote.open",
  input: closeVoteInput,
  scope: (input, db) => scopeOfVote(db, input.voteId),
  poll: ({ voteId }) => ({ voteId }),
  load: async (tx, input, facts) => {
    const vote = await loadVote(tx, input.voteId, facts);
    if (vote === null) return null;
    return { vote, accounts: await tx.stationAccount.findMany({ where: { voteId: vote.id }, select: { issued: true, returned: true } }) };
  },
  decide: ({ vote, accounts }, input) => {
    if (vote.version !== input.version) return conflict;
    if (vote.state !== "open") return invalid(null, "voteNotOpen");
    const issued = accounts.reduce((sum, account) => sum + (account.issued ?? 0), 0);
    const returned = accounts.reduce((sum, account) => sum + (account.returned ?? 0), 0);
    if (returned === 0 && accounts.every((account) => account.returned !== null)) return invalid(null, "noBallotsReturned");
    return ok({ vote, issued, returned });
  },
  save: async (tx, { vote }, facts) => {
    await tx.vote.update({ where: { id: vote.id }, data: { state: "closed", closedAt: facts.now, version: { increment: 1 } } });
    return { electionId: vote.electionId, voteId: vote.id };
  },
  entry: ({ vote, issued, returned }) => ({ voteId: vote.id, issued, returned }),
});
