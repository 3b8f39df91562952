import type { Day } from "../../calendar/day.ts";
import type { Reader } from "../../database/client.ts";
import type { Finding } from "../../law/finding.ts";
import { acceptancesOf, acceptedAs, type KeptAcceptance } from "../acceptance.ts";
import type { GuardedAct } from "./check.ts";
import type { GuardFacts } from "./facts.ts";
import { guardFacts, type PollChoice } from "./queries.ts";
import { guardFindings } from "./table.ts";

/** What a guard decides on: the case as it stands, and what was accepted before. */
export type Standing = { readonly facts: GuardFacts; readonly kept: readonly KeptAcceptance[] };

/** Reads what the guard decides on; null when there is no such election. */
export async function guardStanding(db: Reader, electionId: string, poll: PollChoice = null): Promise<Standing | null> {
  const facts = await guardFacts(db, electionId, poll);
  return facts === null ? null : { facts, kept: await acceptancesOf(db, electionId) };
}

/** What stands before an act today, for its page: without the warnings that were accepted with the same figures. */
export async function beforeAct(db: Reader, electionId: string, act: GuardedAct, today: Day, poll: PollChoice = null): Promise<readonly Finding[]> {
  const standing = await guardStanding(db, electionId, poll);
  return standing === null ? [] : guardFindings(act, standing.facts, today).filter((one) => acceptedAs(one, standing.kept) === null);
}
