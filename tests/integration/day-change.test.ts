import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#lib/access/permissions.ts";
import type { Database } from "#lib/database/client.ts";
import { execute } from "#lib/platform/command.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import type { Result } from "#lib/platform/result.ts";
import { askDayChange, decideDayChange, withdrawDayChange } from "#lib/plan/day-commands.ts";
import { issueDayChange } from "#lib/plan/day-notice.ts";
import { dayChanges, dayChangeView } from "#lib/plan/day-queries.ts";
import { casePlan } from "#lib/plan/queries.ts";
import { supplementRoll } from "#lib/roll/publish/commands.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { makeLawful } from "#tests/support/lawful.ts";
import { publishList } from "#tests/support/list.ts";
import { codes } from "#tests/support/outcome.ts";

let testDatabase: TestDatabase;
let db: Database;
let owner: Client;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
  owner = new Client({ connectionString: testDatabase.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await testDatabase.close();
});

const reason = "持续暴雨，村内道路中断，不能设置投票站";

/** Who was born when, on a list for 2026-04-18: grown, eighteen on the new day itself, and a day later. */
const people = [{ name: "张国强" }, { name: "李满日", bornOn: "2008-05-16" }, { name: "王差一日", bornOn: "2008-05-17" }, { name: "赵过半", bornOn: "2008-04-30" }] as const;

/** A village with committee, notices and a list posted on 2026-03-21, and a way to act in it. */
async function village(electionDay = "2026-04-18", publishedOn = "2026-03-21") {
  const place = await openCase(db, electionDay);
  await makeLawful(db, place, "roll");
  const ids = await publishList(db, place, people, publishedOn);
  await db.notice.create({
    data: { id: randomUUID(), electionId: place.electionId, number: "4", code: "voterList", title: "名单公告", issuer: "村", issuedOn: publishedOn, issuedAt: new Date(`${publishedOn}T02:00:00Z`), document: "notice", data: {}, fingerprint: "", pdfSha256: "" },
  });
  // The three young ones are not of age on the day as it stands.
  await db.rollEntry.updateMany({ where: { id: { in: ids.slice(1) } }, data: { status: "minor", published: false } });
  const actors = new Map<string, Awaited<ReturnType<TestCase["person"]>>>();
  const actorOf = async (role: Role) => {
    const actor = actors.get(role) ?? (await place.person(role));
    actors.set(role, actor);
    return actor;
  };
  const run = async <Output>(command: { readonly run: (context: { db: Database; actor: Awaited<ReturnType<TestCase["person"]>>; clock: () => Date }, input: unknown) => Promise<Result<Output, Refusal>> }, input: unknown, role: Role, day = "2026-04-02") =>
    command.run({ db, actor: await actorOf(role), clock: () => new Date(`${day}T02:00:00Z`) }, input);
  const ask = async (newDay: string, role: Role = "committeeChair", day = "2026-04-02") => {
    const { version } = await db.election.findUniqueOrThrow({ where: { id: place.electionId }, select: { version: true } });
    return run(askDayChange, { electionId: place.electionId, version: String(version), newDay, changeReason: reason }, role, day);
  };
  const decide = async (decision: "approve" | "refuse", role: Role = "townshipOfficer", decisionReason = "情况属实") => {
    const [change] = await dayChanges(db, place.electionId);
    return run(decideDayChange, { changeId: change?.id ?? randomUUID(), version: String(change?.version ?? 1), decision, decisionReason }, role);
  };
  const state = async () => (await dayChanges(db, place.electionId))[0]?.state ?? null;
  return { place, ids, run, ask, decide, state };
}

const day = async (place: TestCase) => (await db.election.findUniqueOrThrow({ where: { id: place.electionId }, select: { electionDay: true } })).electionDay;

