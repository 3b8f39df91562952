import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Actor } from "#lib/access/actor.ts";
import { electionLaw } from "#lib/election/law.ts";
import { addNominees, changeNominee, recordNomination, vetClear } from "#lib/nomination/commands.ts";
import { checkStatements, recordIntroduction, removeIntroduction } from "#lib/nomination/meeting-commands.ts";
import { candidatesMeetingOf, withdrawnCandidates } from "#lib/nomination/meeting-queries.ts";
import { candidatesMeetingFindings } from "#lib/nomination/meeting-rules.ts";
import { issueNominees, issuePrimaryMethod, issuePrimaryResult } from "#lib/nomination/notices.ts";
import { recordRound, removeRound, setPrimary } from "#lib/nomination/primary-commands.ts";
import { primaryOf } from "#lib/nomination/primary-queries.ts";
import { publishCandidates } from "#lib/nomination/publish.ts";
import { recordConsents, refuseNomination, withdrawNominee } from "#lib/nomination/standing-commands.ts";
import type { Json } from "#lib/platform/canonical.ts";
import { execute, type Command } from "#lib/platform/command.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import type { Result } from "#lib/platform/result.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { makeLawful } from "#tests/support/lawful.ts";
import { publishList } from "#tests/support/list.ts";
import { codes } from "#tests/support/outcome.ts";

let base: TestDatabase;
let one: TestCase;
let chair: Actor;
beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(() => base.close());

const run = <Input extends z.ZodType, Output extends Json>(command: Command<Input, Output>, input: z.input<Input>, actor: Actor | null = chair, day = "2026-04-08"): Promise<Result<Output, Refusal>> =>
  execute(command, { db: base.db, actor, clock: () => new Date(`${day}T02:00:00Z`) }, input);
const version = async (): Promise<number> => (await base.db.election.findUniqueOrThrow({ where: { id: one.electionId }, select: { version: true } })).version;
const nominee = async (name: string) => base.db.nominee.findFirstOrThrow({ where: { electionId: one.electionId, name }, select: { id: true, version: true, state: true, consent: true } });
const idsOf = async (names: readonly string[]): Promise<readonly string[]> => Promise.all(names.map(async (name) => (await nominee(name)).id));
const votes = async (given: Readonly<Record<string, string>>) => Object.fromEntries(await Promise.all(Object.entries(given).map(async ([name, count]) => [(await nominee(name)).id, count] as const)));

const names = ["陈立", "王建国", "欧阳志", "周兰", "林秀英", "孙福", "江小平", "何志明"];
const method = { voters: "representatives", heldOn: "2026-04-08", fromTime: "09:00", toTime: "11:00", place: "村委会", entitled: "30" } as const;
const agree = async (who: readonly string[] = names.slice(0, 7)) => run(recordConsents, { electionId: one.electionId, nominees: [...(await idsOf(who))], consentOn: "2026-04-08" });
const publish = async (day = "2026-04-08") => run(publishCandidates, { electionId: one.electionId, version: await version(), order: "votes", places: {}, acceptances: { nomineeConsentMissing: "本人外出，电话确认", candidateListNoDay: "按县里的日程公布" } }, chair, day);

/** Three stand for the chair, which has room for two; four for three members. */
beforeEach(async () => {
  one = await openCase(base.db);
  chair = await one.person("committeeChair");
  await publishList(base.db, one, names.map((name, index) => ({ name, sex: name === "周兰" || name === "林秀英" ? "female" : "male", group: (index % 8) + 1, bornOn: `19${60 + index}-03-04` })));
  await makeLawful(base.db, one, "nomination");
  await run(recordNomination, { electionId: one.electionId, version: await version(), heldOn: "2026-04-05", place: "村文化礼堂", ballots: "7" });
  const row = (person: string, contest: "chair" | "member", count: string) => ({ person, contest, votes: count, source: "voters" as const });
  expect(codes(await run(addNominees, { electionId: one.electionId, nominees: [row("陈立", "chair", "4"), row("王建国", "chair", "3"), row("欧阳志", "chair", "2"), row("周兰", "member", "5"), row("林秀英", "member", "4"), row("孙福", "member", "4"), row("江小平", "member", "3")] }))).toEqual([]);
  const ids = await idsOf(names.slice(0, 7));
  expect(codes(await run(vetClear, { electionId: one.electionId, nominees: [...ids], vettedBy: "镇联审小组", vettedOn: "2026-04-07", confirmed: "yes" }))).toEqual([]);
});

