import { resolvePerson, type ListedPerson, type Resolved } from "../election/people.ts";
import { defineCommand } from "../platform/command.ts";
import { invalid, stoppedBy } from "../platform/refusal.ts";
import { err, ok } from "../platform/result.ts";
import { waysOf } from "./assistance-queries.ts";
import { principalFindings } from "./assistance-rules.ts";
import { listedIssues, loadVote, scopeOfVote } from "./load.ts";
import { addProxyInput, withdrawProxyInput } from "./model.ts";
import { proxyFindings } from "./rules.ts";

const found = (resolved: Resolved): ListedPerson | null => (resolved.kind === "one" ? resolved.person : null);

/** Approves a written proxy (委托投票): one for each principal, at most three for each holder, no candidates as holders. */
export const addProxy = defineCommand({
  name: "proxy.add",
  action: "proxy.write",
  input: addProxyInput,
  scope: (input, db) => scopeOfVote(db, input.voteId),
  load: async (tx, input, facts) => {
    const vote = await loadVote(tx, input.voteId, facts);
    if (vote === null) return null;
    return {
      vote,
      principal: await resolvePerson(tx, vote.electionId, input.principal),
      holder: await resolvePerson(tx, vote.electionId, input.holder),
      ways: await waysOf(tx, vote.id),
      approved: await tx.proxy.findMany({ where: { voteId: vote.id, state: "approved" }, select: { principalId: true, holderId: true } }),
    };
  },
  decide: ({ vote, principal, holder, ways, approved }, input, facts) => {
    if (vote.state !== "preparing") return invalid(null, "voteStarted");
    const [from, to] = [found(principal), found(holder)];
    if (from === null || to === null) return err({ kind: "invalid", issues: [...listedIssues("principal", principal), ...listedIssues("holder", holder)] });
    if (from.id === to.id) return invalid("holder", "samePerson");
    const request = { principalId: from.id, holderId: to.id, principalName: from.name, holderName: to.name, relation: input.relation, today: facts.today };
    const findings = [...proxyFindings(request, approved, vote.candidates, vote.heldOn, vote.law), ...principalFindings(from, ways, vote.law)];
    if (findings.some((one) => !one.ok)) return stoppedBy(findings.filter((one) => !one.ok));
    return ok({ id: facts.newId(), electionId: vote.electionId, voteId: vote.id, principalId: from.id, holderId: to.id, reason: input.reason, relation: input.relation, state: "approved", approvedAt: facts.now });
  },
  save: async (tx, proxy) => {
    await tx.proxy.create({ data: proxy });
    return { electionId: proxy.electionId, voteId: proxy.voteId, proxyId: proxy.id };
  },
  entry: (proxy, _, facts) => ({ voteId: proxy.voteId, proxyId: proxy.id, pair: facts.commit(`${proxy.principalId} ${proxy.holderId}`) }),
});

/** Withdraws a proxy before the vote opens; it stays in the record. */
export const withdrawProxy = defineCommand({
  name: "proxy.withdraw",
  action: "proxy.write",
  input: withdrawProxyInput,
  scope: async (input, db) => {
    const proxy = await db.proxy.findUnique({ where: { id: input.proxyId }, select: { electionId: true } });
    return proxy === null ? null : { kind: "election", id: proxy.electionId };
  },
  load: (tx, input) => tx.proxy.findUnique({ where: { id: input.proxyId }, select: { id: true, electionId: true, voteId: true, state: true, vote: { select: { state: true } } } }),
  decide: (proxy) => {
    if (proxy.vote.state !== "preparing") return invalid(null, "voteStarted");
    return proxy.state === "approved" ? ok(proxy) : invalid(null, "alreadyDone");
  },
  save: async (tx, proxy, facts) => {
    await tx.proxy.update({ where: { id: proxy.id }, data: { state: "withdrawn", withdrawnAt: facts.now } });
    return { electionId: proxy.electionId, voteId: proxy.voteId };
  },
  entry: (proxy) => ({ voteId: proxy.voteId, proxyId: proxy.id }),
});
