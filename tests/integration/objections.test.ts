import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#lib/database/client.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import type { Result } from "#lib/platform/result.ts";
import { addEntry } from "#lib/roll/entry/commands.ts";
import { excludeEntry } from "#lib/roll/entry/standing-commands.ts";
import { decideObjection, recordObjection, withdrawObjection } from "#lib/roll/objections/commands.ts";
import { issueObjectionDecisions } from "#lib/roll/objections/notices.ts";
import { objectionFacts, objectionsOf } from "#lib/roll/objections/queries.ts";
import { sendObjection } from "#lib/roll/objections/sent.ts";
import { supplementRoll } from "#lib/roll/publish/commands.ts";
import { rollItems } from "#lib/roll/todo.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { publishList } from "#tests/support/list.ts";
import { issues, valueOf } from "#tests/support/outcome.ts";

let testDatabase: TestDatabase;
let db: Database;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
});
afterAll(() => testDatabase.close());

type Runner = <Output>(command: { run: (context: { db: Database; actor: Awaited<ReturnType<TestCase["person"]>>; clock: () => Date }, input: unknown) => Promise<Result<Output, Refusal>> }, input: unknown, day?: string, role?: Parameters<TestCase["person"]>[0]) => Promise<Result<Output, Refusal>>;

/** A village whose list was posted on 2026-03-16 (a Monday), with three people on it. */
async function posted(): Promise<{ readonly place: TestCase; readonly ids: readonly string[]; readonly run: Runner }> {
  const place = await openCase(db, "2026-04-18");
  const ids = await publishList(db, place, [{ name: "张国强", group: 3 }, { name: "李秀英", sex: "female", group: 3 }, { name: "王建国", group: 5 }], "2026-03-16");
  const actors = new Map<string, Awaited<ReturnType<TestCase["person"]>>>();
  const run: Runner = async (command, input, day = "2026-03-17", role = "committeeChair") => {
    const actor = actors.get(role) ?? (await place.person(role));
    actors.set(role, actor);
    return command.run({ db, actor, clock: () => new Date(`${day}T02:00:00Z`) }, input);
  };
  return { place, ids, run };
}

const asked = (place: TestCase, changes: object = {}) => ({
  electionId: place.electionId, asks: "remove", about: "王建国", aboutGroup: "", statement: "户口已迁到县城，不在本村居住。", objector: "赵大山", contactWay: "", receivedOn: "2026-03-17", ...changes,
});
const stops = (result: Result<unknown, Refusal>): readonly string[] => (!result.ok && result.error.kind === "findings" ? result.error.findings.map(({ code, severity }) => `${code}:${severity}`) : issues(result));