describe("another election day", () => {
  it("is asked for, approved, announced; only the notice moves the day, and with it the vote, the plan and the ages", async () => {
    const { place, ids, run, ask, decide, state } = await village();
    const voteId = randomUUID();
    await db.vote.create({ data: { id: voteId, electionId: place.electionId, number: 1, kind: "regular", heldOn: "2026-04-18", state: "preparing" } });
    const proxy = { reason: "外出务工", relation: "villager", state: "approved", approvedAt: new Date("2026-04-01T02:00:00Z") };
    await db.proxy.create({ data: { id: randomUUID(), electionId: place.electionId, voteId, principalId: ids[0] ?? "", holderId: ids[1] ?? "", ...proxy } });

    expect(await ask("2026-05-16")).toMatchObject({ ok: true });
    expect([await state(), await day(place)]).toEqual(["asked", "2026-04-18"]);
    expect(await decide("approve")).toMatchObject({ ok: true });
    expect([await state(), await day(place)]).toEqual(["approved", "2026-04-18"]);
    const issued = await run(issueDayChange, { electionId: place.electionId, acceptances: {}, signedBy: "" }, "committeeChair", "2026-04-03");
    expect(issued).toMatchObject({ ok: true, value: { number: "1-1" } });

    expect([await state(), await day(place)]).toEqual(["inForce", "2026-05-16"]);
    expect((await db.vote.findUniqueOrThrow({ where: { id: voteId } })).heldOn).toBe("2026-05-16");
    expect(await db.proxy.count({ where: { voteId, state: "approved" } })).toBe(1);
    const plan = await casePlan(db, place.electionId, "2026-04-03");
    expect(plan?.steps.find((step) => step.planned.step === "electionDay")?.planned.latest).toBe("2026-05-16");
    expect(plan?.steps.find((step) => step.planned.step === "rollPublication")).toMatchObject({ planned: { latest: "2026-04-26" }, standing: { state: "done", doneOn: "2026-03-21" } });

    // Eighteen on the new day counts, a day later does not; the list is told by a supplementary notice.
    expect((await db.rollEntry.findMany({ where: { id: { in: [...ids] } }, select: { name: true, status: true }, orderBy: { name: "asc" } })).map((row) => [row.name, row.status])).toEqual(
      expect.arrayContaining([["张国强", "listed"], ["李满日", "listed"], ["王差一日", "minor"], ["赵过半", "listed"]]),
    );
    const pending = await db.rollChange.findMany({ where: { electionId: place.electionId, noticeId: null }, select: { kind: true, rollEntryId: true } });
    expect(pending.map((change) => change.kind)).toEqual(["add", "add"]);
    expect(new Set(pending.map((change) => change.rollEntryId))).toEqual(new Set([ids[1], ids[3]]));
    expect(await run(supplementRoll, { electionId: place.electionId }, "committeeChair", "2026-04-03")).toMatchObject({ ok: true });
  });

  it("leaves its marks in the chain, the reasons as commitments", async () => {
    const { place, run, ask, decide } = await village();
    await ask("2026-05-16");
    await decide("approve");
    await run(issueDayChange, { electionId: place.electionId, acceptances: {}, signedBy: "" }, "committeeChair", "2026-04-03");
    const entries = await db.ledgerEntry.findMany({ where: { scope: `election:${place.electionId}` }, orderBy: { sequence: "asc" }, select: { command: true, payload: true } });
    expect(entries.map((entry) => entry.command)).toEqual(["election.askDay", "election.decideDay", "notice.issue.electionDayChange"]);
    expect(entries[0]?.payload).toContain('"to":"2026-05-16"');
    for (const entry of entries) for (const words of [reason, "情况属实"]) expect(entry.payload).not.toContain(words);
  });

  it("may be refused by the township with a reason; then the day stays and another may be asked for", async () => {
    const { place, run, ask, decide, state } = await village();
    await ask("2026-05-16");
    expect(codes(await decide("refuse", "townshipOfficer", " "))).toEqual(["required"]);
    expect(await decide("refuse")).toMatchObject({ ok: true });
    expect([await state(), await day(place)]).toEqual(["refused", "2026-04-18"]);
    expect(codes(await run(issueDayChange, { electionId: place.electionId, acceptances: {}, signedBy: "" }, "committeeChair"))).toEqual(["notReady"]);
    expect(codes(await decide("approve"))).toEqual(["alreadyDone"]);
    expect(await ask("2026-05-17")).toMatchObject({ ok: true });
  });

  it("may be taken back by the chair until it is in force, and is one at a time", async () => {
    const { run, ask, decide, state, place } = await village();
    await ask("2026-05-16");
    expect(codes(await ask("2026-05-17"))).toEqual(["dayChangeOpen"]);
    await decide("approve");
    expect(codes(await ask("2026-05-17"))).toEqual(["dayChangeOpen"]);
    const [change] = await dayChanges(db, place.electionId);
    const input = { changeId: change?.id, version: String(change?.version) };
    expect(codes(await run(withdrawDayChange, input, "townshipOfficer"))).toEqual(["forbidden"]);
    expect(await run(withdrawDayChange, input, "committeeChair")).toMatchObject({ ok: true });
    expect(await state()).toBe("withdrawn");
    expect(await ask("2026-05-17")).toMatchObject({ ok: true });
  });
});

