import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrangePolling, decideSeats, memberLeaves, recordCommittee } from "#lib/committee/commands.ts";
import { issueCommittee, issueCommitteeChange, issueElectionDay, issueNominationMethod, issueRegistration } from "#lib/committee/notices.ts";
import { committeeView } from "#lib/committee/queries.ts";
import { execute } from "#lib/platform/command.ts";
import type { Actor } from "#lib/access/actor.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { committeeInput, seatsInput } from "#tests/support/committee.ts";

let base: TestDatabase;
let one: TestCase;
let chair: Actor;
beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(() => base.close());

const clock = () => new Date("2026-03-14T02:00:00Z");
const context = (actor: Actor | null = chair, requestId?: string) => ({ db: base.db, actor, clock, requestId });
const start = async () => {
  one = await openCase(base.db);
  await base.db.election.update({ where: { id: one.electionId }, data: { auditPublishedOn: "2026-03-01" } });
  chair = await one.person("committeeChair", "陈立群");
};
const viewed = async () => {
  const view = await committeeView(base.db, one.electionId);
  if (view === null) throw new Error("no view");
  return view;
};

test("a committee chosen by representatives is recorded in the order of votes, and notices 2, 3 and 7 go out", async () => {
  await start();
  expect(await execute(recordCommittee, context(), committeeInput(one.electionId, "1"))).toMatchObject({ ok: true });
  const view = await viewed();
  expect(view.members.map((member) => [member.name, member.position, member.votes])).toEqual([
    ["江国平", "chair", 48], ["林秀英", "viceChair", 45], ["周建设", "member", 41], ["吴桂兰", "member", 40], ["郑卫东", "member", 38], ["何志明", "reserve", 22], ["马兰", "reserve", 19],
  ]);
  expect(await execute(decideSeats, context(), seatsInput(one.electionId, String(view.version)))).toMatchObject({ ok: true });
  const polling = { electionId: one.electionId, version: String(view.version + 1), mainVenue: "村文化礼堂", countingPlace: "村文化礼堂", pollingFrom: "08:00", pollingTo: "16:00" };
  expect(await execute(arrangePolling, context(), polling)).toMatchObject({ ok: true });
  const arrangement = { electionId: one.electionId, from: "2026-03-16", until: "2026-03-20", place: "村委会", contact: "江国平 13800000000" };
  for (const [command, input, number] of [
    [issueCommittee, { electionId: one.electionId, signedBy: "梁守田" }, "2"],
    [issueRegistration, arrangement, "3"],
    [issueNominationMethod, arrangement, "7"],
  ] as const) {
    expect(await command.run(context(), input)).toMatchObject({ ok: true, value: { number } });
  }
});

test("a double click on a legal act issues one notice and gives both clicks the same answer", async () => {
  await start();
  const officer = await one.person("townshipOfficer");
  const requestId = randomUUID();
  const [first, second] = await Promise.all([0, 1].map(() => issueElectionDay.run(context(officer, requestId), { electionId: one.electionId })));
  expect(first).toMatchObject({ ok: true, value: { number: "1" } });
  expect(second).toEqual(first);
  expect(await issueElectionDay.run(context(officer), { electionId: one.electionId })).toMatchObject({ ok: false, error: { issues: [{ code: "alreadyDone" }] } });
  expect(await base.db.notice.count({ where: { electionId: one.electionId } })).toBe(1);
});

test("two people save the same committee: the second is told, and the first one's stands", async () => {
  await start();
  const other = await one.person("committeeMember");
  expect(await execute(recordCommittee, context(), committeeInput(one.electionId, "1"))).toMatchObject({ ok: true });
  expect(await execute(recordCommittee, context(other), committeeInput(one.electionId, "1", { place: "别处" }))).toEqual({ ok: false, error: { kind: "conflict" } });
});

test("votes above those present, and too few present, are refused", async () => {
  await start();
  const many = committeeInput(one.electionId, "1");
  const members = many.members.map((member, index) => (index === 0 ? { ...member, votes: "55" } : member));
  expect(await execute(recordCommittee, context(), { ...many, members })).toMatchObject({ ok: false, error: { kind: "invalid", issues: [{ field: "members.0.votes", code: "aboveBallots" }] } });
  expect(await execute(recordCommittee, context(), { ...many, present: "35", members: many.members.map((member) => (member.name === "" ? member : { ...member, votes: "20" })), acceptances: { committeeTie: "按会议确定的次序" } })).toMatchObject({ ok: false, error: { kind: "findings" } });
  expect(await execute(recordCommittee, context(), { ...many, present: "55" })).toMatchObject({ ok: false, error: { issues: [{ field: "present", code: "aboveEntitled" }] } });
});

