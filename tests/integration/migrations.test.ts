import { execFileSync } from "node:child_process";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { historyProblem, migrate, readMigrations } from "#lib/database/migrate.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const root = path.resolve(import.meta.dirname, "../..");
const migrations = readMigrations(path.join(root, "prisma/migrations"));

let database: TestDatabase;
let owner: Client;
let app: Client;

beforeAll(async () => {
  database = await openTestDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  app = new Client({ connectionString: database.url });
  await Promise.all([owner.connect(), app.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.close();
});

const prisma = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [path.join(root, "node_modules/prisma/build/index.js"), ...args], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      DATABASE_OWNER_URL: database.ownerUrl,
      PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, "scripts/prisma-schema-engine.mjs"),
    },
  });

describe("the migration runner", () => {
  it("has nothing left to do on a migrated database", async () => {
    expect(await migrate(owner, migrations)).toEqual({ ok: true, value: [] });
  });

  it("leaves a history that the Prisma command line accepts as up to date", () => {
    expect(prisma("migrate", "status")).toContain("Database schema is up to date");
  });

  it("leaves exactly the tables that the schema describes", () => {
    expect(prisma("migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema", "--script")).toContain("-- This is an empty migration.");
  });

  it("stops when a migration that ran was edited afterwards, and names it", async () => {
    const edited = migrations.map((migration, at) => (at === 0 ? { ...migration, checksum: "0".repeat(64) } : migration));
    expect(await migrate(owner, edited)).toEqual({ ok: false, error: { kind: "migrationEdited", migration: migrations[0]?.name } });
  });

  it("stops when the database is ahead of the program", async () => {
    expect(await migrate(owner, migrations.slice(0, -1))).toEqual({ ok: false, error: { kind: "databaseAhead", migration: migrations.at(-1)?.name } });
  });

  it("stops at a migration that another tool left unfinished", () => {
    const row = { migration_name: "0001", checksum: "a", finished: false };
    expect(historyProblem([row], [{ name: "0001", sql: "", checksum: "a" }])).toEqual({ kind: "migrationUnfinished", migration: "0001" });
  });

  it("rolls a failing migration back as a whole and can be run again", async () => {
    const broken = { name: "9999_broken", sql: `CREATE TABLE half_done (id int); SELECT 1 / 0;`, checksum: "b".repeat(64) };
    expect(await migrate(owner, [...migrations, broken])).toMatchObject({ ok: false, error: { kind: "migrationFailed", migration: "9999_broken" } });
    expect((await owner.query("SELECT to_regclass('half_done') AS it")).rows).toEqual([{ it: null }]);
    expect(await migrate(owner, migrations)).toEqual({ ok: true, value: [] });
  });
});

describe("the application role", () => {
  for (const statement of [
    `UPDATE "LedgerEntry" SET payload = ''`,
    `DELETE FROM "LedgerEntry"`,
    `TRUNCATE "LedgerEntry"`,
    `INSERT INTO "LedgerEntry" VALUES ('x', 1, '', '', '', '', '', '')`,
    `UPDATE "LedgerHead" SET hash = ''`,
    `DELETE FROM "_prisma_migrations"`,
    `DROP TABLE "LedgerEntry"`,
    `CREATE TABLE intruder (id int)`,
  ]) {
    it(`may not: ${statement}`, async () => {
      await expect(app.query(statement)).rejects.toMatchObject({ code: "42501" });
    });
  }
});

describe("the owner", () => {
  it("cannot change, delete or empty the ledger by accident either", async () => {
    await owner.query(`SELECT ledger_append('system', '2026-01-01T00:00:00.000Z', 'test', 'test', '{}')`);
    await expect(owner.query(`UPDATE "LedgerEntry" SET payload = 'x'`)).rejects.toMatchObject({ code: "CX001" });
    await expect(owner.query(`DELETE FROM "LedgerEntry"`)).rejects.toMatchObject({ code: "CX001" });
    await expect(owner.query(`TRUNCATE "LedgerEntry"`)).rejects.toMatchObject({ code: "CX001" });
  });
});
