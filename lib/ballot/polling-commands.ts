import { settleFindings } from "../election/acceptance.ts";
import { defineCommand } from "../platform/command.ts";
import { conflict, invalid, stoppedBy } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { loadVote, scopeOfVote } from "./load.ts";
import { closeStationInput, closeVoteInput, openVoteInput } from "./model.ts";
import { closingFindings, openingFindings, stationSumFindings } from "./rules.ts";
import { openingOf } from "./queries.ts";

/** Opens the voting on its day, after the guard; who is registered is fixed now. */
export const openVote = defineCommand({
  name: "vote.open",
  action: "vote.open",
  input: openVoteInput,
  scope: (input, db) => scopeOfVote(db, input.voteId),
  load: async (tx, input, facts) => {
    const vote = await loadVote(tx, input.voteId, facts);
    return vote === null ? null : { vote, opening: await openingOf(tx, vote, facts.today) };
  },
  decide: ({ vote, opening }, input, facts) => {
    if (vote.version !== input.version) return conflict;
    if (vote.state !== "preparing") return invalid(null, "alreadyDone");
    const settled = settleFindings(openingFindings(opening, vote.law), input.acceptances, facts);
    return settled.ok ? ok({ vote, registered: opening.registered, accepted: settled.value }) : settled;
  },
  save: async (tx, { vote, registered }, facts) => {
    await tx.vote.update({ where: { id: vote.id }, data: { state: "open", registered, openedAt: facts.now, version: { increment: 1 } } });
    return { electionId: vote.electionId, voteId: vote.id };
  },
  entry: ({ vote, registered, accepted }) => ({ voteId: vote.id, registered, accepted }),
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
export const closeVote = defineCommand({
  name: "vote.close",
  action: "vote.open",
  input: closeVoteInput,
  scope: (input, db) => scopeOfVote(db, input.voteId),
  load: async (tx, input, facts) => {
    const vote = await loadVote(tx, input.voteId, facts);
    if (vote === null) return null;
    const accounts = await tx.stationAccount.findMany({ where: { voteId: vote.id }, select: { issued: true, returned: true, station: { select: { name: true } } } });
    return { vote, accounts };
  },
  decide: ({ vote, accounts }, input, facts) => {
    if (vote.version !== input.version) return conflict;
    if (vote.state !== "open") return invalid(null, "voteNotOpen");
    const missing = accounts.filter((account) => account.issued === null || account.returned === null).map((account) => account.station.name);
    const issued = accounts.reduce((sum, account) => sum + (account.issued ?? 0), 0);
    const returned = accounts.reduce((sum, account) => sum + (account.returned ?? 0), 0);
    if (missing.length === 0 && returned === 0) return invalid(null, "noBallotsReturned");
    const settled = settleFindings(closingFindings(missing, issued, returned, vote.registered ?? 0, vote.law), input.acceptances, facts);
    return settled.ok ? ok({ vote, issued, returned, accepted: settled.value }) : settled;
  },
  save: async (tx, { vote }, facts) => {
    await tx.vote.update({ where: { id: vote.id }, data: { state: "closed", closedAt: facts.now, version: { increment: 1 } } });
    return { electionId: vote.electionId, voteId: vote.id };
  },
  entry: ({ vote, issued, returned, accepted }) => ({ voteId: vote.id, issued, returned, accepted }),
});
