import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import { recordCommittee } from "#lib/committee/commands.ts";
import { issueCommittee } from "#lib/committee/notices.ts";
import { correctMeeting, recordMeeting } from "#lib/meeting/commands.ts";
import { knownPeople, meetingView, standingView } from "#lib/meeting/queries.ts";
import { minutesPaper, placeOfMeeting } from "#lib/meeting/print.ts";
import { execute } from "#lib/platform/command.ts";
import { closeRenderer } from "#lib/documents/pool.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { committeeInput, meetingFields } from "#tests/support/committee.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { pdfText } from "#tests/support/pdf.ts";

let base: TestDatabase;
let one: TestCase;
let chair: Actor;
beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(async () => {
  await closeRenderer();
  await base.close();
});

const clock = () => new Date("2026-03-14T02:00:00Z");
const context = (actor: Actor | null = chair) => ({ db: base.db, actor, clock });
const start = async () => {
  one = await openCase(base.db);
  chair = await one.person("committeeChair", "陈立群");
};

/** Somebody on the register; category 3 waits for a meeting unless told otherwise. */
async function onRoll(name: string, over: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const [id, personId] = [randomUUID(), randomUUID()];
  await base.db.person.create({ data: { id: personId, townshipId: one.townshipId } });
  await base.db.rollEntry.create({
    data: {
      id, personId, electionId: one.electionId, driveId: one.driveId, name, sex: "male", bornOn: "1980-01-01", groupNumber: 1, householdNumber: id, category: 3, livesHere: true, status: "notApproved", openFindings: [], pinyin: name, ...over,
    },
  });
  return id;
}

const resolution = (over: Readonly<Record<string, unknown>> = {}) => ({ subject: "other", text: "同意本届选举工作方案。", groupNumber: "", yes: "26", no: "20", abstain: "4", ...over });
const admission = (entryId: string, over: Readonly<Record<string, unknown>> = {}) => ({ entryId, ground: "lived", since: "2024-05-01", appliedOn: "2026-02-20", ...over });
const input = (over: Readonly<Record<string, unknown>> = {}) => ({ electionId: one.electionId, ...meetingFields, resolutions: [resolution()], admissions: "", acceptances: {}, ...over });
const admitting = (people: readonly unknown[], yes = "26") => input({ resolutions: [resolution({ subject: "admitVoters", text: "", yes })], admissions: people });
const issuesOf = (result: { readonly ok: boolean; readonly error?: unknown }): readonly string[] => {
  const error = result.error;
  if (typeof error !== "object" || error === null || !("issues" in error) || !Array.isArray(error.issues)) return [];
  return error.issues.map((issue: { readonly field: string | null; readonly code: string }) => `${issue.field ?? ""}:${issue.code}`);
};
const recorded = async (over: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const result = await execute(recordMeeting, context(), input(over));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.meetingId;
};
const entryOf = (id: string) => base.db.rollEntry.findUniqueOrThrow({ where: { id }, select: { status: true, takesPart: true, consent: true, version: true } });

