import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import { workplaces } from "#lib/access/queries.ts";
import type { Database } from "#lib/database/client.ts";
import { caseFacts } from "#lib/election/queries.ts";
import { execute } from "#lib/platform/command.ts";
import { addVillages, openDrive, openElections, recordAudit, setElectionDay } from "#lib/township/commands.ts";
import { drivesOf } from "#lib/township/queries.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

let testDatabase: TestDatabase;
let db: Database;
let own: TestCase;
let officer: Actor;
const at = new Date("2026-02-10T02:00:00Z");
const clock = () => at;
const context = () => ({ db, actor: officer, clock });

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
  own = await openCase(db);
  officer = await own.person("townshipOfficer");
});
afterAll(() => testDatabase.close());

/** Villages of the drive numbered from `first`. */
async function villages(first: number, count: number): Promise<readonly string[]> {
  const rows = Array.from({ length: count }, (_, index) => `${300 + first + index}\t第${first + index}村`).join("\n");
  const result = await execute(addVillages, context(), { townshipId: own.townshipId, villages: rows });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.villageIds;
}

describe("a drive", () => {
  it("is opened once a term", async () => {
    const input = { townshipId: own.townshipId, term: 14, driveName: "第十四届换届选举" };
    expect(await execute(openDrive, context(), input)).toMatchObject({ ok: true });
    expect(await execute(openDrive, context(), input)).toMatchObject({ ok: false, error: { issues: [{ field: "term", code: "termTaken" }] } });
  });
  it("takes fifty villages and their elections at once, each with its own chain and the law of its day", async () => {
    const villageIds = await villages(1, 50);
    const result = await execute(openElections, context(), { driveId: own.driveId, villageIds, electionDay: "2026-04-18" });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(result.value.electionIds).toHaveLength(50);
    const [electionId = ""] = result.value.electionIds;
    expect(await db.election.findUniqueOrThrow({ where: { id: electionId }, select: { nationalPack: true, term: true } })).toEqual({ nationalPack: "CN-2025", term: 13 });
    expect(await db.ledgerEntry.findMany({ where: { scope: `election:${electionId}` }, select: { command: true, sequence: true } })).toEqual([{ command: "election.open", sequence: 1 }]);
  });
  it("refuses a village whose election is open, by name", async () => {
    const input = { driveId: own.driveId, villageIds: [own.villageId], electionDay: "2026-04-18" };
    expect(await execute(openElections, context(), input)).toMatchObject({ error: { issues: [{ code: "electionOpen", params: { names: "江家庄村" } }] } });
  });
  it("refuses villages of another township like missing ones", async () => {
    const other = await openCase(db);
    expect(await execute(openElections, context(), { driveId: own.driveId, villageIds: [other.villageId], electionDay: "2026-04-18" })).toEqual({ ok: false, error: { kind: "notFound" } });
    expect(await execute(openElections, context(), { driveId: other.driveId, villageIds: [other.villageId], electionDay: "2026-04-18" })).toMatchObject({ error: { kind: "forbidden" } });
  });
  it("adds all villages of a list or none", async () => {
    const before = await db.village.count();
    const result = await execute(addVillages, context(), { townshipId: own.townshipId, villages: "901 新村\n902 江家庄村" });
    expect(result).toMatchObject({ ok: false, error: { issues: [{ field: "villages.1.villageName", code: "standsTwice" }] } });
    expect(await db.village.count()).toBe(before);
  });
});

