import type { Finding } from "../law/finding.ts";
import type { Facts } from "../platform/command.ts";
import { stoppedBy, type Refusal } from "../platform/refusal.ts";
import { ok, type Result } from "../platform/result.ts";

/** A warning that a named person overruled: kept in the ledger as a commitment to his reason. */
export type Acceptance = { readonly code: string; readonly reason: string };

/** Warnings and errors among findings that are not in order. */
export const open = (findings: readonly Finding[]): readonly Finding[] => findings.filter((one) => !one.ok && one.severity !== "info");

/**
 * Lets findings pass or stops: errors always stop, a warning passes with a reason. The reasons that were given come
 * back as commitments for the ledger entry.
 */
export function settleFindings(findings: readonly Finding[], reasons: Readonly<Record<string, string>>, commit: Facts["commit"]): Result<readonly Acceptance[], Refusal> {
  const reasonOf = (one: Finding): string => (reasons[one.code] ?? "").trim();
  const standing = open(findings);
  if (standing.some((one) => one.severity === "error" || reasonOf(one) === "")) return stoppedBy(standing);
  const codes = [...new Set(standing.map((one) => one.code))];
  return ok(codes.map((code) => ({ code, reason: commit((reasons[code] ?? "").trim()) })));
}
