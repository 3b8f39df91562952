import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import type { Database } from "#lib/database/client.ts";
import { addEntry } from "#lib/roll/entry/commands.ts";
import { excludeEntry } from "#lib/roll/entry/standing-commands.ts";
import { recordVisit } from "#lib/roll/entry/visit.ts";
import { entryHistory } from "#lib/roll/events.ts";
import { settleReport } from "#lib/roll/houses/commands.ts";
import { houseProgress, houseReports, housesOfGroup } from "#lib/roll/houses/queries.ts";
import { isDone, personState } from "#lib/roll/houses/rules.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type Runnable, valueOf } from "#tests/support/outcome.ts";

let testDatabase: TestDatabase;
let db: Database;
let place: TestCase;
let registrar: Actor;
const clock = () => new Date("2026-03-10T02:00:00Z");

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
});
afterAll(() => testDatabase.close());

const run = <Output>(command: Runnable<Output>, input: unknown, actor: Actor = registrar) => command.run({ db, actor, clock }, input);

/** A village with two households in group 1, one person without household number, and one household in group 2. */
async function village() {
  place = await openCase(db, "2026-04-18");
  registrar = await place.person("registrar");
  const add = async (name: string, groupNumber: string, householdNumber: string, more: Readonly<Record<string, string>> = {}) =>
    valueOf(await run(addEntry, { electionId: place.electionId, name, sex: "male", bornOn: "1970-01-01", groupNumber, householdNumber, category: "1", ...more })).entryId;
  return {
    head: await add("江一", "1", "1", { relation: "户主" }), wife: await add("周二", "1", "1"), child: await add("江小", "1", "1", { bornOn: "2015-01-01" }), away: await add("江三", "1", "2", { category: "2" }),
    alone: await add("吴四", "1", ""), other: await add("郑五", "2", "1"),
  };
}
const item = (entryId: string, more: Readonly<Record<string, unknown>> = {}) => ({ requestId: randomUUID(), entryId, version: 2, day: "2026-03-09", how: "visit", outcome: "seen", statement: "none", livesHere: null, reports: [], ...more });
const visit = async (items: readonly unknown[], newcomers: readonly unknown[] = []) => valueOf(await run(recordVisit, { electionId: place.electionId, items, newcomers }));

describe("progress house by house", () => {
  it("counts households as done when nobody of them is left, people by how they were reached, and says who was there when", async () => {
    const people = await village();
    expect(await houseProgress(db, place.electionId)).toMatchObject([{ groupNumber: 1, houses: 3, done: 0, people: 4, open: 4, visitors: [] }, { groupNumber: 2, houses: 1, done: 0, people: 1, open: 1 }]);
    await visit([item(people.head), item(people.wife, { outcome: "notReached" }), item(people.away, { how: "phone", outcome: "heard", statement: "takesPart" }), item(people.alone, { how: "family", outcome: "heard" })]);
    expect(await houseProgress(db, place.electionId)).toMatchObject([
      { houses: 3, done: 1, people: 4, seen: 1, heard: 1, notReached: 2, open: 0, reported: 0, visitors: [{ name: registrar.name, day: "2026-03-09", people: 4 }] },
      { houses: 1, done: 0 },
    ]);
    await visit([item(people.wife), item(people.alone, { how: "family", outcome: "notReached", reports: ["movedOut"] })]);
    expect(await houseProgress(db, place.electionId)).toMatchObject([{ houses: 3, done: 3, seen: 2, heard: 1, reported: 1, notReached: 0 }, { done: 0 }]);
  });

  it("the overview and the households of a group say the same", async () => {
    const people = await village();
    await visit([item(people.head), item(people.wife, { outcome: "notReached" }), item(people.away, { how: "phone", outcome: "heard" })]);
    const [group] = await houseProgress(db, place.electionId);
    const states = (await housesOfGroup(db, place.electionId, 1)).map((house) => house.people.map(personState));
    const due = states.flat().filter((state) => state !== "notDue");
    expect(states.filter(isDone).length).toBe(group?.done);
    expect(due.length).toBe(group?.people);
    for (const state of ["seen", "heard", "notReached", "open"] as const) expect(due.filter((one) => one === state).length, state).toBe(group?.[state]);
  });

  it("loads a group at once, the head first, without identity numbers and without those who are gone", async () => {
    const people = await village();
    valueOf(await run(excludeEntry, { entryId: people.wife, version: "2", exclusion: "dead", note: "死亡证明" }));
    const houses = await housesOfGroup(db, place.electionId, 1);
    expect(houses.map((house) => [house.number, house.people.map(({ name }) => name)])).toEqual([["1", ["江一", "江小"]], ["2", ["江三"]], [null, ["吴四"]]]);
    expect(JSON.stringify(houses)).not.toMatch(/idMask|idNumber|idHash|\d{17}/u);
    expect(await housesOfGroup(db, place.electionId, 9)).toEqual([]);
  });
});

