import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import { decideSeats, recordCommittee } from "#lib/committee/commands.ts";
import { draftCommitteeChange, issueCommittee } from "#lib/committee/notices.ts";
import { addNominees, changeNominee, recordKinship, recordNomination, vetClear, vetNominee } from "#lib/nomination/commands.ts";
import { recordConsents, withdrawNominee } from "#lib/nomination/standing-commands.ts";
import { publishCandidates } from "#lib/nomination/publish.ts";
import { nominationView } from "#lib/nomination/queries.ts";
import { execute } from "#lib/platform/command.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { committeeInput, seatsInput } from "#tests/support/committee.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { makeLawful } from "#tests/support/lawful.ts";
import { publishList } from "#tests/support/list.ts";

let base: TestDatabase;
let one: TestCase;
let chair: Actor;
let entries: readonly string[];
const names = ["陈立", "王建国", "欧阳志", "周兰", "林秀英", "孙福", "张友旺", "张友旺", "江国平", "江小平", "何志明", "阿卜杜热合曼·买买提"];
beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(() => base.close());

const context = (actor: Actor | null = chair, requestId?: string) => ({ db: base.db, actor, clock: () => new Date("2026-04-08T02:00:00Z"), requestId });
const viewed = async () => {
  const view = await nominationView(base.db, one.electionId);
  if (view === null) throw new Error("no view");
  return view;
};
const row = (person: string, contest: string, votes: string, source = "voters") => ({ person, contest, votes, source });
const add = (nominees: readonly object[], actor = chair) => execute(addNominees, context(actor), { electionId: one.electionId, nominees });

beforeEach(async () => {
  one = await openCase(base.db);
  chair = await one.person("committeeChair");
  entries = await publishList(base.db, one, names.map((name, index) => ({ name, sex: name === "周兰" || name === "林秀英" ? "female" : "male", group: name === "江国平" ? 3 : name === "林秀英" ? 1 : name === "何志明" ? 6 : (index % 8) + 1, bornOn: `19${60 + index}-03-04` })));
  await execute(recordCommittee, context(), committeeInput(one.electionId, "1"));
  await execute(decideSeats, context(), seatsInput(one.electionId, "2"));
  await issueCommittee.run(context(), { electionId: one.electionId, signedBy: "梁守田" });
  await makeLawful(base.db, one, "nomination");
  await execute(recordNomination, context(), { electionId: one.electionId, version: "3", heldOn: "2026-04-05", place: "村文化礼堂", ballots: "10" });
});

const full = [
  row("陈立", "chair", "9"), row("王建国", "chair", "7"), row("欧阳志", "viceChair", "8"), row("孙福", "viceChair", "6"),
  row("周兰", "member", "9"), row("张友旺 7组", "member", "8"), row("江小平", "member", "7"), row("abdrhm", "member", ""),
];

async function listReady(): Promise<void> {
  const rows = [...full.slice(0, 7), row("阿卜杜热合曼·买买提", "member", "5")];
  expect(await add(rows)).toMatchObject({ ok: true });
  const view = await viewed();
  expect(await execute(vetClear, context(), { electionId: one.electionId, nominees: view.nominees.map((nominee) => nominee.id), vettedBy: "镇联审小组", vettedOn: "2026-04-07", confirmed: "yes" })).toMatchObject({ ok: true });
  expect(await agree()).toMatchObject({ ok: true });
}

/** Everybody still running who has not answered agrees in writing. */
async function agree() {
  const open = (await viewed()).nominees.filter((nominee) => nominee.consent === null && nominee.state !== "withdrawn" && nominee.state !== "barred");
  return execute(recordConsents, context(), { electionId: one.electionId, nominees: open.map((nominee) => nominee.id), consentOn: "2026-04-07" });
}
const publish = async (over: object = {}, requestId?: string) => execute(publishCandidates, context(chair, requestId), { electionId: one.electionId, version: String((await viewed()).version), order: "votes", ...over });

test("nominees by votes become candidates with notice 9, and the first vote stands with its contests in the list's order", async () => {
  await listReady();
  expect(await publish()).toMatchObject({ ok: true, value: { number: "9" } });
  const vote = await base.db.vote.findFirstOrThrow({ where: { electionId: one.electionId }, select: { kind: true, number: true, heldOn: true, state: true, contests: { orderBy: { ordinal: "asc" }, select: { contest: true, seats: true, candidates: { orderBy: { ordinal: "asc" }, select: { name: true } } } } } });
  expect(vote).toMatchObject({ kind: "regular", number: 1, heldOn: "2026-04-18", state: "preparing" });
  expect(vote.contests.map((contest) => [contest.contest, contest.seats, contest.candidates.map((candidate) => candidate.name)])).toEqual([
    ["chair", 1, ["陈立", "王建国"]], ["viceChair", 1, ["欧阳志", "孙福"]], ["member", 3, ["周兰", "张友旺", "江小平", "阿卜杜热合曼·买买提"]],
  ]);
});

