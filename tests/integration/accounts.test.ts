import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstRun } from "#lib/access/bootstrap.ts";
import { electionAccounts, systemAccounts, townshipAccounts } from "#lib/access/commands.ts";
import { changeOwnPassword } from "#lib/access/own-password.ts";
import { actorOfAccount, actorOfSession, signIn, signOut } from "#lib/access/session.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Database } from "#lib/database/client.ts";
import { execute } from "#lib/platform/command.ts";
import { addVillages, openDrive, openElections } from "#lib/township/commands.ts";
import { openCase, testPassword, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

let testDatabase: TestDatabase;
let db: Database;
const at = new Date("2026-02-01T02:00:00Z");
const clock = () => at;

const form = {
  administrator: { name: "管理员", username: "Admin", ownPassword: "first-password", repeatPassword: "first-password" },
  county: { countyCode: "330111", countyName: "临河县", provincePack: "" },
  township: { townshipCode: "330111100", townshipName: "河西镇" },
  officer: { name: "陈干部", username: "chen", password: "handed-out-1" },
};
const accountForm = (placeId: string, scopeId: string, username: string) => ({ placeId, scopeId, name: "某人", username, password: "handed-out-9" });

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
});
afterAll(() => testDatabase.close());

async function actorNamed(username: string): Promise<Actor> {
  const account = await db.account.findUniqueOrThrow({ where: { username }, select: { id: true } });
  const actor = await actorOfAccount(db, account.id);
  if (actor === null) throw new Error(`${username} is closed`);
  return actor;
}

describe("the first run", () => {
  it("names every field that is wrong", async () => {
    const result = await firstRun({ db, clock }, { ...form, administrator: { ...form.administrator, ownPassword: "short", repeatPassword: "other" }, county: { ...form.county, countyCode: "12" } });
    expect(result).toMatchObject({ ok: false, error: { kind: "invalid" } });
    if (!result.ok && result.error.kind === "invalid") {
      expect(result.error.issues.map((issue) => `${issue.field}:${issue.code}`)).toEqual(
        expect.arrayContaining(["administrator.ownPassword:tooShort", "county.countyCode:invalidCountyCode"]),
      );
    }
  });
  it("makes administrator, county, township and officer once, however many browsers ask at the same time", async () => {
    const results = await Promise.all([firstRun({ db, clock }, form), firstRun({ db, clock }, form), firstRun({ db, clock }, form)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok).map((result) => (result.ok ? "" : result.error.kind))).toEqual(["notFound", "notFound"]);
    expect(await db.account.count()).toBe(2);
    expect((await actorNamed("admin")).mustChangePassword).toBe(false);
    expect((await actorNamed("chen")).mustChangePassword).toBe(true);
  });
  it("leaves no password, hash or name in the chain", async () => {
    const entries = await db.ledgerEntry.findMany({ where: { scope: "system" } });
    expect(entries.map((entry) => entry.command)).toEqual(["system.firstRun"]);
    expect(JSON.stringify(entries)).not.toMatch(/password|argon2|陈干部|管理员/);
  });
});

describe("a handed-out password", () => {
  it("blocks every command until it is changed", async () => {
    const officer = await actorNamed("chen");
    const townshipId = officer.grants[0]?.scopeId ?? "";
    const context = { db, actor: officer, clock };
    expect(await execute(openDrive, context, { townshipId, term: 13, driveName: "换届" })).toEqual({ ok: false, error: { kind: "passwordChangeDue" } });
    expect(await execute(townshipAccounts.create, context, { ...accountForm(townshipId, "x", "gg"), role: "guide" })).toEqual({ ok: false, error: { kind: "passwordChangeDue" } });
  });
  it("must be replaced by another one that is typed twice, after the old one", async () => {
    const context = { db, actor: await actorNamed("chen"), clock };
    const change = (oldPassword: string, newPassword: string, repeatPassword = newPassword) => changeOwnPassword(context, { oldPassword, newPassword, repeatPassword });
    expect(await change("handed-out-1", "handed-out-1")).toMatchObject({ error: { issues: [{ field: "newPassword", code: "samePassword" }] } });
    expect(await change("handed-out-1", "short")).toMatchObject({ error: { issues: [{ field: "newPassword", code: "tooShort" }] } });
    expect(await change("handed-out-1", "my-own-password", "my-own-passwort")).toMatchObject({ error: { issues: [{ code: "passwordsDiffer" }] } });
    expect(await change("wrong-password", "my-own-password")).toMatchObject({ error: { issues: [{ code: "wrongPassword" }] } });
    expect(await change("handed-out-1", "my-own-password")).toMatchObject({ ok: true });
    expect((await actorNamed("chen")).mustChangePassword).toBe(false);
  });
});

