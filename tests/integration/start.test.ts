import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { versionProblem, withAccount, withDatabase } from "#lib/database/connection.ts";
import { openCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { fileProblem, prepareFolder, prepareKeys } from "../../scripts/start/data-folder.ts";
import { prepareDatabase } from "../../scripts/start/database.ts";
import { contentsOf, markDemo } from "../../scripts/start/demo.ts";
import { readOptions, repository, type Options } from "../../scripts/start/options.ts";
import { claim } from "../../scripts/start/run-file.ts";
import { portProblem } from "../../scripts/start/serve.ts";
import { wordsOf } from "../../scripts/start/words.ts";

const folders: string[] = [];

/** A data folder of its own that the database's account may enter. */
function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "cunxuan-start-"));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function optionsFor(databaseUrl: string | null, dataDir = newFolder()): Options {
  return { dataDir, port: 3000, empty: true, demo: false, dev: false, databaseUrl, databaseAppUrl: null };
}

const problemWith = async (url: string): Promise<unknown> => {
  const result = await prepareDatabase(optionsFor(url));
  return result.ok ? "no problem" : result.error;
};

describe("the command line of npm start", () => {
  it("reads port, folder and database from options and environment", () => {
    expect(readOptions(["--empty", "--port", "4000"], { DATA_DIR: "/srv/x", PORT: "80", DATABASE_URL: " " })).toEqual({
      ok: true,
      value: { dataDir: "/srv/x", port: 4000, empty: true, demo: false, dev: false, databaseUrl: null, databaseAppUrl: null },
    });
    expect(readOptions(["--port=4001"], {})).toMatchObject({ ok: true, value: { port: 4001, dataDir: path.join(repository, "data") } });
  });

  it.each([["--prot"], ["--port", "abc"], ["--port", "70000"], ["--port"], ["--empty", "--demo"]])("refuses %s %s", (...args) => {
    expect(readOptions(args, {})).toMatchObject({ ok: false, error: { kind: "badOption" } });
  });

  it("refuses a relative data folder", () => {
    expect(readOptions([], { DATA_DIR: "data" })).toEqual({ ok: false, error: { kind: "dataDirRelative", given: "data" } });
  });
});

describe("the data folder", () => {
  it("is refused on a full disk before anything is written", () => {
    expect(prepareFolder(newFolder(), () => ({ bavail: 10, bsize: 1_048_576 }))).toMatchObject({ ok: false, error: { kind: "diskFull", freeMb: 10 } });
  });

  it("is refused where nothing can be written", () => {
    const file = path.join(newFolder(), "a-file");
    writeFileSync(file, "");
    expect(prepareFolder(file)).toEqual({ ok: false, error: { kind: "notWritable", folder: file } });
  });

  it("turns a disk that fills up later into words too, from the system and from PostgreSQL", () => {
    expect(fileProblem({ code: "ENOSPC" }, "/x")).toMatchObject({ kind: "diskFull" });
    expect(fileProblem({ code: "53100" }, "/x")).toMatchObject({ kind: "diskFull" });
    expect(fileProblem({ code: "EACCES" }, "/x")).toMatchObject({ kind: "notWritable" });
  });

  it("gets its keys at the first start, readable by the owner alone, and keeps them", () => {
    const folder = newFolder();
    const first = prepareKeys(folder, false);
    expect(first.ok).toBe(true);
    for (const name of ["encryption", "hash", "auth", "database"]) {
      expect(statSync(path.join(folder, "keys", `${name}.json`)).mode & 0o777).toBe(0o600);
    }
    expect(prepareKeys(folder, true)).toEqual(first);
  });

  it("never makes a new key when data exist, and names the missing file", () => {
    const folder = newFolder();
    prepareKeys(folder, false);
    const lost = path.join(folder, "keys", "encryption.json");
    rmSync(lost);
    expect(prepareKeys(folder, true)).toEqual({ ok: false, error: { kind: "keyMissing", files: [lost] } });
    expect(existsSync(lost)).toBe(false);
  });

  it("names a damaged key", () => {
    const folder = newFolder();
    prepareKeys(folder, false);
    const damaged = path.join(folder, "keys", "hash.json");
    writeFileSync(damaged, readFileSync(damaged, "utf8").slice(0, 20));
    expect(prepareKeys(folder, true)).toEqual({ ok: false, error: { kind: "keyDamaged", file: damaged } });
  });

  it("is used by one start at a time", async () => {
    const folder = newFolder();
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)", "start.ts"]);
    try {
      expect((await claim(folder, { pid: other.pid ?? 0, port: 4321, server: null })).ok).toBe(true);
      expect(await claim(folder, { pid: process.pid, port: 1, server: null })).toEqual({ ok: false, error: { kind: "alreadyRunning", pid: other.pid, port: 4321 } });
    } finally {
      other.kill("SIGKILL");
      await new Promise((resolve) => other.once("exit", resolve));
    }
    expect((await claim(folder, { pid: process.pid, port: 1, server: null })).ok).toBe(true);
  });

  it("is freed of a web server whose start was killed", async () => {
    const folder = newFolder();
    const orphan = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)", "server.js"]);
    const ended = new Promise((resolve) => orphan.once("exit", (_code, signal) => resolve(signal)));
    await claim(folder, { pid: 2 ** 22 + 1, port: 1, server: orphan.pid ?? null });
    expect((await claim(folder, { pid: process.pid, port: 1, server: null })).ok).toBe(true);
    expect(await ended).toBe("SIGKILL");
  });
});

