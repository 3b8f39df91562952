import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import type { Database } from "#lib/database/client.ts";
import { identityNumberOf } from "#lib/demo/register/lines.ts";
import { caseFacts } from "#lib/election/queries.ts";
import { itemsOf } from "#lib/election/today.ts";
import { identityHash } from "#lib/platform/crypto.ts";
import { tellApart, yieldToVillage } from "#lib/roll/duplicates/commands.ts";
import { duplicatePair, duplicatesOfCounty, duplicatesOfElection, duplicatesOfTownship } from "#lib/roll/duplicates/queries.ts";
import { doublesOf, registeredTwice, sameNumberOf, sameNumberOfCounty } from "#lib/roll/duplicates/search.ts";
import { addEntry, correctEntry } from "#lib/roll/entry/commands.ts";
import { readmitEntry } from "#lib/roll/entry/standing-commands.ts";
import { entryHistory } from "#lib/roll/events.ts";
import { publishRoll, supplementRoll } from "#lib/roll/publish/commands.ts";
import { rollOverview } from "#lib/roll/queries.ts";
import { nextOfRoll } from "#lib/roll/next-step.ts";
import { rollTodo } from "#lib/roll/todo.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { makeLawful } from "#tests/support/lawful.ts";
import { neighbourOf, register } from "#tests/support/neighbours.ts";
import { codes, valueOf, type Runnable } from "#tests/support/outcome.ts";

let testDatabase: TestDatabase;
let db: Database;
const clock = () => new Date("2026-03-10T02:00:00Z");
const acceptAll = { likelyTwice: "已经核实清楚", rollFaultsOpen: "已经核实清楚" };

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
});
afterAll(() => testDatabase.close());

const NUMBER = "110105194912310038";
type Desk = { readonly place: TestCase; readonly chair: Actor; readonly run: <Output>(command: Runnable<Output>, input: unknown, actor?: Actor) => ReturnType<Runnable<Output>["run"]> };

async function deskOf(place: TestCase): Promise<Desk> {
  await makeLawful(db, place, "roll");
  const chair = await place.person("committeeChair");
  return { place, chair, run: (command, input, actor = chair) => command.run({ db, actor, clock }, input) };
}
const post = (desk: Desk) => desk.run(publishRoll, { electionId: desk.place.electionId, acceptances: acceptAll });
const supplement = (desk: Desk) => desk.run(supplementRoll, { electionId: desk.place.electionId });
const versionOf = async (id: string): Promise<string> => String((await db.rollEntry.findUniqueOrThrow({ where: { id }, select: { version: true } })).version);
const giveWay = async (desk: Desk, entryId: string, otherId: string, actor?: Actor) => desk.run(yieldToVillage, { entryId, otherId, version: await versionOf(entryId), reason: "本人在那里参加选举" }, actor);
const stateOf = async (desk: Desk) => (await duplicatesOfElection(db, desk.place.electionId, 1))?.pairs.map(({ kind, state }) => `${kind}:${state}`);
const typed = (electionId: string, more: Readonly<Record<string, string>>) => ({ electionId, sex: "male", bornOn: "", groupNumber: "2", category: "1", reason: "迁入", ...more });

/** Two villages with somebody else each, and the same person on both rolls. */
async function twoVillages(where: "sameTownship" | "otherTownship" = "sameTownship") {
  const home = await openCase(db, "2026-04-18");
  const [one, other] = [await deskOf(home), await deskOf(await neighbourOf(db, home, "石桥村", where))];
  await register(db, one.place, { name: "江一", idNumber: identityNumberOf("110105", "1960-01-01", 11) });
  await register(db, other.place, { name: "石一", idNumber: identityNumberOf("110105", "1960-01-01", 13) });
  const here = await register(db, one.place, { name: "张国强", idNumber: NUMBER, household: "0012" });
  const there = await register(db, other.place, { name: "张国强", idNumber: NUMBER, group: 3, household: "0345" });
  return { one, other, here, there };
}

