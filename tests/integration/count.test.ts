import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimEntry, finishEntry, planBundles, releaseEntry } from "#lib/count/commands.ts";
import { liveTally } from "#lib/count/live.ts";
import { addWrittenName, confirmWrittenName, mergeWrittenName, undoWrittenName } from "#lib/count/name-commands.ts";
import { bundleList, bundlePage } from "#lib/count/queries.ts";
import { saveReading, saveReadings } from "#lib/count/readings-command.ts";
import { answerReopen, askReopen, settlePaper } from "#lib/count/settle-commands.ts";
import { standingCount } from "#lib/count/standing.ts";
import { done, enterBundle, openCountCase, paper, refused, times, type CountCase } from "#tests/support/count-case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** A case of six papers in bundles of three, the first bundle's id, and two papers to enter. */
async function sixPapers() {
  const { db } = database;
  const base = await openCountCase(db, { papers: 6, registered: 10 });
  await done(planBundles, db, base.people.chair, { voteId: base.voteId, version: 1, size: 3, papers: 6 });
  const bundles = await db.bundle.findMany({ where: { voteId: base.voteId }, orderBy: { number: "asc" } });
  const bundleId = bundles[0]?.id ?? "";
  const one = paper(base.form, { chair: ["陈立"], vice: ["欧阳志"], member: ["赵玉梅", "周强"] });
  const other = paper(base.form, { chair: ["王建国"], vice: ["欧阳志"], member: ["赵玉梅", "周强"] });
  return { db, base, bundles, bundleId, one, other, ...base.people };
}

/** The database's own answer to a statement of the owner, past all commands. */
async function sqlState(statement: string, values: readonly unknown[]): Promise<string | undefined> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query(statement, [...values]);
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unknown";
  } finally {
    await client.end();
  }
}

const insertReading = `INSERT INTO "Reading" ("bundleId", round, pass, paper, "electionId", marks, by, at) VALUES ($1, $2, $3, $4, $5, '{"kind":"invalid","ground":"wrongPaper"}', $6, now())`;

describe("bundles", () => {
  it("are made from the papers returned, and made anew only before the first paper is read", async () => {
    const { db, base, bundles, bundleId, chair, tellerLi } = await sixPapers();
    expect(bundles.map((bundle) => bundle.size)).toEqual([3, 3]);
    await done(planBundles, db, chair, { voteId: base.voteId, version: 2, size: 4, papers: 6 });
    const again = await db.bundle.findMany({ where: { voteId: base.voteId }, orderBy: { number: "asc" } });
    expect(again.map((bundle) => bundle.size)).toEqual([4, 2]);
    expect(await refused(claimEntry, db, tellerLi, { bundleId })).toBe("notFound");
    await done(claimEntry, db, tellerLi, { bundleId: again[0]?.id ?? "" });
    expect(await refused(planBundles, db, chair, { voteId: base.voteId, version: 3, size: 5, papers: 6 })).toBe("countBegun");
  });
  it("two people planning at once: the second learns that something changed", async () => {
    const base = await openCountCase(database.db, { papers: 6, registered: 10 });
    await done(planBundles, database.db, base.people.chair, { voteId: base.voteId, version: 1, size: 3, papers: 6 });
    expect(await refused(planBundles, database.db, base.people.chair, { voteId: base.voteId, version: 1, size: 2, papers: 6 })).toBe("conflict");
  });
  it("cannot be made while a station's ballots are not accounted for", async () => {
    const base = await openCountCase(database.db, { papers: 6, registered: 10 });
    await database.db.stationAccount.updateMany({ where: { voteId: base.voteId }, data: { returned: null } });
    expect(await refused(planBundles, database.db, base.people.chair, { voteId: base.voteId, version: 1, size: 3, papers: 6 })).toBe("accountsOpen");
  });
});

