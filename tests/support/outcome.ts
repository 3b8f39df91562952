import type { CommandContext } from "#lib/platform/command.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import type { Result } from "#lib/platform/result.ts";

/** A command as trials run it: with any input, also what no form would send. */
export type Runnable<Output> = { readonly run: (context: CommandContext, input: unknown) => Promise<Result<Output, Refusal>> };

/** What a command gave; fails the test when it was refused. */
export function valueOf<Output>(result: Result<Output, Refusal>): Output {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The codes of a refusal: of what was typed, else of the rules not kept, else its kind; none when nothing was refused. */
export function codes(result: Result<unknown, Refusal>): readonly string[] {
  if (result.ok) return [];
  const { error } = result;
  if (error.kind === "invalid") return error.issues.map(({ code }) => code);
  return error.kind === "findings" ? error.findings.filter((finding) => !finding.ok).map(({ code }) => code) : [error.kind];
}

/** `field:code` of what was typed wrongly, else the kind of the refusal, or `accepted`. */
export const issues = (result: Result<unknown, Refusal>): readonly string[] =>
  !result.ok && result.error.kind === "invalid" ? result.error.issues.map(({ field, code }) => `${field}:${code}`) : [result.ok ? "accepted" : result.error.kind];