describe("giving roles", () => {
  let township: string;
  let electionId: string;
  let villageId: string;
  let foreign: TestCase;
  beforeAll(async () => {
    const officer = await actorNamed("chen");
    township = officer.grants[0]?.scopeId ?? "";
    const context = { db, actor: officer, clock };
    const drive = await execute(openDrive, context, { townshipId: township, term: 13, driveName: "第十三届换届选举" });
    const villages = await execute(addVillages, context, { townshipId: township, villages: [{ villageCode: "201", villageName: "江家庄村" }] });
    if (!drive.ok || !villages.ok) throw new Error("no drive");
    villageId = villages.value.villageIds[0] ?? "";
    const opened = await execute(openElections, context, { driveId: drive.value.driveId, villageIds: [villageId], electionDay: "2026-04-18" });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    electionId = opened.value.electionIds[0] ?? "";
    foreign = await openCase(db);
  });
  const as = async (username: string) => ({ db, actor: await actorNamed(username), clock });

  it("lets the township create a chair, and the chair a teller", async () => {
    expect(await execute(electionAccounts.create, await as("chen"), { ...accountForm(electionId, electionId, "chair"), role: "committeeChair" })).toMatchObject({ ok: true });
    await db.account.update({ where: { username: "chair" }, data: { mustChangePassword: false } });
    expect(await execute(electionAccounts.create, await as("chair"), { ...accountForm(electionId, electionId, "teller"), role: "teller" })).toMatchObject({ ok: true });
  });
  it("refuses a role that is not the giver's to give", async () => {
    const wrong = { ok: false, error: { kind: "invalid", issues: [{ field: "role", code: "roleNotYours" }] } };
    expect(await execute(electionAccounts.create, await as("chen"), { ...accountForm(electionId, electionId, "x1"), role: "teller" })).toMatchObject(wrong);
    expect(await execute(electionAccounts.create, await as("chair"), { ...accountForm(electionId, electionId, "x2"), role: "committeeChair" })).toMatchObject(wrong);
    expect(await execute(systemAccounts.create, await as("admin"), { ...accountForm("system", electionId, "x3"), role: "teller" })).toMatchObject(wrong);
  });
  it("refuses another township's rows like missing ones", async () => {
    const missing = { ok: false, error: { kind: "notFound" } };
    expect(await execute(townshipAccounts.create, await as("chen"), { ...accountForm(township, foreign.villageId, "x4"), role: "guide" })).toEqual(missing);
    expect(await execute(electionAccounts.create, await as("chair"), { ...accountForm(electionId, foreign.electionId, "x5"), role: "teller" })).toEqual(missing);
    expect(await execute(electionAccounts.create, await as("chen"), { ...accountForm(foreign.electionId, foreign.electionId, "x6"), role: "committeeChair" })).toMatchObject({ error: { kind: "forbidden" } });
  });
  it("refuses a second role that joins the authorities and a village's desk", async () => {
    const guide = await execute(townshipAccounts.create, await as("chen"), { ...accountForm(township, villageId, "guide"), role: "guide" });
    if (!guide.ok) throw new Error("no guide");
    const both = { placeId: township, accountId: guide.value.accountId, role: "committeeChair" as const, scopeId: electionId };
    expect(await execute(townshipAccounts.grant, await as("chen"), both)).toMatchObject({ error: { issues: [{ code: "rolesClash" }] } });
  });
  it("refuses a name for signing in that is taken, in whatever letters", async () => {
    expect(await execute(electionAccounts.create, await as("chair"), { ...accountForm(electionId, electionId, "TELLER"), role: "teller" })).toMatchObject({
      error: { issues: [{ field: "username", code: "usernameTaken" }] },
    });
  });
  it("keeps a township from resetting the password of a teller, and a chair from that of an officer", async () => {
    const teller = await db.account.findUniqueOrThrow({ where: { username: "teller" } });
    const officer = await db.account.findUniqueOrThrow({ where: { username: "chen" } });
    const reset = (account: { id: string; version: number }, placeId: string) => ({ placeId, accountId: account.id, version: account.version, password: "reset-password" });
    expect(await execute(electionAccounts.resetPassword, await as("chen"), reset(teller, electionId))).toEqual({ ok: false, error: { kind: "forbidden" } });
    expect(await execute(electionAccounts.resetPassword, await as("chair"), reset(officer, electionId))).toEqual({ ok: false, error: { kind: "notFound" } });
    expect(await execute(electionAccounts.resetPassword, await as("chair"), reset(teller, electionId))).toMatchObject({ ok: true });
    expect(await execute(electionAccounts.resetPassword, await as("chair"), reset(teller, electionId))).toEqual({ ok: false, error: { kind: "conflict" } });
    expect(await signIn(db, "teller", "handed-out-9", at)).toBeNull();
    expect(await signIn(db, "teller", "reset-password", at)).not.toBeNull();
  });
  it("ends the session with the account", async () => {
    const teller = await db.account.findUniqueOrThrow({ where: { username: "teller" } });
    const session = (await signIn(db, "teller", "reset-password", at)) ?? "";
    expect(await actorOfSession(db, session, at)).not.toBeNull();
    const input = { placeId: electionId, accountId: teller.id, version: teller.version };
    expect(await execute(electionAccounts.disable, await as("chair"), input)).toMatchObject({ ok: true });
    expect(await actorOfSession(db, session, at)).toBeNull();
    expect(await signIn(db, "teller", "reset-password", at)).toBeNull();
    expect(await execute(electionAccounts.enable, await as("chair"), { ...input, version: teller.version + 1 })).toMatchObject({ ok: true });
    expect(await signIn(db, "teller", "reset-password", at)).not.toBeNull();
  });
  it("puts no password, hash, user name or name into any chain", async () => {
    const payloads = (await db.ledgerEntry.findMany({ select: { payload: true } })).map((entry) => entry.payload).join("\n");
    expect(payloads).not.toMatch(/argon2|handed-out|reset-password|某人|"teller@|username/);
  });
});

describe("a session", () => {
  it("ends after thirty minutes without a request, not before", async () => {
    const one = await openCase(db);
    const person = await one.person("observer");
    const { username } = await db.account.findUniqueOrThrow({ where: { id: person.accountId } });
    const id = (await signIn(db, username, testPassword, at)) ?? "";
    const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
    expect(await actorOfSession(db, id, later(30))).not.toBeNull();
    expect(await actorOfSession(db, id, later(60))).not.toBeNull();
    expect(await actorOfSession(db, id, later(91))).toBeNull();
  });
  it("ends when the person signs in elsewhere, and when it is signed out", async () => {
    const person = await (await openCase(db)).person("observer");
    const { username } = await db.account.findUniqueOrThrow({ where: { id: person.accountId } });
    const first = (await signIn(db, username, testPassword, at)) ?? "";
    const second = (await signIn(db, username, testPassword, at)) ?? "";
    expect(await actorOfSession(db, first, at)).toBeNull();
    expect(await actorOfSession(db, second, at)).not.toBeNull();
    await signOut(db, second, at);
    expect(await actorOfSession(db, second, at)).toBeNull();
  });
  it("does not begin with a wrong password or an unknown name", async () => {
    expect(await signIn(db, "chair", "wrong-password", at)).toBeNull();
    expect(await signIn(db, `nobody-${randomUUID()}`, testPassword, at)).toBeNull();
  });
});
