import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Role } from "#lib/access/permissions.ts";
import type { Database } from "#lib/database/client.ts";
import { openChain } from "#lib/ledger/append.ts";
import { controlTable, planSheet } from "#lib/plan/control.ts";
import { enterHolidays } from "#lib/plan/holiday-commands.ts";
import { casePlan, townshipPlans } from "#lib/plan/queries.ts";
import { recordStep } from "#lib/plan/step-commands.ts";
import { readSheets } from "#lib/spreadsheet/read.ts";
import { writeWorkbook } from "#lib/spreadsheet/write.ts";
import { accountIn, openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { makeLawful } from "#tests/support/lawful.ts";
import { publishList } from "#tests/support/list.ts";
import { type Runnable, codes } from "#tests/support/outcome.ts";
import { wordsIn } from "#tests/support/plan.ts";

let testDatabase: TestDatabase;
let db: Database;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
});
afterAll(() => testDatabase.close());

const run = async <Output>(place: TestCase, command: Runnable<Output>, input: unknown, role: Role, day = "2026-04-25") =>
  command.run({ db, actor: await place.person(role), clock: () => new Date(`${day}T02:00:00Z`) }, input);
const standing = async (place: TestCase, step: string, today: string) => (await casePlan(db, place.electionId, today))?.steps.find((one) => one.planned.step === step);

/** A village whose result was announced on 2026-04-18. */
async function finished(): Promise<TestCase> {
  const place = await openCase(db);
  const voteId = randomUUID();
  await db.vote.create({ data: { id: voteId, electionId: place.electionId, number: 1, kind: "regular", heldOn: "2026-04-18", state: "determined" } });
  await db.determination.create({ data: { id: randomUUID(), electionId: place.electionId, voteId, number: 1, input: {}, outcome: {}, at: new Date("2026-04-18T10:00:00Z"), announcedAt: new Date("2026-04-18T11:00:00Z") } });
  return place;
}

describe("the plan of a case", () => {
  it("follows what is in the rows: meeting, notices, list, objection", async () => {
    const place = await openCase(db);
    await makeLawful(db, place, "nomination");
    await publishList(db, place, [{ name: "张国强" }], "2026-03-20");
    expect(await standing(place, "committee", "2026-03-25")).toMatchObject({ standing: { state: "done", doneOn: "2026-03-09" } });
    expect(await standing(place, "dayNotice", "2026-03-25")).toMatchObject({ standing: { doneOn: "2026-03-11" } });
    expect(await standing(place, "rollPublication", "2026-03-25")).toMatchObject({ standing: { state: "done", doneOn: "2026-03-20" } });
    expect(await standing(place, "objections", "2026-03-25")).toMatchObject({ planned: { earliest: "2026-03-20", latest: "2026-03-25" }, standing: { state: "due" } });
    expect(await casePlan(db, randomUUID(), "2026-03-25")).toBeNull();
  });
  it("asks the database as often for thirty villages as for one", async () => {
    const many = await openCase(db);
    for (let number = 0; number < 29; number += 1) {
      const villageId = randomUUID();
      await db.village.create({ data: { id: villageId, townshipId: many.townshipId, code: `v${number}`, name: `第${number}村` } });
      await db.election.create({ data: { id: randomUUID(), driveId: many.driveId, villageId, countyCode: "x", term: 13, electionDay: "2026-04-18", nationalPack: "CN-2025", parameters: {}, createdAt: new Date("2026-01-01T00:00:00Z") } });
    }
    const lone = await openCase(db);
    const now = new Date("2026-03-30T02:00:00Z");
    expect((await townshipPlans(db, many.townshipId, now))[0]?.plans).toHaveLength(30);
    const counted = await queriesOf(() => townshipPlans(db, many.townshipId, now));
    expect(counted - (await queriesOf(() => townshipPlans(db, lone.townshipId, now)))).toBeLessThanOrEqual(3);
  });
  it("as a workbook names day, step, limit with article, who, notice and state; villages stand by steps on the second sheet", async () => {
    const place = await openCase(db);
    await makeLawful(db, place, "roll");
    const plan = await casePlan(db, place.electionId, "2026-03-30");
    if (plan === null) throw new Error("no plan");
    const words = wordsIn("zh-CN");
    const sheets = readSheets(await writeWorkbook([planSheet([plan], words), controlTable([plan, plan], words)]));
    if (!sheets.ok) throw new Error("unreadable");
    const text = JSON.stringify(sheets.value);
    for (const phrase of ["进程图", "控制表", "日期", "法定期限和依据", "责任人", "通知公告", "状态", "2026-03-29", "最迟 3月29日，《村民委员会组织法(2025)》第17条", "公告第 2 号（已发）", "已逾期", "逾期 3月29日", "江家庄村"]) {
      expect(text, phrase).toContain(phrase);
    }
  });
});

