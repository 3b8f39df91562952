import { randomUUID } from "node:crypto";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Actor } from "#lib/access/actor.ts";
import { permissions, roles, type Role } from "#lib/access/permissions.ts";
import type { Database } from "#lib/database/client.ts";
import { defineCommand, execute } from "#lib/platform/command.ts";
import { id, whole } from "#lib/platform/fields.ts";
import { conflict, invalid } from "#lib/platform/refusal.ts";
import { ok } from "#lib/platform/result.ts";
import { openDrive, recordAudit, setElectionDay } from "#lib/township/commands.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

let testDatabase: TestDatabase;
let db: Database;
let own: TestCase;
let other: TestCase;
const at = new Date("2026-02-01T02:00:00Z");
const clock = () => at;
const entriesOf = (electionId: string) => db.ledgerEntry.count({ where: { scope: `election:${electionId}` } });

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
  own = await openCase(db);
  other = await openCase(db);
});
afterAll(() => testDatabase.close());

describe("who may run a command", () => {
  it("refuses every role that the table does not name, and changes nothing", async () => {
    const allowed: readonly Role[] = permissions["election.setDay"];
    for (const role of roles.filter((one) => !allowed.includes(one))) {
      const actor = await own.person(role);
      const result = await execute(setElectionDay, { db, actor, clock }, { electionId: own.electionId, version: 1, electionDay: "2026-05-01" });
      expect(result, role).toEqual({ ok: false, error: { kind: "forbidden" } });
    }
    expect(await entriesOf(own.electionId)).toBe(0);
  });
  it("refuses the right role of another election", async () => {
    const stranger = await other.person("committeeChair");
    const input = { electionId: own.electionId, version: 1, publishedOn: "2026-01-20" };
    expect(await execute(recordAudit, { db, actor: stranger, clock }, input)).toEqual({ ok: false, error: { kind: "forbidden" } });
  });
  it("answers a forged id like a missing row", async () => {
    const officer = await own.person("townshipOfficer");
    const input = { electionId: randomUUID(), version: 1, publishedOn: "2026-01-20" };
    expect(await execute(recordAudit, { db, actor: officer, clock }, input)).toEqual({ ok: false, error: { kind: "notFound" } });
    expect(await execute(openDrive, { db, actor: officer, clock }, { townshipId: randomUUID(), term: 14, driveName: "换届" })).toEqual({ ok: false, error: { kind: "notFound" } });
  });
  it("refuses somebody who is not signed in", async () => {
    expect(await execute(recordAudit, { db, actor: null, clock }, { electionId: own.electionId, version: 1, publishedOn: "2026-01-20" })).toEqual({ ok: false, error: { kind: "signedOut" } });
  });
  it("names the wrong field before it asks who is there", async () => {
    const result = await recordAudit.run({ db, actor: null, clock }, { electionId: own.electionId, version: 1, publishedOn: "2026-02-30" });
    expect(result).toMatchObject({ ok: false, error: { kind: "invalid", issues: [{ field: "publishedOn", code: "invalidDate" }] } });
  });
});

describe("roles of the authorities", () => {
  const writes = Object.entries(permissions).filter(([action]) => /^(roll|nomination|ballot|proxy|vote|count|certificate|committee|seats)\./.test(action) || ["result.determine", "result.announce", "notice.issue"].includes(action));
  it("may run no command that writes a village's roll, ballots or votes", async () => {
    const touched: string[] = [];
    for (const [action] of writes) {
      const name = actionNamed(action);
      const probe = defineCommand({
        name: `probe.${action}`, action: name, input: z.object({ electionId: id }), scope: (input) => ({ kind: "election", id: input.electionId }),
        load: async () => ({}), decide: () => ok({}), save: async () => { touched.push(action); return {}; }, entry: () => ({}),
      });
      for (const role of ["administrator", "countyAdministrator", "countyReader", "townshipOfficer", "guide", "observer"] as const) {
        const result = await execute(probe, { db, actor: await own.person(role), clock }, { electionId: own.electionId });
        expect(result, `${role} ${action}`).toEqual({ ok: false, error: { kind: "forbidden" } });
      }
    }
    expect(touched).toEqual([]);
  });
});

const actionNames = Object.keys(permissions);
function actionNamed(text: string): keyof typeof permissions {
  const isAction = (name: string): name is keyof typeof permissions => actionNames.includes(name);
  if (!isAction(text)) throw new Error(text);
  return text;
}

/** Counts up a number of the election, slowly enough that two runs meet. */
const addTerm = defineCommand({
  name: "test.addTerm",
  action: "committee.write",
  input: z.object({ electionId: id, version: whole(1, 1000) }),
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: (tx, input) => tx.election.findUnique({ where: { id: input.electionId }, select: { id: true, term: true, version: true } }),
  decide: (row, input) => (row.version === input.version ? ok({ id: row.id, term: row.term + 1 }) : conflict),
  save: async (tx, change) => {
    await tx.election.update({ where: { id: change.id }, data: { term: change.term, version: { increment: 1 } } });
    return { term: change.term };
  },
  entry: ({ term }) => ({ term }),
});