describe("recording a meeting", () => {
  it("keeps what was decided with votes, and what did not pass as not passed", async () => {
    await start();
    const id = await recorded({ resolutions: [resolution(), resolution({ yes: "25", no: "20", abstain: "5" }), resolution({ text: "", yes: "", no: "" })] });
    const view = await meetingView(base.db, one.electionId, id);
    expect(view).toMatchObject({ purpose: "resolutions", record: { entitled: 54, present: 50, presidedBy: "江国平" }, resolutions: [{ ordinal: 1, yes: 26 }, { ordinal: 2, yes: 25 }] });
    const entry = await base.db.ledgerEntry.findFirstOrThrow({ where: { scope: `election:${one.electionId}` }, orderBy: { sequence: "desc" } });
    expect(entry.command).toBe("meeting.record");
    expect(entry.payload).not.toMatch(/江国平|工作方案|村委会会议室/);
  });

  it("refuses what cannot be, at its field", async () => {
    await start();
    const run = (over: Readonly<Record<string, unknown>>) => execute(recordMeeting, context(), input(over)).then(issuesOf);
    expect(await run({ present: "55" })).toEqual(["present:aboveEntitled"]);
    expect(await run({ resolutions: [resolution(), resolution({ yes: "40", no: "10", abstain: "1" })] })).toEqual(["resolutions.1.yes:votesAbovePresent"]);
    expect(await run({ resolutions: "" })).toEqual(["resolutions.0.text:noResolution"]);
    expect(await run({ resolutions: [resolution({ text: "" })] })).toEqual(["resolutions.0.text:textNeeded"]);
    expect(await run({ resolutions: [resolution({ subject: "seatsAndMethod" })] })).toEqual(["resolutions.0.subject:invalidChoice"]);
  });

  it("M-05 M-08: stops without a quorum or with too few women representatives, whatever reason is given", async () => {
    await start();
    expect(await execute(recordMeeting, context(), input({ present: "35", resolutions: [resolution({ yes: "20", no: "10" })], acceptances: { committeeQuorum: "大家都同意" } }))).toMatchObject({ ok: false, error: { kind: "findings", findings: [{ code: "committeeQuorum", actual: { quorum: 36 } }] } });
    expect(await execute(recordMeeting, context(), input({ womenRepresentatives: "17" }))).toMatchObject({ ok: false, error: { findings: [{ code: "womenRepresentatives", actual: { least: 18 } }] } });
  });

  it("M-02: a shorter notice of the assembly passes only with its reason", async () => {
    await start();
    const assembly = { kind: "assembly", basis: "persons", entitled: "100", present: "60", noticeOn: "2026-03-05", resolutions: [resolution({ yes: "31", no: "9", abstain: "0" })] };
    expect(await execute(recordMeeting, context(), input(assembly))).toMatchObject({ ok: false, error: { findings: [{ code: "meetingNoticeShort", severity: "warning" }] } });
    expect(await execute(recordMeeting, context(), input({ ...assembly, acceptances: { meetingNoticeShort: "汛情紧急，须当即决定" } }))).toMatchObject({ ok: true });
  });

  it("M-09: takes group meetings one by one, with the group's own resolutions", async () => {
    await start();
    const groups = [{ groupNumber: "1", entitled: "30", present: "20" }, { groupNumber: "2", entitled: "30", present: "30" }];
    const id = await recorded({ kind: "groups", basis: "households", groups, resolutions: [resolution({ groupNumber: "1", yes: "11", no: "9", abstain: "0" }), resolution({ groupNumber: "2", yes: "15", no: "15", abstain: "0" })] });
    expect(await meetingView(base.db, one.electionId, id)).toMatchObject({ record: { entitled: 60, present: 50, groups: [{ groupNumber: 1, present: 20 }, { groupNumber: 2, present: 30 }] } });
    const run = (over: Readonly<Record<string, unknown>>) => execute(recordMeeting, context(), input({ kind: "groups", basis: "households", groups, ...over })).then(issuesOf);
    expect(await run({ resolutions: [resolution({ groupNumber: "1", yes: "21", no: "0", abstain: "0" })] })).toEqual(["resolutions.0.yes:votesAbovePresent"]);
    expect(await run({ resolutions: [resolution({ groupNumber: "3" })] })).toEqual(["resolutions.0.groupNumber:groupDidNotMeet"]);
    expect(await run({ resolutions: [resolution({ groupNumber: "" })] })).toEqual(["resolutions.0.groupNumber:required"]);
  });

  it("answers a foreign meeting like a missing one, and lets neither township nor registrar write", async () => {
    await start();
    const id = await recorded();
    const mine = one.electionId;
    const stranger = await (await openCase(base.db)).person("committeeChair");
    expect(await meetingView(base.db, one.townshipId, id)).toBeNull();
    expect(await execute(recordMeeting, context(stranger), input())).toEqual({ ok: false, error: { kind: "forbidden" } });
    expect(await execute(correctMeeting, context(stranger), { ...input(), meetingId: id, correctionReason: "试一试" })).toEqual({ ok: false, error: { kind: "forbidden" } });
    for (const role of ["townshipOfficer", "registrar", "guide", "observer"] as const) {
      expect(await execute(recordMeeting, context(await one.person(role)), { ...input(), electionId: mine })).toEqual({ ok: false, error: { kind: "forbidden" } });
    }
    expect(await execute(recordMeeting, context(null), input())).toEqual({ ok: false, error: { kind: "signedOut" } });
    expect(await execute(correctMeeting, context(), { ...input(), meetingId: randomUUID(), correctionReason: "试一试" })).toEqual({ ok: false, error: { kind: "notFound" } });
  });
});

