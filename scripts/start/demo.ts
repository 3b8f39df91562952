import { spawnSync } from "node:child_process";
import path from "node:path";
import { escapeLiteral } from "pg";
import { z } from "zod";
import { today } from "#lib/calendar/day.ts";
import { openClient } from "#lib/database/connection.ts";
import { err, ok, type Result } from "#lib/platform/result.ts";
import { startOver, type ReadyDatabase } from "./database.ts";
import { repository, type Options } from "./options.ts";
import type { StartProblem } from "./problems.ts";

/**
 * What the database holds: nothing, today's demonstration, an older or half-made one, or real work. A real drive
 * beside a demonstration makes it real work.
 */
export type Contents = "nothing" | "demo" | "oldDemo" | "real";

/** Stands as the schema's comment of a demonstration, with the day for which it was completed. */
const mark = "cunxuan-demo";

const foundSchema = z.tuple([z.object({ comment: z.string().nullable(), accounts: z.number(), drives: z.number(), real: z.number() })]);

/** Looks what is there; `day` is the civil day in China. */
export async function contentsOf(url: string, day: string): Promise<Result<Contents, StartProblem>> {
  const opened = await openClient(url);
  if (!opened.ok) return opened;
  try {
    const answer = await opened.value.query(
      `SELECT obj_description('public'::regnamespace, 'pg_namespace') AS comment, (SELECT count(*)::int FROM "Account") AS accounts,
              (SELECT count(*)::int FROM "Drive") AS drives, (SELECT count(*)::int FROM "Drive" WHERE NOT demo) AS real`,
    );
    const [found] = foundSchema.parse(answer.rows);
    const marked = found.comment?.startsWith(mark) === true;
    if (!marked) return ok(found.accounts === 0 && found.drives === 0 ? "nothing" : "real");
    if (found.real > 0) return ok("real");
    return ok(found.comment === `${mark} ${day}` ? "demo" : "oldDemo");
  } finally {
    await opened.value.end();
  }
}

/** Marks the database as a demonstration: before seeding without a day, so that a half-made one is known; then with it. */
export async function markDemo(url: string, day: string | null): Promise<Result<null, StartProblem>> {
  const opened = await openClient(url);
  if (!opened.ok) return opened;
  try {
    await opened.value.query(`COMMENT ON SCHEMA public IS ${escapeLiteral(day === null ? mark : `${mark} ${day}`)}`);
    return ok(null);
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
  const day = today(new Date());
  const contents = await contentsOf(ready.ownerUrl, day);
  if (contents.ok && process.env["CUNXUAN_TEST_CLOCK_FILE"] !== undefined && (contents.value === "real" || !ready.forDemo)) return err({ kind: "movedClock" });
  if (!contents.ok || !ready.forDemo || contents.value === "demo" || contents.value === "real") return contents;
  if (contents.value === "oldDemo") {
    say("演示数据的选举日已过，重新生成…… / The demonstration's day has passed; making a new one…");
    const emptied = await startOver(ready, options.dataDir);
    if (!emptied.ok) return emptied;
  } else {
    say("正在装入演示数据…… / Loading the demonstration…");
  }
  return seed(options, ready, day);
}

async function seed(options: Options, ready: ReadyDatabase, day: string): Promise<Result<Contents, StartProblem>> {
  const begun = await markDemo(ready.ownerUrl, null);
  if (!begun.ok) return begun;
  const seeded = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", "--disable-warning=DeprecationWarning", path.join(repository, "scripts/seed.ts")], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...programEnvironment(options, ready) },
  });
  if (seeded.status !== 0) return err({ kind: "demoFailed" });
  const done = await markDemo(ready.ownerUrl, day);
  return done.ok ? ok("demo") : done;
}