describe("one after another", () => {
  let chair: Actor;
  beforeAll(async () => {
    chair = await other.person("committeeChair");
  });
  it("runs a double click once and gives both the same answer", async () => {
    const requestId = randomUUID();
    const input = { electionId: other.electionId, version: 1 };
    const before = await entriesOf(other.electionId);
    const [first, second] = await Promise.all([execute(addTerm, { db, actor: chair, clock, requestId }, input), execute(addTerm, { db, actor: chair, clock, requestId }, input)]);
    expect(first).toEqual({ ok: true, value: { term: 14 } });
    expect(second).toEqual(first);
    expect(await entriesOf(other.electionId)).toBe(before + 1);
  });
  it("refuses a request id of somebody else's click", async () => {
    const requestId = randomUUID();
    const input = { electionId: other.electionId, version: 2 };
    expect(await execute(addTerm, { db, actor: chair, clock, requestId }, input)).toMatchObject({ ok: true });
    const member = await other.person("committeeMember");
    expect(await execute(addTerm, { db, actor: member, clock, requestId }, { ...input, version: 3 })).toEqual({ ok: false, error: { kind: "conflict" } });
  });
  it("lets one of two people save the same version, and tells the other", async () => {
    const member = await other.person("committeeMember");
    const { version } = await db.election.findUniqueOrThrow({ where: { id: other.electionId } });
    const input = { electionId: other.electionId, version };
    const results = await Promise.all([execute(addTerm, { db, actor: chair, clock }, input), execute(addTerm, { db, actor: member, clock }, input)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toEqual({ ok: false, error: { kind: "conflict" } });
  });
  it("leaves nothing behind when the decision refuses", async () => {
    const refuse = defineCommand({
      name: "test.refuse", action: "committee.write", input: z.object({ electionId: id }), scope: (input) => ({ kind: "election", id: input.electionId }),
      load: async () => ({}), decide: (_, __, facts) => { facts.commit("秘密"); return invalid(null, "required"); }, save: async () => ({}), entry: () => ({}),
    });
    const before = await entriesOf(other.electionId);
    expect(await execute(refuse, { db, actor: chair, clock }, { electionId: other.electionId })).toMatchObject({ ok: false });
    expect(await entriesOf(other.electionId)).toBe(before);
    expect(await db.ledgerSecret.count({ where: { value: "秘密" } })).toBe(0);
  });
});

/** Runs a statement on the test's database; the SQL state of its error, or "done". */
async function tryAs(url: string, statement: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
    return "done";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unknown";
  } finally {
    await client.end();
  }
}

describe("the ledger", () => {
  const changes = [
    `UPDATE "LedgerEntry" SET payload = '{}'`, `DELETE FROM "LedgerEntry"`, `TRUNCATE "LedgerEntry"`,
  ];
  it("refuses change, deletion and emptying to the application by rights", async () => {
    for (const statement of changes) expect(await tryAs(testDatabase.url, statement), statement).toBe("42501");
    expect(await tryAs(testDatabase.url, `UPDATE "LedgerHead" SET sequence = 0`)).toBe("42501");
    expect(await tryAs(testDatabase.url, `INSERT INTO "LedgerEntry" VALUES ('system', 99, '', '', '', '{}', '', '')`)).toBe("42501");
  });
  it("refuses them to the owner by trigger", async () => {
    for (const statement of changes) expect(await tryAs(testDatabase.ownerUrl, statement), statement).toBe("CX001");
  });

  const verify = () => {
    const cli = path.join(import.meta.dirname, "../../lib/ledger/verify-cli.ts");
    const run = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", cli], { encoding: "utf8", env: { ...process.env, DATABASE_URL: testDatabase.url } });
    return { status: run.status, lines: run.stdout.split("\n") };
  };
  const scopeLine = (lines: readonly string[]): string => lines.find((line) => line.includes(`election:${other.electionId}`)) ?? "";

  it("holds as the commands wrote it", () => {
    const { status, lines } = verify();
    expect(status).toBe(0);
    expect(scopeLine(lines)).toMatch(/^好 ok .* 3 条/);
  });
  it("names the first broken entry of a chain that was tampered with behind its triggers", async () => {
    const scope = `election:${other.electionId}`;
    const tamper = (statement: string) => tryAs(testDatabase.ownerUrl, `ALTER TABLE "LedgerEntry" DISABLE TRIGGER ALL; ${statement}; ALTER TABLE "LedgerEntry" ENABLE TRIGGER ALL`);
    const { payload } = await db.ledgerEntry.findUniqueOrThrow({ where: { scope_sequence: { scope, sequence: 2 } } });
    expect(await tamper(`UPDATE "LedgerEntry" SET payload = '{"term":99}' WHERE scope = '${scope}' AND sequence = 2`)).toBe("done");
    expect(scopeLine(verify().lines)).toMatch(/断 BROKEN .*第 2 条.*content changed/);
    expect(verify().status).toBe(1);
    expect(await tamper(`UPDATE "LedgerEntry" SET payload = '${payload}' WHERE scope = '${scope}' AND sequence = 2`)).toBe("done");
    expect(verify().status).toBe(0);
    expect(await tamper(`DELETE FROM "LedgerEntry" WHERE scope = '${scope}' AND sequence = 3`)).toBe("done");
    expect(scopeLine(verify().lines)).toMatch(/断 BROKEN .*第 2 条.*end and head differ/);
    expect(await tamper(`DELETE FROM "LedgerEntry" WHERE scope = '${scope}' AND sequence = 1`)).toBe("done");
    expect(scopeLine(verify().lines)).toMatch(/断 BROKEN .*第 1 条.*entry missing/);
  });
  it("says that a database cannot be read, instead of that all is well", () => {
    const cli = path.join(import.meta.dirname, "../../lib/ledger/verify-cli.ts");
    const run = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", cli], { encoding: "utf8", env: { ...process.env, DATABASE_URL: "" } });
    expect(run.status).toBe(2);
  });
});