describe.each(["sameTownship", "otherTownship"] as const)("R-07: somebody on the rolls of two villages (%s)", (where) => {
  it("keeps both lists from being posted until one village gives way; both are told, and the history says why", async () => {
    const { one, other, here, there } = await twoVillages(where);
    expect([codes(await post(one)), codes(await post(other))]).toEqual([["registeredTwice"], ["registeredTwice"]]);
    for (const { place } of [one, other]) {
      expect(await registeredTwice(db, place.electionId)).toMatchObject([{ name: "张国强", posted: false }]);
      expect(nextOfRoll({ ...(await rollOverview(db, place.electionId)), ...(await rollTodo(db, place.electionId)) })).toEqual({ step: "doubles", count: 1 });
      const facts = await caseFacts(db, place.electionId);
      expect(facts === null ? [] : itemsOf(facts, "2026-03-10")).toContainEqual({ code: "doubles", count: 1, page: "roll/duplicates" });
    }
    valueOf(await giveWay(one, here, there));
    expect(await db.rollEntry.findUniqueOrThrow({ where: { id: here } })).toMatchObject({ status: "excluded", exclusion: "registeredElsewhere", exclusionNote: "本人在那里参加选举", exclusionGround: { place: expect.stringContaining("石桥村") } });
    expect((await entryHistory(db, one.place.electionId, here))[0]).toMatchObject({ kind: "excluded", byName: one.chair.name, detail: { reason: "本人在那里参加选举", facts: { village: "石桥村" } } });
    expect([await stateOf(one), await stateOf(other)]).toEqual([["sameNumber:settled"], ["sameNumber:settled"]]);
    expect([codes(await post(one)), codes(await post(other))]).toEqual([[], []]);
  });

  it("is found again by looking over the whole county, and by township and county", async () => {
    const { one, here, there } = await twoVillages(where);
    const { code } = await db.county.findUniqueOrThrow({ where: { id: one.place.countyId } });
    const [first, second] = [here, there].toSorted();
    const pair = { kind: "sameNumber", state: "open", first, second };
    expect([await sameNumberOfCounty(db, { countyCode: code, term: 13 }), await sameNumberOf(db, [one.place.electionId])]).toEqual([[pair], [pair]]);
    expect([(await duplicatesOfTownship(db, one.place.townshipId, 1))?.counts.open, (await duplicatesOfCounty(db, one.place.countyId, 1))?.counts.open]).toEqual([1, 1]);
  });
});

describe("giving way", () => {
  it("is refused to the second village, so that somebody registers him, and to nobody's double", async () => {
    const { one, other, here, there } = await twoVillages();
    const alone = await register(db, one.place, { name: "独一" });
    expect(codes(await giveWay(one, alone, there))).toEqual(["notRegisteredTwice"]);
    valueOf(await giveWay(one, here, there));
    expect([codes(await giveWay(one, here, there)), codes(await giveWay(other, there, here))]).toEqual([["alreadyDone"], ["otherGaveWay"]]);
    expect(codes(await one.run(yieldToVillage, { entryId: here, otherId: there, version: "1", reason: "x" }))).toEqual(["conflict"]);
  });

  it("at the same moment by both villages leaves him with one", async () => {
    const { one, other, here, there } = await twoVillages();
    const done = await Promise.all([giveWay(one, here, there), giveWay(other, there, here)]);
    expect(done.map(codes).toSorted()).toEqual([[], ["otherGaveWay"]]);
    expect(await db.rollEntry.count({ where: { id: { in: [here, there] }, status: "listed" } })).toBe(1);
  });

  it("belongs to the village of the entry: neither the other's desk nor the township may", async () => {
    const { one, other, here, there } = await twoVillages();
    const officer = await one.place.person("townshipOfficer");
    for (const stranger of [other.chair, officer]) expect(codes(await giveWay(one, here, there, stranger))).toEqual(["forbidden"]);
    expect(await duplicatePair(db, one.place.electionId, there, here)).toBeNull();
  });

  it("of both, told by hand, is shown as registered nowhere until one restores him", async () => {
    const { one, other, here, there } = await twoVillages();
    valueOf(await giveWay(one, here, there));
    await db.rollEntry.update({ where: { id: there }, data: { status: "excluded", exclusion: "registeredElsewhere" } });
    expect([await stateOf(one), (await doublesOf(db, [one.place.electionId])).get(one.place.electionId)]).toEqual([["sameNumber:dropped"], { unposted: 0, posted: 0, dropped: 1 }]);
    valueOf(await other.run(readmitEntry, { entryId: there, version: "1", reason: "本人在本村参加选举" }));
    expect(await stateOf(one)).toEqual(["sameNumber:settled"]);
  });
});