test("a name that fits two people, or nobody on the list, or a person of another village's list is told at its row", async () => {
  const other = await openCase(base.db);
  await publishList(base.db, other, [{ name: "外村人" }]);
  expect(await add([row("张友旺", "chair", "3"), row("", "chair", ""), row("外村人", "chair", "3")])).toMatchObject({
    ok: false,
    error: { kind: "invalid", issues: [{ field: "nominees.0.person", code: "severalPeople" }, { field: "nominees.2.person", code: "notOnList" }] },
  });
  expect(await add([row("欧阳志", "chair", "3"), row("wangjianguo", "chair", "2")])).toMatchObject({ ok: true });
});

test("votes above the nomination ballots, an office twice and a script in a name are refused", async () => {
  expect(await add([row("陈立", "chair", "11")])).toMatchObject({ ok: false, error: { issues: [{ field: "nominees.0.votes", code: "aboveBallots" }] } });
  expect(await add([row("陈立", "chair", "5"), row("陈立", "chair", "5")])).toMatchObject({ ok: false, error: { issues: [{ field: "nominees.1.person", code: "standsTwice" }] } });
  expect(await add([row("<script>alert(1)</script>", "chair", "5")])).toMatchObject({ ok: false, error: { issues: [{ code: "notOnList" }] } });
  expect(await add([row("陈立", "chair", "")])).toMatchObject({ ok: false, error: { issues: [{ field: "nominees.0.votes", code: "required" }] } });
  expect(await add([])).toMatchObject({ ok: false, error: { issues: [{ code: "required" }] } });
});

test("a committee member who is nominated leaves in the same step, a reserve steps in, and notice 2-1 falls due", async () => {
  expect(await add([row("江国平", "chair", "6")])).toMatchObject({ ok: true, value: { left: 1 } });
  const members = await base.db.committeeMember.findMany({ where: { electionId: one.electionId }, orderBy: { rank: "asc" }, select: { name: true, state: true, leftReason: true, position: true } });
  expect(members[0]).toEqual({ name: "江国平", state: "left", leftReason: "nominated", position: "chair" });
  expect(members.find((member) => member.name === "何志明")?.state).toBe("serving");
  const draft = await draftCommitteeChange(base.db, one.electionId);
  expect(JSON.stringify(draft?.body)).toContain("江国平因本人被提名为村民委员会成员候选人");
  expect((await viewed()).committeeChangeDue).toBe(true);
});

test("a committee member whose near relative is nominated leaves once the kinship is recorded, whichever comes first", async () => {
  expect(await add([row("江小平", "chair", "6")])).toMatchObject({ ok: true, value: { left: 0 } });
  expect(await execute(recordKinship, context(), { electionId: one.electionId, first: "江国平", second: "江小平", relation: "parentChild" })).toMatchObject({ ok: true, value: { left: 1 } });
  expect(await execute(recordKinship, context(), { electionId: one.electionId, first: "江小平", second: "江国平", relation: "parentChild" })).toMatchObject({ ok: false, error: { issues: [{ code: "standsTwice" }] } });
  expect(await execute(recordKinship, context(), { electionId: one.electionId, first: "何志明", second: "王建国", relation: "sibling" })).toMatchObject({ ok: true, value: { left: 0 } });
  expect(await add([row("王建国", "member", "4")])).toMatchObject({ ok: true, value: { left: 1 } });
  const left = await base.db.committeeMember.findMany({ where: { electionId: one.electionId, state: "left" }, orderBy: { rank: "asc" }, select: { name: true, leftReason: true } });
  expect(left).toEqual([{ name: "江国平", leftReason: "relativeNominated" }, { name: "何志明", leftReason: "relativeNominated" }]);
});

