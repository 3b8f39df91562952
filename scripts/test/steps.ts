import { spawn } from "node:child_process";
import path from "node:path";
import { repository } from "../start/options.ts";
import { answers, endChild } from "../start/serve.ts";
import { freePort } from "#lib/database/embedded.ts";
import { prepareTestServer } from "#tests/support/server.ts";
import { findChromium } from "./chromium.ts";
import { playwrightCounts, vitestCounts } from "./reports.ts";
import { run, running, tail, type Outcome } from "./step.ts";

/** What a step gets: a folder of its own for this run, and words to narrow the tests. */
export type Context = { readonly folder: string; readonly filter: readonly string[] };

/** A part of the test run. */
export type Step = { readonly name: string; readonly run: (context: Context) => Promise<Outcome> };

const bin = (...parts: readonly string[]): string => path.join(repository, "node_modules", ...parts);

/** A check that passes or fails as a whole. */
const check = (name: string, script: string, args: readonly string[]): Step => ({
  name,
  run: async ({ folder }) => {
    const { code, output } = await run(name, process.execPath, [script, ...args], { logFile: path.join(folder, `${name}.log`) });
    return code === 0 ? { passed: 1, failed: 0, output: "" } : { passed: 0, failed: 1, output: tail(output, 80) };
  },
});

const vitest = (name: string, prepare: (context: Context) => Promise<() => void>): Step => ({
  name,
  run: async (context) => {
    const stop = await prepare(context);
    try {
      const report = path.join(context.folder, `${name}.json`);
      const args = [bin("vitest", "vitest.mjs"), "run", "--project", name, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...context.filter];
      const { code, output } = await run(name, process.execPath, args, { logFile: path.join(context.folder, `${name}.log`), env: { TEST_DATA_DIR: context.folder } });
      return settle(code, vitestCounts(report), tail(output, 150));
    } finally {
      stop();
    }
  },
});

/** A tool that ends badly although no test failed has failed once (an unhandled error, say). */
function settle(code: number, counts: { readonly passed: number; readonly failed: number }, output: string): Outcome {
  const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  return { passed: counts.passed, failed, output: failed > 0 ? output : "" };
}

/** Starts the real program on a data folder of its own, with a fresh demonstration; null when it did not come up. */
async function startProgram(folder: string): Promise<{ readonly url: string; readonly output: () => string; readonly stop: () => Promise<void> } | { readonly failure: string }> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", path.join(repository, "scripts/start.ts"), "--port", String(port)], {
    cwd: repository,
    env: { ...process.env, DATA_DIR: path.join(folder, "e2e"), DATABASE_URL: "", DATABASE_APP_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (output += part.toString()));
  const stop = async (): Promise<void> => {
    await endChild(child, 40_000);
    running.delete(child);
  };
  if (await answers(child, port)) return { url: `http://127.0.0.1:${port}`, output: () => output, stop };
  await stop();
  return { failure: output };
}

const browser: Step = {
  name: "e2e",
  run: async ({ folder, filter }) => {
    const chromium = findChromium();
    if (!chromium.ok) return { passed: 0, failed: 1, output: chromium.error };
    console.log("  … building and starting the program");
    const program = await startProgram(folder);
    if ("failure" in program) return { passed: 0, failed: 1, output: tail(program.failure, 60) };
    try {
      const report = path.join(folder, "e2e.json");
      const { code, output } = await run("e2e", process.execPath, [bin("@playwright", "test", "cli.js"), "test", "--reporter=list,json", ...filter], {
        logFile: path.join(folder, "e2e.log"),
        env: { E2E_BASE_URL: program.url, E2E_CHROMIUM: chromium.value, E2E_DATA_DIR: path.join(folder, "e2e"), PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      });
      return settle(code, playwrightCounts(report), tail(output, 150));
    } finally {
      await program.stop();
    }
  },
};

/** All parts, in the order in which a mistake is found soonest. Those of one line run side by side: each uses one core. */
export const steps: readonly (readonly Step[])[] = [
  [check("types", bin("typescript", "bin", "tsc"), ["--noEmit", "-p", "."]), check("lint", bin("eslint", "bin", "eslint.js"), [".", "--max-warnings", "0"])],
  [vitest("unit", () => Promise.resolve(() => undefined))],
  [vitest("integration", async ({ folder }) => (await prepareTestServer(folder)).stop)],
  [browser],
];