describe("a step recorded by hand", () => {
  it("is done on the recorded day, corrected by a further record, taken back by an empty one", async () => {
    const place = await finished();
    const record = (doneOn: string, role: Role = "committeeMember") => run(place, recordStep, { electionId: place.electionId, step: "handover", doneOn, note: "印章三枚" }, role);
    expect(await record("2026-04-24")).toMatchObject({ ok: true });
    expect(await standing(place, "handover", "2026-04-29")).toMatchObject({ planned: { latest: "2026-04-28" }, standing: { state: "done", doneOn: "2026-04-24" } });
    await record("2026-04-25");
    expect(await standing(place, "handover", "2026-04-29")).toMatchObject({ standing: { doneOn: "2026-04-25" } });
    await record("");
    expect(await standing(place, "handover", "2026-04-29")).toMatchObject({ standing: { state: "late" } });
    const entries = await db.ledgerEntry.findMany({ where: { scope: `election:${place.electionId}`, command: "plan.recordStep" }, select: { payload: true } });
    expect(entries).toHaveLength(3);
    expect(entries[0]?.payload).not.toContain("印章");
  });
  it("is refused before the result is out, for a day ahead, and for one before the vote", async () => {
    const early = await openCase(db);
    expect(codes(await run(early, recordStep, { electionId: early.electionId, step: "filing", doneOn: "2026-04-20", note: "" }, "committeeChair"))).toEqual(["resultNotAnnounced"]);
    const place = await finished();
    expect(codes(await run(place, recordStep, { electionId: place.electionId, step: "filing", doneOn: "2026-04-26", note: "" }, "committeeChair"))).toEqual(["dayAhead"]);
    expect(codes(await run(place, recordStep, { electionId: place.electionId, step: "filing", doneOn: "2026-04-17", note: "" }, "committeeChair"))).toEqual(["dayBeforeVote"]);
    expect(codes(await run(place, recordStep, { electionId: place.electionId, step: "electionDay", doneOn: "2026-04-18", note: "" }, "committeeChair"))).toEqual(["invalidChoice"]);
    for (const role of ["townshipOfficer", "registrar", "guide", "observer"] as const) expect(codes(await run(place, recordStep, { electionId: place.electionId, step: "filing", doneOn: "2026-04-20", note: "" }, role)), role).toEqual(["forbidden"]);
  });
  it("is never edited", async () => {
    const place = await finished();
    await run(place, recordStep, { electionId: place.electionId, step: "filing", doneOn: "2026-04-20", note: "" }, "committeeChair");
    await expect(db.stepRecord.deleteMany({ where: { electionId: place.electionId } })).rejects.toThrow();
    await expect(db.stepRecord.updateMany({ where: { electionId: place.electionId }, data: { doneOn: "2026-04-21" } })).rejects.toThrow();
  });
});

describe("holidays", () => {
  // 2026-03-26 is a Thursday on which nobody rests by the program's own years.
  const countyDay = "2026 正式 县人民政府办公室通知\n放假 县庆 2026-03-26 2026-03-26 2026-03-26";
  const enter = async (place: TestCase, countyId: string | null, holidays: string, role: Role) => run(place, enterHolidays, { countyId: countyId ?? "", holidays }, role, "2026-03-01");

  it("of a county move the end of its villages' objections, and of no other county's", async () => {
    const place = await openCase(db);
    const other = await openCase(db);
    await db.$transaction((tx) => openChain(tx, { kind: "county", id: place.countyId }));
    for (const one of [place, other]) await publishList(db, one, [{ name: "张国强" }], "2026-03-21");
    expect(await standing(place, "objections", "2026-03-22")).toMatchObject({ planned: { latest: "2026-03-26" } });
    expect(await enter(place, place.countyId, countyDay, "countyAdministrator")).toMatchObject({ ok: true, value: { years: [2026] } });
    expect(await standing(place, "objections", "2026-03-22")).toMatchObject({ planned: { latest: "2026-03-27" } });
    expect(await standing(other, "objections", "2026-03-22")).toMatchObject({ planned: { latest: "2026-03-26" } });
    // A second entry takes the first one's place; the first stays in the rows.
    expect(await enter(place, place.countyId, "2026 正式 更正\n放假 元旦 2026-01-01 2026-01-03 2026-01-01", "countyAdministrator")).toMatchObject({ ok: true });
    expect(await standing(place, "objections", "2026-03-22")).toMatchObject({ planned: { latest: "2026-03-26" } });
    expect(await db.holidayYear.count({ where: { countyId: place.countyId, year: 2026 } })).toBe(2);
    await expect(db.holidayYear.deleteMany({ where: { countyId: place.countyId } })).rejects.toThrow();
  });
  it("of the installation are the administrator's, those of a county its administrator's, nobody else's", async () => {
    const place = await openCase(db);
    await db.$transaction((tx) => openChain(tx, { kind: "county", id: place.countyId }));
    expect(codes(await enter(place, null, countyDay, "countyAdministrator"))).toEqual(["forbidden"]);
    for (const role of ["countyReader", "townshipOfficer", "committeeChair"] as const) expect(codes(await enter(place, place.countyId, countyDay, role)), role).toEqual(["forbidden"]);
    const foreign = await accountIn(db, { ...(await openCase(db)) }, "countyAdministrator", "外县");
    expect(codes(await enterHolidays.run({ db, actor: foreign, clock: () => new Date("2026-03-01T02:00:00Z") }, { countyId: place.countyId, holidays: countyDay }))).toEqual(["forbidden"]);
    expect(await enter(place, null, "2035 预计 放假办法\n放假 元旦 2035-01-01 2035-01-01 2035-01-01", "administrator")).toMatchObject({ ok: true });
  });
  it("with a fault are refused with the day, and nothing is kept", async () => {
    const place = await openCase(db);
    const before = await db.holidayYear.count();
    const result = await enter(place, null, "2036 正式 通知\n上班 2036-03-03", "administrator");
    expect(result).toMatchObject({ ok: false, error: { issues: [{ field: "holidays", code: "workdayNotWeekend", params: { year: "2036", day: "2036-03-03" } }] } });
    expect(await db.holidayYear.count()).toBe(before);
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
