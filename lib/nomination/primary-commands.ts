import { seatsOf } from "../committee/seats.ts";
import type { Transaction } from "../database/client.ts";
import { settleFindings } from "../election/acceptance.ts";
import { defineCommand } from "../platform/command.ts";
import { conflict, invalid, stoppedBy } from "../platform/refusal.ts";
import { err, ok } from "../platform/result.ts";
import { caseOf } from "./load.ts";
import { recordRoundInput, removeRoundInput, setPrimaryInput } from "./model.ts";
import { primaryOf } from "./primary-queries.ts";
import { methodPostedFinding, primaryTurnoutFinding, primaryVotersFinding, roundIssues } from "./primary-rules.ts";
import { standingsOf } from "./standings.ts";
import { roundContests } from "./rules.ts";

/** The case with its primary, as every command here needs it. */
async function primaryCase(tx: Transaction, electionId: string) {
  const found = await caseOf(tx, electionId);
  return found === null ? null : { found, primary: await primaryOf(tx, electionId) };
}

const bump = (tx: Transaction, electionId: string) => tx.election.update({ where: { id: electionId }, data: { version: { increment: 1 } } });

/** Sets how the primary (预选) is held: who votes, when and where. Free to change until it was held; its notice is then due again. */
export const setPrimary = defineCommand({
  name: "nomination.primary",
  action: "nomination.write",
  input: setPrimaryInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: (tx, input) => primaryCase(tx, input.electionId),
  decide: ({ found, primary }, input, facts) => {
    if (input.version !== found.version) return conflict;
    if (found.registered === null) return invalid(null, "listNotPublished");
    if (found.closed) return invalid(null, "alreadyPublished");
    if (primary !== null && primary.rounds.length > 0) return invalid(null, "primaryHeld");
    if (input.toTime <= input.fromTime) return invalid("toTime", "beforeStart");
    if (input.heldOn >= found.electionDay) return invalid("heldOn", "notBeforeElection", { day: found.electionDay });
    const entitled = input.voters === "electors" ? found.registered : input.entitled;
    if (entitled === null) return invalid("entitled", "required");
    const finding = primaryVotersFinding(input.voters, found.law);
    if (!finding.ok) return stoppedBy([finding]);
    const { electionId, voters, heldOn, fromTime, toTime, place } = input;
    return ok({ electionId, id: primary?.id ?? facts.newId(), method: { voters, heldOn, fromTime, toTime, place, entitled } });
  },
  save: async (tx, { electionId, id, method }, facts) => {
    await tx.primary.upsert({ where: { electionId }, create: { id, electionId, ...method, changedAt: facts.now }, update: { ...method, changedAt: facts.now, version: { increment: 1 } } });
    await bump(tx, electionId);
    return { electionId };
  },
  entry: ({ method }) => ({ voters: method.voters, heldOn: method.heldOn, entitled: method.entitled }),
});

/** Records a voting of the primary: the first, or one among those with equal votes (再次投票). No proxies take part in it. */
export const recordRound = defineCommand({
  name: "nomination.primaryRound",
  action: "nomination.write",
  input: recordRoundInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const known = await primaryCase(tx, input.electionId);
    return known === null ? null : { ...known, plans: await seatsOf(tx, input.electionId), nominees: await standingsOf(tx, input.electionId) };
  },
  decide: ({ found, primary, plans, nominees }, input, facts) => {
    if (input.version !== found.version) return conflict;
    if (found.closed) return invalid(null, "alreadyPublished");
    if (primary === null) return invalid(null, "primaryFirst");
    if (input.heldOn > facts.today) return invalid("heldOn", "inFuture");
    if (input.heldOn < (primary.rounds.at(-1)?.heldOn ?? primary.heldOn)) return invalid("heldOn", "beforeStart");
    if (input.ballots > primary.entitled) return invalid("ballots", "aboveEntitled", { present: input.ballots, entitled: primary.entitled });
    if (input.invalid > input.ballots) return invalid("invalid", "aboveBallots", { votes: input.invalid, ballots: input.ballots });
    const number = primary.rounds.length + 1;
    const contests = roundContests(plans, nominees, primary.rounds.length);
    const open = new Set(contests.flatMap((contest) => contest.running));
    const typed = new Map(Object.entries(input.votes).filter(([nominee]) => open.has(nominee)));
    const issues = roundIssues(number, contests, typed, input.ballots - input.invalid);
    if (issues.length > 0) return err({ kind: "invalid", issues });
    const findings = [methodPostedFinding(primary.methodPosted, found.law), primaryTurnoutFinding(primary.voters, primary.entitled, input.ballots, found.law)];
    const settled = settleFindings(findings, input.acceptances, facts);
    if (!settled.ok) return settled;
    const votes = [...typed].flatMap(([nomineeId, count]) => (count === null ? [] : [{ id: facts.newId(), nomineeId, votes: count }]));
    const round = { id: facts.newId(), electionId: input.electionId, primaryId: primary.id, number, heldOn: input.heldOn, entitled: primary.entitled, ballots: input.ballots, invalid: input.invalid };
    return ok({ round, votes, accepted: settled.value });
  },
  save: async (tx, { round, votes }, facts) => {
    await tx.primaryRound.create({ data: { ...round, recordedAt: facts.now } });
    await tx.primaryVote.createMany({ data: votes.map((vote) => ({ ...vote, electionId: round.electionId, roundId: round.id })) });
    await bump(tx, round.electionId);
    return { electionId: round.electionId };
  },
  entry: ({ round, votes, accepted }) => ({
    round: round.number, heldOn: round.heldOn, entitled: round.entitled, ballots: round.ballots, invalid: round.invalid, accepted,
    votes: votes.map(({ nomineeId, votes: count }) => ({ nomineeId, votes: count })),
  }),
});

/** Takes the last voting of the primary back, entered by mistake and not yet announced. */
export const removeRound = defineCommand({
  name: "nomination.primaryRoundRemove",
  action: "nomination.write",
  input: removeRoundInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: (tx, input) => primaryCase(tx, input.electionId),
  decide: ({ found, primary }, input) => {
    if (input.version !== found.version) return conflict;
    if (found.closed) return invalid(null, "alreadyPublished");
    const last = primary?.rounds.at(-1);
    if (primary === null || last === undefined) return invalid(null, "alreadyDone");
    if (primary.resultPosted === "current") return invalid(null, "primaryAnnounced");
    return ok({ electionId: input.electionId, primaryId: primary.id, number: last.number });
  },
  save: async (tx, { electionId, primaryId, number }) => {
    await tx.primaryVote.deleteMany({ where: { round: { primaryId, number } } });
    await tx.primaryRound.deleteMany({ where: { primaryId, number } });
    await bump(tx, electionId);
    return { electionId };
  },
  entry: ({ number }) => ({ round: number }),
});
