import { progressSchema, type ReadingProgress } from "./progress.ts";

/** A reading that gave no sign of life for so long has ended: its process, or the whole server, was stopped. */
const SILENCE_MS = 20_000;

/** What an upload's row tells of its reading. */
type Reading = { readonly state: string; readonly progress: unknown; readonly beatAt: Date | null };

/** How far a reading is, and whether it has been interrupted. */
export function progressOf(row: Reading): ReadingProgress {
  const parsed = progressSchema.safeParse(row.progress);
  return parsed.success ? parsed.data : { step: "waiting", done: 0, total: 1 };
}

/** Whether an upload waits for a reading that does not go on. */
export function isInterrupted(row: Reading, now: Date): boolean {
  if (row.state !== "reading") return false;
  return progressOf(row).step === "interrupted" || row.beatAt === null || now.getTime() - row.beatAt.getTime() > SILENCE_MS;
}
