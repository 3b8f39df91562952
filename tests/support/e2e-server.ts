import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Client, escapeIdentifier } from "pg";
import { z } from "zod";
import { connect, type Database } from "#lib/database/client.ts";
import { withDatabase } from "#lib/database/connection.ts";
import { freePort } from "#lib/database/embedded.ts";
import { prepareTestServer } from "./server.ts";

/** The program served on an empty database of its own, with a clock that the test moves. */
export type Trial = {
  readonly url: string;
  /** For looking behind the pages and for breaking things on purpose (as the owner). */
  readonly db: Database;
  /** Environment of command line tools that work on the same data. */
  readonly environment: Address["environment"];
  /** Moves the program's clock so that it is now this time of this civil day in China. */
  readonly setClock: (day: string, time?: string) => void;
  readonly stop: () => Promise<void>;
};

const repository = path.resolve(import.meta.dirname, "../..");
const next = path.join(repository, "node_modules/next/dist/bin/next");

const addressSchema = z.object({ url: z.url(), environment: z.object({ DATABASE_URL: z.string(), DATABASE_OWNER_URL: z.string(), DATA_DIR: z.string() }) });
type Address = z.infer<typeof addressSchema>;

/**
 * Starts the standalone build on a migrated, empty database; with E2E_TRIAL=dev the development server, with
 * E2E_ATTACH=file nothing: the file says where a trial runs already.
 */
export async function startTrial(): Promise<Trial> {
  const running = process.env.E2E_ATTACH;
  if (running !== undefined) return attach(running);
  const folder = mkdtempSync(path.join(os.tmpdir(), "cunxuan-trial-"));
  // As root the database runs under another account, which must be able to enter.
  chmodSync(folder, 0o755);
  const server = await prepareTestServer(folder);
  const name = `trial_${randomBytes(4).toString("hex")}`;
  const admin = new Client({ connectionString: server.ownerUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(server.template)}`);
  await admin.end();
  writeFileSync(clockFileOf(folder), "0");
  const environment = { DATABASE_URL: withDatabase(server.appUrl, name), DATABASE_OWNER_URL: withDatabase(server.ownerUrl, name), DATA_DIR: folder };
  const port = await freePort();
  const child = serve(port, { ...environment, CUNXUAN_TEST_CLOCK_FILE: clockFileOf(folder) }, path.join(folder, "server.log"));
  // Not the number: the development server takes only this name for its own.
  const url = `http://localhost:${port}`;
  await answering(child, url);
  return trialOf({ url, environment }, async () => {
    await ended(child);
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
}

const clockFileOf = (dataDir: string): string => path.join(dataDir, "clock");

function trialOf({ url, environment }: Address, stop: () => Promise<void>): Trial {
  // Tests that look behind the pages read keys and database from the environment, as the program does.
  Object.assign(process.env, environment);
  const db = connect(environment.DATABASE_OWNER_URL);
  return {
    url,
    db,
    environment,
    setClock: (day, time = "09:00") => writeFileSync(clockFileOf(environment.DATA_DIR), String(Date.parse(`${day}T${time}:00+08:00`) - Date.now())),
    stop: async () => {
      await db.$disconnect();
      await stop();
    },
  };
}

/** A trial that was started elsewhere and left running: lets an author go on with a journey from its middle. */
function attach(file: string): Trial {
  return trialOf(addressSchema.parse(JSON.parse(readFileSync(file, "utf8"))), () => Promise.resolve());
}

function serve(port: number, environment: Readonly<Record<string, string>>, logFile: string): ChildProcess {
  const development = process.env.E2E_TRIAL === "dev";
  const standalone = path.join(repository, process.env.NEXT_DIST_DIR ?? ".next", "standalone");
  const child = spawn(process.execPath, development ? [next, "dev", "--port", String(port)] : ["server.js"], {
    cwd: development ? repository : standalone,
    env: {
      ...process.env,
      ...environment,
      PORT: String(port),
      HOSTNAME: "0.0.0.0",
      AUTH_TRUST_HOST: "true",
      NODE_ENV: development ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = createWriteStream(process.env.E2E_TRIAL_LOG ?? logFile);
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  return child;
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(60_000) }).catch(() => null);
    if (answer !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the program ended at once with ${child.exitCode}`);
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
