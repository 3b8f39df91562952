import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ballotForm } from "#lib/count/load.ts";
import { planBundles } from "#lib/count/commands.ts";
import type { PaperMarks } from "#lib/count/model.ts";
import { execute } from "#lib/platform/command.ts";
import { determineVote } from "#lib/result/commands.ts";
import { determine } from "#lib/result/determine.ts";
import { announceResult, issueCertificates, openFollowingVote, reprintCertificate } from "#lib/result/follow-commands.ts";
import { newestDetermination, resultView } from "#lib/result/queries.ts";
import { recomputes } from "#lib/result/stored.ts";
import { readOut } from "#lib/result/words.ts";
import { addAccounts, countAll, done, enterBundle, openCountCase, paper, refused, testClock, times, type CountCase } from "#tests/support/count-case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const top = { chair: ["陈立"], vice: ["欧阳志"] };
/** Eight papers: members 赵玉梅 8, 周强 6, 孙福贵 5 and 吴霞 5 for three seats. */
const tiedPapers = (base: CountCase): readonly PaperMarks[] => [
  ...times(3, paper(base.form, { ...top, member: ["赵玉梅", "周强", "孙福贵"] })),
  ...times(3, paper(base.form, { ...top, member: ["赵玉梅", "周强", "吴霞"] })),
  ...times(2, paper(base.form, { ...top, member: ["赵玉梅", "孙福贵", "吴霞"] })),
];
/** Eight papers that fill all but one member's seat. */
const shortPapers = (base: CountCase): readonly PaperMarks[] => [
  ...times(6, paper(base.form, { ...top, member: ["赵玉梅", "周强"] })),
  ...times(2, paper(base.form, { ...top, member: ["孙福贵"] })),
];

async function determineNewest(base: CountCase, voteId: string): Promise<string> {
  const { version } = await database.db.vote.findUniqueOrThrow({ where: { id: voteId } });
  return (await done(determineVote, database.db, base.people.chair, { voteId, version })).determinationId;
}

async function view(determinationId: string) {
  const found = await resultView(database.db, determinationId);
  if (found === null) throw new Error("no determination");
  return found;
}

/** Closes the accounts of a following vote and counts it. */
async function countFollowing(base: CountCase, voteId: string, papers: (form: CountCase["form"]) => readonly PaperMarks[]): Promise<void> {
  const form = await ballotForm(database.db, voteId);
  const list = papers(form);
  await addAccounts(database.db, base, voteId, list.length);
  await database.db.vote.update({ where: { id: voteId }, data: { state: "closed", registered: 10 } });
  await countAll(database.db, base, voteId, list);
}

const numbers = async (base: CountCase): Promise<readonly string[]> =>
  (await database.db.notice.findMany({ where: { electionId: base.electionId, code: { startsWith: "result" } }, orderBy: { number: "asc" }, select: { number: true } })).map((one) => one.number);

describe("from a tie to the certificates", () => {
  it("the re-vote's count determines the first count again, and everything is announced by its notice", async () => {
    const { db } = database;
    const base = await openCountCase(db, { papers: 8, registered: 10 });
    const { chair } = base.people;
    await countAll(db, base, base.voteId, tiedPapers(base));
    const first = await determineNewest(base, base.voteId);
    expect((await view(first)).outcome).toMatchObject({ valid: true, next: { kind: "revote" }, tied: [{ seats: 1, votes: 5 }] });
    expect(await refused(openFollowingVote, db, chair, { determinationId: first, pollingDay: "2026-04-19" })).toBe("resultNotAnnounced");
    expect((await done(announceResult, db, chair, { determinationId: first })).notices).toEqual(["16", "16-1"]);
    expect(await refused(announceResult, db, chair, { determinationId: first })).toBe("alreadyDone");
    expect(await refused(issueCertificates, db, chair, { electionId: base.electionId })).toBe("electionNotComplete");

    const follow = await done(openFollowingVote, db, chair, { determinationId: first, pollingDay: "2026-04-19" });
    expect(await refused(openFollowingVote, db, chair, { determinationId: first, pollingDay: "2026-04-19" })).toBe("followingVoteUnderWay");
    const vote = await db.vote.findUniqueOrThrow({ where: { id: follow.voteId }, include: { contests: { include: { candidates: { orderBy: { ordinal: "asc" } } } } } });
    expect(vote).toMatchObject({ number: 2, kind: "revote", parentId: base.voteId, heldOn: "2026-04-19" });
    expect(vote.contests.map((one) => [one.contest, one.seats, one.candidates.map((candidate) => candidate.name)])).toEqual([["member", 1, ["孙福贵", "吴霞"]]]);

    await countFollowing(base, follow.voteId, (form) => [...times(5, paper(form, { member: ["孙福贵"] })), ...times(3, paper(form, { member: ["吴霞"] }))]);
    const second = await view(await determineNewest(base, follow.voteId));
    expect(second.vote.number).toBe(1);
    expect(second.number).toBe(2);
    expect(second.outcome.next.kind).toBe("none");
    expect(second.outcome.elected.map((one) => second.names.get(one.person))).toEqual(["陈立", "欧阳志", "赵玉梅", "周强", "孙福贵"]);
    expect(recomputes(second)).toBe(true);
    await done(announceResult, db, chair, { determinationId: second.id });
    expect(await numbers(base)).toEqual(["16", "16-1", "16-4"]);
    expect(await done(issueCertificates, db, chair, { electionId: base.electionId })).toMatchObject({ certificates: 5 });
    const certificates = await db.certificate.findMany({ where: { electionId: base.electionId }, orderBy: { number: "asc" } });
    expect(certificates.map((one) => [one.number, one.name, one.office])[0]).toEqual(["（2026）江家庄选证字第001号", "陈立", "chair"]);
    expect(await done(reprintCertificate, db, chair, { certificateId: certificates[0]?.id ?? "" })).toMatchObject({ reprints: 1 });
    expect(await refused(issueCertificates, db, chair, { electionId: base.electionId })).toBe("alreadyDone");
  });
  it("equal again: a second re-vote about the same people", async () => {
    const { db } = database;
    const base = await openCountCase(db, { papers: 8, registered: 10 });
    await countAll(db, base, base.voteId, tiedPapers(base));
    let determinationId = await determineNewest(base, base.voteId);
    for (const votes of [[4, 4], [3, 5]] as const) {
      await done(announceResult, db, base.people.chair, { determinationId });
      const follow = await done(openFollowingVote, db, base.people.chair, { determinationId, pollingDay: "2026-04-19" });
      await countFollowing(base, follow.voteId, (form) => [...times(votes[0], paper(form, { member: ["孙福贵"] })), ...times(votes[1], paper(form, { member: ["吴霞"] }))]);
      determinationId = await determineNewest(base, follow.voteId);
    }
    const last = await view(determinationId);
    expect(last.outcome.next.kind).toBe("none");
    expect(last.names.get(last.outcome.elected.at(-1)?.person ?? "")).toBe("吴霞");
  });
});