test("each bar of the law needs an answer, a bar needs its ground, and a barred person is off the list and refilled by votes", async () => {
  await listReady();
  await add([row("张友旺 8组", "member", "4")]);
  const target = (await viewed()).nominees.find((nominee) => nominee.person.name === "周兰");
  if (target === undefined) throw new Error("no nominee");
  const input = { nomineeId: target.id, version: String(target.version), vettedBy: "镇联审小组", vettedOn: "2026-04-08", ground: "" };
  const clear = { expelledFromParty: "no", criminalPunishment: "no", clanOrGangForces: "no", illegalReligiousOrCult: "no" } as const;
  expect(await execute(vetNominee, context(), { ...input, bars: { expelledFromParty: "no" } })).toMatchObject({ ok: false, error: { issues: [{ field: "bars.criminalPunishment" }, {}, {}] } });
  expect(await execute(vetNominee, context(), { ...input, bars: { ...clear, criminalPunishment: "yes" } })).toMatchObject({ ok: false, error: { issues: [{ field: "ground", code: "required" }] } });
  expect(await execute(vetNominee, context(), { ...input, ground: "法院判决书", bars: { ...clear, criminalPunishment: "yes" } })).toMatchObject({ ok: true });
  const entry = await base.db.ledgerEntry.findFirstOrThrow({ where: { scope: `election:${one.electionId}` }, orderBy: { sequence: "desc" } });
  expect(entry.payload).not.toMatch(/criminalPunishment|判决/);
  expect(await add([row("周兰", "chair", "3")])).toMatchObject({ ok: false, error: { issues: [{ code: "personBarred" }] } });
  expect(await publish()).toMatchObject({ ok: false, error: { kind: "findings" } });
  const late = (await viewed()).nominees.filter((nominee) => nominee.vetting === null).map((nominee) => nominee.id);
  await execute(vetClear, context(), { electionId: one.electionId, nominees: late, vettedBy: "镇联审小组", vettedOn: "2026-04-08", confirmed: "yes" });
  await agree();
  expect(await publish({ acceptances: { candidateNoWoman: "没有其他妇女被提名" } })).toMatchObject({ ok: true });
  const members = await base.db.candidate.findMany({ where: { electionId: one.electionId, contest: { contest: "member" } }, orderBy: { ordinal: "asc" }, select: { name: true, rollEntryId: true } });
  expect(members.map((member) => member.name)).toEqual(["张友旺", "江小平", "阿卜杜热合曼·买买提", "张友旺"]);
});

test("a double click publishes once; after a withdrawal the corrected list points at the first", async () => {
  await listReady();
  const requestId = randomUUID();
  const version = String((await viewed()).version);
  const [first, second] = await Promise.all([0, 1].map(() => execute(publishCandidates, context(chair, requestId), { electionId: one.electionId, version, order: "votes" })));
  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual(first);
  expect(await publish()).toMatchObject({ ok: false, error: { issues: [{ code: "alreadyDone" }] } });
  await add([row("张友旺 8组", "chair", "2")]);
  const view = await viewed();
  const gone = view.nominees.find((nominee) => nominee.person.name === "王建国");
  expect(await execute(withdrawNominee, context(), { nomineeId: gone?.id ?? "", version: String(gone?.version), cause: "withdrew", withdrewOn: "2026-04-08", note: "" })).toMatchObject({ ok: true });
  const late = (await viewed()).nominees.filter((nominee) => nominee.vetting === null).map((nominee) => nominee.id);
  await execute(vetClear, context(), { electionId: one.electionId, nominees: late, vettedBy: "镇联审小组", vettedOn: "2026-04-08", confirmed: "yes" });
  await agree();
  expect(await publish()).toMatchObject({ ok: true, value: { number: "9-1" } });
  const corrected = await base.db.notice.findFirstOrThrow({ where: { electionId: one.electionId, number: "9-1" }, select: { correctsId: true } });
  expect(corrected.correctsId).toBe((await base.db.notice.findFirstOrThrow({ where: { electionId: one.electionId, number: "9" }, select: { id: true } })).id);
  expect(await base.db.vote.count({ where: { electionId: one.electionId } })).toBe(1);
});

test("a candidate who was taken off the list in the meantime stops the publication until he withdraws", async () => {
  await listReady();
  const gone = (await viewed()).nominees.find((nominee) => nominee.person.name === "江小平");
  await base.db.rollEntry.update({ where: { id: gone?.rollEntryId ?? "" }, data: { published: false, status: "excluded", exclusion: "dead" } });
  expect(await publish()).toMatchObject({ ok: false, error: { kind: "findings", findings: [{ code: "nomineeNotListed" }] } });
});

test("two people change the same nominee: the second is told; ids of another election answer as forbidden", async () => {
  await add([row("陈立", "chair", "5")]);
  const [nominee] = (await viewed()).nominees;
  const input = { nomineeId: nominee?.id ?? "", version: String(nominee?.version), votes: "6", source: "voters" as const };
  expect(await execute(changeNominee, context(), input)).toMatchObject({ ok: true });
  expect(await execute(changeNominee, context(), { ...input, votes: "7" })).toEqual({ ok: false, error: { kind: "conflict" } });
  const stranger = await (await openCase(base.db)).person("committeeChair");
  expect(await execute(changeNominee, context(stranger), input)).toEqual({ ok: false, error: { kind: "forbidden" } });
  expect(await execute(vetClear, context(), { electionId: one.electionId, nominees: [randomUUID()], vettedBy: "x", vettedOn: "2026-04-07", confirmed: "yes" })).toEqual({ ok: false, error: { kind: "notFound" } });
  expect(entries.length).toBe(names.length);
});
