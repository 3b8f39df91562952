import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import type { Database } from "#lib/database/client.ts";
import { addEntry } from "#lib/roll/entry/commands.ts";
import { recordContact, recordContacts } from "#lib/roll/entry/contact-commands.ts";
import { excludeEntry, readmitEntry, settleEntryFindings } from "#lib/roll/entry/standing-commands.ts";
import { recordVisit } from "#lib/roll/entry/visit.ts";
import { entryHistory } from "#lib/roll/events.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type Runnable, issues, valueOf } from "#tests/support/outcome.ts";

let testDatabase: TestDatabase;
let db: Database;
let place: TestCase;
let registrar: Actor;
let chair: Actor;
const clock = () => new Date("2026-03-10T02:00:00Z");

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
  place = await openCase(db, "2026-04-18");
  registrar = await place.person("registrar");
  chair = await place.person("committeeChair");
});
afterAll(() => testDatabase.close());

const run = <Output>(command: Runnable<Output>, input: unknown, actor: Actor = registrar, at: () => Date = clock) => command.run({ db, actor, clock: at }, input);


let number = 0;
/** Puts somebody on the roll by hand. */
async function person(category: "1" | "2" | "3", more: Readonly<Record<string, string>> = {}): Promise<string> {
  number += 1;
  const typed = { electionId: place.electionId, name: `张${"一二三四五六七八九十甲乙丙丁戊己庚辛壬癸".charAt(number % 20)}${number > 19 ? "大" : "小"}`, sex: "male", bornOn: `19${60 + (number % 30)}-01-01`, groupNumber: "1", householdNumber: "7", category, ...more };
  return valueOf(await run(addEntry, typed)).entryId;
}
const entry = (id: string) => db.rollEntry.findUniqueOrThrow({ where: { id } });
type Item = Readonly<Record<string, unknown>>;
const item = (entryId: string, more: Item = {}): Item => ({ requestId: randomUUID(), entryId, version: 2, day: "2026-03-09", how: "visit", outcome: "seen", statement: "none", livesHere: null, reports: [], ...more });
const visit = async (items: readonly Item[], newcomers: readonly Item[] = [], actor: Actor = registrar) =>
  valueOf(await run(recordVisit, { electionId: place.electionId, items, newcomers }, actor)).items.map(({ state, version }) => `${state} ${version}`);
const contacts = (entryId: string) => db.rollEvent.findMany({ where: { entryId, kind: "contacted" }, orderBy: { at: "asc" } });