describe("what was heard at a door", () => {
  const open = async () => (await houseReports(db, place.electionId)).open;
  const settle = (report: { readonly id: string; readonly version: number } | undefined, settlement: string, actor?: Actor) =>
    run(settleReport, { reportId: report?.id, version: String(report?.version), settlement, note: "看过死亡证明" }, actor);

  it("strikes nobody off at the door; the desk confirms, and then he is not listed", async () => {
    const { head } = await village();
    await visit([item(head, { how: "family", outcome: "notReached", reports: ["died"] })]);
    const [report] = await open();
    expect(report).toMatchObject({ kind: "died", entry: { name: "江一", exclusion: null }, byName: registrar.name, day: "2026-03-09" });
    expect(await db.rollEntry.findUniqueOrThrow({ where: { id: head } })).toMatchObject({ status: "listed", exclusion: null });
    valueOf(await settle(report, "confirmed"));
    expect(await db.rollEntry.findUniqueOrThrow({ where: { id: head } })).toMatchObject({ status: "excluded", exclusion: "dead", exclusionNote: "看过死亡证明", openFindings: ["idMissing"] });
    expect((await entryHistory(db, place.electionId, head))[0]).toMatchObject({ kind: "excluded", byName: registrar.name, detail: { facts: { report: "died" } } });
    expect(await settle(report, "mistaken")).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect((await houseReports(db, place.electionId)).settled).toMatchObject([{ state: "confirmed", note: "看过死亡证明", settledBy: registrar.name }]);
  });

  it("a mistaken report leaves the entry as it is, and its finding goes", async () => {
    const { head } = await village();
    await visit([item(head, { reports: ["movedOut"] })]);
    valueOf(await settle((await open())[0], "mistaken"));
    expect(await db.rollEntry.findUniqueOrThrow({ where: { id: head } })).toMatchObject({ status: "listed", exclusion: null, openFindings: ["idMissing"] });
    expect((await entryHistory(db, place.electionId, head))[0]).toMatchObject({ kind: "reportSettled" });
  });

  it("a report is closed too when the desk settles the matter on the person's own page", async () => {
    const { head } = await village();
    await visit([item(head, { reports: ["died"] })]);
    const { version } = await db.rollEntry.findUniqueOrThrow({ where: { id: head } });
    valueOf(await run(excludeEntry, { entryId: head, version: String(version), exclusion: "dead", note: "户口已注销" }));
    expect(await open()).toEqual([]);
    expect((await houseReports(db, place.electionId)).settled).toMatchObject([{ kind: "died", state: "confirmed", note: "户口已注销" }]);
  });

  it("the same thing said twice of a person stays one report; people on no register are only counted", async () => {
    const { head } = await village();
    await visit([item(head, { reports: ["died"] }), item(head, { reports: ["died"] })], [{ requestId: randomUUID(), groupNumber: 1, householdNumber: "1", people: 2 }]);
    expect((await open()).map(({ kind, people }) => [kind, people])).toEqual([["died", 1], ["newPerson", 2]]);
    expect((await housesOfGroup(db, place.electionId, 1))[0]?.newcomers).toBe(2);
    valueOf(await settle((await open()).find(({ kind }) => kind === "newPerson"), "confirmed"));
    expect((await housesOfGroup(db, place.electionId, 1))[0]?.newcomers).toBe(0);
  });

  it("is settled by the village's desk alone, and once", async () => {
    const { head } = await village();
    await visit([item(head, { reports: ["died"] })]);
    const [report] = await open();
    expect(await settle(report, "confirmed", await place.person("townshipOfficer"))).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    expect(await settle(report, "confirmed", await (await openCase(db, "2026-04-18")).person("registrar"))).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    const both = await Promise.all([settle(report, "confirmed"), settle(report, "mistaken")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("never changes afterwards, whoever asks the database", async () => {
    const { head } = await village();
    await visit([item(head, { reports: ["died"] })]);
    const [report] = await open();
    await expect(db.$executeRaw`UPDATE "HouseReport" SET day = '2026-01-01' WHERE id = ${report?.id}`).rejects.toThrow(/stays as it was heard/u);
    valueOf(await settle(report, "mistaken"));
    await expect(db.$executeRaw`UPDATE "HouseReport" SET state = 'confirmed' WHERE id = ${report?.id}`).rejects.toThrow(/stays as it was heard/u);
  });
});
