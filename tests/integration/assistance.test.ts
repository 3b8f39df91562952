import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Actor } from "#lib/access/actor.ts";
import { roamingVotersOf, scribesOf } from "#lib/ballot/assistance-queries.ts";
import { issueProxies, issueRoamingVoters, issueScribes } from "#lib/ballot/notices.ts";
import { openVote } from "#lib/ballot/polling-commands.ts";
import { proxyListOf, proxyNoticeStale, roamingListOf } from "#lib/ballot/posted.ts";
import { setStaff } from "#lib/ballot/preparation-commands.ts";
import { addProxy, withdrawProxy } from "#lib/ballot/proxy-commands.ts";
import { addRoamingVoter, setRoaming, withdrawRoamingVoter } from "#lib/ballot/roaming-commands.ts";
import { addScribe, withdrawScribe } from "#lib/ballot/scribe-commands.ts";
import type { Json } from "#lib/platform/canonical.ts";
import { execute, type Command } from "#lib/platform/command.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import type { Result } from "#lib/platform/result.ts";
import { openCountCase, type CountCase } from "#tests/support/count-case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { makeLawful } from "#tests/support/lawful.ts";
import { codes } from "#tests/support/outcome.ts";

let base: TestDatabase;
let one: CountCase;
let chair: Actor;
beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(() => base.close());

/** A vote in preparation in 浙江, where the township has to agree to roaming boxes and the committee appoints scribes. */
beforeEach(async () => {
  one = await openCountCase(base.db, { papers: 1, registered: 12 });
  chair = one.people.chair;
  const { electionId, voteId } = one;
  await base.db.stationAccount.deleteMany({ where: { voteId } });
  await base.db.rollVersion.create({ data: { id: randomUUID(), electionId, number: 1, electionDay: "2026-04-18", publishedOn: "2026-03-20", publishedAt: new Date("2026-03-20T01:00:00Z"), total: 12, men: 8, women: 4, byGroup: {}, sha256: "" } });
  await base.db.vote.update({ where: { id: voteId }, data: { state: "preparing", registered: null } });
  await base.db.election.update({ where: { id: electionId }, data: { auditPublishedOn: "2026-03-01", method: "candidates", provincePack: "CN-ZJ-2020" } });
  await makeLawful(base.db, one, "ballot");
});

const run = <Input extends z.ZodType, Output extends Json>(command: Command<Input, Output>, input: z.input<Input>, actor: Actor | null = chair, at = "2026-04-14T01:00:00Z"): Promise<Result<Output, Refusal>> =>
  execute(command, { db: base.db, actor, clock: () => new Date(at) }, input);
const version = async (): Promise<number> => (await base.db.vote.findUniqueOrThrow({ where: { id: one.voteId }, select: { version: true } })).version;
const plan = async (over: object = {}) => run(setRoaming, { voteId: one.voteId, version: await version(), boxes: "1", route: "上午九时，北沟", approvedOn: "", approvedBy: "", acceptances: {}, ...over });
const roam = (voter: string, reason: "sick" | "old" | "remote" = "remote", at?: string) => run(addRoamingVoter, { voteId: one.voteId, voter, reason, acceptances: {} }, chair, at);
const write = (voter: string, scribe: string) => run(addScribe, { voteId: one.voteId, voter, scribe, reason: "illiterate" });
const proxy = (principal: string, holder: string, at?: string) => run(addProxy, { voteId: one.voteId, principal, holder, reason: "外出", relation: "nearRelative" }, chair, at);
const staff = async (people: readonly (readonly [role: "scribe" | "roamingScrutineer" | "issuer", person: string])[]) =>
  run(setStaff, { voteId: one.voteId, version: await version(), staff: people.map(([role, person]) => ({ role, person })) });
const roamingStaff = [["roamingScrutineer", "司徒监甲"], ["roamingScrutineer", "司徒监乙"], ["roamingScrutineer", "司徒监丙"]] as const;