test("a script in a name is kept as text, 40 characters are a name, and 51 or a control character are refused at their row", async () => {
  await start();
  const input = committeeInput(one.electionId, "1");
  const named = (name: string) => ({ ...input, members: input.members.map((member, index) => (index === 2 ? { ...member, name } : member)) });
  expect(await execute(recordCommittee, context(), named("赵\u202e钱"))).toMatchObject({ ok: false, error: { issues: [{ field: "members.2.name", code: "invalidCharacters" }] } });
  expect(await execute(recordCommittee, context(), named("长".repeat(51)))).toMatchObject({ ok: false, error: { issues: [{ field: "members.2.name", code: "tooLongText" }] } });
  const script = "<script>alert(1)</script>";
  expect(await execute(recordCommittee, context(), named(script))).toMatchObject({ ok: true });
  expect((await viewed()).members.some((member) => member.name === script)).toBe(true);
  const long = "阿卜杜热合曼·".repeat(5) + "买买提艾力";
  expect(Array.from(long).length).toBe(40);
  expect(await execute(recordCommittee, context(), { ...named(long), version: "2" })).toMatchObject({ ok: true });
  expect(await issueCommittee.run(context(), { electionId: one.electionId, signedBy: "梁守田" })).toMatchObject({ ok: true });
});

test("a warning passes only with a reason, and the ledger keeps a commitment to it, no words", async () => {
  await start();
  const input = committeeInput(one.electionId, "1");
  const men = { ...input, members: input.members.map((member) => ({ ...member, sex: "male" })) };
  expect(await execute(recordCommittee, context(), men)).toMatchObject({ ok: false, error: { kind: "findings", findings: [{ code: "committeeNoWoman" }] } });
  expect(await execute(recordCommittee, context(), { ...men, acceptances: { committeeNoWoman: "会议推选无妇女人选" } })).toMatchObject({ ok: true });
  const entry = await base.db.ledgerEntry.findFirstOrThrow({ where: { scope: `election:${one.electionId}` }, orderBy: { sequence: "desc" } });
  expect(entry.payload).toContain("committeeNoWoman");
  expect(entry.payload).not.toMatch(/妇女人选|江国平/);
});

test("a member leaves: the first reserve steps in, notice 2-1 is due once and says so", async () => {
  await start();
  await execute(recordCommittee, context(), committeeInput(one.electionId, "1"));
  await issueCommittee.run(context(), { electionId: one.electionId, signedBy: "梁守田" });
  const leaving = (await viewed()).members.find((member) => member.name === "江国平");
  expect(await execute(memberLeaves, context(), { memberId: leaving?.id ?? "", reason: "resigned", leftOn: "2026-03-14" })).toMatchObject({ ok: true });
  const view = await viewed();
  expect(view.changeDue).toBe(true);
  expect(view.members.filter((member) => member.state === "serving").map((member) => [member.name, member.position])).toEqual([
    ["林秀英", "chair"], ["周建设", "viceChair"], ["吴桂兰", "member"], ["郑卫东", "member"], ["何志明", "member"],
  ]);
  expect(await issueCommitteeChange.run(context(), { electionId: one.electionId })).toMatchObject({ ok: true, value: { number: "2-1" } });
  expect((await viewed()).changeDue).toBe(false);
  const paper = await base.db.notice.findFirstOrThrow({ where: { electionId: one.electionId, number: "2-1" } });
  expect(JSON.stringify(paper.data)).toContain("由何志明递补");
  expect(await issueCommitteeChange.run(context(), { electionId: one.electionId })).toMatchObject({ ok: false, error: { issues: [{ code: "notReady" }] } });
});

test("ids of another election answer like missing ones, and the township cannot write", async () => {
  await start();
  await execute(recordCommittee, context(), committeeInput(one.electionId, "1"));
  const member = (await viewed()).members[0]?.id ?? "";
  const otherCase = await openCase(base.db);
  const stranger = await otherCase.person("committeeChair");
  expect(await execute(memberLeaves, context(stranger), { memberId: member, reason: "other", leftOn: "2026-03-14" })).toEqual({ ok: false, error: { kind: "forbidden" } });
  expect(await execute(recordCommittee, context(stranger), committeeInput(one.electionId, "2"))).toEqual({ ok: false, error: { kind: "forbidden" } });
  const officer = await one.person("townshipOfficer");
  expect(await execute(recordCommittee, context(officer), committeeInput(one.electionId, "2"))).toEqual({ ok: false, error: { kind: "forbidden" } });
  expect(await issueElectionDay.run(context(null), { electionId: one.electionId })).toEqual({ ok: false, error: { kind: "signedOut" } });
});
