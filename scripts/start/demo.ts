import { spawnSync } from "node:child_process";
import path from "node:path";
import { z } from "zod";
import { today } from "#lib/calendar/day.ts";
import { openClient } from "#lib/database/connection.ts";
import { err, ok, type Result } from "#lib/platform/result.ts";
import { startOver, type ReadyDatabase } from "./database.ts";
import { repository, type Options } from "./options.ts";
import type { StartProblem } from "./problems.ts";

/**
 * What the database holds: nothing, a demonstration with an election today, one whose day has passed, or real work.
 * A real drive beside a demonstration makes it real work.
 */
export type Contents = "nothing" | "demo" | "oldDemo" | "real";

const countsSchema = z.tuple([z.object({ accounts: z.number(), real: z.number(), demo: z.number(), today: z.number() })]);

/** Looks what is there; `day` is the civil day in China. */
export async function contentsOf(url: string, day: string): Promise<Result<Contents, StartProblem>> {
  const opened = await openClient(url);
  if (!opened.ok) return opened;
  try {
    const answer = await opened.value.query(
      `SELECT (SELECT count(*)::int FROM "Account") AS accounts, (SELECT count(*)::int FROM "Drive" WHERE NOT demo) AS real,
              (SELECT count(*)::int FROM "Drive" WHERE demo) AS demo,
              (SELECT count(*)::int FROM "Election" e JOIN "Drive" d ON d.id = e."driveId" WHERE d.demo AND e."electionDay" = $1) AS today`,
      [day],
    );
    const [counts] = countsSchema.parse(answer.rows);
    if (counts.demo === 0 && counts.accounts === 0 && counts.real === 0) return ok("nothing");
    if (counts.demo === 0 || counts.real > 0) return ok("real");
    return ok(counts.today > 0 ? "demo" : "oldDemo");
  } finally {
    await opened.value.end();
  }
}

/** Environment of everything that works on the database. */
export const programEnvironment = (options: Options, ready: ReadyDatabase): Record<string, string> => ({
  DATABASE_URL: ready.appUrl,
  DATABASE_OWNER_URL: ready.ownerUrl,
  DATA_DIR: options.dataDir,
});

/** Fills an empty database with the demonstration, and makes yesterday's demonstration again; tells what the database holds. */
export async function prepareDemo(options: Options, ready: ReadyDatabase, say: (line: string) => void): Promise<Result<Contents, StartProblem>> {
  const contents = await contentsOf(ready.ownerUrl, today(new Date()));
  if (contents.ok && process.env["CUNXUAN_TEST_CLOCK_FILE"] !== undefined && (contents.value === "real" || !ready.forDemo)) return err({ kind: "movedClock" });
  if (!contents.ok || !ready.forDemo || contents.value === "demo" || contents.value === "real") return contents;
  if (contents.value === "oldDemo") {
    say("演示数据的选举日已过，重新生成…… / The demonstration's day has passed; making a new one…");
    const emptied = await startOver(ready, options.dataDir);
    if (!emptied.ok) return emptied;
  } else {
    say("正在装入演示数据…… / Loading the demonstration…");
  }
  const seeded = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", path.join(repository, "scripts/seed.ts")], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...programEnvironment(options, ready) },
  });
  return seeded.status === 0 ? ok("demo") : err({ kind: "demoFailed" });
}
