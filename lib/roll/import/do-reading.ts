import { openClient } from "#lib/database/connection.ts";
import { env } from "#lib/platform/env.ts";
import type { ReadingJob } from "./job.ts";
import { stageRegister, type Report } from "./stage.ts";

/** Does a reading on a connection of its own. Throws when there is no connection, or for a bug. */
export async function doReading(job: ReadingJob, report: Report): Promise<void> {
  const client = await openClient(env().DATABASE_URL);
  if (!client.ok) throw new Error(`the database does not answer: ${client.error.kind}`);
  try {
    await stageRegister(client.value, job, report);
  } finally {
    await client.value.end();
  }
}