describe("an election day", () => {
  it("that leaves no time for the list is refused with the article, and no reason helps", async () => {
    const villageIds = await villages(101, 1);
    const result = await execute(openElections, context(), { driveId: own.driveId, villageIds, electionDay: "2026-03-01", acceptances: { listTooLate: "急", electionDayTight: "急" } });
    expect(result).toMatchObject({ ok: false, error: { kind: "findings", findings: expect.arrayContaining([expect.objectContaining({ code: "listTooLate", citation: expect.objectContaining({ article: "17" }) })]) } });
  });
  it("that is tight passes with a reason, which the chain keeps as a commitment", async () => {
    const villageIds = await villages(102, 1);
    const input = { driveId: own.driveId, villageIds, electionDay: "2026-03-10" };
    expect(await execute(openElections, context(), input)).toMatchObject({ error: { findings: [{ code: "electionDayTight" }] } });
    expect(await execute(openElections, context(), { ...input, acceptances: { electionDayTight: "与县里统一安排" } })).toMatchObject({ ok: true });
    const entry = await db.ledgerEntry.findFirstOrThrow({ where: { scope: `township:${own.townshipId}`, command: "election.open" }, orderBy: { sequence: "desc" } });
    expect(entry.payload).toContain("electionDayTight");
    expect(entry.payload).not.toContain("统一安排");
  });
  it("moves until a notice is out, and takes the law of the new day with it", async () => {
    const input = (version: number, electionDay: string) => ({ electionId: own.electionId, version, electionDay });
    expect(await execute(setElectionDay, context(), input(1, "2026-05-16"))).toMatchObject({ ok: true });
    expect(await execute(setElectionDay, context(), input(1, "2026-05-17"))).toEqual({ ok: false, error: { kind: "conflict" } });
    await db.notice.create({
      data: { id: randomUUID(), electionId: own.electionId, number: "1", code: "electionDay", title: "选举日公告", issuer: "村", issuedOn: "2026-02-10", issuedAt: at, document: "notice", data: {}, fingerprint: "", pdfSha256: "" },
    });
    expect(await execute(setElectionDay, context(), input(2, "2026-05-17"))).toMatchObject({ error: { issues: [{ code: "electionDayPublished" }] } });
  });
});

describe("the audit of the leaving committee", () => {
  it("is recorded by township or committee, not for a day ahead", async () => {
    const input = { electionId: own.electionId, version: 2 };
    expect(await execute(recordAudit, context(), { ...input, publishedOn: "2026-02-11" })).toMatchObject({ error: { issues: [{ field: "publishedOn", code: "dayAhead" }] } });
    expect(await execute(recordAudit, context(), { ...input, publishedOn: "2026-02-10" })).toMatchObject({ ok: true });
    expect((await caseFacts(db, own.electionId))?.auditPublishedOn).toBe("2026-02-10");
  });
});

describe("the township's overview", () => {
  it("puts what is late first and counts villages by state", async () => {
    const drives = await drivesOf(db, own.townshipId, "2026-03-30");
    const drive = drives.find((one) => one.id === own.driveId);
    expect(drive?.sums).toMatchObject({ elections: 52, late: 51, audit: 51 });
    expect(drive?.villages[0]?.progress.phases.some((phase) => phase.state === "late")).toBe(true);
    expect(drive?.villages.at(-1)?.facts.village).toBe("江家庄村");
  });
  it("asks the database as often for fifty villages as for one", async () => {
    const counted = await queriesOf(() => drivesOf(db, own.townshipId, "2026-03-30"));
    const lone = await openCase(db);
    const alone = await queriesOf(() => drivesOf(db, lone.townshipId, "2026-03-30"));
    // What has no rows is not asked further about; growth with the villages would be by dozens.
    expect(counted - alone).toBeLessThanOrEqual(3);
  });
  it("leads an officer to the township, a guide to the village's desk, a county reader to every township", async () => {
    expect((await workplaces(db, officer.grants)).map((place) => place.href)).toEqual([`/township/${own.townshipId}`]);
    expect((await workplaces(db, (await own.person("guide")).grants)).map((place) => place.href)).toEqual([`/desk/${own.electionId}`]);
    expect((await workplaces(db, (await own.person("countyReader")).grants)).map((place) => place.href)).toEqual([`/county/${own.countyId}`, `/township/${own.townshipId}`]);
  });
});

/** How many statements a read sends, seen at the driver. */
async function queriesOf(read: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(Client.prototype, "query");
  await read();
  const count = sent.mock.calls.length;
  sent.mockRestore();
  return count;
}
