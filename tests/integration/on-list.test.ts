import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#lib/database/client.ts";
import { onList, onListInput } from "#lib/observer/on-list.ts";
import { publicElection } from "#lib/observer/queries.ts";
import { parseInput } from "#lib/platform/refusal.ts";
import { addEntry } from "#lib/roll/entry/commands.ts";
import { excludeEntry } from "#lib/roll/entry/standing-commands.ts";
import { sealAnswer, openAnswer } from "#lib/web/public-answer.ts";
import { openCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { publishList } from "#tests/support/list.ts";
import { z } from "zod";

let testDatabase: TestDatabase;
let db: Database;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
});
afterAll(() => testDatabase.close());

const clock = () => new Date("2026-03-17T02:00:00Z");

/** A village with a posted list, and 张国强 (…0038) registered with his number; announced when `announced`. */
async function village() {
  const place = await openCase(db);
  await publishList(db, place, [{ name: "李秀英", sex: "female", group: 2 }], "2026-03-16");
  const chair = await place.person("committeeChair");
  const added = await addEntry.run({ db, actor: chair, clock }, {
    electionId: place.electionId, name: "张国强", sex: "male", bornOn: "1949-12-31", groupNumber: "3", category: "1", idNumber: "110105194912310038", paperName: "", ethnicity: "", relation: "", householdNumber: "", takesPart: "unknown", remarks: "", reason: "漏登",
  });
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  await db.rollEntry.update({ where: { id: added.value.entryId }, data: { published: true } });
  return { place, chair, entryId: added.value.entryId };
}

describe("am I on the list", () => {
  it("answers yes with the group to name and last four of the number, typed in any width", async () => {
    const { place } = await village();
    expect(await onList(db, place.electionId, { name: "张国强", lastFour: "0038" })).toEqual({ kind: "listed", group: 3 });
    const typed = parseInput(onListInput, { name: " 张国强 ", lastFour: "００３８" });
    expect(typed.ok && (await onList(db, place.electionId, typed.value)).kind).toBe("listed");
  });
  it("says the same of a wrong number, a stranger, and somebody whose number is not on record", async () => {
    const { place } = await village();
    const unknown = { kind: "unknown" };
    expect(await onList(db, place.electionId, { name: "张国强", lastFour: "0039" })).toEqual(unknown);
    expect(await onList(db, place.electionId, { name: "没有此人", lastFour: "0038" })).toEqual(unknown);
    expect(await onList(db, place.electionId, { name: "李秀英", lastFour: "0038" })).toEqual(unknown);
  });
  it("follows the supplements: who was taken off is not found any more", async () => {
    const { place, chair, entryId } = await village();
    const entry = await db.rollEntry.findUniqueOrThrow({ where: { id: entryId } });
    const excluded = await excludeEntry.run({ db, actor: chair, clock }, { entryId, version: String(entry.version), exclusion: "movedOut", note: "已迁出" });
    expect(excluded.ok).toBe(true);
    expect(await onList(db, place.electionId, { name: "张国强", lastFour: "0038" })).toEqual({ kind: "unknown" });
  });
  it("says so while no list is posted, and refuses what is no ending of a number", async () => {
    const place = await openCase(db);
    expect(await onList(db, place.electionId, { name: "张国强", lastFour: "0038" })).toEqual({ kind: "notPosted" });
    for (const lastFour of ["", "12", "12345", "X038", "00 3"]) expect(parseInput(onListInput, { name: "张国强", lastFour }).ok, lastFour).toBe(false);
  });
});

it("the village's public page counts the list as it is now, with its supplements", async () => {
  const { place } = await village();
  const posted = await db.rollVersion.findFirstOrThrow({ where: { electionId: place.electionId } });
  expect((await publicElection(db, place.electionId))?.registered).toBe(posted.total + 1);
  expect((await publicElection(db, (await openCase(db)).electionId))?.registered).toBeNull();
});

describe("an answer carried by an address", () => {
  const now = new Date("2026-03-17T02:00:00Z");
  const schema = z.object({ kind: z.string() });
  it("opens for its own context within ten minutes, and for nothing else", () => {
    const sealed = sealAnswer("one", { kind: "listed" }, now);
    expect(sealed).not.toContain("listed");
    expect(openAnswer("one", sealed, schema, new Date(now.getTime() + 600_000))).toEqual({ kind: "listed" });
    expect(openAnswer("one", sealed, schema, new Date(now.getTime() + 600_001))).toBeNull();
    expect(openAnswer("two", sealed, schema, now)).toBeNull();
    expect(openAnswer("one", `${sealed.slice(0, -2)}AA`, schema, now)).toBeNull();
    expect(openAnswer("one", "x".repeat(60), schema, now)).toBeNull();
    expect(openAnswer("one", ["a"], schema, now)).toBeNull();
  });
});