describe("from a shortage to the certificates", () => {
  it("a run-off for the empty seat, won with a third of the ballots, completes the committee", async () => {
    const { db } = database;
    const base = await openCountCase(db, { papers: 8, registered: 10 });
    const { chair } = base.people;
    await countAll(db, base, base.voteId, shortPapers(base));
    const first = await determineNewest(base, base.voteId);
    expect((await view(first)).outcome).toMatchObject({ vacant: [{ office: "member", seats: 1, only: null }], next: { kind: "runoff" } });
    expect((await done(announceResult, db, chair, { determinationId: first })).notices).toEqual(["16", "16-2"]);
    expect(await refused(openFollowingVote, db, chair, { determinationId: first, pollingDay: "2026-04-01" })).toBe("dayPast");
    const follow = await done(openFollowingVote, db, chair, { determinationId: first, pollingDay: "2026-05-01" });
    await countFollowing(base, follow.voteId, (form) => {
      expect(form).toMatchObject([{ contest: "member", seats: 1 }]);
      expect(form[0]?.candidates.map((one) => one.name)).toEqual(["孙福贵"]);
      return [...times(3, paper(form, { member: ["孙福贵"] })), ...times(4, paper(form, {}))];
    });
    const second = await view(await determineNewest(base, follow.voteId));
    expect(second.input).toMatchObject({ kind: "runoff", date: "2026-05-01", firstVoteOn: "2026-04-18", holding: expect.arrayContaining([expect.objectContaining({ office: "chair", votes: 8 })]) });
    expect(second.outcome).toMatchObject({ elected: [{ office: "member", votes: 3 }], next: { kind: "none" }, vacant: [] });
    expect(second.holders).toHaveLength(5);
    await done(announceResult, db, chair, { determinationId: second.id });
    expect(await numbers(base)).toEqual(["16", "16-2", "16-4"]);
    expect(await done(issueCertificates, db, chair, { electionId: base.electionId })).toMatchObject({ certificates: 5 });
  });
});

describe("a void vote", () => {
  it("is followed by the same vote again, with the same candidates", async () => {
    const { db } = database;
    const base = await openCountCase(db, { papers: 8, registered: 16 });
    await countAll(db, base, base.voteId, tiedPapers(base));
    const first = await determineNewest(base, base.voteId);
    expect((await view(first)).outcome).toMatchObject({ valid: false, elected: [], next: { kind: "newVote" } });
    expect((await done(announceResult, db, base.people.chair, { determinationId: first })).notices).toEqual(["16", "16-3"]);
    const { voteId } = await done(openFollowingVote, db, base.people.chair, { determinationId: first, pollingDay: "2026-04-20" });
    const names = (form: CountCase["form"]) => form.map((contest) => [contest.contest, contest.seats, contest.candidates.map((one) => one.name)]);
    expect(names(await ballotForm(db, voteId))).toEqual(names(base.form));
  });
});