describe("an objection to the posted list", () => {
  it("R-09: is taken on the fifth day after posting and refused on the sixth that is worked", async () => {
    const { place, run } = await posted();
    // The fifth day, 21 March, is a Saturday: the period ends on Monday the 23rd.
    expect(valueOf(await run(recordObjection, asked(place, { receivedOn: "2026-03-23" }), "2026-03-23"))).toMatchObject({ number: 1 });
    expect(stops(await run(recordObjection, asked(place, { about: "张国强", receivedOn: "2026-03-24" }), "2026-03-24"))).toEqual(["objectionTooLate:error"]);
  });
  it("R-09: cannot be received before the posting or ahead of today, and names somebody who is on the list", async () => {
    const { place, run } = await posted();
    expect(issues(await run(recordObjection, asked(place, { receivedOn: "2026-03-15" })))).toEqual(["receivedOn:beforePosting"]);
    expect(issues(await run(recordObjection, asked(place, { receivedOn: "2026-03-18" })))).toEqual(["receivedOn:inFuture"]);
    expect(issues(await run(recordObjection, asked(place, { about: "没有此人" })))).toEqual(["about:notOnList"]);
    expect(issues(await run(recordObjection, asked(place, { asks: "add", about: "张国强" })))).toEqual(["about:personOnList"]);
    expect(issues(await run(recordObjection, asked(place, { statement: "", objector: "" })))).toEqual(["statement:required", "objector:required"]);
  });
  it("is not taken while no list is posted", async () => {
    const place = await openCase(db);
    const chair = await place.person("committeeChair");
    const result = await recordObjection.run({ db, actor: chair, clock: () => new Date("2026-03-17T02:00:00Z") }, asked(place, { asks: "add", about: "孙小妹" }));
    expect(issues(result)).toEqual(["null:listNotPosted"]);
  });
  it("is entered once while the same one is open", async () => {
    const { place, run } = await posted();
    valueOf(await run(recordObjection, asked(place)));
    expect(issues(await run(recordObjection, asked(place)))).toEqual(["about:objectionOpenAlready"]);
  });
  it("R-10: is decided in three days; later only with a reason for the delay, which is kept", async () => {
    const { place, run } = await posted();
    const first = valueOf(await run(recordObjection, asked(place)));
    const second = valueOf(await run(recordObjection, asked(place, { about: "张国强" })));
    const decision = { objectionId: first.objectionId, version: "1", decision: "refused", decisionReason: "户口仍在本村，本人常住。" };
    expect((await run(decideObjection, decision, "2026-03-20")).ok).toBe(true);
    const late = { ...decision, objectionId: second.objectionId };
    expect(stops(await run(decideObjection, late, "2026-03-21"))).toEqual(["decisionTooLate:warning"]);
    expect((await run(decideObjection, { ...late, acceptances: { decisionTooLate: "等待派出所核实户籍" } }, "2026-03-21")).ok).toBe(true);
    expect(await db.acceptance.count({ where: { electionId: place.electionId, code: "decisionTooLate" } })).toBe(1);
  });
  it("stays as it was received and decided: decided once, never deleted or rewritten", async () => {
    const { place, run } = await posted();
    const { objectionId } = valueOf(await run(recordObjection, asked(place)));
    const decision = { objectionId, version: "1", decision: "refused", decisionReason: "户口仍在本村。" };
    valueOf(await run(decideObjection, decision));
    expect(issues(await run(decideObjection, { ...decision, version: "2" }))).toEqual(["null:alreadyDone"]);
    await expect(db.objection.update({ where: { id: objectionId }, data: { statement: "别的" } })).rejects.toThrow();
    await expect(db.objection.update({ where: { id: objectionId }, data: { state: "granted" } })).rejects.toThrow();
    await expect(db.objection.delete({ where: { id: objectionId } })).rejects.toThrow();
  });
  it("is taken back only while it is open", async () => {
    const { place, run } = await posted();
    const { objectionId } = valueOf(await run(recordObjection, asked(place)));
    valueOf(await run(withdrawObjection, { objectionId, version: "1", reason: "3月17日当面表示撤回" }));
    expect((await objectionsOf(db, place.electionId)).map((one) => one.state)).toEqual(["withdrawn"]);
    expect(issues(await run(withdrawObjection, { objectionId, version: "2", reason: "再次" }))).toEqual(["null:alreadyDone"]);
  });
  it("belongs to the desk: authorities, observers, tellers and other villages' chairs are refused", async () => {
    const { place, run } = await posted();
    const { objectionId } = valueOf(await run(recordObjection, asked(place)));
    for (const role of ["townshipOfficer", "guide", "observer", "teller", "countyReader", "administrator"] as const) {
      expect(issues(await run(recordObjection, asked(place, { about: "张国强" }), "2026-03-17", role)), role).toEqual(["forbidden"]);
      expect(issues(await run(decideObjection, { objectionId, version: "1", decision: "granted", decisionReason: "已迁出" }, "2026-03-17", role)), role).toEqual(["forbidden"]);
    }
    expect(issues(await run(decideObjection, { objectionId, version: "1", decision: "granted", decisionReason: "已迁出" }, "2026-03-17", "registrar"))).toEqual(["forbidden"]);
    const foreign = await (await openCase(db)).person("committeeChair");
    const context = { db, actor: foreign, clock: () => new Date("2026-03-17T02:00:00Z") };
    expect(issues(await decideObjection.run(context, { objectionId, version: "1", decision: "granted", decisionReason: "已迁出" }))).toEqual(["forbidden"]);
    expect(issues(await recordObjection.run(context, asked(place)))).toEqual(["forbidden"]);
  });
});

