import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import type { Database } from "#lib/database/client.ts";
import { identityNumberOf } from "#lib/demo/register/lines.ts";
import { mergeEntries, unmergeEntries } from "#lib/roll/duplicates/merge-commands.ts";
import { mergePreview, mergesOf } from "#lib/roll/duplicates/merge-queries.ts";
import { MERGE_FIELDS, type MergeField, type MergeSide } from "#lib/roll/duplicates/model.ts";
import { duplicatesOfElection } from "#lib/roll/duplicates/queries.ts";
import { correctEntry } from "#lib/roll/entry/commands.ts";
import { recordContact } from "#lib/roll/entry/contact-commands.ts";
import { excludeEntry } from "#lib/roll/entry/standing-commands.ts";
import { recordVisit } from "#lib/roll/entry/visit.ts";
import { entryHistory } from "#lib/roll/events.ts";
import { settleReport } from "#lib/roll/houses/commands.ts";
import { publishRoll, supplementRoll } from "#lib/roll/publish/commands.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { makeLawful } from "#tests/support/lawful.ts";
import { neighbourOf, register } from "#tests/support/neighbours.ts";
import { codes, valueOf, type Runnable } from "#tests/support/outcome.ts";

let testDatabase: TestDatabase;
let db: Database;
let place: TestCase;
let chair: Actor;
let now = new Date("2026-03-10T02:00:00Z");
const clock = () => now;
const SOUND = identityNumberOf("110105", "1971-02-03", 21);
const FAULTY = `${SOUND.slice(0, 16)}${(Number(SOUND.charAt(16)) + 1) % 10}${SOUND.slice(17)}`;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
});
afterAll(() => testDatabase.close());

const run = <Output>(command: Runnable<Output>, input: unknown, actor: Actor = chair) => command.run({ db, actor, clock }, input);
const entry = (id: string) => db.rollEntry.findUniqueOrThrow({ where: { id }, include: { person: { select: { idMask: true, idHash: true } } } });
/** Everything of an entry that a merge must bring back: all but the version. */
const bare = async (id: string) => ({ ...(await entry(id)), version: 0 });
const versionOf = async (id: string): Promise<string> => String((await entry(id)).version);
const merge = async (keptId: string, goneId: string, choices: Partial<Record<MergeField, MergeSide>> = {}, actor: Actor = chair) =>
  run(mergeEntries, { keptId, keptVersion: await versionOf(keptId), goneId, goneVersion: await versionOf(goneId), choices, reason: "看过户口簿，是同一人" }, actor);
const undo = (mergeId: string, actor: Actor = chair) => run(unmergeEntries, { mergeId, reason: "弄错了，是两人" }, actor);
const post = () => run(publishRoll, { electionId: place.electionId, acceptances: { likelyTwice: "已经核实清楚", rollFaultsOpen: "已经核实清楚" } });

/** A village with one person twice: as the register has him, and once more with a faulty number, another group and remarks. */
async function twice() {
  place = await openCase(db, "2026-04-18");
  await makeLawful(db, place, "roll");
  chair = await place.person("registrar");
  const kept = await register(db, place, { name: "李建国", idNumber: SOUND, group: 2, household: "0012" });
  const gone = await register(db, place, { name: "李建囯", idNumber: FAULTY, bornOn: "1971-02-04", sex: "female", group: 5, openFindings: ["idCheckDigit", "groupUnknown"] });
  await db.rollEntry.update({ where: { id: gone }, data: { ethnicity: "回族", remarks: "常年在外", relation: "户主", category: 2, livesHere: false, takesPart: true, paperName: "李建国（囯）" } });
  return { kept, gone };
}