describe("R-05: admitting people of the third category", () => {
  it("lists them when the resolution passed, with the meeting that consented, and leaves them waiting when it did not", async () => {
    await start();
    const [lin, ma] = [await onRoll("林外来"), await onRoll("马外来")];
    expect(await execute(recordMeeting, context(), admitting([admission(lin)], "25"))).toMatchObject({ ok: true });
    expect(await entryOf(lin)).toMatchObject({ status: "notApproved", takesPart: null, consent: null });
    const passed = await execute(recordMeeting, context(), admitting([admission(lin), admission(ma, { ground: "villageWork" })]));
    if (!passed.ok) throw new Error(JSON.stringify(passed.error));
    expect(await entryOf(lin)).toMatchObject({ status: "listed", takesPart: true, consent: { meetingId: passed.value.meetingId, meeting: "representatives", consentedOn: "2026-03-12", ground: "lived", since: "2024-05-01", appliedOn: "2026-02-20" } });
    expect((await entryOf(ma)).status).toBe("listed");
    expect(await base.db.admission.count({ where: { rollEntryId: lin } })).toBe(2);
  });

  it("R-06: asks for the year, for an application before the meeting, and knows village work only under the law of 2025", async () => {
    await start();
    const lin = await onRoll("林外来");
    const run = (over: Readonly<Record<string, unknown>>) => execute(recordMeeting, context(), admitting([admission(lin, over)])).then(issuesOf);
    expect(await run({ since: "2025-04-19" })).toEqual(["admissions.0.since:tooShortTime"]);
    expect(await run({ appliedOn: "2026-03-13" })).toEqual(["admissions.0.appliedOn:afterMeeting"]);
    await base.db.election.update({ where: { id: one.electionId }, data: { electionDay: "2025-12-20", nationalPack: "CN-2018" } });
    expect(await run({ ground: "villageWork", since: "2024-01-01" })).toEqual(["admissions.0.ground:groundNotInLaw"]);
  });

  it("lets no group meeting admit, nobody twice, nobody without a resolution or who needs none", async () => {
    await start();
    const [lin, local] = [await onRoll("林外来"), await onRoll("本村人", { category: 1, status: "listed" })];
    const run = (over: Readonly<Record<string, unknown>>) => execute(recordMeeting, context(), input(over)).then(issuesOf);
    const admits = resolution({ subject: "admitVoters", text: "" });
    expect(await run({ admissions: [admission(lin)] })).toEqual(["admissions.0.entryId:admissionNeedsResolution"]);
    expect(await run({ resolutions: [admits], admissions: "" })).toEqual(["admissions.0.entryId:admissionNeedsPeople"]);
    expect(await run({ resolutions: [admits, admits], admissions: [admission(lin)] })).toEqual(["resolutions.0.subject:admissionOneResolution"]);
    expect(await run({ resolutions: [admits], admissions: [admission(lin), admission(lin)] })).toEqual(["admissions.1.entryId:personNotWaiting"]);
    expect(await run({ resolutions: [admits], admissions: [admission(local)] })).toEqual(["admissions.0.entryId:notOutsider"]);
    expect(await run({ resolutions: [admits], admissions: [admission(randomUUID())] })).toEqual(["admissions.0.entryId:personNotWaiting"]);
    const groups = { kind: "groups", basis: "persons", groups: [{ groupNumber: "1", entitled: "60", present: "50" }] };
    expect(await run({ ...groups, resolutions: [resolution({ subject: "admitVoters", groupNumber: "1" })], admissions: [admission(lin)] })).toEqual(["resolutions.0.subject:admissionNeedsMeeting"]);
    expect((await entryOf(lin)).status).toBe("notApproved");
  });

  it("announces an admission after the list is posted, and takes nobody in after election day", async () => {
    await start();
    const [lin, ma] = [await onRoll("林外来"), await onRoll("马外来")];
    await base.db.rollVersion.create({ data: { id: randomUUID(), electionId: one.electionId, number: 1, electionDay: one.electionDay, publishedOn: "2026-03-10", publishedAt: clock(), total: 1, men: 1, women: 0, byGroup: [], sha256: "0".repeat(64) } });
    expect(await execute(recordMeeting, context(), admitting([admission(lin)]))).toMatchObject({ ok: true });
    expect(await base.db.rollChange.findFirstOrThrow({ where: { rollEntryId: lin } })).toMatchObject({ kind: "add", noticeId: null });
    const late = { db: base.db, actor: chair, clock: () => new Date("2026-04-19T02:00:00Z") };
    expect(issuesOf(await execute(recordMeeting, late, admitting([admission(ma)])))).toEqual(["admissions.0.entryId:electionOver"]);
  });
});