describe("what a registrar brings back from a house", () => {
  it("R-04: lists somebody away who said himself that he takes part, with when and how it was heard", async () => {
    const id = await person("2");
    expect((await entry(id)).status).toBe("notStated");
    expect(await visit([item(id, { how: "phone", outcome: "heard", statement: "takesPart" })])).toEqual(["recorded 3"]);
    expect(await entry(id)).toMatchObject({ status: "listed", takesPart: true, heardOn: "2026-03-09", heardHow: "phone" });
    expect(await contacts(id)).toMatchObject([{ how: "phone", outcome: "heard", statement: "takesPart", day: "2026-03-09", version: 3, byId: registrar.accountId, byName: registrar.name }]);
  });

  it("R-04: takes no statement through the family, nor from somebody who was not reached", async () => {
    const id = await person("2");
    const sent = (more: Item) => run(recordVisit, { electionId: place.electionId, items: [item(id, { statement: "takesPart", ...more })], newcomers: [] });
    expect(issues(await sent({ how: "family", outcome: "heard" }))).toEqual(["items.0.said:notSaidHimself"]);
    expect(issues(await sent({ how: "phone", outcome: "notReached" }))).toEqual(["items.0.said:saidByNobody"]);
    await expect(db.$executeRaw`INSERT INTO "RollEvent" (id, "electionId", "entryId", kind, detail, how, outcome, statement, day, at, "byId", "byName") VALUES ('x', ${place.electionId}, ${id}, 'contacted', '{}', 'family', 'heard', 'takesPart', '2026-03-09', now(), 'a', 'a')`).rejects.toThrow(/RollEvent_statement_check/u);
  });

  it("counts an item once, however often the phone sends it, and keeps several items of one person in order", async () => {
    const id = await person("1");
    const first = item(id, { livesHere: false, statement: "takesPart" });
    const second = item(id, { statement: "declines" });
    expect(await visit([first, second])).toEqual(["recorded 3", "recorded 4"]);
    expect(await visit([first, second, first])).toEqual(["repeated 4", "repeated 4", "repeated 4"]);
    expect(await entry(id)).toMatchObject({ category: 2, livesHere: false, takesPart: false, status: "notStated", version: 4 });
    expect(await contacts(id)).toHaveLength(2);
  });

  it("leaves an entry and its version as they are when somebody was only met", async () => {
    const id = await person("1");
    expect(await visit([item(id), item(id, { outcome: "notReached" })])).toEqual(["recorded 2", "recorded 2"]);
    expect([(await entry(id)).version, (await contacts(id)).length]).toEqual([2, 2]);
  });

  it("moves people between the first and second category as they live, never somebody of the third", async () => {
    const [home, away, outsider] = [await person("1"), await person("2"), await person("3")];
    await visit([item(home, { livesHere: false }), item(away, { livesHere: true }), item(outsider, { livesHere: false })]);
    expect((await Promise.all([home, away, outsider].map(entry))).map(({ category, status }) => [category, status])).toEqual([[2, "notStated"], [1, "listed"], [3, "notApproved"]]);
  });

  it("does not replace what was heard on a later day", async () => {
    const id = await person("2");
    await visit([item(id, { day: "2026-03-08", statement: "takesPart" }), item(id, { day: "2026-03-05", statement: "declines" })]);
    expect(await entry(id)).toMatchObject({ takesPart: true, heardOn: "2026-03-08" });
    expect(await contacts(id)).toHaveLength(2);
  });

  it("does not overwrite what another person recorded meanwhile, and says so; the other items are kept", async () => {
    const [contested, other] = [await person("2"), await person("2")];
    valueOf(await run(recordContact, { entryId: contested, version: "2", how: "phone", outcome: "heard", said: "declines", day: "2026-03-09", note: "" }, chair));
    expect(await visit([item(contested, { statement: "takesPart" }), item(other, { statement: "takesPart" })])).toEqual(["stale 3", "recorded 3"]);
    expect((await entry(contested)).takesPart).toBe(false);
    expect(await visit([item(contested, { version: 3, statement: "takesPart" })])).toEqual(["recorded 4"]);
  });

  it("reports deaths and removals to the desk and strikes nobody off; newcomers are reported too", async () => {
    const id = await person("1");
    const found = { requestId: randomUUID(), groupNumber: 1, householdNumber: "7", people: 2 };
    expect(await visit([item(id, { outcome: "notReached", reports: ["died"] })], [found])).toEqual(["recorded 3", "recorded 0"]);
    expect(await visit([], [found])).toEqual(["repeated 0"]);
    expect(await entry(id)).toMatchObject({ status: "listed", openFindings: ["idMissing", "reportedDead"] });
    expect(await db.houseReport.findMany({ where: { electionId: place.electionId }, orderBy: { kind: "asc" }, select: { kind: true, people: true, state: true } })).toEqual([{ kind: "died", people: 1, state: "open" }, { kind: "newPerson", people: 2, state: "open" }]);
  });

  it("takes nothing about a person of another village, and from nobody who may not write the roll", async () => {
    const other = await openCase(db, "2026-04-18");
    const stranger = valueOf(await addEntry.run({ db, actor: await other.person("registrar"), clock }, { electionId: other.electionId, name: "王外村", sex: "female", bornOn: "1970-01-01", groupNumber: "1", category: "1" })).entryId;
    expect(await visit([item(stranger)])).toEqual(["gone 0"]);
    expect(issues(await run(recordVisit, { electionId: place.electionId, items: [], newcomers: [] }, await place.person("townshipOfficer")))).toEqual(["forbidden"]);
    expect(await contacts(stranger)).toHaveLength(0);
  });

  it("takes 200 items in one request, and no more", async () => {
    const id = await person("1");
    const items = Array.from({ length: 200 }, () => item(id));
    expect(new Set(await visit(items))).toEqual(new Set(["recorded 2"]));
    expect(issues(await run(recordVisit, { electionId: place.electionId, items: [...items, item(id)], newcomers: [] }))).toEqual(["items:tooMany"]);
  });
});