describe("a merge of two entries of one roll", () => {
  it("proposes to keep the one with a sound number, its values where it says something, and the other's where it does not", async () => {
    const { kept, gone } = await twice();
    for (const [first, second] of [[kept, gone], [gone, kept]] as const) {
      const preview = await mergePreview(db, place.electionId, first, second, null);
      expect([preview?.kept.id, preview?.gone.id, preview?.uses]).toEqual([kept, gone, []]);
      expect(Object.fromEntries(preview?.fields.map(({ field, proposed }) => [field, proposed]) ?? [])).toEqual({
        number: "kept", name: "kept", paperName: "gone", ethnicity: "gone", relation: "gone", groupNumber: "kept", householdNumber: "kept", registration: "kept", remarks: "gone",
      });
    }
    expect((await mergePreview(db, place.electionId, kept, gone, gone))?.kept.id).toBe(gone);
  });

  it("does what its page proposed when nothing is chosen", async () => {
    const { kept, gone } = await twice();
    const { mergeId } = valueOf(await merge(kept, gone));
    expect(await entry(kept)).toMatchObject({ name: "李建国", paperName: "李建国（囯）", ethnicity: "回族", relation: "户主", groupNumber: 2, householdNumber: "0012", category: 1, remarks: "常年在外", bornOn: "1971-02-03", sex: "male", status: "listed", openFindings: [] });
    expect(await entry(gone)).toMatchObject({ status: "excluded", exclusion: "duplicate", exclusionNote: null, mergedIntoId: kept, openFindings: [] });
    expect(await mergesOf(db, place.electionId)).toMatchObject([{ id: mergeId, keptId: kept, name: "李建国", goneName: "李建囯", undoable: true, undoneAt: null }]);
    expect((await duplicatesOfElection(db, place.electionId, 1))?.pairs).toEqual([]);
  });

  const columns: Readonly<Record<Exclude<MergeField, "number">, string>> = {
    name: "name", paperName: "paperName", sex: "sex", bornOn: "bornOn", ethnicity: "ethnicity", relation: "relation", groupNumber: "groupNumber", householdNumber: "householdNumber", registration: "category", exclusion: "exclusion", remarks: "remarks",
  };
  it.each(MERGE_FIELDS.filter((field) => field !== "number"))("takes %s from the side that was chosen, and touches nothing else by it", async (field) => {
    const { kept, gone } = await twice();
    await db.person.updateMany({ where: { entries: { some: { id: kept } } }, data: { idHash: null } });
    const column = columns[field];
    const before: Readonly<Record<MergeSide, Readonly<Record<string, unknown>>>> = { kept: await entry(kept), gone: await entry(gone) };
    const choices = Object.fromEntries(MERGE_FIELDS.map((one): [MergeField, MergeSide] => [one, one === field ? "gone" : "kept"]));
    valueOf(await merge(kept, gone, choices));
    const after: Readonly<Record<string, unknown>> = await entry(kept);
    expect(after[column]).toEqual(before.gone[column]);
    for (const other of Object.values(columns).filter((one) => one !== column)) expect([other, after[other]]).toEqual([other, before.kept[other]]);
  });

  it("exchanges the persons when the other's number is chosen, and gives both back when undone", async () => {
    const { kept, gone } = await twice();
    const before = [await bare(kept), await bare(gone)];
    const { mergeId } = valueOf(await merge(gone, kept, { number: "gone", name: "gone" }));
    expect(await entry(gone)).toMatchObject({ name: "李建国", bornOn: "1971-02-03", sex: "male", personId: before[0]?.personId, mergedIntoId: null, openFindings: [] });
    expect(await entry(kept)).toMatchObject({ personId: before[1]?.personId, mergedIntoId: gone, exclusion: "duplicate" });
    valueOf(await undo(mergeId));
    expect([await bare(kept), await bare(gone)]).toEqual(before);
  });

  it("is undone as it was, but for what somebody changed on the kept entry since", async () => {
    const { kept, gone } = await twice();
    const before = [await bare(kept), await bare(gone)];
    const { mergeId } = valueOf(await merge(kept, gone));
    valueOf(await run(correctEntry, { entryId: kept, version: await versionOf(kept), name: "李建国", paperName: "李建国（囯）", sex: "", bornOn: "", groupNumber: "7", householdNumber: "0012", category: "1", ethnicity: "回族", relation: "户主", remarks: "常年在外", reason: "搬到七组" }));
    valueOf(await undo(mergeId));
    expect(await bare(kept)).toEqual({ ...before[0], groupNumber: 7 });
    expect(await bare(gone)).toEqual(before[1]);
    expect([codes(await undo(mergeId)), (await mergesOf(db, place.electionId))[0]?.undoable]).toEqual([["alreadyDone"], false]);
    expect((await duplicatesOfElection(db, place.electionId, 1))?.pairs).toHaveLength(1);
  });

  it("can be made again after it was undone, and the merge as made stays as it was", async () => {
    const { kept, gone } = await twice();
    const { mergeId } = valueOf(await merge(kept, gone));
    valueOf(await undo(mergeId));
    valueOf(await merge(kept, gone));
    expect((await mergesOf(db, place.electionId)).map(({ undoable }) => undoable)).toEqual([true, false]);
    await expect(db.rollMerge.update({ where: { id: mergeId }, data: { reason: "别的" } })).rejects.toThrow();
    await expect(db.rollMerge.deleteMany({ where: { id: mergeId } })).rejects.toThrow();
  });

  it("leaves a line on both entries, and the kept one's history tells also what happened to the other before", async () => {
    const { kept, gone } = await twice();
    valueOf(await run(recordContact, { entryId: gone, version: await versionOf(gone), how: "phone", outcome: "heard", said: "takesPart", day: "2026-03-09", note: "" }));
    const { mergeId } = valueOf(await merge(kept, gone));
    const told = (await entryHistory(db, place.electionId, kept)).map(({ kind, ofMerged }) => [kind, ofMerged]);
    expect(told).toContainEqual(["merged", null]);
    expect(told).toContainEqual(["merged", "李建囯"]);
    expect(told).toContainEqual(["contacted", "李建囯"]);
    expect(await entryHistory(db, place.electionId, gone)).toMatchObject([{ kind: "merged", ofMerged: null, detail: { reason: "看过户口簿，是同一人" } }, { kind: "contacted" }]);
    valueOf(await undo(mergeId));
    expect((await entryHistory(db, place.electionId, kept)).map(({ kind, ofMerged }) => [kind, ofMerged])).toEqual([["unmerged", null], ["merged", null]]);
  });

  it("tells of a chain of merges in one history", async () => {
    const { kept, gone } = await twice();
    const third = await register(db, place, { name: "李三条", bornOn: "1971-02-03" });
    valueOf(await merge(gone, third, { name: "kept" }));
    valueOf(await merge(kept, gone));
    expect(new Set((await entryHistory(db, place.electionId, kept)).map(({ ofMerged }) => ofMerged))).toEqual(new Set([null, "李建囯", "李三条"]));
  });

  it("writes ids and commitments to the chain, never a name or a number", async () => {
    const { kept, gone } = await twice();
    valueOf(await undo(valueOf(await merge(kept, gone)).mergeId));
    const payloads = (await db.ledgerEntry.findMany({ where: { scope: `election:${place.electionId}` } })).map(({ command, payload }) => [command, payload] as const);
    expect(payloads.map(([command]) => command)).toEqual(["roll.mergeEntries", "roll.unmergeEntries"]);
    expect(JSON.stringify(payloads)).not.toMatch(/\p{Script=Han}|\d{15}/u);
  });
});

