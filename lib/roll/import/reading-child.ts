/**
 * Reads one uploaded register in a process of its own, so that the server stays free: the job comes in as JSON, progress
 * goes out as lines of JSON. Written synchronously, because reading keeps this process busy.
 */
import { writeSync } from "node:fs";
import { text } from "node:stream/consumers";
import { doReading } from "./do-reading.ts";
import { jobSchema } from "./job.ts";
import type { ReadingProgress } from "./progress.ts";

const STDOUT = 1;
const STDERR = 2;
/** Shortest time between two lines about the same step. */
const PAUSE_MS = 250;

let told: { readonly step: string; readonly at: number } = { step: "", at: 0 };

function report(progress: ReadingProgress): void {
  const at = performance.now();
  if (progress.step === told.step && at - told.at < PAUSE_MS && progress.done < progress.total) return;
  told = { step: progress.step, at };
  try {
    writeSync(STDOUT, `${JSON.stringify(progress)}\n`);
  } catch (error) {
    // A full pipe loses this line only; a closed one means that nobody waits any more.
    if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) process.exit(1);
  }
}

/** What may be said of a failure: its kind and where it was. The words of a database's refusal may hold a person's row. */
function complaint(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error ? ` ${String(error.code)}` : "";
  return `${error.name}${code}${/\n\s+at [^\n]+/u.exec(error.stack ?? "")?.[0] ?? ""}`;
}

try {
  await doReading(jobSchema.parse(JSON.parse(await text(process.stdin))), report);
} catch (error) {
  writeSync(STDERR, `${complaint(error)}\n`);
  process.exit(1);
}
