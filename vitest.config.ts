import path from "node:path";
import { defineConfig } from "vitest/config";

const shared = {
  setupFiles: ["tests/support/setup.ts"],
  // Next resolves this package only for server code; plain Node has no such condition.
  alias: { "server-only": path.join(import.meta.dirname, "tests/support/empty.ts") },
};

export default defineConfig({
  test: {
    // Two cores serve the database and the tests alike.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["lib/**/*.test.{ts,tsx}", "components/**/*.test.{ts,tsx}", "app/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "tests/meta/**/*.test.ts", "tests/print/**/*.test.ts"],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...shared,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/server.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
