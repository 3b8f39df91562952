import type { RollOverview } from "./queries.ts";

/** What a roll needs next. */
export type RollStep = "empty" | "waiting" | "faults" | "publish" | "supplement" | "done";

/** The next piece of work on a roll, with the number of people or changes it concerns. */
export function nextOfRoll(overview: Pick<RollOverview, "entries" | "waitingImports" | "openFindings" | "version" | "pendingChanges" | "listed" | "registered">): { readonly step: RollStep; readonly count: number } {
  if (overview.version !== null) {
    return overview.pendingChanges > 0 ? { step: "supplement", count: overview.pendingChanges } : { step: "done", count: overview.registered ?? overview.version.total };
  }
  if (overview.waitingImports > 0) return { step: "waiting", count: overview.waitingImports };
  if (overview.entries === 0) return { step: "empty", count: 0 };
  return overview.openFindings > 0 ? { step: "faults", count: overview.openFindings } : { step: "publish", count: overview.listed.total };
}
