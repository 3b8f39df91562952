import type { Day } from "../../calendar/day.ts";
import type { Finding } from "../../law/finding.ts";
import type { Phase } from "../model.ts";
import { ballotChecks } from "./ballot.ts";
import type { Check, GuardedAct, Side } from "./check.ts";
import { committeeChecks } from "./committee.ts";
import { countChecks } from "./count.ts";
import type { GuardFacts } from "./facts.ts";
import { nominationChecks } from "./nomination.ts";
import { rollChecks } from "./roll.ts";

/** Every check of the five phases' guards, in the order of the day. */
export const guardTable: readonly Check[] = [...committeeChecks, ...rollChecks, ...nominationChecks, ...ballotChecks, ...countChecks];

/** A finding of a guard, with the side on which it stands and the acts it guards. */
export type GuardLine = { readonly side: Side; readonly acts: readonly GuardedAct[]; readonly finding: Finding };

/** What the guard of a phase finds today, entry before exit. */
export const guardLines = (phase: Phase, facts: GuardFacts, today: Day): readonly GuardLine[] =>
  (["entry", "exit"] as const).flatMap((side) =>
    guardTable.filter((check) => check.phase === phase && check.side === side).flatMap((check) => check.find(facts, today).map((finding) => ({ side, acts: check.acts, finding }))),
  );

/** What stands before an act today. */
export const guardFindings = (act: GuardedAct, facts: GuardFacts, today: Day): readonly Finding[] =>
  guardTable.filter((check) => check.acts.includes(act)).flatMap((check) => check.find(facts, today));
