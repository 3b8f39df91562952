import path from "node:path";
import { escapeIdentifier, type Client } from "pg";
import { addressOf, openClient, withAccount, withDatabase } from "#lib/database/connection.ts";
import { clusterExists, ownerRole, startEmbedded } from "#lib/database/embedded.ts";
import { migrate, readMigrations } from "#lib/database/migrate.ts";
import { applicationRole, ensureApplicationRole, grantRights } from "#lib/database/roles.ts";
import { err, ok, type Result } from "#lib/platform/result.ts";
import { fileProblem, prepareKeys, type Credentials } from "./data-folder.ts";
import { repository, type Options } from "./options.ts";
import type { StartProblem } from "./problems.ts";

/** A migrated database, ready to serve. */
export type ReadyDatabase = {
  readonly ownerUrl: string;
  /** As the application role, which may only append to the ledger. */
  readonly appUrl: string;
  /** Folder of the embedded server's data when it had to move out of the data folder; null otherwise. */
  readonly movedTo: string | null;
  /** Whether an empty database is to be filled with the demonstration. */
  readonly forDemo: boolean;
  /** Stops the embedded server; does nothing for the user's own. */
  readonly stop: () => void;
};

type Opened = Omit<ReadyDatabase, "appUrl"> & { readonly credentials: Credentials };

const nothing = (): void => undefined;

async function openEmbedded(options: Options): Promise<Result<Opened, StartProblem>> {
  const keys = prepareKeys(options.dataDir, clusterExists(options.dataDir));
  if (!keys.ok) return keys;
  const credentials = keys.value;
  const server = await startEmbedded({ dataDir: options.dataDir, ownerPassword: credentials.ownerPassword, durable: true });
  if (!server.ok) return server;
  const { port, files, stop } = server.value;
  const adminUrl = withAccount(`postgresql://127.0.0.1:${port}/postgres`, ownerRole, credentials.ownerPassword);
  const chosen = await chooseDatabase(adminUrl, options);
  if (!chosen.ok) {
    stop();
    return chosen;
  }
  const ownerUrl = withDatabase(adminUrl, chosen.value);
  return ok({ ownerUrl, credentials, movedTo: files.moved ? files.cluster : null, forDemo: chosen.value === demoDatabase, stop });
}

/** Real work and demonstration never share a database, so that making the demonstration anew can harm nothing. */
const realDatabase = "cunxuan";
const demoDatabase = "cunxuan_demo";

/** The real one as soon as there is one or it is asked for (--empty), else the demonstration; creates what is missing. */
async function chooseDatabase(adminUrl: string, options: Options): Promise<Result<string, StartProblem>> {
  const opened = await openClient(adminUrl);
  if (!opened.ok) return opened;
  const admin = opened.value;
  const exists = async (name: string): Promise<boolean> => (await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [name])).rowCount === 1;
  try {
    const real = options.empty || (!options.demo && (await exists(realDatabase)));
    const name = real ? realDatabase : demoDatabase;
    if (!(await exists(name))) await admin.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
    return ok(name);
  } catch (error) {
    return err(queryProblem(error, adminUrl, options.dataDir));
  } finally {
    await admin.end();
  }
}

async function openOwn(options: Options, url: string): Promise<Result<Opened, StartProblem>> {
  const opened = await openClient(url);
  if (!opened.ok) return opened;
  const inUse = await hasAccounts(opened.value);
  await opened.value.end();
  const keys = prepareKeys(options.dataDir, inUse);
  return keys.ok ? ok({ ownerUrl: url, credentials: keys.value, movedTo: null, forDemo: !options.empty, stop: nothing }) : keys;
}

async function hasAccounts(client: Client): Promise<boolean> {
  const table = await client.query(`SELECT to_regclass('public."Account"') IS NOT NULL AS there`);
  if (!table.rows.some((row: { readonly there?: unknown }) => row.there === true)) return false;
  return (await client.query(`SELECT 1 FROM "Account" LIMIT 1`)).rowCount === 1;
}

/** The role's name is shared by all databases of a server, so each of the user's own databases has one of its own. */
const roleFor = (options: Options, url: string): string =>
  options.databaseUrl === null ? applicationRole : `${decodeURIComponent(new URL(url).pathname.slice(1))}_app`;

/**
 * Opens the embedded database or the one of DATABASE_URL, creates the application role, applies the migrations that
 * are missing and gives the role its rights.
 */
export async function prepareDatabase(options: Options): Promise<Result<ReadyDatabase, StartProblem>> {
  const opened = options.databaseUrl === null ? await openEmbedded(options) : await openOwn(options, options.databaseUrl);
  if (!opened.ok) return opened;
  const { ownerUrl, credentials, movedTo, forDemo, stop } = opened.value;
  const appUrl = options.databaseAppUrl ?? withAccount(ownerUrl, roleFor(options, ownerUrl), credentials.appPassword);
  const ready = await bringUpToDate(ownerUrl, appUrl, options.databaseAppUrl === null, options.dataDir);
  if (ready.ok) return ok({ ownerUrl, appUrl, movedTo, forDemo, stop });
  stop();
  return ready;
}

/** Migrates as the owner; `createRole` unless an administrator did. Ends by logging in as the application role. */
async function bringUpToDate(ownerUrl: string, appUrl: string, createRole: boolean, dataDir: string): Promise<Result<null, StartProblem>> {
  const opened = await openClient(ownerUrl);
  if (!opened.ok) return opened;
  const owner = opened.value;
  const { username, password } = new URL(appUrl);
  try {
    const migrated = await migrate(owner, readMigrations(path.join(repository, "prisma/migrations")));
    if (!migrated.ok) return migrated;
    if (createRole) {
      const made = await ensureApplicationRole(owner, decodeURIComponent(username), decodeURIComponent(password));
      if (!made.ok) return made;
    }
    const granted = await grantRights(owner, decodeURIComponent(username));
    if (!granted.ok) return granted;
  } catch (error) {
    return err(queryProblem(error, ownerUrl, dataDir));
  } finally {
    await owner.end();
  }
  const app = await openClient(appUrl);
  if (!app.ok) return app;
  await app.value.end();
  return ok(null);
}

function queryProblem(error: unknown, url: string, dataDir: string): StartProblem {
  const detail = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "42501") return { kind: "noRightsForSchema", detail };
  return code === "53100" ? fileProblem(error, dataDir) : { kind: "unreachable", address: addressOf(url), detail };
}

/**
 * Empties the database for a fresh demonstration: everything is dropped and made again. The caller has made sure that
 * nothing but a demonstration is in it.
 */
export async function startOver(ready: ReadyDatabase, dataDir: string): Promise<Result<null, StartProblem>> {
  const opened = await openClient(ready.ownerUrl);
  if (!opened.ok) return opened;
  try {
    await opened.value.query("BEGIN; DROP SCHEMA public CASCADE; CREATE SCHEMA public; COMMIT");
  } catch (error) {
    return err(queryProblem(error, ready.ownerUrl, dataDir));
  } finally {
    await opened.value.end();
  }
  return bringUpToDate(ready.ownerUrl, ready.appUrl, false, dataDir);
}
