import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

const vitestSchema = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })) });
const playwrightSchema = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }), errors: z.array(z.unknown()) });

/** Counts of passed and failed tests. */
export type Counts = { readonly passed: number; readonly failed: number };

/** Counts of vitest's JSON report; a file that could not be loaded is one failure. A missing report is one failure. */
export function vitestCounts(file: string): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = vitestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const unloadable = report.testResults.filter((result) => result.status === "failed" && result.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable };
}

/** Counts of Playwright's JSON report; a flaky test is a failed one. A missing report is one failure. */
export function playwrightCounts(file: string): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats, errors } = playwrightSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
