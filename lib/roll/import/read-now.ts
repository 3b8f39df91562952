import type { Reader } from "#lib/database/client.ts";
import { doReading } from "./do-reading.ts";
import type { Report } from "./stage.ts";
import { readingJob } from "./waiting-job.ts";

/** Reads an upload in this process, for programs that have nobody to keep waiting (the demonstration, trials). */
export async function readNow(db: Reader, importId: string, now: Date, report: Report = () => undefined): Promise<void> {
  const job = await readingJob(db, importId, now);
  if (job !== null) await doReading(job, report);
}