describe("contacts from the desk", () => {
  it("R-04: record the same call with several people at once", async () => {
    const ids = [await person("2"), await person("2"), await person("1")];
    expect(valueOf(await run(recordContacts, { electionId: place.electionId, entryIds: ids, how: "phone", outcome: "heard", said: "takesPart", day: "2026-03-09", note: "逐户电话" })).people).toBe(3);
    expect((await Promise.all(ids.map(entry))).map(({ status, heardHow }) => [status, heardHow])).toEqual([["listed", "phone"], ["listed", "phone"], ["listed", null]]);
    expect(issues(await run(recordContacts, { electionId: place.electionId, entryIds: [...ids, randomUUID()], how: "phone", outcome: "heard", said: "none", day: "2026-03-09" }))).toEqual(["notFound"]);
  });

  it("are not heard on a day to come", async () => {
    const id = await person("2");
    expect(issues(await run(recordContact, { entryId: id, version: "2", how: "phone", outcome: "heard", said: "takesPart", day: "2026-03-11", note: "" }))).toEqual(["day:inFuture"]);
  });
});

describe("exclusions", () => {
  const exclude = (entryId: string, more: Item) => run(excludeEntry, { entryId, version: "2", note: "已核实", ...more });

  it("R-01: name the judgment and the court for whoever is deprived of political rights, and exclude nobody whose rights are back by election day", async () => {
    const id = await person("1");
    expect(issues(await exclude(id, { exclusion: "deprived" }))).toEqual(["document:required"]);
    const judged = { exclusion: "deprived", document: "（2024）浙0303刑初12号", issuer: "龙湾区人民法院", paperDay: "2024-05-06" };
    expect(issues(await exclude(id, { ...judged, until: "2026-04-17" }))).toEqual(["until:rightsBackByElection"]);
    valueOf(await exclude(id, { ...judged, until: "2026-04-18" }));
    expect(await entry(id)).toMatchObject({ status: "excluded", exclusionGround: { document: "（2024）浙0303刑初12号", issuer: "龙湾区人民法院", day: "2024-05-06", until: "2026-04-18", place: null } });
    valueOf(await run(readmitEntry, { entryId: id, version: "3", reason: "恢复政治权利" }));
    expect(await entry(id)).toMatchObject({ status: "listed", exclusion: null, exclusionGround: null });
  });

  it("R-07: say where somebody is registered instead", async () => {
    const id = await person("1");
    expect(issues(await exclude(id, { exclusion: "registeredElsewhere" }))).toEqual(["place:required"]);
    valueOf(await exclude(id, { exclusion: "registeredElsewhere", place: "青石镇上河村" }));
  });

  it("P-09: leave nobody off as out of reach before he was sought in two ways; the reason for doing so all the same is kept", async () => {
    const id = await person("1");
    const codes = async () => {
      const result = await exclude(id, { exclusion: "unreachable" });
      return result.ok || result.error.kind !== "findings" ? [] : result.error.findings.map(({ code, actual }) => `${code} ${String(actual["ways"] ?? "")}`.trim());
    };
    expect(await codes()).toEqual(["unreachableNotProvided", "unreachableNotTried 0"]);
    await visit([item(id, { how: "phone", outcome: "notReached" }), item(id, { how: "phone", outcome: "notReached" })]);
    expect(await codes()).toEqual(["unreachableNotProvided", "unreachableNotTried 1"]);
    await visit([item(id, { how: "message", outcome: "notReached" })]);
    expect(await codes()).toEqual(["unreachableNotProvided"]);
    valueOf(await exclude(id, { exclusion: "unreachable", acceptances: { unreachableNotProvided: "村民会议议定的登记办法" } }));
    expect(await db.acceptance.findFirst({ where: { electionId: place.electionId, code: "unreachableNotProvided" } })).toMatchObject({ reason: "村民会议议定的登记办法" });
  });

  it("settle the report that brought them, and an entry found right keeps its standing", async () => {
    const [dead, alive] = [await person("1"), await person("1")];
    await visit([item(dead, { outcome: "notReached", reports: ["died"] }), item(alive, { outcome: "notReached", reports: ["died"] })]);
    valueOf(await run(excludeEntry, { entryId: dead, version: "3", exclusion: "dead", note: "死亡证明" }));
    valueOf(await run(settleEntryFindings, { entryId: alive, version: "3", kinds: ["reportedDead"], reason: "本人到场" }));
    expect((await Promise.all([dead, alive].map(entry))).map(({ status, openFindings }) => [status, openFindings])).toEqual([["excluded", ["idMissing"]], ["listed", ["idMissing"]]]);
  });
});