describe("a village whose list hangs on the wall", () => {
  it("is told when another one registers the same person; the other cannot post him, and this one stays as it is", async () => {
    const { one, other, here, there } = await twoVillages();
    valueOf(await giveWay(other, there, here));
    valueOf(await post(one));
    valueOf(await other.run(readmitEntry, { entryId: there, version: await versionOf(there), reason: "又说在本村参加" }));
    expect((await doublesOf(db, [one.place.electionId])).get(one.place.electionId)).toEqual({ unposted: 0, posted: 1, dropped: 0 });
    expect(nextOfRoll({ ...(await rollOverview(db, one.place.electionId)), ...(await rollTodo(db, one.place.electionId)) }).step).toBe("done");
    expect(codes(await post(other))).toEqual(["listedElsewhere"]);
  });

  it("removes him by a supplement before the other village may post him: until then he is on the wall", async () => {
    const { one, other, here, there } = await twoVillages();
    valueOf(await giveWay(other, there, here));
    valueOf(await post(one));
    valueOf(await other.run(readmitEntry, { entryId: there, version: await versionOf(there), reason: "又说在本村参加" }));
    valueOf(await giveWay(one, here, there));
    expect([await stateOf(one), codes(await post(other)), codes(await giveWay(other, there, here))]).toEqual([["sameNumber:open"], ["listedElsewhere"], ["otherGaveWay"]]);
    expect((await duplicatePair(db, one.place.electionId, here, there))?.sides[0]).toMatchObject({ published: true, leaving: true, status: "excluded" });
    valueOf(await supplement(one));
    expect([await stateOf(one), codes(await post(other))]).toEqual([["sameNumber:settled"], []]);
  });

  it("cannot add by a supplement somebody who stands on another list, or on another roll", async () => {
    const { one, other, here, there } = await twoVillages();
    valueOf(await giveWay(one, here, there));
    valueOf(await post(one));
    valueOf(await one.run(readmitEntry, { entryId: here, version: await versionOf(here), reason: "回村" }));
    expect(codes(await supplement(one))).toEqual(["registeredTwice"]);
    expect(codes(await post(other))).toEqual(["registeredTwice"]);
    valueOf(await giveWay(one, here, there));
    valueOf(await post(other));
    valueOf(await one.run(readmitEntry, { entryId: here, version: await versionOf(here), reason: "回村" }));
    expect(codes(await supplement(one))).toEqual(["listedElsewhere"]);
  });

  it("R-07: a second posted list with one number fails on a key of the database, whatever the program thought", async () => {
    const { here, there } = await twoVillages("otherTownship");
    await db.rollEntry.update({ where: { id: here }, data: { published: true } });
    await expect(db.rollEntry.update({ where: { id: there }, data: { published: true } })).rejects.toThrow();
    await db.rollEntry.update({ where: { id: here }, data: { published: false } });
    await db.rollEntry.update({ where: { id: there }, data: { published: true } });
    expect((await db.rollEntry.findUniqueOrThrow({ where: { id: there } })).published).toBe(true);
  });
});

describe("what one village learns of another", () => {
  it("is name, sex, birth year, village and group: no number, no household, no day of birth", async () => {
    const { one, here, there } = await twoVillages();
    const shown = JSON.stringify([await duplicatesOfElection(db, one.place.electionId, 1), await duplicatePair(db, one.place.electionId, here, there), await registeredTwice(db, one.place.electionId)]);
    expect(shown).toContain("石桥村");
    expect(shown).not.toMatch(/\d{15}|1949-12-31|0345|0012|idMask|householdNumber/u);
    expect((await duplicatesOfElection(db, one.place.electionId, 1))?.pairs[0]?.sides.map(({ birthYear, groupNumber, village }) => [birthYear, groupNumber, village])).toEqual([[1949, 1, "江家庄村"], [1949, 3, "石桥村"]]);
  });
});

