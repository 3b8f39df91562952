import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { err, ok, type Result } from "#lib/platform/result.ts";
import type { StartProblem } from "./problems.ts";

const runSchema = z.object({ pid: z.number(), port: z.number(), server: z.number().nullable() });

/** Who serves a data folder: this program's process, its port, and the web server's process once there is one. */
export type Run = z.infer<typeof runSchema>;

const fileOf = (dataDir: string): string => path.join(dataDir, "run.json");

function alive(pid: number, word: string): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // The number may have gone to another program since.
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(word);
  } catch {
    return process.platform !== "linux";
  }
}

function lastRun(dataDir: string): Run | null {
  try {
    return runSchema.parse(JSON.parse(readFileSync(fileOf(dataDir), "utf8")));
  } catch {
    return null;
  }
}

/**
 * Claims the data folder for this process. A living earlier start is a problem; a web server left over by a start
 * that was killed is ended.
 */
export async function claim(dataDir: string, run: Run): Promise<Result<null, StartProblem>> {
  const last = lastRun(dataDir);
  if (last !== null && last.pid !== run.pid && alive(last.pid, "start.ts")) return err({ kind: "alreadyRunning", pid: last.pid, port: last.port });
  if (last?.server != null && alive(last.server, "server")) await endLeftover(last.server);
  record(dataDir, run);
  return ok(null);
}

/** Ends a process and waits until its port is free again. */
async function endLeftover(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  for (let tries = 0; tries < 100 && alive(pid, "server"); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Writes down what runs now. */
export function record(dataDir: string, run: Run): void {
  writeFileSync(fileOf(dataDir), `${JSON.stringify(run)}\n`);
}

/** Gives the data folder free again. */
export function release(dataDir: string): void {
  if (lastRun(dataDir)?.pid === process.pid) rmSync(fileOf(dataDir), { force: true });
}

/** Whether another living start uses the data folder. */
export function isServed(dataDir: string): boolean {
  const last = lastRun(dataDir);
  return last !== null && last.pid !== process.pid && alive(last.pid, "start.ts");
}
