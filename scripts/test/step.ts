import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { repository } from "../start/options.ts";

/** What a step of the test run found; `output` is shown at the end when something failed. */
export type Outcome = { readonly passed: number; readonly failed: number; readonly output: string };

/** Children still running, to be ended with the run. */
export const running = new Set<ChildProcess>();

const progressMs = 20_000;
const longestMs = 12 * 60_000;

/**
 * Runs a program, keeps what it prints (also in `logFile`) and says every 20 seconds that it is still at work.
 * After twelve minutes it is ended: a hung test must not hang the run.
 */
export async function run(name: string, program: string, args: readonly string[], options: { readonly logFile: string; readonly env?: Readonly<Record<string, string>> }): Promise<{ readonly code: number; readonly output: string }> {
  const started = Date.now();
  const seconds = (): number => Math.round((Date.now() - started) / 1000);
  const child = spawn(program, args, { cwd: repository, env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1", ...options.env }, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  const log = createWriteStream(options.logFile);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part: Buffer) => {
      output += part.toString();
      log.write(part);
    });
  }
  const progress = setInterval(() => console.log(`  … ${name}, ${seconds()} s`), progressMs);
  const limit = setTimeout(() => {
    output += `\n${name}: ended after ${longestMs / 60_000} minutes`;
    child.kill("SIGKILL");
  }, longestMs);
  const code = await new Promise<number>((resolve) => {
    child.once("error", (error) => {
      output += error.message;
      resolve(127);
    });
    child.once("close", (status) => resolve(status ?? 1));
  });
  clearInterval(progress);
  clearTimeout(limit);
  running.delete(child);
  log.end();
  return { code, output };
}

/** The end of a long output, where tools put what matters. */
export const tail = (text: string, lines: number): string => text.trimEnd().split("\n").slice(-lines).join("\n");