describe("people who are likely one", () => {
  it("between villages: by name and birth where one has no number, and by one wrong digit; settled when both say that they are two", async () => {
    const { one, other } = await twoVillages();
    const sound = identityNumberOf("110105", "1971-02-03", 21);
    const wrong = `${sound.slice(0, 16)}${(Number(sound.charAt(16)) + 1) % 10}${sound.slice(17)}`;
    const a = await register(db, one.place, { name: "李一", idNumber: wrong, bornOn: "1971-02-03", openFindings: ["idCheckDigit"] });
    const b = await register(db, other.place, { name: "李二", idNumber: sound });
    const c = await register(db, one.place, { name: "王同名", bornOn: "1980-01-01" });
    const d = await register(db, other.place, { name: "王同名", idNumber: identityNumberOf("110105", "1980-01-01", 31) });
    expect((await stateOf(one))?.toSorted()).toEqual(["nameAndBirth:open", "oneDigit:open", "sameNumber:open"]);
    expect(codes(await one.run(tellApart, { entryId: a, otherId: d, reason: "不是" }))).toEqual(["notRegisteredTwice"]);
    for (const [desk, own, its] of [[one, a, b], [one, c, d]] as const) valueOf(await desk.run(tellApart, { entryId: own, otherId: its, reason: "看过户口簿，是两人" }));
    expect(codes(await one.run(tellApart, { entryId: a, otherId: b, reason: "再说一次" }))).toEqual(["alreadyDone"]);
    expect((await stateOf(one))?.toSorted()).toEqual(["nameAndBirth:open", "oneDigit:open", "sameNumber:open"]);
    for (const [own, its] of [[b, a], [d, c]] as const) valueOf(await other.run(tellApart, { entryId: own, otherId: its, reason: "也看过" }));
    expect((await stateOf(one))?.toSorted()).toEqual(["nameAndBirth:apart", "oneDigit:apart", "sameNumber:open"]);
    expect((await entryHistory(db, one.place.electionId, a))[0]).toMatchObject({ kind: "toldApart", detail: { reason: "看过户口簿，是两人", facts: { village: "石桥村" } } });
  });

  it("can be given way to as well; one sound number is one person and cannot be told apart", async () => {
    const { one, other, here, there } = await twoVillages();
    expect(codes(await one.run(tellApart, { entryId: here, otherId: there, reason: "不是" }))).toEqual(["oneNumberOnePerson"]);
    const c = await register(db, one.place, { name: "王同名", bornOn: "1980-01-01" });
    const d = await register(db, other.place, { name: "王同名", idNumber: identityNumberOf("110105", "1980-01-01", 33) });
    valueOf(await giveWay(one, c, d));
    expect(await stateOf(one)).toEqual(["sameNumber:open"]);
  });

  it("are not two people with sound numbers of their own, however alike, nor people without one in different townships", async () => {
    const { one, other } = await twoVillages("otherTownship");
    await register(db, one.place, { name: "王同名", idNumber: identityNumberOf("110105", "1980-01-01", 35) });
    await register(db, one.place, { name: "王同名", idNumber: identityNumberOf("110105", "1980-01-01", 37) });
    await register(db, one.place, { name: "赵同名", bornOn: "1981-01-01" });
    await register(db, other.place, { name: "赵同名", bornOn: "1981-01-01" });
    expect(await stateOf(one)).toEqual(["sameNumber:open"]);
  });

  it("in one village, once told apart, settles the finding of both entries; a third alike keeps it open", async () => {
    const { one } = await twoVillages();
    const [a, b, c] = [await register(db, one.place, { name: "三同名", bornOn: "1980-01-01", openFindings: ["likelyDuplicate", "idMissing"] }), await register(db, one.place, { name: "三同名", bornOn: "1980-01-01", openFindings: ["likelyDuplicate"] }), await register(db, one.place, { name: "三同名", bornOn: "1980-01-01" })];
    const open = async (id: string) => (await db.rollEntry.findUniqueOrThrow({ where: { id } })).openFindings;
    valueOf(await one.run(tellApart, { entryId: a, otherId: b, reason: "堂兄弟" }));
    expect([await open(a), await open(b)]).toEqual([["likelyDuplicate", "idMissing"], ["likelyDuplicate"]]);
    valueOf(await one.run(tellApart, { entryId: c, otherId: a, reason: "堂兄弟" }));
    expect([await open(a), await open(b)]).toEqual([["idMissing"], ["likelyDuplicate"]]);
    valueOf(await one.run(tellApart, { entryId: b, otherId: c, reason: "堂兄弟" }));
    expect([await open(a), await open(b)]).toEqual([["idMissing"], []]);
    const [first] = await entryHistory(db, one.place.electionId, b);
    expect(["findingSettled", "toldApart"]).toContain(first?.kind);
  });
});