const hold = async (given: Readonly<Record<string, string>>, ballots = "24", day = "2026-04-08", acceptances = {}) =>
  run(recordRound, { electionId: one.electionId, version: await version(), heldOn: day, ballots, invalid: "0", votes: await votes(given), acceptances }, chair, day);
const prepare = async (): Promise<void> => {
  expect(codes(await run(setPrimary, { electionId: one.electionId, version: await version(), ...method }))).toEqual([]);
  expect(codes(await run(issuePrimaryMethod, { electionId: one.electionId, acceptances: {} }))).toEqual([]);
};

describe("a primary", () => {
  it("G-16: decides by its own votes who becomes a candidate, with notices 8, 8-1 and 8-2", async () => {
    expect(await run(issueNominees, { electionId: one.electionId, order: "surnameStrokes", objectionsUntil: "2026-04-11", acceptances: {} })).toMatchObject({ ok: true, value: { number: "8" } });
    await prepare();
    expect(codes(await hold({ 陈立: "5", 王建国: "20", 欧阳志: "16" }))).toEqual([]);
    expect(codes(await publish())).toContain("primaryResultNotPublished");
    expect(await run(issuePrimaryResult, { electionId: one.electionId, acceptances: {} })).toMatchObject({ ok: true, value: { number: "8-2" } });
    await agree();
    expect(codes(await publish())).toEqual([]);
    const chairs = await base.db.candidate.findMany({ where: { electionId: one.electionId, contest: { contest: "chair" } }, orderBy: { ordinal: "asc" }, select: { name: true } });
    expect(chairs.map((candidate) => candidate.name)).toEqual(["王建国", "欧阳志"]);
    const notice = await base.db.notice.findFirstOrThrow({ where: { electionId: one.electionId, code: "candidates" }, select: { data: true } });
    expect(JSON.stringify(notice.data)).toContain("预选");
  });

  it("is held again among those with equal votes before anything else", async () => {
    await prepare();
    expect(codes(await hold({ 陈立: "20", 王建国: "10", 欧阳志: "10" }))).toEqual([]);
    await agree();
    expect(codes(await run(issuePrimaryResult, { electionId: one.electionId, acceptances: {} }))).toEqual(["primaryTie"]);
    expect(codes(await publish())).toContain("primaryTie");
    expect(codes(await hold({ 陈立: "12", 王建国: "9", 欧阳志: "3" }))).toEqual(["notTied"]);
    expect(codes(await hold({ 王建国: "13" }))).toEqual(["required"]);
    expect(codes(await hold({ 王建国: "9", 欧阳志: "13" }))).toEqual([]);
    expect(codes(await run(issuePrimaryResult, { electionId: one.electionId, acceptances: {} }))).toEqual([]);
    expect(codes(await publish())).toEqual([]);
    expect((await nominee("欧阳志")).state).toBe("candidate");
    expect((await nominee("王建国")).state).toBe("notSelected");
  });

  it("needs two thirds of the representatives, its method announced as it stands, and sums that ballots can bear", async () => {
    expect(codes(await hold({ 陈立: "1" }))).toEqual(["primaryFirst"]);
    await run(setPrimary, { electionId: one.electionId, version: await version(), ...method });
    expect(codes(await hold({ 陈立: "5", 王建国: "20", 欧阳志: "16" }))).toEqual(["primaryMethodNotPublished"]);
    await run(issuePrimaryMethod, { electionId: one.electionId, acceptances: {} });
    expect(codes(await run(setPrimary, { electionId: one.electionId, version: await version(), ...method, place: "村小学" }, chair, "2026-04-09"))).toEqual([]);
    expect((await primaryOf(base.db, one.electionId))?.methodPosted).toBe("stale");
    await run(issuePrimaryMethod, { electionId: one.electionId, acceptances: {} }, chair, "2026-04-09");
    expect(codes(await hold({ 陈立: "5", 王建国: "14", 欧阳志: "12" }, "19", "2026-04-09"))).toEqual(["primaryTurnoutLow"]);
    expect(codes(await hold({ 陈立: "21", 王建国: "14", 欧阳志: "5" }, "20", "2026-04-09"))).toEqual(["aboveBallots"]);
    expect(codes(await hold({ 陈立: "20", 王建国: "14", 欧阳志: "7" }, "20", "2026-04-09"))).toEqual(["votesAboveNames"]);
    expect(codes(await hold({ 陈立: "20", 王建国: "14" }, "20", "2026-04-09"))).toEqual(["required"]);
    expect(codes(await hold({ 陈立: "20", 王建国: "14", 欧阳志: "6" }, "31", "2026-04-09"))).toEqual(["aboveEntitled"]);
    expect(codes(await hold({ 陈立: "20", 王建国: "14", 欧阳志: "6" }, "20", "2026-04-09"))).toEqual([]);
    const round = await base.db.primaryRound.findFirstOrThrow({ where: { electionId: one.electionId }, select: { id: true } });
    await expect(base.db.primaryVote.updateMany({ where: { roundId: round.id }, data: { votes: 21 } })).rejects.toThrow();
  });

  it("fixes the nominees of its offices; its last voting can be taken back until it is announced", async () => {
    await prepare();
    await hold({ 陈立: "20", 王建国: "15", 欧阳志: "6" });
    expect(codes(await run(addNominees, { electionId: one.electionId, nominees: [{ person: "何志明", contest: "chair", votes: "1", source: "voters" }] }))).toEqual(["primaryHeld"]);
    const first = await nominee("陈立");
    expect(codes(await run(changeNominee, { nomineeId: first.id, version: first.version, votes: "5", source: "voters" }))).toEqual(["primaryHeld"]);
    expect(codes(await run(setPrimary, { electionId: one.electionId, version: await version(), ...method }))).toEqual(["primaryHeld"]);
    expect(codes(await run(removeRound, { electionId: one.electionId, version: await version() }))).toEqual([]);
    await hold({ 陈立: "20", 王建国: "15", 欧阳志: "6" });
    await run(issuePrimaryResult, { electionId: one.electionId, acceptances: {} });
    expect(codes(await run(removeRound, { electionId: one.electionId, version: await version() }))).toEqual(["primaryAnnounced"]);
  });
});

