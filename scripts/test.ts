/**
 * Stage two of `npm test`: types, lint, unit, integration and browser tests, on databases and a build of its own, so
 * that it may run beside `npm start`. `npm test -- unit|integration|e2e|types|lint [filter …]` runs one part.
 * The last line is always "N passed, N failed".
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { running, type Outcome } from "./test/step.ts";
import { steps, type Context, type Step } from "./test/steps.ts";

const [wanted, ...filter] = process.argv.slice(2);
const chosen = steps.map((together) => together.filter((step) => wanted === undefined || step.name === wanted));
if (chosen.flat().length === 0) {
  console.error(`Unknown part "${wanted}". Parts: ${steps.flat().map((step) => step.name).join(", ")}.`);
  process.exit(2);
}

const folder = mkdtempSync(path.join(os.tmpdir(), "cunxuan-run-"));
// As root the database runs under another account, which must be able to enter.
chmodSync(folder, 0o755);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exitCode = 130;
  });
}

async function runStep(step: Step, context: Context): Promise<Outcome> {
  console.log(`${step.name} …`);
  const started = Date.now();
  const outcome = await step.run(context).catch((error: unknown) => ({ passed: 0, failed: 1, output: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
  console.log(`${step.name}: ${outcome.passed} passed, ${outcome.failed} failed, ${Math.round((Date.now() - started) / 1000)} s`);
  return outcome;
}

const outcomes: { readonly step: Step; readonly outcome: Outcome }[] = [];
for (const together of chosen) outcomes.push(...(await Promise.all(together.map(async (step) => ({ step, outcome: await runStep(step, { folder, filter }) })))));

for (const { step, outcome } of outcomes) if (outcome.failed > 0) console.log(`\n──── ${step.name} ────\n${outcome.output}`);
const passed = outcomes.reduce((sum, { outcome }) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, { outcome }) => sum + outcome.failed, 0);
if (failed === 0) rmSync(folder, { recursive: true, force: true });
else {
  process.exitCode = 1;
  console.log(`\nLogs: ${folder}`);
}
console.log(`\n${passed} passed, ${failed} failed`);