describe("roaming boxes", () => {
  it("P-05: go out with the township's approval, three scrutineers and notice 12, which then asks to be issued again after a change", async () => {
    expect(codes(await roam("冯秀英"))).toEqual(["roamingPlanFirst"]);
    expect(codes(await plan({ approvedOn: "2026-04-12" }))).toEqual(["required"]);
    expect(codes(await plan({ approvedOn: "2026-04-15", approvedBy: "河西镇" }))).toEqual(["inFuture"]);
    expect(codes(await plan())).toEqual([]);
    expect(codes(await roam("冯秀英"))).toEqual([]);
    expect(codes(await run(issueRoamingVoters, { electionId: one.electionId, acceptances: {} }))).toEqual(["roamingNotApproved", "roamingStaffTooFew"]);
    expect(codes(await plan({ approvedOn: "2026-04-12", approvedBy: "河西镇选举指导组" }))).toEqual([]);
    expect(codes(await staff(roamingStaff))).toEqual([]);
    expect(await run(issueRoamingVoters, { electionId: one.electionId, acceptances: {} })).toMatchObject({ ok: true, value: { number: "12" } });
    const notice = await base.db.notice.findFirstOrThrow({ where: { electionId: one.electionId, code: "roamingVoters" }, select: { data: true } });
    for (const words of ["冯秀英", "居住偏远", "河西镇选举指导组已同意", "司徒监甲"]) expect(JSON.stringify(notice.data)).toContain(words);
    const vote = { id: one.voteId, electionId: one.electionId };
    expect(await roamingListOf(base.db, vote)).toMatchObject({ count: 1, added: 0, removed: 0 });
    const [line] = await roamingVotersOf(base.db, vote);
    expect(codes(await run(withdrawRoamingVoter, { roamingVoterId: line?.id ?? "" }, chair, "2026-04-15T01:00:00Z"))).toEqual([]);
    expect(codes(await roam("郑海", "remote", "2026-04-15T01:00:00Z"))).toEqual([]);
    expect(await roamingListOf(base.db, vote)).toEqual({ count: 1, posted: { number: "12" }, added: 1, removed: 1 });
    expect(await run(issueRoamingVoters, { electionId: one.electionId, acceptances: {} }, chair, "2026-04-15T02:00:00Z")).toMatchObject({ ok: true, value: { number: "12-1" } });
    const again = await base.db.notice.findFirstOrThrow({ where: { electionId: one.electionId, number: "12-1" }, select: { correctsId: true } });
    expect(again.correctsId).not.toBeNull();
  });

  it("stay while voters are on their list, and close when the polls open", async () => {
    await plan();
    await roam("冯秀英");
    expect(codes(await plan({ boxes: "0", route: "" }))).toEqual(["roamingInUse"]);
    expect(codes(await roam("冯秀英"))).toEqual(["standsTwice"]);
    expect(codes(await roam("查无此人"))).toEqual(["notOnList"]);
    expect(codes(await roam("王强"))).toEqual(["severalPeople"]);
    expect(codes(await roam("陈立", "old"))).toEqual(["roamingReasonNotProvided"]);
    await base.db.vote.update({ where: { id: one.voteId }, data: { state: "open", registered: 12 } });
    expect(codes(await roam("郑海"))).toEqual(["voteStarted"]);
  });
});

describe("one voter, one way to vote", () => {
  it("E-07: a principal gets no roaming box and a roaming box voter gives no proxy, in the program and in the database", async () => {
    await plan();
    expect(codes(await proxy("郑海", "冯秀英"))).toEqual([]);
    expect(codes(await roam("郑海"))).toEqual(["voterTwoWays"]);
    expect(codes(await roam("王强 3组"))).toEqual([]);
    expect(codes(await proxy("王强 3组", "冯秀英"))).toEqual(["voterTwoWays"]);
    const { electionId, voteId } = one;
    const person = one.villagers.find((villager) => villager.name === "郑海");
    const row = { id: randomUUID(), electionId, voteId, rollEntryId: person?.id ?? "", reason: "sick", state: "approved", approvedAt: new Date("2026-04-14T01:00:00Z") };
    await expect(base.db.roamingVoter.create({ data: row })).rejects.toThrow();
  });
});