describe("double entry", () => {
  it("two tellers alike: the bundle settles by itself and its papers are verified", async () => {
    const { db, base, bundleId, one, tellerLi, tellerWu } = await sixPapers();
    expect(await enterBundle(db, bundleId, tellerLi, times(3, one))).toMatchObject({ state: "firstDone" });
    expect((await standingCount(db, base.voteId))).toMatchObject({ done: 3, verified: 0 });
    expect(await enterBundle(db, bundleId, tellerWu, times(3, one))).toMatchObject({ state: "settled", differing: 0 });
    expect((await standingCount(db, base.voteId))).toMatchObject({ papers: 6, done: 3, verified: 3, waiting: 0, settledBundles: 1 });
  });
  it("the same person cannot make both entries, neither by command nor in the database", async () => {
    const { db, base, bundleId, one, tellerLi } = await sixPapers();
    await enterBundle(db, bundleId, tellerLi, times(3, one));
    expect(await refused(claimEntry, db, tellerLi, { bundleId })).toBe("bundleSecondByOther");
    expect(await sqlState(insertReading, [bundleId, 0, 2, 1, base.electionId, tellerLi.accountId])).toBe("CX005");
    expect(await sqlState(`UPDATE "Bundle" SET "secondBy" = "firstBy" WHERE id = $1`, [bundleId])).toBe("23514");
  });
  it("a second teller on a bundle in hand is refused, with the name of who has it", async () => {
    const { db, bundleId, tellerLi, tellerWu } = await sixPapers();
    await done(claimEntry, db, tellerLi, { bundleId });
    const result = await claimEntry.run({ db, actor: tellerWu, clock: () => new Date() }, { bundleId });
    expect(result).toMatchObject({ ok: false, error: { issues: [{ code: "bundleHeld", params: { name: "李明辉" } }] } });
    expect(await done(claimEntry, db, tellerLi, { bundleId })).toMatchObject({ pass: 1 });
  });
  it("every paper is kept as it is entered, so that a crash resumes at the next one", async () => {
    const { db, base, bundleId, one, other, tellerLi } = await sixPapers();
    await done(claimEntry, db, tellerLi, { bundleId });
    await done(saveReading, db, tellerLi, { bundleId, pass: 1, paper: 1, marks: one });
    await done(saveReading, db, tellerLi, { bundleId, pass: 1, paper: 2, marks: one });
    await done(saveReading, db, tellerLi, { bundleId, pass: 1, paper: 2, marks: other });
    const page = await bundlePage(db, bundleId, base.electionId);
    expect([...(page?.round.marks[1].keys() ?? [])]).toEqual([1, 2]);
    expect(page?.round.marks[1].get(2)).toEqual(other);
    expect(await refused(finishEntry, db, tellerLi, { bundleId, pass: 1 })).toBe("bundleIncomplete");
    expect((await bundleList(db, base.voteId))[0]?.read[1]).toBe(2);
  });
  it("takes no paper beyond the bundle, no candidate of another block and no foreign name", async () => {
    const { db, base, bundleId, one, tellerLi } = await sixPapers();
    await done(claimEntry, db, tellerLi, { bundleId });
    expect(await refused(saveReading, db, tellerLi, { bundleId, pass: 1, paper: 4, marks: one })).toBe("tooBig");
    const chair = base.form[0]?.candidates[0]?.id ?? "";
    const marks = (candidates: string[], written: string[]) => ({ kind: "blocks" as const, blocks: { vice: { kind: "marked" as const, candidates, written } } });
    expect(await refused(saveReading, db, tellerLi, { bundleId, pass: 1, paper: 1, marks: marks([chair], []) })).toBe("invalidChoice");
    expect(await refused(saveReading, db, tellerLi, { bundleId, pass: 1, paper: 1, marks: marks([], [randomUUID()]) })).toBe("invalidChoice");
    expect(await sqlState(insertReading, [bundleId, 0, 1, 4, base.electionId, tellerLi.accountId])).toBe("CX006");
  });
  it("what was entered without connection is kept in one go, all or none, each paper with its own commitment", async () => {
    const { db, base, bundleId, one, other, tellerLi } = await sixPapers();
    await done(claimEntry, db, tellerLi, { bundleId });
    await done(saveReading, db, tellerLi, { bundleId, pass: 1, paper: 1, marks: one });
    const page = async () => [...((await bundlePage(db, bundleId, base.electionId))?.round.marks[1] ?? [])];
    expect(await refused(saveReadings, db, tellerLi, { bundleId, pass: 1, papers: [{ paper: 2, marks: one }, { paper: 4, marks: one }] })).toBe("tooBig");
    expect(await refused(saveReadings, db, tellerLi, { bundleId, pass: 1, papers: [{ paper: 2, marks: one }, { paper: 2, marks: other }] })).toBe("standsTwice");
    expect((await page()).map(([number]) => number)).toEqual([1]);
    await done(saveReadings, db, tellerLi, { bundleId, pass: 1, papers: [{ paper: 1, marks: other }, { paper: 2, marks: one }, { paper: 3, marks: one }] });
    expect(await page()).toEqual([[1, other], [2, one], [3, one]]);
    const entry = await db.ledgerEntry.findFirstOrThrow({ where: { scope: `election:${base.electionId}`, command: "count.saveReadings" } });
    const commitment = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(JSON.parse(entry.payload)).toMatchObject({ pass: 1, papers: [1, 2, 3].map((number) => ({ paper: number, reading: commitment })) });
    expect(await refused(saveReadings, db, base.people.tellerWu, { bundleId, pass: 1, papers: [{ paper: 1, marks: one }] })).toBe("bundleNotYours");
  });
  it("a teller who must leave is relieved by a scrutineer, and the next goes on at the next paper but never makes the second entry too", async () => {
    const { db, base, bundleId, one, tellerLi, tellerWu, scrutineer } = await sixPapers();
    await done(claimEntry, db, tellerLi, { bundleId });
    await done(saveReading, db, tellerLi, { bundleId, pass: 1, paper: 1, marks: one });
    await done(releaseEntry, db, scrutineer, { bundleId, version: 2, reason: "计票人身体不适" });
    expect(await refused(saveReading, db, tellerLi, { bundleId, pass: 1, paper: 2, marks: one })).toBe("bundleNotYours");
    await done(claimEntry, db, tellerWu, { bundleId });
    for (const number of [2, 3]) await done(saveReading, db, tellerWu, { bundleId, pass: 1, paper: number, marks: one });
    await done(finishEntry, db, tellerWu, { bundleId, pass: 1 });
    expect(await refused(claimEntry, db, tellerLi, { bundleId })).toBe("bundleSecondByOther");
    expect(await refused(claimEntry, db, tellerWu, { bundleId })).toBe("bundleSecondByOther");
    const third = await base.person("teller", "钱计票");
    expect(await enterBundle(db, bundleId, third, times(3, one))).toMatchObject({ state: "settled" });
  });
  it("the ledger holds a commitment to each reading, never the marks", async () => {
    const { db, base, bundleId, one, tellerLi } = await sixPapers();
    await done(claimEntry, db, tellerLi, { bundleId });
    await done(saveReading, db, tellerLi, { bundleId, pass: 1, paper: 1, marks: one });
    const entry = await db.ledgerEntry.findFirstOrThrow({ where: { scope: `election:${base.electionId}`, command: "count.saveReading" } });
    expect(JSON.parse(entry.payload)).toMatchObject({ paper: 1, pass: 1, reading: expect.stringMatching(/^[0-9a-f]{64}$/) });
    for (const candidate of base.form.flatMap((contest) => contest.candidates)) expect(entry.payload).not.toContain(candidate.id);
  });
});