describe("what a merge refuses", () => {
  it("entries changed meanwhile, one entry with itself, an entry merged already, and changes of the one that went", async () => {
    const { kept, gone } = await twice();
    expect(codes(await run(mergeEntries, { keptId: kept, keptVersion: "9", goneId: gone, goneVersion: "1", reason: "x" }))).toEqual(["conflict"]);
    expect(codes(await merge(kept, kept))).toEqual(["notFound"]);
    valueOf(await merge(kept, gone));
    expect([codes(await merge(kept, gone)), codes(await merge(gone, kept))]).toEqual([["alreadyDone"], ["alreadyDone"]]);
    expect(codes(await run(excludeEntry, { entryId: gone, version: await versionOf(gone), exclusion: "dead", note: "x", acceptances: {} }))).toEqual(["entryMerged"]);
    expect(await mergePreview(db, place.electionId, kept, gone, null)).toBeNull();
  });

  it("an entry of another village, and people who may not write this roll", async () => {
    const { kept, gone } = await twice();
    const next = await neighbourOf(db, place, "石桥村");
    const stranger = await register(db, next, { name: "石一" });
    expect([codes(await merge(kept, stranger)), await mergePreview(db, place.electionId, kept, stranger, null)]).toEqual([["notFound"], null]);
    const { mergeId } = valueOf(await merge(kept, gone));
    for (const actor of [await next.person("committeeChair"), await place.person("townshipOfficer"), await place.person("teller")]) expect([codes(await merge(kept, gone, {}, actor)), codes(await undo(mergeId, actor))]).toEqual([["forbidden"], ["forbidden"]]);
  });

  it("an entry that the election uses, or of which a report from the door is open: the other one must stay", async () => {
    const { kept, gone } = await twice();
    valueOf(await run(recordVisit, { electionId: place.electionId, items: [{ requestId: crypto.randomUUID(), entryId: gone, version: await versionOf(gone), day: "2026-03-09", how: "visit", outcome: "notReached", statement: "none", livesHere: null, reports: ["movedOut"] }], newcomers: [] }));
    expect([codes(await merge(kept, gone)), (await mergePreview(db, place.electionId, kept, gone, null))?.uses]).toEqual([["goneHasReports"], ["report"]]);
    const report = await db.houseReport.findFirstOrThrow({ where: { entryId: gone } });
    valueOf(await run(settleReport, { reportId: report.id, version: String(report.version), settlement: "mistaken", note: "派出所回复：户口仍在本村" }));
    await db.committeeMember.updateMany({ where: { electionId: place.electionId, position: "chair" }, data: { rollEntryId: gone } });
    expect([codes(await merge(kept, gone)), (await mergePreview(db, place.electionId, kept, gone, null))?.uses]).toEqual([["goneIsUsed"], ["committee"]]);
    expect(codes(await merge(gone, kept))).toEqual([]);
  });
});