describe("an objection sent from the public page", () => {
  const sent = { asks: "add" as const, about: "孙小妹", aboutGroup: 5, statement: "常住本村，漏登。", objector: "孙大山", contactWay: "13900000000" };
  it("R-09: is received today under the same rules, and the desk has it at once with the day of its decision", async () => {
    const { place } = await posted();
    const result = valueOf(await sendObjection(db, new Date("2026-03-17T02:00:00Z"), place.electionId, sent));
    expect(result).toEqual({ number: 1, decideUntil: "2026-03-20" });
    expect((await objectionsOf(db, place.electionId))[0]).toMatchObject({ via: "public", receivedOn: "2026-03-17", state: "open", contact: "13900000000" });
    expect(issues(await sendObjection(db, new Date("2026-03-17T03:00:00Z"), place.electionId, { ...sent, asks: "remove", about: "没有此人" }))).toEqual(["about:notOnList"]);
    expect(stops(await sendObjection(db, new Date("2026-03-24T02:00:00Z"), place.electionId, sent))).toEqual(["objectionTooLate:error"]);
  });
  it("leaves an entry in the election's chain that names nobody", async () => {
    const { place } = await posted();
    valueOf(await sendObjection(db, new Date("2026-03-17T02:00:00Z"), place.electionId, sent));
    const entry = await db.ledgerEntry.findFirstOrThrow({ where: { scope: `election:${place.electionId}`, command: "roll.objection.send" } });
    expect([entry.actor, entry.payload.includes("孙"), entry.payload.includes("139")]).toEqual(["public", false, false]);
  });
});

describe("the notice of decisions (4-2)", () => {
  it("R-10: tells every decision once, without the objector's name or the reasons", async () => {
    const { place, run } = await posted();
    await db.committeeMember.create({ data: { id: place.electionId, electionId: place.electionId, name: "江守正", sex: "male", position: "chair", votes: 30, rank: 1, state: "serving" } });
    const first = valueOf(await run(recordObjection, asked(place)));
    const second = valueOf(await run(recordObjection, asked(place, { about: "李秀英", asks: "correct", statement: "名字应为李秀瑛。" })));
    expect(issues(await run(issueObjectionDecisions, { electionId: place.electionId }))).toEqual(["null:notReady"]);
    valueOf(await run(decideObjection, { objectionId: first.objectionId, version: "1", decision: "refused", decisionReason: "户口仍在本村，本人常住。" }));
    const accept = { acceptances: { noticeOutOfOrder: "名单已张贴", noticeLate: "收到后即处理" } };
    const issued = valueOf(await run(issueObjectionDecisions, { electionId: place.electionId, ...accept }));
    const paper = JSON.stringify((await db.notice.findUniqueOrThrow({ where: { id: issued.noticeId } })).data);
    expect([issued.number, paper.includes("王建国"), paper.includes("申诉不成立"), paper.includes("赵大山"), paper.includes("常住")]).toEqual(["4-2", true, true, false, false]);
    expect(await objectionFacts(db, place.electionId)).toMatchObject({ unannounced: 0, open: 1 });
    valueOf(await run(decideObjection, { objectionId: second.objectionId, version: "1", decision: "granted", decisionReason: "户口簿为李秀瑛。" }));
    const further = valueOf(await run(issueObjectionDecisions, { electionId: place.electionId, ...accept }));
    const next = await db.notice.findUniqueOrThrow({ where: { id: further.noticeId } });
    expect([further.number, next.correctsId, JSON.stringify(next.data).includes("王建国")]).toEqual(["4-3", null, false]);
    for (const role of ["townshipOfficer", "registrar", "observer"] as const) expect(issues(await run(issueObjectionDecisions, { electionId: place.electionId }, "2026-03-17", role)), role).toEqual(["forbidden"]);
  });
});

