import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import { ballotPaper } from "#lib/ballot/papers.ts";
import { issueBallotRules, issuePollingPlaces, issueProxies, issueStaff } from "#lib/ballot/notices.ts";
import { closeStation, closeVote, openVote } from "#lib/ballot/polling-commands.ts";
import { recordPrintRun, setStaff, setStations, supplyStations } from "#lib/ballot/preparation-commands.ts";
import { addProxy, withdrawProxy } from "#lib/ballot/proxy-commands.ts";
import { proxiesOf, voteOverview, type VoteOverview } from "#lib/ballot/queries.ts";
import { renderDocument } from "#lib/documents/render.ts";
import { execute, type Command } from "#lib/platform/command.ts";
import type { Json } from "#lib/platform/canonical.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import type { Result } from "#lib/platform/result.ts";
import type { z } from "zod";
import { openCountCase, type CountCase } from "#tests/support/count-case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { codes } from "#tests/support/outcome.ts";
import { pdfText } from "#tests/support/pdf.ts";

let base: TestDatabase;
let one: CountCase;
let chair: Actor;

beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(() => base.close());

const votingDay = "2026-04-18";

/** A case whose candidates are published and whose voting is not yet prepared. */
beforeEach(async () => {
  one = await openCountCase(base.db, { papers: 1, registered: 12 });
  chair = one.people.chair;
  const { electionId, voteId } = one;
  await base.db.stationAccount.deleteMany({ where: { voteId } });
  await base.db.station.deleteMany({ where: { electionId } });
  const list = { electionDay: votingDay, publishedOn: "2026-03-20", publishedAt: new Date("2026-03-20T01:00:00Z"), total: 12, men: 8, women: 4, byGroup: {}, sha256: "" };
  await base.db.rollVersion.create({ data: { id: randomUUID(), electionId, number: 1, ...list } });
  await base.db.vote.update({ where: { id: voteId }, data: { state: "preparing", registered: null } });
  await base.db.election.update({ where: { id: electionId }, data: { auditPublishedOn: "2026-03-01", pollingFrom: "08:00", pollingTo: "16:00", countingPlace: "村文化礼堂", method: "candidates" } });
});

function run<Input extends z.ZodType, Output extends Json>(command: Command<Input, Output>, input: z.input<Input>, actor: Actor | null = chair, day = votingDay): Promise<Result<Output, Refusal>> {
  return execute(command, { db: base.db, actor, clock: () => new Date(`${day}T01:00:00Z`) }, input);
}

async function now(): Promise<VoteOverview> {
  const view = await voteOverview(base.db, one.electionId, one.voteId);
  if (view === null) throw new Error("no vote");
  return view;
}


async function prepare(): Promise<void> {
  const election = await base.db.election.findUniqueOrThrow({ where: { id: one.electionId }, select: { version: true } });
  const stations = [{ name: "中心会场", place: "村文化礼堂", groups: "1、2" }, { name: "东站", place: "东头小学", groups: "3-4" }];
  expect(await run(setStations, { electionId: one.electionId, version: election.version, stations, acceptances: {} })).toMatchObject({ ok: true });
  expect(await run(recordPrintRun, { voteId: one.voteId, version: (await now()).version, colour: "粉红色", quantity: "30", printedOn: "2026-04-15", acceptances: {} })).toMatchObject({ ok: true });
  const view = await now();
  const supplies = view.stations.map((station) => ({ stationId: station.id, received: "10" }));
  expect(await run(supplyStations, { voteId: one.voteId, version: view.version, supplies })).toMatchObject({ ok: true });
  expect(await run(issuePollingPlaces, { electionId: one.electionId, acceptances: {} })).toMatchObject({ ok: true });
}

const open = async (acceptances: Record<string, string> = {}, day = votingDay): Promise<Result<unknown, Refusal>> =>
  run(openVote, { voteId: one.voteId, version: (await now()).version, acceptances }, chair, day);

describe("stations", () => {
  it("refuse a group at two stations and warn of groups without one", async () => {
    const { version } = await base.db.election.findUniqueOrThrow({ where: { id: one.electionId }, select: { version: true } });
    const set = (groups: readonly [string, string], acceptances: Record<string, string> = {}) =>
      run(setStations, { electionId: one.electionId, version, stations: groups.map((text, place) => ({ name: `站${place}`, place: "某处", groups: text })), acceptances });
    expect(codes(await set(["1、2", "2-4"]))).toEqual(["groupTwice"]);
    expect(codes(await set(["1、2", "3"]))).toEqual(["groupsNotAssigned"]);
    expect(codes(await set(["1、x", ""]))).toEqual(["invalidGroups"]);
    expect((await set(["1、2", "3"], { groupsNotAssigned: "第四组到中心会场投票" })).ok).toBe(true);
  });

  it("give a conflict to whoever saves what somebody else has changed", async () => {
    await prepare();
    expect(codes(await run(setStations, { electionId: one.electionId, version: 1, stations: [{ name: "甲", place: "乙", groups: "" }], acceptances: {} }))).toEqual(["conflict"]);
  });
});