describe("wrong persons", () => {
  it("only the chair of this village asks; only the township of this village decides", async () => {
    const one = await village();
    const other = await village();
    for (const role of ["committeeMember", "registrar", "townshipOfficer", "guide", "observer", "countyReader", "administrator"] as const) {
      expect(codes(await one.ask("2026-05-16", role)), role).toEqual(["forbidden"]);
    }
    const foreign = await other.place.person("committeeChair");
    expect(codes(await askDayChange.run({ db, actor: foreign, clock: () => new Date("2026-04-02T02:00:00Z") }, { electionId: one.place.electionId, version: "1", newDay: "2026-05-16", changeReason: reason }))).toEqual(["forbidden"]);
    await one.ask("2026-05-16");
    for (const role of ["committeeChair", "committeeMember", "guide", "countyReader", "administrator"] as const) expect(codes(await one.decide("approve", role)), role).toEqual(["forbidden"]);
    const [change] = await dayChanges(db, one.place.electionId);
    const neighbour = await other.place.person("townshipOfficer");
    expect(codes(await decideDayChange.run({ db, actor: neighbour, clock: () => new Date("2026-04-02T02:00:00Z") }, { changeId: change?.id, version: "1", decision: "approve", decisionReason: "同意" }))).toEqual(["forbidden"]);
    await one.decide("approve");
    for (const role of ["townshipOfficer", "registrar", "observer"] as const) expect(codes(await one.run(issueDayChange, { electionId: one.place.electionId, acceptances: {}, signedBy: "" }, role)), role).toEqual(["forbidden"]);
    expect(await day(one.place)).toBe("2026-04-18");
  });

  it("the database itself refuses a second open ask, an asker who decides, going back, and a changed ask", async () => {
    const { place, ask } = await village();
    await ask("2026-05-16");
    const [change] = await db.dayChange.findMany({ where: { electionId: place.electionId } });
    if (change === undefined) throw new Error("no ask");
    const at = new Date("2026-04-02T02:00:00Z");
    await expect(db.dayChange.create({ data: { ...change, id: randomUUID() } })).rejects.toThrow();
    const refused = (sql: string, code: string) => expect(owner.query(sql)).rejects.toMatchObject({ code });
    await refused(`UPDATE "DayChange" SET state = 'approved', "decidedBy" = "askedBy", "decidedAt" = now(), "decisionReason" = 'x' WHERE id = '${change.id}'`, "23514");
    await refused(`UPDATE "DayChange" SET "toDay" = '2026-06-01' WHERE id = '${change.id}'`, "CX010");
    await refused(`UPDATE "DayChange" SET state = 'inForce', "noticeId" = 'n', "inForceAt" = now() WHERE id = '${change.id}'`, "CX010");
    await refused(`DELETE FROM "DayChange" WHERE id = '${change.id}'`, "CX010");
    await db.dayChange.update({ where: { id: change.id }, data: { state: "refused", decidedAt: at, decidedBy: "someone", decidedByName: "某", decisionReason: "不同意" } });
    await refused(`UPDATE "DayChange" SET state = 'approved' WHERE id = '${change.id}'`, "CX010");
  });
});

