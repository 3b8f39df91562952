import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#lib/database/client.ts";
import { recordContact } from "#lib/roll/entry/contact-commands.ts";
import { householdNotices, registrationSheet, voterCards } from "#lib/roll/papers/papers.ts";
import { rollStatistics } from "#lib/roll/statistics.ts";
import { openCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { publishList } from "#tests/support/list.ts";

let testDatabase: TestDatabase;
let db: Database;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
});
afterAll(() => testDatabase.close());

const printing = { today: "2026-04-01", made: "第1号导出　测试" };

const people = [
  { name: "张国强", group: 3, bornOn: "1950-04-19" },
  { name: "李秀英", sex: "female" as const, group: 3, bornOn: "2008-04-18" },
  { name: "王建国", group: 5, bornOn: "1981-01-01" },
  { name: "何玉兰", sex: "female" as const, group: 5, bornOn: "1951-04-18" },
];

async function posted() {
  const place = await openCase(db, "2026-04-18");
  const ids = await publishList(db, place, people);
  await db.rollEntry.updateMany({ where: { id: { in: ids.slice(0, 2) } }, data: { householdNumber: "03-001" } });
  await db.rollEntry.update({ where: { id: ids[1] ?? "" }, data: { relation: "户主" } });
  return { place, ids };
}

/** A supplement as it stands after it was announced. */
async function supplementOf(electionId: string): Promise<string> {
  const id = randomUUID();
  await db.notice.create({ data: { id, electionId, number: "4-1", code: "voterListChange", title: "补充", issuer: "x", issuedOn: "2026-03-26", issuedAt: new Date("2026-03-26T00:00:00Z"), document: "notice", data: {}, fingerprint: "A".repeat(20), pdfSha256: "0".repeat(64) } });
  return id;
}

describe("papers of the roll", () => {
  it("notice each household once, its head first, and whoever has no household number alone", async () => {
    const { place } = await posted();
    const notices = await householdNotices(db, place.electionId, null, printing);
    expect(notices?.households.map((one) => [one.head, one.voters])).toEqual([["李秀英", ["李秀英", "张国强"]], ["何玉兰", ["何玉兰"]], ["王建国", ["王建国"]]]);
    expect((await householdNotices(db, place.electionId, 5, printing))?.households).toHaveLength(2);
  });
  it("give every voter the number of the posted list, and those added later further numbers that stay", async () => {
    const { place, ids } = await posted();
    const numbers = async () => (await voterCards(db, place.electionId, null, printing))?.cards.map((card) => [card.number, card.name]);
    expect(await numbers()).toEqual([[1, "张国强"], [2, "李秀英"], [3, "王建国"], [4, "何玉兰"]]);
    const version = await db.rollVersion.findFirstOrThrow({ where: { electionId: place.electionId } });
    const person = await db.person.create({ data: { id: `${place.electionId}-p`, townshipId: place.townshipId } });
    const added = await db.rollEntry.create({ data: { id: `${place.electionId}-e`, electionId: place.electionId, driveId: place.driveId, personId: person.id, name: "孙小妹", sex: "female", bornOn: "1990-02-03", groupNumber: 3, category: 1, livesHere: true, status: "listed", openFindings: [], pinyin: "sunxiaomei sxm", published: true } });
    await db.rollChange.create({ data: { id: `${place.electionId}-c`, electionId: place.electionId, versionId: version.id, rollEntryId: added.id, kind: "add", reason: "漏登", detail: { after: { name: "孙小妹", sex: "female", groupNumber: 3 } }, at: new Date("2026-03-25T00:00:00Z"), byName: "x", noticeId: await supplementOf(place.electionId) } });
    expect((await numbers())?.at(-1)).toEqual([5, "孙小妹"]);
    await db.rollEntry.update({ where: { id: ids[0] ?? "" }, data: { published: false } });
    expect((await numbers())?.map(([number]) => number)).toEqual([2, 3, 4, 5]);
  });
  it("R-04: show on the registration sheet when and how each was reached, and what he said himself; empty where that is still to be done", async () => {
    const { place, ids } = await posted();
    const registrar = await place.person("registrar");
    const [first = "", second = "", third = ""] = ids;
    await db.rollEntry.updateMany({ where: { id: { in: [second, third] } }, data: { category: 2, takesPart: null, status: "notStated", published: false, livesHere: false } });
    const contact = async (entryId: string, fields: Readonly<Record<string, string>>) => {
      const { version } = await db.rollEntry.findUniqueOrThrow({ where: { id: entryId } });
      const done = await recordContact.run({ db, actor: registrar, clock: () => new Date("2026-04-01T02:00:00Z") }, { entryId, version: String(version), how: "visit", outcome: "seen", said: "none", reason: "补登", note: "补登", ...fields });
      if (!done.ok) throw new Error(JSON.stringify(done.error));
    };
    await contact(first, { day: "2026-03-05" });
    await contact(first, { day: "2026-03-07", outcome: "notReached" });
    await contact(second, { day: "2026-03-08", how: "phone", outcome: "heard", said: "declines" });
    await contact(second, { day: "2026-03-09", how: "family", outcome: "heard" });
    const sheet = await registrationSheet(db, place.electionId, null, printing);
    const cells = new Map(sheet?.groups.flatMap(({ households }) => households.flatMap(({ people: members }) => members.map(({ name, checked, said }) => [name, [checked, said]]))));
    expect(Object.fromEntries(cells)).toEqual({ 张国强: ["2026-03-05 见面", ""], 李秀英: ["2026-03-08 电话", "本人表示不参加"], 王建国: ["", ""], 何玉兰: ["", ""] });
  });
  it("hold no identity number, and nothing at all before there is anybody", async () => {
    const { place } = await posted();
    const sheet = await registrationSheet(db, place.electionId, null, printing);
    expect(JSON.stringify([sheet, await voterCards(db, place.electionId, null, printing)])).not.toMatch(/\d{17}/);
    const empty = await openCase(db);
    expect([await registrationSheet(db, empty.electionId, null, printing), await voterCards(db, empty.electionId, null, printing), await householdNotices(db, empty.electionId, null, printing)]).toEqual([null, null, null]);
  });
});

