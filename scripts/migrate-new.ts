/**
 * For authors: `node scripts/migrate-new.mjs NAME` compares a freshly migrated database with `prisma/schema` and
 * writes the difference as the next migration. Works offline. Add by hand what Prisma cannot say (checks, triggers).
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withDatabase } from "#lib/database/connection.ts";
import { prepareTestServer, testDataDir } from "#tests/support/server.ts";
import { repository } from "./start/options.ts";

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Usage: node scripts/migrate-new.mjs name_in_small_letters");
  process.exit(2);
}
const server = await prepareTestServer(testDataDir());
const diff = spawnSync(
  process.execPath,
  [path.join(repository, "node_modules/prisma/build/index.js"), "migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema", "--script"],
  {
    cwd: repository,
    encoding: "utf8",
    env: {
      ...process.env,
      DATABASE_OWNER_URL: withDatabase(server.ownerUrl, server.template),
      PRISMA_SCHEMA_ENGINE_BINARY: path.join(repository, "scripts/prisma-schema-engine.mjs"),
    },
  },
);
if (diff.status !== 0) {
  console.error(diff.stderr);
  process.exit(1);
}
if (diff.stdout.includes("This is an empty migration")) {
  console.log("Nothing to do: the migrations already make the tables of prisma/schema.");
  process.exit(0);
}
const folder = path.join(repository, "prisma/migrations");
const last = readdirSync(folder).map((entry) => Number(/^\d{4}/.exec(entry)?.[0] ?? 0));
const file = path.join(folder, `${String(Math.max(0, ...last) + 1).padStart(4, "0")}_${name}`, "migration.sql");
mkdirSync(path.dirname(file));
writeFileSync(file, `${diff.stdout.trim()}\n`);
console.log(path.relative(repository, file));