describe("consent and withdrawal", () => {
  it("G-18: a candidate list without written consent needs a reason; who refuses is off it", async () => {
    const third = await nominee("欧阳志");
    expect(codes(await run(refuseNomination, { nomineeId: third.id, version: third.version, consentOn: "2026-04-09" }))).toEqual(["inFuture"]);
    expect(codes(await run(refuseNomination, { nomineeId: third.id, version: third.version, consentOn: "2026-04-08" }))).toEqual([]);
    expect(await nominee("欧阳志")).toMatchObject({ state: "withdrawn", consent: "refused" });
    expect(codes(await agree())).toEqual(["notRunning"]);
    expect(codes(await agree(["陈立"]))).toEqual([]);
    expect(codes(await run(publishCandidates, { electionId: one.electionId, version: await version(), order: "votes", places: {}, acceptances: { candidateListNoDay: "按县里的日程公布" } }))).toEqual(["nomineeConsentMissing"]);
    expect(codes(await publish())).toEqual([]);
  });

  it("G-18: in 浙江 a formal candidate withdraws in writing three days before the vote at the latest, and the list is then out of date", async () => {
    await agree();
    await base.db.election.update({ where: { id: one.electionId }, data: { provincePack: "CN-ZJ-2020" } });
    // Seven ballots of one name each cannot hold nine votes for the chair.
    expect(codes(await publish())).toEqual(["nominationNamesTooMany"]);
    await base.db.nominee.update({ where: { id: (await nominee("欧阳志")).id }, data: { votes: 0 } });
    expect(codes(await publish())).toEqual([]);
    const second = await nominee("王建国");
    const leave = (withdrewOn: string, day: string) => run(withdrawNominee, { nomineeId: second.id, version: second.version, cause: "withdrew", withdrewOn, note: "" }, chair, day);
    expect(codes(await run(withdrawNominee, { nomineeId: second.id, version: second.version, cause: "withdrew", withdrewOn: "", note: "" }))).toEqual(["required"]);
    expect(codes(await leave("2026-04-16", "2026-04-16"))).toEqual(["candidateWithdrawalTooLate"]);
    expect(await withdrawnCandidates(base.db, one.electionId)).toEqual([]);
    expect(codes(await leave("2026-04-15", "2026-04-16"))).toEqual([]);
    expect(await withdrawnCandidates(base.db, one.electionId)).toEqual(["王建国"]);
  });
});