/** A bundle whose second paper was read differently. */
async function compared() {
  const all = await sixPapers();
  await enterBundle(all.db, all.bundleId, all.tellerLi, times(3, all.one));
  await enterBundle(all.db, all.bundleId, all.tellerWu, [all.one, all.other, all.one]);
  return all;
}

describe("settling", () => {
  it("shows only the papers that differ and lets a third person settle them with a reason", async () => {
    const { db, base, bundleId, other, scrutineer } = await compared();
    expect((await bundlePage(db, bundleId, base.electionId))?.differing).toEqual([2]);
    expect(await refused(settlePaper, db, scrutineer, { bundleId, paper: 1, marks: other, reason: "x" })).toBe("paperNotDiffering");
    expect(await done(settlePaper, db, scrutineer, { bundleId, paper: 2, marks: other, reason: "划的是王建国" })).toMatchObject({ state: "settled", left: 0 });
    const count = await standingCount(db, base.voteId);
    const votes = (name: string) => count?.tally.contests[0]?.votes.get(base.villagers.find((one) => one.name === name)?.id ?? "");
    expect([votes("陈立"), votes("王建国")]).toEqual([2, 1]);
  });
  it("by one who entered is refused, by command and by the database", async () => {
    const { db, base, bundleId, other, tellerLi } = await compared();
    await db.grant.create({ data: { id: randomUUID(), accountId: tellerLi.accountId, role: "scrutineer", scopeKind: "election", scopeId: base.electionId, createdAt: new Date() } });
    const both = { ...tellerLi, grants: [...tellerLi.grants, { role: "scrutineer", scopeKind: "election", scopeId: base.electionId }] };
    expect(await refused(settlePaper, db, both, { bundleId, paper: 2, marks: other, reason: "x" })).toBe("bundleSettleByThird");
    const insert = `INSERT INTO "Settlement" ("bundleId", paper, "electionId", marks, reason, by, at) VALUES ($1, 2, $2, '{}', 'x', $3, now())`;
    expect(await sqlState(insert, [bundleId, base.electionId, tellerLi.accountId])).toBe("CX005");
  });
});