describe("ballots", () => {
  it("are never handed out beyond what was printed", async () => {
    await prepare();
    const view = await now();
    const supplies = view.stations.map((station) => ({ stationId: station.id, received: "16" }));
    expect(codes(await run(supplyStations, { voteId: one.voteId, version: view.version, supplies }))).toEqual(["moreReceivedThanPrinted"]);
  });

  it("fewer than voters need a reason", async () => {
    const short = { voteId: one.voteId, version: (await now()).version, colour: "白色", quantity: "3", printedOn: "2026-04-15" };
    expect(codes(await run(recordPrintRun, { ...short, acceptances: {} }))).toEqual(["printedTooFew"]);
    expect((await run(recordPrintRun, { ...short, acceptances: { printedTooFew: "其余明日加印" } })).ok).toBe(true);
  });

  it("carry all offices, candidates in order and the filling rules on one sheet", async () => {
    const paper = await renderDocument("ballot", ballotPaper(await now(), { village: "江家庄村", term: "第十三届" }, "粉红色"), { createdAt: new Date(0) });
    const text = paper.ok ? await pdfText(paper.value) : "";
    for (const words of ["主任", "副主任", "委员", "陈立", "欧阳志", "孙福贵", "另选他人", "应选3人"]) expect(text).toContain(words);
  });

  it("add up at each station, in the program and in the database", async () => {
    await prepare();
    expect((await open()).ok).toBe(true);
    const account = (await now()).stations[0]?.account;
    const close = (left: string) => run(closeStation, { accountId: account?.id ?? "", version: account?.version ?? 0, issued: "6", spoiled: "1", left, returned: "6" });
    expect(codes(await close("4"))).toEqual(["ballotSumsDiffer"]);
    expect((await close("3")).ok).toBe(true);
    await expect(base.db.stationAccount.update({ where: { id: account?.id ?? "" }, data: { left: 9 } })).rejects.toThrow();
  });
});

describe("polling staff", () => {
  it("refuse a candidate and a candidate's near relative", async () => {
    const [candidate, relative] = [one.villagers[0], one.villagers.find((villager) => villager.name === "郑海")];
    if (candidate === undefined || relative === undefined) throw new Error("no people");
    const [entryA, entryB] = [candidate.id, relative.id].toSorted();
    await base.db.kinship.create({ data: { id: randomUUID(), electionId: one.electionId, entryA: entryA ?? "", entryB: entryB ?? "", relation: "sibling" } });
    const set = async (person: string) => run(setStaff, { voteId: one.voteId, version: (await now()).version, staff: [{ role: "teller", person }] });
    expect(codes(await set(candidate.name))).toEqual(["staffConflict"]);
    expect(codes(await set("郑海"))).toEqual(["staffConflict"]);
    expect((await set("冯秀英")).ok).toBe(true);
    expect((await run(issueStaff, { electionId: one.electionId, acceptances: {} })).ok).toBe(true);
  });
});

describe("proxies", () => {
  const give = (principal: string, holder: string, day = "2026-04-16") => run(addProxy, { voteId: one.voteId, principal, holder, reason: "外出务工", relation: "villager" }, chair, day);

  it("stop at three for one holder, in the program and in the database", async () => {
    await base.db.candidate.deleteMany({ where: { contest: { voteId: one.voteId, contest: "member" } } });
    for (const principal of ["赵玉梅", "周强", "孙福贵"]) expect((await give(principal, "冯秀英")).ok).toBe(true);
    expect(codes(await give("吴霞", "冯秀英"))).toEqual(["proxyCap"]);
    const holder = one.villagers.find((villager) => villager.name === "冯秀英");
    const fourth = { id: randomUUID(), electionId: one.electionId, voteId: one.voteId, principalId: randomUUID(), holderId: holder?.id ?? "", reason: "x", relation: "villager", state: "approved", approvedAt: new Date(0) };
    await expect(base.db.proxy.create({ data: fourth })).rejects.toThrow();
  });

  it("are refused to candidates, to oneself, twice, and for people who are not on the list", async () => {
    expect(codes(await give("冯秀英", "陈立"))).toEqual(["proxyHolderIsCandidate"]);
    expect(codes(await give("冯秀英", "冯秀英"))).toEqual(["samePerson"]);
    expect(codes(await give("冯秀英", "查无此人"))).toEqual(["notOnList"]);
    expect(codes(await give("冯秀英", "王强"))).toEqual(["severalPeople"]);
    expect((await give("冯秀英", "郑海")).ok).toBe(true);
    expect(codes(await give("冯秀英", "王强 4组"))).toContain("proxyPrincipalTwice");
    expect(codes(await give("郑海", "王强 4组"))).toContain("proxyChain");
    expect(codes(await give("陈立", "郑海", votingDay))).toContain("proxyTooLate");
  });

  it("can be withdrawn before the voting and are posted by name", async () => {
    const added = await give("陈立", "郑海");
    const proxyId = added.ok ? added.value.proxyId : "";
    expect((await run(withdrawProxy, { proxyId })).ok).toBe(true);
    expect(await proxiesOf(base.db, one.voteId)).toEqual([]);
    expect((await give("陈立", "郑海")).ok).toBe(true);
    expect((await run(issueProxies, { electionId: one.electionId, acceptances: {} })).ok).toBe(true);
  });
});