describe("correcting a record", () => {
  const correct = (meetingId: string, over: Readonly<Record<string, unknown>> = {}) => execute(correctMeeting, context(), { ...input(over), meetingId, correctionReason: "签到簿核对后，实到人数有误" });

  it("is a further record that points at the earlier one, once; the earlier stays as it was", async () => {
    await start();
    const first = await recorded();
    const fewer = { present: "49", resolutions: [resolution({ abstain: "3" })] };
    expect(issuesOf(await correct(first, { present: "49" }))).toEqual(["resolutions.0.yes:votesAbovePresent"]);
    const second = await correct(first, fewer);
    if (!second.ok) throw new Error(JSON.stringify(second.error));
    expect(await meetingView(base.db, one.electionId, first)).toMatchObject({ record: { present: 50 }, correctedById: second.value.meetingId });
    expect(await meetingView(base.db, one.electionId, second.value.meetingId)).toMatchObject({ record: { present: 49 }, resolutions: [{ yes: 26 }], correctsId: first, correctionReason: "签到簿核对后，实到人数有误" });
    expect(issuesOf(await correct(first, fewer))).toEqual([":meetingCorrected"]);
    expect(issuesOf(await correct(second.value.meetingId, { kind: "assembly", basis: "persons", present: "49" }))).toEqual(["kind:kindFixed"]);
    expect(issuesOf(await execute(correctMeeting, context(), { ...input(), meetingId: second.value.meetingId, correctionReason: "" }))).toEqual(["correctionReason:required"]);
  });

  it("takes an admission back that did not pass after all, and keeps those that did", async () => {
    await start();
    const [lin, ma] = [await onRoll("林外来"), await onRoll("马外来")];
    const first = await execute(recordMeeting, context(), admitting([admission(lin), admission(ma)]));
    if (!first.ok) throw new Error(JSON.stringify(first.error));
    const { electionId: _, ...onlyLin } = admitting([admission(lin)]);
    const second = await execute(correctMeeting, context(), { ...onlyLin, meetingId: first.value.meetingId, correctionReason: "马外来未付表决" });
    if (!second.ok) throw new Error(JSON.stringify(second.error));
    expect(await entryOf(ma)).toMatchObject({ status: "notApproved", takesPart: null, consent: null });
    expect(await entryOf(lin)).toMatchObject({ status: "listed", consent: { meetingId: second.value.meetingId } });
    const { electionId: _again, ...failed } = admitting([admission(lin)], "25");
    expect(await execute(correctMeeting, context(), { ...failed, meetingId: second.value.meetingId, correctionReason: "赞成票数点错" })).toMatchObject({ ok: true });
    expect((await entryOf(lin)).status).toBe("notApproved");
  });

  it("takes nobody off the posted list once election day is over", async () => {
    await start();
    const lin = await onRoll("林外来");
    const first = await execute(recordMeeting, context(), admitting([admission(lin)]));
    if (!first.ok) throw new Error(JSON.stringify(first.error));
    await base.db.rollVersion.create({ data: { id: randomUUID(), electionId: one.electionId, number: 1, electionDay: one.electionDay, publishedOn: "2026-03-20", publishedAt: clock(), total: 1, men: 1, women: 0, byGroup: [], sha256: "0".repeat(64) } });
    const late = { db: base.db, actor: chair, clock: () => new Date("2026-04-19T02:00:00Z") };
    const { electionId: _, ...other } = input();
    expect(issuesOf(await execute(correctMeeting, late, { ...other, meetingId: first.value.meetingId, correctionReason: "登记有误" }))).toEqual([":electionOver"]);
    expect((await entryOf(lin)).status).toBe("listed");
  });

  it("C-03: the committee's meeting is recorded anew before notice 2, corrected afterwards, and never below its members' votes", async () => {
    await start();
    expect(await execute(recordCommittee, context(), committeeInput(one.electionId, "1"))).toMatchObject({ ok: true });
    const before = await standingView(base.db, one.electionId, "electionCommittee");
    expect(await execute(recordCommittee, context(), committeeInput(one.electionId, "2", { present: "49" }))).toMatchObject({ ok: true });
    const standing = await standingView(base.db, one.electionId, "electionCommittee");
    expect(standing).toMatchObject({ correctsId: before?.id, record: { present: 49 }, chosen: [{ name: "江国平", position: "chair", votes: 48 }, {}, {}, {}, {}, {}, {}] });
    await base.db.election.update({ where: { id: one.electionId }, data: { auditPublishedOn: "2026-02-01" } });
    expect(await issueCommittee.run(context(), { electionId: one.electionId, signedBy: "梁守田" })).toMatchObject({ ok: true });
    expect(issuesOf(await execute(recordCommittee, context(), committeeInput(one.electionId, "3")))).toEqual([":alreadyPublished"]);
    expect(issuesOf(await correct(standing?.id ?? "", { present: "47", resolutions: "" }))).toEqual(["present:belowVotes"]);
    const corrected = await correct(standing?.id ?? "", { present: "48", resolutions: "" });
    if (!corrected.ok) throw new Error(JSON.stringify(corrected.error));
    expect(await meetingView(base.db, one.electionId, corrected.value.meetingId)).toMatchObject({ purpose: "electionCommittee", record: { present: 48 }, chosen: [{ name: "江国平" }, {}, {}, {}, {}, {}, {}] });
    expect(await base.db.committeeMember.count({ where: { electionId: one.electionId } })).toBe(7);
  });
});