describe("reopening", () => {
  it("takes chair and scrutineer together and keeps both versions", async () => {
    const { db, base, bundleId, one, other, chair, scrutineer, tellerLi, tellerWu } = await compared();
    await done(settlePaper, db, scrutineer, { bundleId, paper: 2, marks: other, reason: "划的是王建国" });
    const version = async () => (await db.bundle.findUniqueOrThrow({ where: { id: bundleId } })).version;
    await done(askReopen, db, chair, { bundleId, version: await version(), reason: "村民提出少一票" });
    expect(await refused(answerReopen, db, chair, { bundleId, version: await version(), answer: "confirm" })).toBe("bundleReopenByOther");
    await done(answerReopen, db, scrutineer, { bundleId, version: await version(), answer: "confirm" });
    await enterBundle(db, bundleId, tellerWu, times(3, one));
    expect(await enterBundle(db, bundleId, tellerLi, times(3, one))).toMatchObject({ state: "settled" });
    const page = await bundlePage(db, bundleId, base.electionId);
    expect(page?.earlier).toHaveLength(1);
    expect(page?.earlier[0]?.marks[2].get(2)).toEqual(other);
    expect(page?.earlier[0]?.settled.get(2)?.reason).toBe("划的是王建国");
    expect((await standingCount(db, base.voteId))?.tally.contests[0]?.votes.get(base.villagers[0]?.id ?? "")).toBe(3);
    expect(await sqlState(insertReading, [bundleId, 0, 1, 1, base.electionId, randomUUID()])).toBe("CX007");
    expect(await sqlState(`DELETE FROM "Reading" WHERE "bundleId" = $1`, [bundleId])).toBe("CX008");
  });
  it("a request can be declined, and nothing changes", async () => {
    const { db, base, bundleId, other, chair, scrutineer } = await compared();
    await done(settlePaper, db, scrutineer, { bundleId, paper: 2, marks: other, reason: "划的是王建国" });
    const version = async () => (await db.bundle.findUniqueOrThrow({ where: { id: bundleId } })).version;
    await done(askReopen, db, scrutineer, { bundleId, version: await version(), reason: "再看一次" });
    await done(answerReopen, db, chair, { bundleId, version: await version(), answer: "decline" });
    expect((await bundlePage(db, bundleId, base.electionId))?.bundle).toMatchObject({ state: "settled", reopens: 0, reopenAskedBy: null });
  });
});