describe("scribes", () => {
  it("G-32: are appointed, no candidates or their relatives, there themselves, and one for each voter", async () => {
    expect(codes(await write("冯秀英", "司徒书"))).toEqual(["scribeNotAppointed"]);
    expect(codes(await staff([["scribe", "司徒书"], ["scribe", "王强 3组"]]))).toEqual([]);
    expect(codes(await write("冯秀英", "司徒书"))).toEqual([]);
    expect(codes(await write("冯秀英", "王强 3组"))).toEqual(["standsTwice"]);
    expect(codes(await write("郑海", "陈立"))).toEqual(["scribeConflict", "scribeNotAppointed"]);
    expect(codes(await write("王强 3组", "王强 3组"))).toEqual(["samePerson"]);
    expect(codes(await proxy("王强 3组", "冯秀英"))).toEqual([]);
    expect(codes(await write("郑海", "王强 3组"))).toEqual(["scribeAway"]);
    expect(codes(await proxy("冯秀英", "郑海"))).toContain("voterTwoWays");
  });

  it("are posted with notice 14 once somebody has one, not before", async () => {
    expect(codes(await run(issueScribes, { electionId: one.electionId, acceptances: {} }))).toEqual(["notReady"]);
    await staff([["scribe", "司徒书"]]);
    await write("冯秀英", "司徒书");
    expect(await run(issueScribes, { electionId: one.electionId, acceptances: {} })).toMatchObject({ ok: true, value: { number: "14" } });
    const [line] = await scribesOf(base.db, { id: one.voteId, electionId: one.electionId });
    expect(codes(await run(withdrawScribe, { scribeId: line?.id ?? "" }))).toEqual([]);
    expect(await scribesOf(base.db, { id: one.voteId, electionId: one.electionId })).toEqual([]);
  });
});

describe("a proxy withdrawn after notice 13", () => {
  it("E-12: makes the notice out of date, stops the opening, and is mended by a correction of notice 13", async () => {
    const vote = { id: one.voteId, electionId: one.electionId };
    const added = await proxy("冯秀英", "郑海");
    expect(codes(await run(issueProxies, { electionId: one.electionId, acceptances: {} }))).toEqual([]);
    expect(await proxyNoticeStale(base.db, vote)).toBe(false);
    expect(codes(await run(withdrawProxy, { proxyId: added.ok ? added.value.proxyId : "" }, chair, "2026-04-15T01:00:00Z"))).toEqual([]);
    expect(await proxyListOf(base.db, vote)).toEqual({ count: 0, posted: { number: "13" }, added: 0, removed: 1 });
    expect(codes(await run(openVote, { voteId: one.voteId, version: await version(), acceptances: {} }, chair, "2026-04-18T01:00:00Z"))).toContain("proxyListStale");
    expect(await run(issueProxies, { electionId: one.electionId, acceptances: {} }, chair, "2026-04-16T01:00:00Z")).toMatchObject({ ok: true, value: { number: "13-1" } });
    expect(await proxyNoticeStale(base.db, vote)).toBe(false);
    expect(codes(await run(openVote, { voteId: one.voteId, version: await version(), acceptances: {} }, chair, "2026-04-18T01:00:00Z"))).not.toContain("proxyListStale");
  });
});

describe("every writing of these lists", () => {
  it("is refused to the township, to tellers and to another village's chair; the registrar keeps the lists but plans no boxes", async () => {
    const { electionId, voteId } = one;
    await plan();
    const roaming = await roam("冯秀英");
    await staff([["scribe", "司徒书"]]);
    const scribe = await write("郑海", "司徒书");
    const current = await version();
    const stranger = (await openCountCase(base.db, { papers: 1, registered: 12 })).people.chair;
    const planInput = { voteId, version: current, boxes: "2", route: "村里", approvedOn: "", approvedBy: "", acceptances: {} };
    for (const actor of [await one.person("townshipOfficer"), one.people.tellerLi, stranger]) {
      const answers = [
        await run(setRoaming, planInput, actor),
        await run(addRoamingVoter, { voteId, voter: "王强 3组", reason: "remote", acceptances: {} }, actor),
        await run(withdrawRoamingVoter, { roamingVoterId: roaming.ok ? roaming.value.roamingVoterId : "" }, actor),
        await run(addScribe, { voteId, voter: "王强 3组", scribe: "司徒书", reason: "illiterate" }, actor),
        await run(withdrawScribe, { scribeId: scribe.ok ? scribe.value.scribeId : "" }, actor),
        await run(issueRoamingVoters, { electionId, acceptances: {} }, actor),
        await run(issueScribes, { electionId, acceptances: {} }, actor),
      ];
      expect(answers.flatMap((answer) => codes(answer))).toEqual(answers.map(() => "forbidden"));
    }
    const registrar = await one.person("registrar");
    expect(codes(await run(setRoaming, planInput, registrar))).toEqual(["forbidden"]);
    expect(codes(await run(addRoamingVoter, { voteId, voter: "王强 3组", reason: "remote", acceptances: {} }, registrar))).toEqual([]);
  });
});