describe("a day that cannot be", () => {
  it("is not asked for while nothing is published: the township moves it directly", async () => {
    const place = await openCase(db);
    const chair = await place.person("committeeChair");
    const result = await execute(askDayChange, { db, actor: chair, clock: () => new Date("2026-02-02T02:00:00Z") }, { electionId: place.electionId, version: "1", newDay: "2026-05-16", changeReason: reason });
    expect(codes(result)).toEqual(["dayNotPublished"]);
  });
  it("in the past, today, or the same day is refused", async () => {
    const { ask } = await village();
    expect(codes(await ask("2026-04-18"))).toEqual(["daySame"]);
    expect(codes(await ask("2026-04-02"))).toContain("electionDayPast");
    expect(codes(await ask("2026-03-30"))).toContain("electionDayPast");
    expect(codes(await ask("2026-02-30"))).toEqual(["invalidDate"]);
  });
  it("on which the posted list would not have been out twenty days is refused; the twentieth day itself is enough", async () => {
    const { ask } = await village("2026-04-18", "2026-03-21");
    expect(codes(await ask("2026-04-09"))).toContain("dayChangeStepsMissed");
    expect(await ask("2026-04-10")).toMatchObject({ ok: true });
  });
  it("on which a list that is not posted yet could no longer be out is refused with the article", async () => {
    const place = await openCase(db);
    await makeLawful(db, place, "roll");
    const chair = await place.person("committeeChair");
    const ask = (newDay: string) => execute(askDayChange, { db, actor: chair, clock: () => new Date("2026-04-02T02:00:00Z") }, { electionId: place.electionId, version: "1", newDay, changeReason: reason });
    expect(codes(await ask("2026-04-21"))).toContain("listTooLate");
    expect(await ask("2026-04-22")).toMatchObject({ ok: true });
  });
  it("under another national law is refused: 1 January 2026 is not moved to from 2025", async () => {
    const { ask } = await village("2025-12-20", "2025-11-20");
    expect(codes(await ask("2026-01-01", "committeeChair", "2025-12-01"))).toEqual(["dayChangeOtherLaw"]);
    expect(await ask("2025-12-31", "committeeChair", "2025-12-01")).toMatchObject({ ok: true });
  });
  it("once voting has begun is refused, asked for or approved", async () => {
    const { place, run, ask, decide } = await village();
    await ask("2026-05-16");
    await db.vote.create({ data: { id: randomUUID(), electionId: place.electionId, number: 1, kind: "regular", heldOn: "2026-04-18", state: "open" } });
    expect(codes(await decide("approve"))).toEqual(["dayVoteBegun"]);
    expect(codes(await run(withdrawDayChange, { changeId: (await dayChanges(db, place.electionId))[0]?.id, version: "1" }, "committeeChair"))).toEqual([]);
    expect(codes(await ask("2026-05-16"))).toEqual(["dayVoteBegun"]);
  });
  it("that became too late between approval and notice does not take effect", async () => {
    const { place, run, ask, decide } = await village();
    await ask("2026-04-25");
    await decide("approve");
    const late = await run(issueDayChange, { electionId: place.electionId, acceptances: {}, signedBy: "" }, "committeeChair", "2026-04-25");
    expect(codes(late)).toContain("electionDayPast");
    expect(await day(place)).toBe("2026-04-18");
  });
});

describe("the page of another election day", () => {
  it("shows what it would do before anybody asks: missed steps, ages, notices that name the former day", async () => {
    const { place } = await village();
    await db.notice.create({
      data: { id: randomUUID(), electionId: place.electionId, number: "10", code: "pollingPlaces", title: "投票时间和地点公告", issuer: "村", issuedOn: "2026-04-01", issuedAt: new Date("2026-04-01T02:00:00Z"), document: "notice", data: { body: "定于2026年4月18日投票" }, fingerprint: "", pdfSha256: "" },
    });
    const view = await dayChangeView(db, place.electionId, "2026-05-16", "2026-04-02");
    expect(view).toMatchObject({ fixed: true, begun: false, move: { ages: { joining: 2, leaving: 0 } } });
    expect(view?.findings.filter((one) => !one.ok).map((one) => [one.code, one.severity])).toEqual([["dayChangeAges", "info"]]);
    expect(view?.naming.map((notice) => notice.number)).toEqual(["10"]);
    const earlier = await dayChangeView(db, place.electionId, "2026-04-09", "2026-04-02");
    expect(earlier?.findings.filter((one) => !one.ok).map((one) => one.code)).toContain("dayChangeStepsMissed");
  });
});
