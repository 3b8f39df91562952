import { defineConfig } from "vitest/config";

/**
 * The tests that stand for the legal rooms when mutants of them are tried out. Tests that start processes of their own
 * stay out: a mutant that is switched on in the test's process is not switched on there. The sweep over every pack stays
 * out too: it takes seconds, and a rule must be held by a test that names it.
 */
export default defineConfig({
  test: {
    include: ["lib/{law,calendar,result}/**/*.test.ts"],
    exclude: ["**/*-cli.test.ts", "lib/result/every-pack.test.ts"],
    setupFiles: ["tests/support/setup.ts", "tests/support/same-seed.ts"],
    testTimeout: 60_000,
    // The files share one process: starting one per file would take longer than the tests.
    isolate: false,
  },
});