describe("the voting", () => {
  it("opens only on its day, with the list of proxies posted and the audit published", async () => {
    await prepare();
    expect(codes(await open({}, "2026-04-17"))).toEqual(["voteNotOnDay"]);
    await run(addProxy, { voteId: one.voteId, principal: "陈立", holder: "郑海", reason: "外出", relation: "villager" }, chair, "2026-04-16");
    expect(codes(await open())).toEqual(["proxyListNotPublished"]);
    await run(issueProxies, { electionId: one.electionId, acceptances: {} });
    await base.db.election.update({ where: { id: one.electionId }, data: { auditPublishedOn: null } });
    expect(codes(await open({ auditNotPublished: "以后再说" }))).toEqual(["auditNotPublished"]);
    await base.db.election.update({ where: { id: one.electionId }, data: { auditPublishedOn: "2026-03-01" } });
    expect((await open()).ok).toBe(true);
    expect(await now()).toMatchObject({ state: "open", registered: 12 });
  });

  it("ends when every station has reported, and names those that have not", async () => {
    await prepare();
    await open();
    const [main, east] = (await now()).stations;
    const report = (station: typeof main) => run(closeStation, { accountId: station?.account?.id ?? "", version: station?.account?.version ?? 0, issued: "5", spoiled: "0", left: "5", returned: "5" });
    const end = async () => run(closeVote, { voteId: one.voteId, version: (await now()).version, acceptances: { printedNotSupplied: "其余十张封存备用" } });
    expect((await report(main)).ok).toBe(true);
    expect(codes(await end())).toContain("accountsOpen");
    expect((await report(east)).ok).toBe(true);
    expect((await end()).ok).toBe(true);
    expect((await now()).state).toBe("closed");
    expect((await run(issueBallotRules, { electionId: one.electionId, acceptances: {}, remark: "" })).ok).toBe(true);
  });

  it("is not the township's to open, and a vote of another village answers like a missing one", async () => {
    const officer = await one.person("townshipOfficer");
    const teller = one.people.tellerLi;
    const stranger = await openCountCase(base.db, { papers: 1, registered: 12 });
    const input = { voteId: one.voteId, version: (await now()).version, acceptances: {} };
    expect(codes(await run(openVote, input, officer))).toEqual(["forbidden"]);
    expect(codes(await run(openVote, input, teller))).toEqual(["forbidden"]);
    expect(codes(await run(openVote, input, stranger.people.chair))).toEqual(["forbidden"]);
    expect(codes(await run(openVote, { ...input, voteId: randomUUID() }))).toEqual(["notFound"]);
    expect(await voteOverview(base.db, stranger.electionId, one.voteId)).toBeNull();
  });
});

describe("every writing of the ballot room", () => {
  it("is refused to the township and to another village's chair", async () => {
    await prepare();
    const added = await run(addProxy, { voteId: one.voteId, principal: "陈立", holder: "郑海", reason: "外出", relation: "villager" }, chair, "2026-04-16");
    const view = await now();
    const [station] = view.stations;
    const [electionId, voteId, version] = [one.electionId, one.voteId, view.version];
    const stranger = (await openCountCase(base.db, { papers: 1, registered: 12 })).people.chair;
    for (const actor of [await one.person("townshipOfficer"), stranger]) {
      const answers = [
        await run(setStations, { electionId, version: 1, stations: [{ name: "甲", place: "乙", groups: "" }], acceptances: {} }, actor),
        await run(setStaff, { voteId, version, staff: [] }, actor),
        await run(recordPrintRun, { voteId, version, colour: "白色", quantity: "30", printedOn: "2026-04-15", acceptances: {} }, actor),
        await run(supplyStations, { voteId, version, supplies: [{ stationId: station?.id ?? "", received: "1" }] }, actor),
        await run(addProxy, { voteId, principal: "冯秀英", holder: "郑海", reason: "外出", relation: "villager" }, actor),
        await run(withdrawProxy, { proxyId: added.ok ? added.value.proxyId : "" }, actor),
        await run(closeStation, { accountId: station?.account?.id ?? "", version: 1, issued: "1", spoiled: "0", left: "0", returned: "1" }, actor),
        await run(closeVote, { voteId, version, acceptances: {} }, actor),
        await run(issuePollingPlaces, { electionId, acceptances: {} }, actor),
      ];
      expect(answers.flatMap((answer) => codes(answer))).toEqual(answers.map(() => "forbidden"));
    }
  });
});