describe("written-in names", () => {
  const idOf = (base: CountCase, name: string): string => base.villagers.find((one) => one.name === name)?.id ?? "";
  it("count for a person of the roll only once another person confirmed the merge, and no longer when it is undone", async () => {
    const { db, base, bundleId, tellerLi, tellerWu, scrutineer } = await sixPapers();
    const { id } = await done(addWrittenName, db, tellerLi, { voteId: base.voteId, text: "郑海" });
    expect(await done(addWrittenName, db, tellerWu, { voteId: base.voteId, text: " 郑海 " })).toEqual({ id, text: "郑海" });
    const marks = { kind: "blocks" as const, blocks: { chair: { kind: "marked" as const, candidates: [], written: [id] } } };
    await enterBundle(db, bundleId, tellerLi, times(3, marks));
    await enterBundle(db, bundleId, tellerWu, times(3, marks));
    const votes = async () => Object.fromEntries((await standingCount(db, base.voteId))?.tally.contests[0]?.votes ?? []);
    await done(mergeWrittenName, db, tellerLi, { writtenNameId: id, rollEntryId: idOf(base, "郑海") });
    expect(await votes()).toEqual({ [`written:${id}`]: 3 });
    expect(await refused(confirmWrittenName, db, tellerLi, { writtenNameId: id })).toBe("forbidden");
    await done(confirmWrittenName, db, scrutineer, { writtenNameId: id });
    expect(await votes()).toEqual({ [idOf(base, "郑海")]: 3 });
    await done(undoWrittenName, db, tellerWu, { writtenNameId: id });
    expect(await votes()).toEqual({ [`written:${id}`]: 3 });
  });
  it("of two people called alike are told apart by group, sex and year of birth", async () => {
    const { db, base, tellerLi } = await sixPapers();
    const [first, second] = base.villagers.filter((one) => one.name === "王强");
    const texts = [];
    for (const one of [first, second]) texts.push((await done(addWrittenName, db, tellerLi, { voteId: base.voteId, rollEntryId: one?.id ?? "" })).text);
    expect(texts[0]).toMatch(/^王强（\d组，男，19\d\d年生）$/);
    expect(texts[0]).not.toBe(texts[1]);
  });
  it("cannot be merged to somebody of another village", async () => {
    const { db, base, tellerLi } = await sixPapers();
    const other = await openCountCase(db, { papers: 6, registered: 10 });
    const { id } = await done(addWrittenName, db, tellerLi, { voteId: base.voteId, text: "郑海" });
    expect(await refused(mergeWrittenName, db, tellerLi, { writtenNameId: id, rollEntryId: idOf(other, "郑海") })).toBe("notFound");
  });
});

describe("who may not", () => {
  it("a teller of another village finds nothing, a township officer and the chair may not enter, nobody signed out may", async () => {
    const { db, base, bundleId, chair } = await sixPapers();
    const other = await openCountCase(db, { papers: 6, registered: 10 });
    expect(await refused(claimEntry, db, other.people.tellerLi, { bundleId })).toBe("forbidden");
    expect(await refused(claimEntry, db, base.people.tellerLi, { bundleId: randomUUID() })).toBe("notFound");
    expect(await refused(claimEntry, db, await base.person("townshipOfficer"), { bundleId })).toBe("forbidden");
    expect(await refused(claimEntry, db, chair, { bundleId })).toBe("forbidden");
    expect(await refused(claimEntry, db, null, { bundleId })).toBe("signedOut");
    expect(await bundlePage(db, bundleId, other.electionId)).toBeNull();
  });
});

describe("the live tally", () => {
  it("shows the whole vote with the threshold in votes, and rare written-in names only together", async () => {
    const { db, base, bundleId, one, tellerLi } = await sixPapers();
    const { id } = await done(addWrittenName, db, tellerLi, { voteId: base.voteId, text: "赵钱孙李" });
    await done(claimEntry, db, tellerLi, { bundleId });
    await done(saveReading, db, tellerLi, { bundleId, pass: 1, paper: 1, marks: one });
    await done(saveReading, db, tellerLi, { bundleId, pass: 1, paper: 2, marks: { kind: "blocks", blocks: { chair: { kind: "marked", candidates: [], written: [id] } } } });
    const live = await liveTally(db, base.voteId);
    expect(live).toMatchObject({ returned: 6, done: 2, verified: 0, needed: 4, needs: "majority" });
    expect(live?.contests[0]?.people).toEqual([expect.objectContaining({ name: "陈立", votes: 1 }), expect.objectContaining({ name: "王建国", votes: 0 }), { key: "others", name: "", kind: "others", votes: 1 }]);
    expect(JSON.stringify(live)).not.toContain("赵钱孙李");
  });
});
