import os from "node:os";
import path from "node:path";

/**
 * Changes the source of the legal rooms in small ways, one at a time, and looks whether a test notices. How to run it
 * and what came of it: docs/mutation.md.
 *
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  coverageAnalysis: "perTest",
  // What is computed once, when a file is loaded, is data: packs, notices, the rulebook, the catalogue, steps of the plan.
  // Tables hold it (docs/mutation.md says which), and trying each word of it would take hours.
  ignoreStatic: true,
  concurrency: 1,
  mutate: [
    "lib/law/**/*.ts",
    "lib/calendar/**/*.ts",
    "lib/result/**/*.ts",
    "!lib/**/*.test.ts",
    // Reading and writing: database, files, streams and pages. The integration tests hold them.
    "!lib/result/{access,commands,follow-commands,load,queries,print,determine-cli}.ts",
    // Sentences and papers: the tests of the papers and of the result's page hold them.
    "!lib/result/{words,papers}.ts",
  ],
  // What the tests of these rooms do not need is not copied; the copy lies outside the tree.
  ignorePatterns: [".*", "/app", "/bench", "/components", "/data", "/docs", "/prisma", "/public", "/scripts", "/test-results", "/lib/database/generated", "/tests/{accessibility,e2e,integration,print,security}"],
  tempDirName: path.join(os.tmpdir(), "cunxuan-mutation"),
  incremental: true,
  incrementalFile: "reports/mutation/incremental.json",
  jsonReporter: { fileName: "reports/mutation/mutation.json" },
  htmlReporter: { fileName: "reports/mutation/mutation.html" },
  reporters: ["clear-text", "html", "json"],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  // A busy machine must not make a slow test look like an endless loop.
  timeoutMS: 30_000,
  timeoutFactor: 4,
  // scripts/mutation.ts judges room by room.
  thresholds: { high: 95, low: 90, break: null },
};