describe("a merge and the posted list", () => {
  it("is undone no more once the list is posted", async () => {
    const { kept, gone } = await twice();
    const { mergeId } = valueOf(await merge(kept, gone));
    chair = await place.person("committeeChair");
    valueOf(await post());
    expect([codes(await undo(mergeId)), (await mergesOf(db, place.electionId))[0]?.undoable]).toEqual([["mergePosted"], false]);
  });

  it("after the posting takes the double off by a supplement; until that is posted it can be undone", async () => {
    const { kept, gone } = await twice();
    chair = await place.person("committeeChair");
    valueOf(await post());
    now = new Date("2026-03-11T02:00:00Z");
    const { mergeId } = valueOf(await merge(kept, gone));
    expect(await db.rollChange.findMany({ where: { electionId: place.electionId, noticeId: null }, select: { rollEntryId: true, kind: true } })).toEqual([{ rollEntryId: gone, kind: "remove" }]);
    valueOf(await undo(mergeId));
    expect([await db.rollChange.count({ where: { electionId: place.electionId, noticeId: null } }), (await entry(gone)).published, (await entry(kept)).published]).toEqual([0, true, true]);
    const again = valueOf(await merge(gone, kept, { number: "gone", name: "kept" })).mergeId;
    expect(await entry(gone)).toMatchObject({ published: true, bornOn: "1971-02-03" });
    valueOf(await run(supplementRoll, { electionId: place.electionId }));
    expect([codes(await undo(again)), (await mergesOf(db, place.electionId))[0]?.undoable]).toEqual([["mergePosted"], false]);
  });
});
