import type { z } from "zod";
import type { Finding } from "../../law/finding.ts";
import type { Json } from "../../platform/canonical.ts";
import { defineCommand, type Command, type CommandSpec, type Facts } from "../../platform/command.ts";
import type { Refusal } from "../../platform/refusal.ts";
import { ok, type Result } from "../../platform/result.ts";
import { settleFindings, type Acceptance } from "../acceptance.ts";
import { guardedActs, type GuardedAct } from "./check.ts";
import type { PollChoice } from "./queries.ts";
import { guardStanding, type Standing } from "./standing.ts";
import { guardFindings } from "./table.ts";

/** Marks a command that asks a guard first; holds which act it carries out. */
export const guardBrand: unique symbol = Symbol.for("cunxuan.guard");

type GuardedSpec<Input extends z.ZodType, Loaded, Change, Output extends Json> = Omit<CommandSpec<Input, Loaded, Change, Output>, "entry"> & {
  readonly entry: (change: Change, input: z.output<Input>, facts: Facts) => Readonly<Record<string, Json>>;
  /** The vote it is about; the newest unless told. */
  readonly poll?: (input: z.output<Input>) => PollChoice;
  /** What the command itself finds, settled together with what the guard finds. */
  readonly findings?: (loaded: Loaded) => readonly Finding[];
  /** Reasons for warnings, where a form asks for one under a name of its own. */
  readonly reasons?: (input: z.output<Input>) => Readonly<Record<string, string>>;
};

/** Lets an act pass the guard, or stops it: errors always, warnings without a reason or an earlier acceptance of the same figures. */
export const passGuard = (act: GuardedAct, standing: Standing, reasons: Readonly<Record<string, string>>, facts: Parameters<typeof settleFindings>[2] & Pick<Facts, "today">, own: readonly Finding[] = []): Result<readonly Acceptance[], Refusal> =>
  settleFindings([...own, ...guardFindings(act, standing.facts, facts.today)], reasons, facts, standing.kept);

/**
 * Builds a command that leads into or out of a phase: inside its transaction, under the election's lock, the guard of the act
 * is asked after the command's own decision. There is no other way to build one of these; a test walks over all acts.
 */
export function guardedCommand<Input extends z.ZodType<{ readonly acceptances: Readonly<Record<string, string>> }>, Loaded, Change, Output extends Json>(
  act: GuardedAct,
  spec: GuardedSpec<Input, Loaded, Change, Output>,
): Command<Input, Output> & { readonly [guardBrand]: GuardedAct } {
  type Passed = { readonly change: Change; readonly accepted: readonly Acceptance[] };
  const command = defineCommand<Input, { readonly own: Loaded; readonly standing: Standing }, Passed, Output>({
    ...spec,
    load: async (tx, input, facts) => {
      const own = await spec.load(tx, input, facts);
      if (own === null) return null;
      const standing = await guardStanding(tx, facts.place.electionId ?? "", spec.poll?.(input) ?? null);
      return standing === null ? null : { own, standing };
    },
    decide: ({ own, standing }, input, facts) => {
      const decided = spec.decide(own, input, facts);
      if (!decided.ok) return decided;
      const passed = passGuard(act, standing, { ...input.acceptances, ...spec.reasons?.(input) }, facts, spec.findings?.(own));
      return passed.ok ? ok({ change: decided.value, accepted: passed.value }) : passed;
    },
    save: (tx, { change }, facts) => spec.save(tx, change, facts),
    entry: ({ change, accepted }, input, facts) => ({ ...spec.entry(change, input, facts), accepted }),
  });
  return { ...command, [guardBrand]: act };
}

/** The act a command carries out; null for commands that pass no phase. */
export const guardedActOf = (command: object): GuardedAct | null => (guardBrand in command ? (guardedActs.find((act) => act === command[guardBrand]) ?? null) : null);