describe("determining", () => {
  it("happens once, however often it is clicked", async () => {
    const { db } = database;
    const base = await openCountCase(db, { papers: 8, registered: 10 });
    await countAll(db, base, base.voteId, tiedPapers(base));
    const { version } = await db.vote.findUniqueOrThrow({ where: { id: base.voteId } });
    const context = { db, actor: base.people.chair, clock: testClock, requestId: randomUUID() };
    const answers = await Promise.all([1, 2].map(() => execute(determineVote, context, { voteId: base.voteId, version })));
    expect(answers[0]).toEqual(answers[1]);
    expect(await db.determination.count({ where: { electionId: base.electionId } })).toBe(1);
  });
  it("waits for every bundle and for every matched name to be confirmed", async () => {
    const { db } = database;
    const base = await openCountCase(db, { papers: 8, registered: 10 });
    await done(planBundles, db, base.people.chair, { voteId: base.voteId, version: 1, size: 8, papers: 8 });
    expect(await refused(determineVote, db, base.people.chair, { voteId: base.voteId, version: 2 })).toBe("countNotClosed");
    const bundle = await db.bundle.findFirstOrThrow({ where: { voteId: base.voteId } });
    for (const teller of [base.people.tellerLi, base.people.tellerWu]) await enterBundle(db, bundle.id, teller, tiedPapers(base));
    await db.writtenName.create({ data: { id: randomUUID(), electionId: base.electionId, voteId: base.voteId, text: "郑海", rollEntryId: base.villagers[0]?.id ?? "", mergedBy: base.people.tellerLi.accountId } });
    expect(await refused(determineVote, db, base.people.chair, { voteId: base.voteId, version: 2 })).toBe("namesNotConfirmed");
  });
  it("asks why when the ballots counted differ from those returned, and still counts by those returned", async () => {
    const { db } = database;
    const base = await openCountCase(db, { papers: 9, registered: 10 });
    await countAll(db, base, base.voteId, tiedPapers(base));
    const { version } = await db.vote.findUniqueOrThrow({ where: { id: base.voteId } });
    expect(await refused(determineVote, db, base.people.chair, { voteId: base.voteId, version })).toBe("ballotsCountedDiffer");
    const { determinationId } = await done(determineVote, db, base.people.chair, { voteId: base.voteId, version, differenceReason: "开箱时清点有误，复点为 8 张" });
    expect((await view(determinationId)).input.ballots).toMatchObject({ returned: 9 });
  });
  it("refuses a count with more votes than ballots, which no chain of honest steps can make", async () => {
    const { db } = database;
    const base = await openCountCase(db, { papers: 3, registered: 10 });
    await countAll(db, base, base.voteId, tiedPapers(base));
    const { version } = await db.vote.findUniqueOrThrow({ where: { id: base.voteId } });
    expect(await refused(determineVote, db, base.people.chair, { voteId: base.voteId, version, differenceReason: "x" })).toBe("countContradicts");
  });
  it("is the election committee's chair's, not the township's, a teller's or another village's", async () => {
    const { db } = database;
    const base = await openCountCase(db, { papers: 8, registered: 10 });
    const other = await openCountCase(db, { papers: 8, registered: 10 });
    await countAll(db, base, base.voteId, tiedPapers(base));
    const input = { voteId: base.voteId, version: 2 };
    for (const actor of [await base.person("townshipOfficer"), await base.person("guide"), base.people.tellerLi, other.people.chair]) expect(await refused(determineVote, db, actor, input)).toBe("forbidden");
  });
  it("V-06: is frozen: input and outcome cannot be changed or taken away", async () => {
    const { db } = database;
    const base = await openCountCase(db, { papers: 8, registered: 10 });
    await countAll(db, base, base.voteId, tiedPapers(base));
    const id = await determineNewest(base, base.voteId);
    await expect(db.determination.update({ where: { id }, data: { outcome: {} } })).rejects.toThrow();
    await expect(db.determination.delete({ where: { id } })).rejects.toThrow();
    expect(await newestDetermination(db, base.electionId)).toBe(id);
  });
});

describe("the text read out", () => {
  it("names figures, votes, articles and what follows in Chinese and English", async () => {
    const { db } = database;
    const base = await openCountCase(db, { papers: 8, registered: 10 });
    await countAll(db, base, base.voteId, shortPapers(base));
    const result = await view(await determineNewest(base, base.voteId));
    const text = readOut(result, "zh-CN").flatMap((part) => part.lines).join("\n");
    expect(text).toContain("登记参加选举的村民 10 人，发出选票 8 张，收回选票 8 张，其中整张无效 0 张。");
    expect(text).toContain("陈立当选村民委员会主任，得 8 票。");
    expect(text).toMatch(/参加投票的超过登记人数的一半，投票有效（《村民委员会组织法\(2025\)》第18条）。/);
    expect(text).toContain("另行选举委员 1 人，候选人：孙福贵");
    expect(readOut(result, "en").flatMap((part) => part.lines).join("\n")).toContain("陈立 is elected chair with 8 votes.");
    const again = determine(JSON.parse(JSON.stringify(result.input)));
    expect(again.ok && again.value.elected).toEqual(result.outcome.elected);
  });
});
