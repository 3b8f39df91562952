import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { z } from "zod";
import type { Database } from "#lib/database/client.ts";
import type { Json } from "#lib/platform/canonical.ts";
import { clock } from "#lib/platform/clock.ts";
import type { Command } from "#lib/platform/command.ts";
import { childEnvironment } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log.ts";
import type { ReadingJob } from "./job.ts";
import { progressSchema, type ReadingProgress } from "./progress.ts";
import { readingJob } from "./waiting-job.ts";

const CHILD = "lib/roll/import/reading-child.ts";
/** How often progress is written down, and looked whether the upload is still wanted. */
const BEAT_MS = 700;
/** A register of 100,000 rows takes some twenty seconds on a small machine. */
const LONGEST_MS = 15 * 60_000;
/** Bounds of the child's memory, in megabytes: a hostile file ends the child, not the machine. */
const HEAP_FLAGS = ["--max-old-space-size=900", "--max-semi-space-size=16"];
/** As much of what a child says on its end as goes into the log. */
const LONGEST_WORD = 300;

/** The folder below which the child's program stands: the repository, or the standalone server's working folder. */
function programRoot(): string {
  const here = import.meta.dirname;
  const candidates = [here ? path.join(/* turbopackIgnore: true */ here, "..", "..", "..") : null, process.cwd()];
  for (const root of candidates) if (root && existsSync(/* turbopackIgnore: true */ path.join(root, CHILD))) return root;
  throw new Error(`the reader ${CHILD} was not found below ${candidates.join(" or ")}`);
}

/** Readings wait for each other: one at a time leaves a core to the desks. Kept on the process, since bundles may hold this module twice. */
type Queue = { last: Promise<void>; readonly known: Map<string, Promise<void>> };
const place = Symbol.for("cunxuan.registerReadings");
const holder: typeof globalThis & { [place]?: Queue } = globalThis;
const queue: Queue = (holder[place] ??= { last: Promise.resolve(), known: new Map() });

/** Starts the reading of an upload that waits; the promise is for trials. Never rejects. */
export function startReading(db: Database, importId: string): Promise<void> {
  const known = queue.known.get(importId);
  if (known !== undefined) return known;
  const beat = setInterval(() => void keep(db, importId, null, { step: "waiting", done: 0, total: 1 }).catch(() => undefined), BEAT_MS);
  const reading = queue.last
    .then(async () => {
      clearInterval(beat);
      await readInChild(db, importId);
    })
    .catch((error: unknown) => log.error({ importId, error: error instanceof Error ? error.name : "unknown" }, "a register could not be read"))
    .finally(() => {
      clearInterval(beat);
      queue.known.delete(importId);
    });
  queue.known.set(importId, reading);
  queue.last = reading;
  return reading;
}

/** The same command, after which the upload that it names is read. */
export function thenRead<Input extends z.ZodType, Output extends Json & { readonly importId: string }>(command: Command<Input, Output>): Command<Input, Output> {
  return {
    ...command,
    run: async (context, input) => {
      const result = await command.run(context, input);
      if (result.ok) void startReading(context.db, result.value.importId);
      return result;
    },
  };
}

/** Writes down how far a reading is; false when the upload no longer waits for it. */
async function keep(db: Database, importId: string, attempt: number | null, progress: ReadingProgress): Promise<boolean> {
  const { count } = await db.rollImport.updateMany({ where: { id: importId, state: "reading", ...(attempt === null ? {} : { attempt }) }, data: { progress, beatAt: clock() } });
  return count === 1;
}

function start(job: ReadingJob, told: (progress: ReadingProgress) => void, complained: (words: string) => void): ChildProcess {
  const root = programRoot();
  const child = spawn(process.execPath, [...HEAP_FLAGS, "--disable-warning=ExperimentalWarning", path.join(/* turbopackIgnore: true */ root, CHILD)], { cwd: root, env: childEnvironment(), stdio: ["pipe", "pipe", "pipe"] });
  // A child that ends at once closes its end of the pipe; its exit tells of it.
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(JSON.stringify(job));
  child.stderr?.setEncoding("utf8").on("data", complained);
  if (child.stdout !== null) createInterface({ input: child.stdout }).on("line", (line) => told(progressSchema.parse(JSON.parse(line))));
  return child;
}

async function readInChild(db: Database, importId: string): Promise<void> {
  const job = await readingJob(db, importId, clock());
  if (job === null) return;
  let newest: ReadingProgress = { step: "opening", done: 0, total: 1 };
  let words = "";
  const child = start(job, (progress) => (newest = progress), (more: string) => (words = (words + more).slice(0, LONGEST_WORD)));
  const limit = setTimeout(() => child.kill("SIGKILL"), LONGEST_MS);
  let writing = false;
  const beat = setInterval(() => {
    if (writing) return;
    writing = true;
    keep(db, importId, job.attempt, newest)
      .then((wanted) => void (wanted || child.kill("SIGKILL")))
      .catch(() => undefined)
      .finally(() => (writing = false));
  }, BEAT_MS);
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", resolve);
  });
  clearInterval(beat);
  clearTimeout(limit);
  if (code === 0) return;
  // A child that was ended because nobody waits for it any more, or that has just finished, is nothing to tell of.
  if (await keep(db, importId, job.attempt, { ...newest, step: "interrupted" })) log.warn({ importId, code, words: words.trim() }, "the reading of a register ended early");
}