describe("the history of an entry", () => {
  it("tells who did what when, with the fields before and after, newest first", async () => {
    const id = await person("2");
    await visit([item(id, { how: "phone", outcome: "heard", statement: "takesPart", note: "本人来电" })]);
    valueOf(await run(excludeEntry, { entryId: id, version: "3", exclusion: "movedOut", note: "户口迁至外县" }, chair));
    const lines = await entryHistory(db, place.electionId, id);
    expect(lines.map(({ kind, byName, day }) => [kind, byName, day])).toEqual([["excluded", chair.name, "2026-03-10"], ["contacted", registrar.name, "2026-03-09"], ["added", registrar.name, "2026-03-10"]]);
    expect(lines[1]).toMatchObject({ contact: { how: "phone", outcome: "heard", statement: "takesPart" }, detail: { before: { takesPart: null, status: "notStated" }, after: { takesPart: true, heardOn: "2026-03-09", status: "listed" }, reason: "本人来电" } });
    expect(lines[0]?.detail).toMatchObject({ before: { exclusion: null }, after: { exclusion: "movedOut", exclusionNote: "户口迁至外县" }, reason: "户口迁至外县" });
    expect(await entryHistory(db, randomUUID(), id)).toEqual([]);
  });

  it("cannot be changed or deleted, not even by the owner of the database", async () => {
    const id = await person("1");
    await expect(db.rollEvent.updateMany({ where: { entryId: id }, data: { byName: "别人" } })).rejects.toThrow();
    await expect(db.rollEvent.deleteMany({ where: { entryId: id } })).rejects.toThrow();
  });

  it("never holds a whole identity number, wherever somebody writes it", async () => {
    const id = await person("1");
    expect(issues(await run(excludeEntry, { entryId: id, version: "2", exclusion: "movedOut", note: "与110105194912310038为同一人" }))).toEqual(["null:numberInText"]);
    const typed = valueOf(await run(addEntry, { electionId: place.electionId, name: "张国强", idNumber: "110105194912310038", groupNumber: "1", category: "1" }));
    expect(await entry(typed.entryId)).toMatchObject({ bornOn: "1949-12-31", sex: "male" });
    expect(JSON.stringify(await db.rollEvent.findMany({ where: { entryId: typed.entryId } }))).not.toContain("110105194912310038");
  });
});
