import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Client, escapeIdentifier } from "pg";
import type { TestProject } from "vitest/node";
import { withAccount, withDatabase } from "#lib/database/connection.ts";
import { ownerRole, startEmbedded } from "#lib/database/embedded.ts";
import { fingerprintOf, migrate, readMigrations } from "#lib/database/migrate.ts";
import { applicationRole, ensureApplicationRole, grantRights } from "#lib/database/roles.ts";
import { createKey, keyNames } from "#lib/platform/keys.ts";

declare module "vitest" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- merging needs an interface
  export interface ProvidedContext {
    readonly testServer: TestServer;
  }
}

/** Where the test server is and what it holds ready; addresses name the maintenance database. */
export type TestServer = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** A database with every migration applied and no rows; copied for each test file. */
  readonly template: string;
  /** A data folder with keys. */
  readonly dataDir: string;
};

const root = path.resolve(import.meta.dirname, "../..");
const password = "test";

/** One folder per clone, kept between runs, so that a single test file starts in a moment. */
export const testDataDir = (): string =>
  process.env.TEST_DATA_DIR ?? path.join(os.tmpdir(), `cunxuan-test-${createHash("sha256").update(root).digest("hex").slice(0, 10)}`);

/** Starts the server, or finds it running, with an up-to-date template database. */
export async function prepareTestServer(dataDir: string): Promise<TestServer & { readonly stop: () => void }> {
  mkdirSync(dataDir, { recursive: true });
  return await alone(path.join(dataDir, "preparing"), async () => {
    for (const name of keyNames) if (!existsSync(path.join(dataDir, "keys", `${name}.json`))) createKey(dataDir, name);
    const started = await startEmbedded({ dataDir, ownerPassword: password, durable: false });
    if (!started.ok) throw new Error(JSON.stringify(started.error));
    const appUrl = `postgresql://${applicationRole}:${password}@127.0.0.1:${started.value.port}/postgres`;
    const ownerUrl = withAccount(appUrl, ownerRole, password);
    const template = await prepareTemplate(ownerUrl);
    return { ownerUrl, appUrl, template, dataDir, stop: started.value.stop };
  });
}

async function prepareTemplate(ownerUrl: string): Promise<string> {
  const migrations = readMigrations(path.join(root, "prisma/migrations"));
  const template = `template_${fingerprintOf(migrations)}`;
  const admin = new Client({ connectionString: ownerUrl });
  await admin.connect();
  try {
    const present = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (present.rowCount === 1) return template;
    expectOk(await ensureApplicationRole(admin, applicationRole, password));
    const draft = `${template}_draft`;
    await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(draft)} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${escapeIdentifier(draft)}`);
    const client = new Client({ connectionString: withDatabase(ownerUrl, draft) });
    await client.connect();
    expectOk(await migrate(client, migrations));
    expectOk(await grantRights(client, applicationRole));
    await client.end();
    // Only a complete template gets the name that others look for.
    await admin.query(`ALTER DATABASE ${escapeIdentifier(draft)} RENAME TO ${escapeIdentifier(template)}`);
    return template;
  } finally {
    await admin.end();
  }
}

function expectOk(result: { readonly ok: boolean; readonly error?: unknown }): void {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
}

/** Lets one process at a time prepare; a lock left by a dead process is taken over. */
async function alone<Value>(lock: string, work: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch {
      if (abandoned(lock)) rmSync(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function abandoned(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return Date.now() - statSync(lock).mtimeMs > 120_000;
  } catch {
    return true;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  const { stop, ...server } = await prepareTestServer(testDataDir());
  project.provide("testServer", server);
  void stop; // kept running for the next run; the whole-suite command stops it
}
