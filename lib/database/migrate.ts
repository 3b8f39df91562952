import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { z } from "zod";
import { err, ok, type Result } from "../platform/result.ts";
import type { DatabaseProblem } from "./problems.ts";

/** One migration of the program: its folder's name, its text and the text's SHA-256. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** Any number serves; it must only be the same in all copies of the program. */
const advisoryLock = 4_201_860_315;

/** Prisma's own table, so that its command line sees the same state. */
const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
  logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/** Reads `prisma/migrations`, in order of name. */
export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** One text for a set of migrations; a template database is named by it. */
export const fingerprintOf = (migrations: readonly Migration[]): string =>
  createHash("sha256").update(migrations.map((migration) => migration.checksum).join()).digest("hex").slice(0, 16);

const appliedSchema = z.array(z.object({ migration_name: z.string(), checksum: z.string(), finished: z.boolean() }));
type Applied = z.infer<typeof appliedSchema>;

async function history(client: Client): Promise<Applied> {
  const rows = await client.query(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return appliedSchema.parse(rows.rows);
}

/** Compares what ran there with what the program brings; null when the program may go on. */
export function historyProblem(applied: Applied, migrations: readonly Migration[]): DatabaseProblem | null {
  for (const { migration_name: name, checksum, finished } of applied) {
    const own = migrations.find((migration) => migration.name === name);
    if (own === undefined) return { kind: "databaseAhead", migration: name };
    if (!finished) return { kind: "migrationUnfinished", migration: name };
    if (own.checksum !== checksum) return { kind: "migrationEdited", migration: name };
  }
  return null;
}

/** A table of another program; null when the database is empty or ours. */
async function foreignTable(client: Client): Promise<string | null> {
  const found = await client.query(
    `SELECT min(c.relname::text) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND to_regclass('public."_prisma_migrations"') IS NULL`,
  );
  return z.tuple([z.object({ name: z.string().nullable() })]).parse(found.rows)[0].name;
}

async function apply(client: Client, migration: Migration): Promise<Result<null, DatabaseProblem>> {
  try {
    await client.query("BEGIN");
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, clock_timestamp(), $3, 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("COMMIT");
    return ok(null);
  } catch (error) {
    await client.query("ROLLBACK");
    return err({ kind: "migrationFailed", migration: migration.name, detail: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * Brings the database to the state this program expects: each migration that has not run yet, in order, each in a
 * transaction of its own; a second copy of the program waits for the first. Returns the names of those that ran.
 * The client must be connected as the owner.
 */
export async function migrate(client: Client, migrations: readonly Migration[]): Promise<Result<readonly string[], DatabaseProblem>> {
  await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
  try {
    const foreign = await foreignTable(client);
    if (foreign !== null) return err({ kind: "foreignTables", table: foreign });
    await client.query(historyTable);
    const applied = await history(client);
    const problem = historyProblem(applied, migrations);
    if (problem !== null) return err(problem);
    const pending = migrations.filter((migration) => !applied.some((row) => row.migration_name === migration.name));
    for (const migration of pending) {
      const done = await apply(client, migration);
      if (!done.ok) return done;
    }
    return ok(pending.map((migration) => migration.name));
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [advisoryLock]);
  }
}