describe("the candidates' meeting with the villagers", () => {
  const meet = async (who: readonly string[], heldOn = "2026-04-12", day = "2026-04-12", acceptances = {}) => run(recordIntroduction, { electionId: one.electionId, heldOn, place: "村文化礼堂", attendance: "60", nominees: [...(await idsOf(who))], note: "", acceptances }, chair, day);
  const standing = async (day: string) => {
    const facts = await candidatesMeetingOf(base.db, one.electionId);
    if (facts === null) throw new Error("no facts");
    const law = electionLaw({ electionDay: one.electionDay, provincePack: null, parameters: {} });
    return candidatesMeetingFindings(facts, day, law).filter((finding) => !finding.ok).map((finding) => finding.code);
  };

  it("N-06: is missing until it is held, and everybody on the list speaks at one", async () => {
    expect(codes(await meet(["陈立"]))).toEqual(["candidatesFirst"]);
    await agree();
    await publish();
    expect(await standing("2026-04-12")).toEqual(["candidatesMeetingMissing"]);
    expect(codes(await meet([]))).toEqual(["noneGiven"]);
    expect(codes(await meet(["欧阳志"]))).toEqual(["notCandidate"]);
    expect(codes(await meet(["陈立"], "2026-04-13"))).toEqual(["inFuture"]);
    expect(codes(await meet(["陈立", "王建国", "周兰"]))).toEqual([]);
    expect(await standing("2026-04-12")).toEqual(["candidateNotIntroduced", "statementNotChecked"]);
    expect(codes(await meet(["林秀英", "孙福", "江小平"]))).toEqual([]);
    expect(codes(await run(checkStatements, { electionId: one.electionId, nominees: [...(await idsOf(["陈立", "王建国", "周兰", "林秀英", "孙福", "江小平"]))], checkedOn: "2026-04-08" }))).toEqual([]);
    expect(await standing("2026-04-12")).toEqual([]);
    const [first] = (await candidatesMeetingOf(base.db, one.electionId))?.meetings ?? [];
    expect(codes(await run(removeIntroduction, { meetingId: first?.id ?? "" }))).toEqual([]);
    expect(await standing("2026-04-12")).toEqual(["candidateNotIntroduced"]);
  });

  it("on election day itself needs a reason", async () => {
    await agree();
    await publish();
    expect(codes(await meet(["陈立"], "2026-04-18", "2026-04-18"))).toEqual(["candidatesMeetingOnDay"]);
    expect(codes(await meet(["陈立"], "2026-04-18", "2026-04-18", { candidatesMeetingOnDay: "前一日大雨，村民代表会议同意" }))).toEqual([]);
  });
});

describe("every writing about nominees, primary and meeting", () => {
  it("is refused to the township, to observers and to another village's chair", async () => {
    await agree();
    await publish();
    const { electionId } = one;
    await base.db.candidatesMeeting.create({ data: { id: randomUUID(), electionId, heldOn: "2026-04-12", place: "村", attendance: 3, nomineeIds: [], note: "", recordedAt: new Date("2026-04-12T02:00:00Z") } });
    const meeting = await base.db.candidatesMeeting.findFirstOrThrow({ where: { electionId }, select: { id: true } });
    const someone = await nominee("陈立");
    const stranger = await (await openCase(base.db)).person("committeeChair");
    for (const actor of [await one.person("townshipOfficer"), await one.person("observer"), await one.person("registrar"), stranger]) {
      const current = await version();
      const answers = [
        await run(recordConsents, { electionId, nominees: [someone.id], consentOn: "2026-04-08" }, actor),
        await run(refuseNomination, { nomineeId: someone.id, version: someone.version, consentOn: "2026-04-08" }, actor),
        await run(withdrawNominee, { nomineeId: someone.id, version: someone.version, cause: "mistake", withdrewOn: "", note: "" }, actor),
        await run(setPrimary, { electionId, version: current, ...method }, actor),
        await run(recordRound, { electionId, version: current, heldOn: "2026-04-08", ballots: "3", invalid: "0", votes: {}, acceptances: {} }, actor),
        await run(removeRound, { electionId, version: current }, actor),
        await run(recordIntroduction, { electionId, heldOn: "2026-04-08", place: "村", attendance: "3", nominees: [someone.id], note: "", acceptances: {} }, actor),
        await run(removeIntroduction, { meetingId: meeting.id }, actor),
        await run(checkStatements, { electionId, nominees: [someone.id], checkedOn: "2026-04-08" }, actor),
        await run(issueNominees, { electionId, order: "votes", objectionsUntil: "2026-04-11", acceptances: {} }, actor),
        await run(issuePrimaryMethod, { electionId, acceptances: {} }, actor),
        await run(issuePrimaryResult, { electionId, acceptances: {} }, actor),
      ];
      expect(answers.flatMap((answer) => codes(answer))).toEqual(answers.map(() => "forbidden"));
    }
  });
});