describe("what the database keeps in mind of shared numbers", () => {
  it("follows numbers typed, corrected and exchanged by hand", async () => {
    const { one, other, here } = await twoVillages();
    const shared = async () => (await sameNumberOf(db, [one.place.electionId])).length;
    const number = identityNumberOf("110105", "1966-06-06", 41);
    const { entryId } = valueOf(await one.run(addEntry, typed(one.place.electionId, { name: "钱一", idNumber: number })));
    expect(await shared()).toBe(1);
    const twin = valueOf(await other.run(addEntry, typed(other.place.electionId, { name: "钱一", idNumber: number }))).entryId;
    expect(await shared()).toBe(2);
    valueOf(await other.run(correctEntry, { entryId: twin, version: await versionOf(twin), name: "钱二", idNumber: identityNumberOf("110105", "1966-06-06", 43), sex: "", bornOn: "", groupNumber: "2", category: "1", reason: "号码写错" }));
    expect(await shared()).toBe(1);
    await db.person.updateMany({ where: { entries: { some: { id: here } } }, data: { idHash: null } });
    expect([await shared(), await db.sharedNumber.count({ where: { OR: [{ entryId }, { entryId: here }] } })]).toEqual([0, 0]);
  });

  it("is the same from both sides when two villages enter one person at the same moment", async () => {
    const home = await openCase(db, "2026-04-18");
    const desks = [await deskOf(home), await deskOf(await neighbourOf(db, home, "石桥村", "otherTownship")), await deskOf(await neighbourOf(db, home, "柳沟村", "otherTownship"))];
    const number = identityNumberOf("110105", "1967-07-07", 51);
    const added = await Promise.all(desks.map((desk) => desk.run(addEntry, typed(desk.place.electionId, { name: "孙一", idNumber: number }))));
    expect(added.map(codes)).toEqual([[], [], []]);
    for (const { place } of desks) expect(await registeredTwice(db, place.electionId)).toHaveLength(1);
    expect(await db.sharedNumber.count({ where: { electionId: { in: desks.map(({ place }) => place.electionId) } } })).toBe(6);
  });

  it("whatever is entered, changed and taken away, it is what a look over the whole county finds", async () => {
    const numbers = Array.from({ length: 4 }, (_, place) => identityNumberOf("110105", "1955-05-05", 61 + 2 * place));
    const step = fc.record({ village: fc.nat(2), number: fc.option(fc.nat(3)), gone: fc.boolean() });
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      const home = await openCase(db, "2026-04-18");
      const villages = [home, await neighbourOf(db, home, "石桥村"), await neighbourOf(db, home, "河东村", "otherTownship")];
      const made: { readonly id: string; readonly village: number; readonly number: number | null }[] = [];
      for (const { village, number, gone } of steps) {
        const place = villages[village] ?? home;
        if (made.some((one) => number !== null && one.village === village && one.number === number)) continue;
        const id = await register(db, place, { name: `人${randomUUID().slice(0, 4)}`, ...(number === null ? {} : { idNumber: numbers[number] ?? "" }) });
        made.push({ id, village, number });
        if (gone) await db.rollEntry.update({ where: { id }, data: { status: "excluded", exclusion: "registeredElsewhere" } });
      }
      const { code } = await db.county.findUniqueOrThrow({ where: { id: home.countyId } });
      const byId = (pairs: readonly { readonly first: string; readonly second: string }[]) => pairs.map(({ first, second }) => `${first} ${second}`).toSorted();
      const known = await sameNumberOf(db, villages.map(({ electionId }) => electionId));
      expect(byId(known)).toEqual(byId(await sameNumberOfCounty(db, { countyCode: code, term: 13 })));
      // Each two entries of one number are a pair: three villages make three pairs.
      const wanted = made.flatMap((one, place) => made.slice(place + 1).filter((two) => one.number !== null && one.number === two.number));
      expect(known).toHaveLength(wanted.length);
    }), { numRuns: 8 });
  });

  it("stands on the number of the person alone: hashes of one township never meet themselves", async () => {
    const { one, here, there } = await twoVillages();
    expect(await db.person.count({ where: { idHash: identityHash(NUMBER), townshipId: one.place.townshipId } })).toBe(1);
    expect(await db.sharedNumber.findMany({ where: { electionId: one.place.electionId }, select: { entryId: true, otherId: true } })).toEqual([{ entryId: here, otherId: there }]);
  });
});