describe("a granted objection", () => {
  it("is carried out by the change of the roll that it asks for, and told in the supplement", async () => {
    const { place, ids, run } = await posted();
    const { objectionId } = valueOf(await run(recordObjection, asked(place)));
    const item = { code: "objections", count: 1, page: "roll/objections" };
    expect(await rollItems(db, place.electionId)).toEqual([{ ...item, until: "2026-03-20" }]);
    valueOf(await run(decideObjection, { objectionId, version: "1", decision: "granted", decisionReason: "户口已迁出。" }));
    expect(await rollItems(db, place.electionId)).toEqual([{ ...item, until: null }]);
    expect(await objectionFacts(db, place.electionId)).toMatchObject({ open: 0, notCarriedOut: [1], unannounced: 1 });
    const entry = await db.rollEntry.findUniqueOrThrow({ where: { id: ids[2] ?? "" } });
    valueOf(await run(excludeEntry, { entryId: entry.id, version: String(entry.version), exclusion: "movedOut", note: "第1件申诉" }));
    expect(await objectionFacts(db, place.electionId)).toMatchObject({ notCarriedOut: [] });
    expect(await rollItems(db, place.electionId)).toEqual([{ ...item, until: null }, { code: "supplement", count: 1, page: "roll/publish" }]);
    expect(await db.rollChange.findFirstOrThrow({ where: { rollEntryId: entry.id } })).toMatchObject({ kind: "remove", objectionId });
  });
  it("to add somebody unknown is tied to the person once he is on the roll", async () => {
    const { place, run } = await posted();
    const { objectionId } = valueOf(await run(recordObjection, asked(place, { asks: "add", about: "孙小妹", aboutGroup: "5", statement: "常住本村，漏登。" })));
    valueOf(await run(decideObjection, { objectionId, version: "1", decision: "granted", decisionReason: "经核实漏登。" }));
    const added = valueOf(await run(addEntry, { electionId: place.electionId, name: "孙小妹", sex: "female", bornOn: "1990-02-03", groupNumber: "5", category: "1", idNumber: "", paperName: "", ethnicity: "", relation: "", householdNumber: "", takesPart: "unknown", remarks: "", reason: "第1件申诉" }));
    expect((await objectionsOf(db, place.electionId))[0]).toMatchObject({ carriedOut: true, rollEntryId: added.entryId });
  });
  it("is carried out as well where the roll was mended before the decision", async () => {
    const { place, ids, run } = await posted();
    const { objectionId } = valueOf(await run(recordObjection, asked(place)));
    const entry = await db.rollEntry.findUniqueOrThrow({ where: { id: ids[2] ?? "" } });
    valueOf(await run(excludeEntry, { entryId: entry.id, version: String(entry.version), exclusion: "movedOut", note: "核实迁出" }));
    valueOf(await run(decideObjection, { objectionId, version: "1", decision: "granted", decisionReason: "户口已迁出。" }));
    expect((await objectionsOf(db, place.electionId))[0]).toMatchObject({ carriedOut: true });
  });
  it("R-09: a person told of in a supplement may be objected to for five days from the supplement", async () => {
    const { place, run } = await posted();
    await db.notice.create({ data: { id: "00000000-0000-4000-8000-000000000001", electionId: place.electionId, number: "4", code: "voterList", title: "名单", issuer: "x", issuedOn: "2026-03-16", issuedAt: new Date("2026-03-16T02:00:00Z"), document: "notice", data: {}, fingerprint: "x", pdfSha256: "x" } });
    valueOf(await run(addEntry, { electionId: place.electionId, name: "孙小妹", sex: "female", bornOn: "1990-02-03", groupNumber: "5", category: "1", idNumber: "", paperName: "", ethnicity: "", relation: "", householdNumber: "", takesPart: "unknown", remarks: "", reason: "漏登" }, "2026-03-25"));
    valueOf(await run(supplementRoll, { electionId: place.electionId }, "2026-03-25"));
    expect(stops(await run(recordObjection, asked(place, { receivedOn: "2026-03-30" }), "2026-03-30"))).toEqual(["objectionTooLate:error"]);
    expect(valueOf(await run(recordObjection, asked(place, { about: "孙小妹", receivedOn: "2026-03-30" }), "2026-03-30"))).toMatchObject({ number: 1 });
  });
});