describe("C-03: a committee chosen by the groups", () => {
  it("keeps each group's meeting and which of them chose whom", async () => {
    await start();
    const groups = [{ groupNumber: "1", entitled: "60", present: "40" }, { groupNumber: "2", entitled: "45", present: "30" }];
    const members = [
      { name: "江国平", sex: "male", group: "1", chosenByGroup: "1", votes: "38", position: "chair" }, { name: "林秀英", sex: "female", group: "2", chosenByGroup: "2", votes: "29", position: "member" },
      { name: "周建设", sex: "male", group: "1", chosenByGroup: "1", votes: "33", position: "member" }, { name: "何志明", sex: "male", group: "2", chosenByGroup: "2", votes: "12", position: "reserve" },
    ];
    const by = { ...committeeInput(one.electionId, "1"), kind: "groups" as const, basis: "persons" as const, entitled: "", present: "", groups, members };
    expect(issuesOf(await execute(recordCommittee, context(), { ...by, members: members.map((member, row) => (row === 1 ? { ...member, votes: "31" } : member)) }))).toEqual(["members.1.votes:aboveBallots"]);
    expect(await execute(recordCommittee, context(), by)).toMatchObject({ ok: true });
    expect(await standingView(base.db, one.electionId, "electionCommittee")).toMatchObject({ record: { kind: "groups", entitled: 105, present: 70, groups: [{ groupNumber: 1 }, { groupNumber: 2 }] }, chosen: [{ chosenByGroup: 1 }, { chosenByGroup: 1 }, { chosenByGroup: 2 }, { chosenByGroup: 2 }] });
    expect(await execute(recordCommittee, context(), { ...by, version: "2", groups: [groups[0], { groupNumber: "2", entitled: "46", present: "30" }] })).toMatchObject({ ok: false, error: { findings: [{ code: "groupQuorum", actual: { group: 2, quorum: 31 } }] } });
  });
});

describe("the roll's own numbers", () => {
  it("M-01: counts villagers of eighteen on the day of the meeting and their households, without outsiders, the dead and those moved away", async () => {
    await start();
    expect(await knownPeople(base.db, one.electionId, "2026-03-12")).toBeNull();
    const villager = { category: 1, status: "listed" };
    await onRoll("甲", { ...villager, householdNumber: "1" });
    await onRoll("乙", { ...villager, householdNumber: "1", bornOn: "2008-03-12" });
    await onRoll("丙", { ...villager, householdNumber: "2", bornOn: "2008-03-13", status: "minor" });
    await onRoll("丁", { ...villager, category: 2, status: "notStated", groupNumber: 2, householdNumber: "3" });
    await onRoll("戊", { ...villager, exclusion: "dead", status: "excluded", householdNumber: "4" });
    await onRoll("己", { ...villager, exclusion: "deprived", status: "excluded", groupNumber: 2, householdNumber: "3" });
    await onRoll("外");
    expect(await knownPeople(base.db, one.electionId, "2026-03-12")).toEqual({ adults: 4, households: 3, groups: [{ groupNumber: 1, adults: 2, households: 2 }, { groupNumber: 2, adults: 2, households: 1 }] });
  });
});

