import type { Reader } from "../database/client.ts";
import type { Stage } from "../law/stages.ts";

/** Notices whose going out acts upon the rules of a stage. */
const NOTICE_STAGES: Readonly<Record<string, Stage>> = {
  electionCommittee: "committee",
  voterList: "roll",
  nominationMethod: "nomination",
  nominees: "nomination",
  candidates: "candidates",
  proxies: "proxies",
  pollingPlaces: "places",
  staff: "places",
  roamingVoters: "places",
};

/** Figures by which `actedStages` tells how far a case has come. */
export type ActedFacts = {
  readonly notices: readonly string[];
  readonly committee: number;
  readonly rolls: number;
  readonly nominees: number;
  readonly proxies: number;
  readonly opened: boolean;
  readonly closed: boolean;
};

/**
 * The stages whose rules have been acted upon: by a notice, by a list, by a nomination or proxy that was taken in, by
 * the opened vote. Rules of a stage that has begun in public cannot be exchanged under the people who relied on them.
 */
export function actedStages(facts: ActedFacts): ReadonlySet<Stage> {
  const stages = facts.notices.flatMap((code) => NOTICE_STAGES[code] ?? []);
  // The notice of nomination tells the seats, too.
  if (facts.notices.includes("nominationMethod")) stages.push("seats");
  if (facts.committee > 0) stages.push("committee");
  if (facts.rolls > 0) stages.push("roll");
  if (facts.nominees > 0) stages.push("nomination", "seats");
  if (facts.proxies > 0) stages.push("proxies");
  if (facts.opened) stages.push("committee", "seats", "roll", "nomination", "candidates", "proxies", "places", "vote");
  if (facts.closed) stages.push("after");
  return new Set(stages);
}

/** Reads those figures of one election. */
export async function actedOf(db: Reader, electionId: string): Promise<ReadonlySet<Stage>> {
  const [election, notices, committee, rolls, nominees, proxies, opened] = [
    await db.election.findUniqueOrThrow({ where: { id: electionId }, select: { closedAt: true } }),
    await db.notice.findMany({ where: { electionId }, select: { code: true } }),
    await db.committeeMember.count({ where: { electionId } }),
    await db.rollVersion.count({ where: { electionId } }),
    await db.nominee.count({ where: { electionId } }),
    await db.proxy.count({ where: { electionId } }),
    await db.vote.count({ where: { electionId, openedAt: { not: null } } }),
  ];
  return actedStages({ notices: notices.map((notice) => notice.code), committee, rolls, nominees, proxies, opened: opened > 0, closed: election.closedAt !== null });
}