describe("statistics of the roll", () => {
  it("count the list by group, sex, age on election day, ethnicity and category; every table sums to the list", async () => {
    const { place, ids } = await posted();
    await db.rollEntry.update({ where: { id: ids[2] ?? "" }, data: { ethnicity: "回族", category: 2 } });
    const statistics = await rollStatistics(db, place.electionId, place.electionDay);
    expect(statistics.listed).toEqual({ all: 4, women: 2 });
    expect(statistics.byGroup).toEqual([{ key: "3", all: 2, women: 1 }, { key: "5", all: 2, women: 1 }]);
    // Born on 18 April 2008: eighteen on election day; 1950-04-19 is 75, 1951-04-18 is 75 that day.
    expect(statistics.byAge).toEqual([{ key: "0", all: 1, women: 1 }, { key: "2", all: 1, women: 0 }, { key: "4", all: 2, women: 1 }]);
    expect(statistics.byCategory).toEqual([{ key: "1", all: 3, women: 2 }, { key: "2", all: 1, women: 0 }]);
    expect(statistics.byEthnicity).toEqual([{ key: "-", all: 3, women: 2 }, { key: "回族", all: 1, women: 0 }]);
    for (const table of [statistics.byGroup, statistics.byAge, statistics.byEthnicity, statistics.byCategory]) expect(table.reduce((sum, line) => sum + line.all, 0)).toBe(statistics.listed.all);
  });
  it("tell those not listed by kind", async () => {
    const { place, ids } = await posted();
    await db.rollEntry.update({ where: { id: ids[3] ?? "" }, data: { status: "excluded", exclusion: "deprived", exclusionNote: "判决", published: false } });
    expect((await rollStatistics(db, place.electionId, place.electionDay)).notListed).toEqual([{ key: "deprived", all: 1, women: 1 }]);
  });
});