describe("minutes", () => {
  it("are a paper of the meeting with comparison, article and fingerprint; a foreign or missing meeting has none", async () => {
    await start();
    const lin = await onRoll("林外来");
    const result = await execute(recordMeeting, context(), { ...admitting([admission(lin)]), minutes: "听取说明。\n讨论并表决。" });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const paper = await minutesPaper(base.db, { meetingId: result.value.meetingId });
    if (paper === null || !paper.pdf.ok) throw new Error("no paper");
    const text = await pdfText(paper.pdf.value);
    for (const words of ["村民代表会议记录", "江家庄村", "3×50≥2×54", "第30条", "5×49≥4×54", "同意户籍不在本村的人员登记参加选举", "林外来", "通过", "主持人江国平", "校验码"]) expect(text).toContain(words);
    expect(await placeOfMeeting(base.db, { meetingId: result.value.meetingId })).toMatchObject({ electionId: one.electionId });
    expect(await placeOfMeeting(base.db, { meetingId: randomUUID() })).toBeNull();
    expect(await minutesPaper(base.db, { meetingId: "x" })).toBeNull();
  });
});

describe("the database itself", () => {
  it("refuses figures that cannot be, and every change of a record", async () => {
    await start();
    const id = await recorded();
    const owner = new Client({ connectionString: base.ownerUrl });
    await owner.connect();
    const refused = async (sql: string): Promise<string> => owner.query(sql).then(() => "done", (error: unknown) => (typeof error === "object" && error !== null && "code" in error ? String(error.code) : "?"));
    const columns = `(id, "electionId", kind, purpose, "heldOn", place, basis, entitled, present, minutes, "createdAt", representatives, "womenRepresentatives", "noticeOn")`;
    const meeting = (kind: string, entitled: number, present: number, rest = "NULL, NULL, NULL") => `INSERT INTO "Meeting" ${columns} VALUES ('${randomUUID()}', '${one.electionId}', '${kind}', 'resolutions', '2026-03-12', 'x', 'persons', ${entitled}, ${present}, '', now(), ${rest})`;
    const vote = (yes: number, group = "NULL") => `INSERT INTO "Resolution" (id, "meetingId", ordinal, subject, text, "groupNumber", yes, no, abstain) VALUES ('${randomUUID()}', '${id}', 9, 'other', 'x', ${group}, ${yes}, 1, 0)`;
    const check = "23514";
    try {
      expect(await refused(meeting("assembly", 50, 51))).toBe(check);
      expect(await refused(meeting("circle", 50, 50))).toBe(check);
      expect(await refused(meeting("representatives", 50, 50, "51, 1, NULL"))).toBe(check);
      expect(await refused(meeting("representatives", 50, 50, "40, 41, NULL"))).toBe(check);
      expect(await refused(meeting("assembly", 50, 50, "NULL, NULL, '2026-03-13'"))).toBe(check);
      expect(await refused(meeting("groups", 50, 50))).toBe("CX009");
      expect(await refused(vote(50))).toBe("CX007");
      expect(await refused(vote(1, "1"))).toBe("CX007");
      expect(await refused(`INSERT INTO "Admission" SELECT id, 'e', 'x', 'lived', '2024-01-01', '2026-01-01' FROM "Resolution" WHERE "meetingId" = '${id}'`)).toBe("CX008");
      expect(await refused(`UPDATE "Meeting" SET present = 49 WHERE id = '${id}'`)).toBe("CX003");
      expect(await refused(`DELETE FROM "Meeting" WHERE id = '${id}'`)).toBe("CX003");
      expect(await refused(`UPDATE "Resolution" SET yes = 27 WHERE "meetingId" = '${id}'`)).toBe("CX003");
      expect(await refused(vote(1))).toBe("done");
    } finally {
      await owner.end();
    }
  });
});