describe("a port", () => {
  it("that is taken is named together with a free one", async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, resolve));
    const address = holder.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const problem = await portProblem(port);
    expect(problem).toMatchObject({ kind: "portTaken", port });
    expect(problem?.kind === "portTaken" && problem.free > port).toBe(true);
    await new Promise((resolve) => holder.close(resolve));
    expect(await portProblem(port)).toBeNull();
  });
});

describe("the user's own database", () => {
  let database: TestDatabase;
  let admin: Client;
  const made: string[] = [];
  const server = inject("testServer");

  beforeAll(async () => {
    database = await openTestDatabase();
    admin = new Client({ connectionString: server.ownerUrl });
    await admin.connect();
  });
  afterAll(async () => {
    for (const name of made) {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.query(`DROP ROLE IF EXISTS ${name}_app`);
    }
    await admin.query("DROP ROLE IF EXISTS start_humble");
    await admin.end();
    await database.close();
  });

  async function emptyDatabase(owner?: string): Promise<string> {
    const name = `start_${process.pid}_${made.length}`;
    await admin.query(`CREATE DATABASE ${name}${owner === undefined ? "" : ` OWNER ${owner}`}`);
    made.push(name);
    return withDatabase(server.ownerUrl, name);
  }

  it("that nobody serves is unreachable", async () => {
    expect(await problemWith("postgresql://a:b@127.0.0.1:1/c")).toMatchObject({ kind: "unreachable", address: "127.0.0.1:1/c" });
  });

  it.each(["mysql://a@b/c", "nonsense", "postgresql://"])("with the malformed address %s is refused", async (url) => {
    expect(await problemWith(url)).toEqual({ kind: "badAddress" });
  });

  it("that refuses the password is told apart from one that is away", async () => {
    expect(await problemWith(withAccount(server.ownerUrl, "cunxuan_owner", "wrong"))).toMatchObject({ kind: "refused" });
  });

  it("that does not exist is named", async () => {
    expect(await problemWith(withDatabase(server.ownerUrl, "nowhere"))).toMatchObject({ kind: "noSuchDatabase" });
  });

  it("must be PostgreSQL 15 or newer", () => {
    expect(versionProblem(140_012, "14.12")).toEqual({ kind: "serverTooOld", version: "14.12" });
    expect(versionProblem(150_000, "15.0")).toBeNull();
  });

  it("is migrated, and served as a role that cannot touch the ledger", async () => {
    const ready = await prepareDatabase(optionsFor(await emptyDatabase()));
    if (!ready.ok) throw new Error(JSON.stringify(ready.error));
    const app = new Client({ connectionString: ready.value.appUrl });
    await app.connect();
    await app.query(`SELECT ledger_append('system', '2026-01-01T00:00:00.000Z', 'test', 'test', '{}')`);
    await expect(app.query(`DELETE FROM "LedgerEntry"`)).rejects.toMatchObject({ code: "42501" });
    await app.end();
  });

  it("with tables of another program is left alone", async () => {
    const url = await emptyDatabase();
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query("CREATE TABLE somebody_elses (id int)");
    await client.end();
    expect(await problemWith(url)).toEqual({ kind: "foreignTables", table: "somebody_elses" });
  });

  it("that a newer program has migrated is not opened", async () => {
    const url = await emptyDatabase();
    expect(await problemWith(url)).toBe("no problem");
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name) VALUES ('x', 'y', now(), '9999_future')`);
    await client.end();
    expect(await problemWith(url)).toEqual({ kind: "databaseAhead", migration: "9999_future" });
  });

  it("whose account may not create roles says which statement an administrator runs", async () => {
    await admin.query("CREATE ROLE start_humble LOGIN PASSWORD 'humble'");
    const url = withAccount(await emptyDatabase("start_humble"), "start_humble", "humble");
    const problem = await problemWith(url);
    expect(problem).toMatchObject({ kind: "noRightsForRoles" });
    expect(problem).toHaveProperty("sql", expect.stringContaining("CREATE ROLE"));
  });

  it("holding accounts is not opened with new keys", async () => {
    await openCase(database.db).then((it) => it.person("committeeChair"));
    expect(await problemWith(database.ownerUrl)).toMatchObject({ kind: "keyMissing" });
  });

  it("is told apart by what it holds: nothing, a half-made demonstration, today's, an old one, real work", async () => {
    const fresh = await openTestDatabase();
    const contents = async (): Promise<unknown> => {
      const found = await contentsOf(fresh.ownerUrl, "2026-04-18");
      return found.ok ? found.value : found.error;
    };
    expect(await contents()).toBe("nothing");
    await markDemo(fresh.ownerUrl, null);
    expect(await contents()).toBe("oldDemo");
    await markDemo(fresh.ownerUrl, "2026-04-17");
    expect(await contents()).toBe("oldDemo");
    await markDemo(fresh.ownerUrl, "2026-04-18");
    expect(await contents()).toBe("demo");
    await openCase(fresh.db);
    expect(await contents()).toBe("real");
    await fresh.close();
  });

  it("holding work that was never marked as a demonstration is real work", async () => {
    const fresh = await openTestDatabase();
    await openCase(fresh.db);
    expect(await contentsOf(fresh.ownerUrl, "2026-04-18")).toEqual({ ok: true, value: "real" });
    await fresh.close();
  });
});

describe("the embedded database", () => {
  it("starts in its folder, is found again while it runs, and keeps its data over a stop", async () => {
    const options = optionsFor(null);
    const first = await prepareDatabase(options);
    if (!first.ok) throw new Error(JSON.stringify(first.error));
    try {
      const again = await prepareDatabase(options);
      expect(again).toMatchObject({ ok: true, value: { appUrl: first.value.appUrl } });
      const client = new Client({ connectionString: first.value.appUrl });
      await client.connect();
      await client.query(`SELECT ledger_append('system', '2026-01-01T00:00:00.000Z', 'test', 'kept', '{}')`);
      await client.end();
    } finally {
      first.value.stop();
    }
    const second = await prepareDatabase(options);
    if (!second.ok) throw new Error(JSON.stringify(second.error));
    const client = new Client({ connectionString: second.value.appUrl });
    await client.connect();
    expect((await client.query(`SELECT command FROM "LedgerEntry"`)).rows).toEqual([{ command: "kept" }]);
    await client.end();
    second.value.stop();
    rmSync(path.join(options.dataDir, "keys"), { recursive: true });
    expect(await prepareDatabase(options)).toMatchObject({ ok: false, error: { kind: "keyMissing" } });
  });
});

describe("the whole command", () => {
  const start = (args: readonly string[], environment: Readonly<Record<string, string>>) =>
    spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", path.join(repository, "scripts/start.ts"), ...args], {
      encoding: "utf8",
      env: { ...process.env, DATA_DIR: newFolder(), ...environment },
    });

  it("ends with one paragraph in Chinese and one in English, and without a stack trace", () => {
    const { status, stderr } = start(["--port", "49871"], { DATABASE_URL: "postgresql://a:b@127.0.0.1:1/c" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/无法连接数据库[\s\S]*cannot be reached/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr).not.toContain("a:b");
  });

  it("names an option it does not know", () => {
    const { status, stderr } = start(["--emtpy"], {});
    expect(status).toBe(1);
    expect(stderr).toContain("--emtpy");
  });
});

it("says what to do about a failure in both languages", () => {
  const { zh, en } = wordsOf({ kind: "portTaken", port: 3000, free: 3001 });
  expect(zh).toContain("npm start -- --port 3001");
  expect(en).toContain("npm start -- --port 3001");
});
