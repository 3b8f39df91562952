import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { inject } from "vitest";
import { connect, type Database } from "#lib/database/client.ts";
import { withDatabase } from "#lib/database/connection.ts";

/** A database of its own for one test file, empty and fully migrated. */
export type TestDatabase = {
  /** Address as the application role, which may only append to the ledger. */
  readonly url: string;
  /** Address as the owner, for breaking things on purpose. */
  readonly ownerUrl: string;
  /** A pool as the application role. */
  readonly db: Database;
  /** Closes the pool and drops the database; call it in `afterAll`. */
  readonly close: () => Promise<void>;
};

/**
 * Copies the migrated template (about 0.1 s). Also points this process's environment at the copy, so that code which
 * reads the environment (`database()`, the keys) meets the same database.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = inject("testServer");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await administer(server.ownerUrl, `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(server.template)}`);
  const url = withDatabase(server.appUrl, name);
  process.env.DATABASE_URL = url;
  process.env.DATA_DIR = server.dataDir;
  const db = connect(url);
  const close = async (): Promise<void> => {
    await db.$disconnect();
    await administer(server.ownerUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  };
  return { url, ownerUrl: withDatabase(server.ownerUrl, name), db, close };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await copyWhenFree(client, statement);
  } finally {
    await client.end();
  }
}

/** Copying fails while another copy of the same template is under way; waiting a moment is enough. */
async function copyWhenFree(client: Client, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      const busy = error instanceof Error && "code" in error && error.code === "55006";
      if (!busy || attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
