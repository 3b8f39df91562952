import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import { issueCommittee, issueElectionDay, issueRegistration } from "#lib/committee/notices.ts";
import { noticeDraft, saveNoticeDraft } from "#lib/election/draft-commands.ts";
import { issueCorrection, issueRepresentatives, issueSupervisionCommittee } from "#lib/election/typed-notices.ts";
import { provincePackFaults } from "#lib/law/pack-check.ts";
import { CN_ZJ_2020 } from "#lib/law/packs/zhejiang.ts";
import { addPostingPhoto, postNotice } from "#lib/notice/commands.ts";
import { canonical } from "#lib/platform/canonical.ts";
import { lackingNotices, noticeStates } from "#lib/notice/overview.ts";
import { noticeSetFactsOf, townshipNoticeFacts } from "#lib/notice/overview-queries.ts";
import { noticePdf } from "#lib/notice/pdf.ts";
import { issuedNotices, noticeRecord, postingPhoto } from "#lib/notice/queries.ts";
import { sha256 } from "#lib/platform/crypto.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import type { Result } from "#lib/platform/result.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { asText, notedPng, phoneJpeg } from "#tests/support/photos.ts";

let base: TestDatabase;
let one: TestCase;
let chair: Actor;
let officer: Actor;
beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(() => base.close());
beforeEach(async () => {
  one = await openCase(base.db);
  chair = await one.person("committeeChair", "陈立群");
  officer = await one.person("townshipOfficer", "赵明远");
});

/** An election committee of three in its place: notices need a body that signs. */
async function seatCommittee(): Promise<void> {
  const people = [["江国平", "male", "chair"], ["林秀英", "female", "member"], ["周建设", "male", "member"]] as const;
  await base.db.committeeMember.createMany({
    data: people.map(([name, sex, position], place) => ({ id: randomUUID(), electionId: one.electionId, name, sex, position, votes: 40 - place, rank: place + 1, state: "serving" })),
  });
}

const on = (day: string, actor: Actor | null = chair, requestId?: string) => ({ db: base.db, actor, clock: () => new Date(`${day}T02:00:00Z`), requestId });
const words = { electionId: "", from: "2026-03-16", until: "2026-03-20", place: "村委会", contact: "陈立群 13800000000" };
const registration = () => ({ ...words, electionId: one.electionId });
const codes = (result: Result<unknown, Refusal>): readonly string[] =>
  result.ok ? [] : result.error.kind === "invalid" ? result.error.issues.map((issue) => `${issue.field ?? ""}:${issue.code}`) : result.error.kind === "findings" ? result.error.findings.filter((found) => !found.ok && found.severity !== "info").map((found) => found.code) : [result.error.kind];
async function issued(result: Promise<Result<{ readonly noticeId: string; readonly number: string }, Refusal>>) {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}
const dayNotice = () => issued(issueElectionDay.run(on("2026-03-15", officer), { electionId: one.electionId }));

describe("who issues a notice", () => {
  test("the township's office announces the day before any committee exists; the village cannot do it for it", async () => {
    expect(codes(await issueElectionDay.run(on("2026-03-15"), { electionId: one.electionId }))).toEqual(["forbidden"]);
    expect(await dayNotice()).toMatchObject({ number: "1" });
    const [notice] = await issuedNotices(base.db, one.electionId);
    expect(notice?.issuer).toBe("河西镇村民委员会换届选举指导组");
  });
  test("no notice of the election committee goes out before it was chosen", async () => {
    expect(codes(await issueRegistration.run(on("2026-03-15"), registration()))).toEqual(["issuerNotFormed"]);
    await seatCommittee();
    expect(await issueRegistration.run(on("2026-03-15"), registration())).toMatchObject({ ok: true, value: { number: "3" } });
  });
  test("the township issues none of the village's notices, another village's chair none at all, a teller none", async () => {
    await seatCommittee();
    const stranger = await (await openCase(base.db)).person("committeeChair");
    for (const actor of [officer, stranger, await one.person("teller"), await one.person("observer")]) {
      expect(codes(await issueRegistration.run(on("2026-03-15", actor), registration()))).toEqual(["forbidden"]);
    }
    expect(codes(await issueRegistration.run(on("2026-03-15", null), registration()))).toEqual(["signedOut"]);
    expect(await base.db.notice.count({ where: { electionId: one.electionId } })).toBe(0);
  });
  test("notice 2 names who signed for the villagers' committee; the name is kept and not in the ledger", async () => {
    await base.db.meeting.create({
      data: { id: randomUUID(), electionId: one.electionId, kind: "representatives", purpose: "electionCommittee", heldOn: "2026-03-12", place: "村委会", basis: "members", entitled: 54, present: 50, minutes: "", createdAt: new Date("2026-03-12T02:00:00Z") },
    });
    await seatCommittee();
    expect(codes(await issueCommittee.run(on("2026-03-15"), { electionId: one.electionId }))).toEqual(["signedBy:required"]);
    const { noticeId } = await issued(issueCommittee.run(on("2026-03-15"), { electionId: one.electionId, signedBy: "梁守田", acceptances: { auditNotPublished: "审计结果月底公布" } }));
    expect(await base.db.notice.findUnique({ where: { id: noticeId }, select: { signedBy: true, issuer: true } })).toEqual({ signedBy: "梁守田", issuer: "江家庄村村民委员会" });
    const entry = await base.db.ledgerEntry.findFirstOrThrow({ where: { scope: `election:${one.electionId}` }, orderBy: { sequence: "desc" } });
    expect(entry.payload).toContain("signedBy");
    expect(entry.payload).not.toContain("梁守田");
    const row = await noticeRecord(base.db, noticeId);
    expect(JSON.stringify(row?.paper.data)).not.toContain("梁守田");
  });
});

describe("a county's own set", () => {
  test("moves number, title, wording and issuer with its pack, and the right to issue goes with the issuer", async () => {
    const notices = [
      { code: "electionCommittee", number: "1" },
      { code: "electionDay", number: "2", title: "选举日和登记日公告", issuer: "electionCommittee", template: [{ type: "paragraph", text: "{village}的选举日为{electionDay}。" }], fields: [] },
    ];
    const pack = { ...CN_ZJ_2020, notices };
    expect(provincePackFaults(pack)).toEqual([]);
    const content = canonical(JSON.parse(JSON.stringify(pack)));
    const versionId = randomUUID();
    await base.db.packVersion.create({ data: { id: versionId, hash: sha256(content), packId: pack.id, region: pack.region, countyId: one.countyId, number: 1, inForceFrom: pack.inForceFrom, content, createdAt: new Date("2026-01-01T00:00:00Z") } });
    await base.db.election.update({ where: { id: one.electionId }, data: { provincePack: pack.id, provinceVersionId: versionId } });
    await seatCommittee();
    expect(codes(await issueElectionDay.run(on("2026-03-15", officer), { electionId: one.electionId }))).toEqual(["forbidden"]);
    const { noticeId, number } = await issued(issueElectionDay.run(on("2026-03-15"), { electionId: one.electionId }));
    expect(number).toBe("2");
    expect(await noticeRecord(base.db, noticeId)).toMatchObject({ title: "选举日和登记日公告", issuer: "江家庄村村民选举委员会", paper: { data: { body: [{ text: "江家庄村的选举日为2026年4月18日。" }] } } });
  });
});

describe("the day of a notice", () => {
  test("late by custom is said and stops nothing; it takes no reason", async () => {
    expect(await issueElectionDay.run(on("2026-04-02", officer), { electionId: one.electionId })).toMatchObject({ ok: true });
  });
  test("an arrangement whose end lies before its beginning, or a missing field, is refused", async () => {
    await seatCommittee();
    expect(codes(await issueRegistration.run(on("2026-03-15"), { ...registration(), place: "" }))).toEqual(["place:required"]);
    expect(codes(await issueRegistration.run(on("2026-03-15"), { ...registration(), until: "2026-03-15" }))).toEqual(["until:endBeforeStart"]);
    expect(await issueRegistration.run(on("2026-03-15"), { ...registration(), until: "2026-03-16" })).toMatchObject({ ok: true });
  });
});

describe("drafts", () => {
  const draft = (version: number, people: string) => ({ electionId: one.electionId, code: "representatives", version: String(version), values: { heldOn: "2026-04-01", people } });
  test("are kept, changed with the version that was shown, and gone once the notice is out", async () => {
    await seatCommittee();
    expect(await saveNoticeDraft.run(on("2026-04-01"), draft(0, "第一村民小组：王建国"))).toMatchObject({ ok: true });
    expect(codes(await saveNoticeDraft.run(on("2026-04-01"), draft(0, "第一村民小组：李秀英（女）")))).toEqual(["conflict"]);
    expect(await saveNoticeDraft.run(on("2026-04-01"), draft(1, "第一村民小组：王建国、李秀英（女）"))).toMatchObject({ ok: true });
    const kept = await noticeDraft(base.db, one.electionId, "representatives");
    expect(kept).toMatchObject({ version: 2, byName: "陈立群", values: { heldOn: "2026-04-01" } });
    const facts = await noticeSetFactsOf(base.db, one.electionId);
    expect(facts?.drafts.has("representatives")).toBe(true);
    const { noticeId, number } = await issued(issueRepresentatives.run(on("2026-04-01"), { electionId: one.electionId, values: kept?.values }));
    expect(number).toBe("6");
    expect(JSON.stringify((await noticeRecord(base.db, noticeId))?.paper.data)).toContain("村民代表2人，其中妇女1人");
    expect(await noticeDraft(base.db, one.electionId, "representatives")).toBeNull();
  });
  test("that are not whole, or of a notice that is not one's own, are refused and nothing is kept", async () => {
    await seatCommittee();
    expect(codes(await saveNoticeDraft.run(on("2026-04-01"), draft(0, "王建国")))).toEqual(["values.people:groupLine"]);
    expect(codes(await saveNoticeDraft.run(on("2026-04-01", officer), draft(0, "第一村民小组：王建国")))).toEqual(["forbidden"]);
    expect(codes(await saveNoticeDraft.run(on("2026-04-01"), { electionId: one.electionId, code: "electionDay", version: "0", values: {} }))).toEqual(["forbidden"]);
    expect(codes(await saveNoticeDraft.run(on("2026-04-01", await one.person("teller")), draft(0, "第一村民小组：王建国")))).toEqual(["forbidden"]);
    expect(await base.db.noticeDraft.count({ where: { electionId: one.electionId } })).toBe(0);
  });
  test("leave no word of what was typed in the ledger", async () => {
    await seatCommittee();
    await saveNoticeDraft.run(on("2026-04-01"), draft(0, "第一村民小组：王建国"));
    const entry = await base.db.ledgerEntry.findFirstOrThrow({ where: { scope: `election:${one.electionId}` }, orderBy: { sequence: "desc" } });
    expect(entry).toMatchObject({ command: "notice.saveDraft" });
    expect(entry.payload).not.toContain("王建国");
  });
  test("a character that no font of the papers has stops the notice and is named", async () => {
    await seatCommittee();
    const refused = await issueSupervisionCommittee.run(on("2026-04-18"), { electionId: one.electionId, values: { heldOn: "2026-04-18", meeting: "村民代表会议", people: "主任：王𣘴" } });
    expect(codes(refused)).toEqual(["noticeCharacters"]);
    expect(JSON.stringify(refused)).toContain("𣘴");
  });
});

describe("a correction", () => {
  const correct = (correctsId: string, number = "1") => ({ electionId: one.electionId, correctsId, values: { wrong: `第${number}号公告的日期`, right: "2026年4月18日\n上午八时" } });
  test("is a further notice with a branch of the number; the old one stays, and each points at the other", async () => {
    const old = await dayNotice();
    const before = await noticeRecord(base.db, old.noticeId);
    const later = await issued(issueCorrection.run(on("2026-03-16", officer), correct(old.noticeId)));
    expect(later.number).toBe("1-2");
    const again = await issued(issueCorrection.run(on("2026-03-17", officer), correct(later.noticeId, "1-2")));
    expect(again.number).toBe("1-3");
    const first = await noticeRecord(base.db, old.noticeId);
    expect(first?.paper).toEqual(before?.paper);
    expect(first?.correctedBy).toEqual([{ id: later.noticeId, number: "1-2" }]);
    expect(await noticeRecord(base.db, later.noticeId)).toMatchObject({ corrects: { number: "1" }, correctedBy: [{ number: "1-3" }], issuer: "河西镇村民委员会换届选举指导组", title: "更正公告" });
    const text = JSON.stringify((await noticeRecord(base.db, later.noticeId))?.paper.data);
    expect(text).toContain("公告第1号《选举日公告》");
    expect(text).toContain("上午八时");
    const lines = await issuedNotices(base.db, one.electionId);
    expect(lines.map((line) => [line.number, line.corrects?.number ?? null, line.correctedBy.map((link) => link.number)])).toEqual([["1-3", "1-2", []], ["1-2", "1", ["1-3"]], ["1", null, ["1-2"]]]);
  });
  test("belongs to whoever issued the first: the village cannot correct the township's notice", async () => {
    const old = await dayNotice();
    await seatCommittee();
    expect(codes(await issueCorrection.run(on("2026-03-16"), correct(old.noticeId)))).toEqual(["forbidden"]);
  });
  test("without saying what is wrong and what is right, or of another election's notice, is refused", async () => {
    const old = await dayNotice();
    expect(codes(await issueCorrection.run(on("2026-03-16", officer), { electionId: one.electionId, correctsId: old.noticeId, values: { wrong: "日期" } }))).toEqual([":notReady"]);
    const other = await openCase(base.db);
    const foreign = await issued(issueElectionDay.run(on("2026-03-15", await other.person("townshipOfficer")), { electionId: other.electionId }));
    expect((await issueCorrection.run(on("2026-03-16", officer), correct(foreign.noticeId))).ok).toBe(false);
    await expect(base.db.notice.create({
      data: { id: randomUUID(), electionId: one.electionId, number: "99", code: "correction", title: "更正公告", issuer: "某", issuedOn: "2026-03-16", issuedAt: new Date(), document: "notice", data: {}, fingerprint: "A", pdfSha256: "", correctsId: foreign.noticeId },
    })).rejects.toThrow(/own election/);
  });
});

describe("an issued notice", () => {
  test("cannot be changed or taken away by anybody, nor can its posting and its photo", async () => {
    const { noticeId } = await dayNotice();
    const posted = await postNotice.run(on("2026-03-15", await one.person("registrar")), { noticeId, place: "村务公开栏", postedOn: "2026-03-15", postedAt: "10:00" });
    if (!posted.ok) throw new Error("not posted");
    await addPostingPhoto.run(on("2026-03-15"), { postingId: posted.value.postingId, bytes: phoneJpeg() });
    await expect(base.db.notice.update({ where: { id: noticeId }, data: { title: "别的" } })).rejects.toThrow();
    await expect(base.db.notice.delete({ where: { id: noticeId } })).rejects.toThrow();
    await expect(base.db.posting.updateMany({ where: { noticeId }, data: { place: "别处" } })).rejects.toThrow();
    await expect(base.db.posting.deleteMany({ where: { noticeId } })).rejects.toThrow();
    await expect(base.db.postingPhoto.updateMany({ data: { width: 1 } })).rejects.toThrow();
    await expect(base.db.postingPhoto.deleteMany({})).rejects.toThrow();
  });
  test("is the paper that was hashed when it went out", async () => {
    const { noticeId } = await dayNotice();
    const record = await noticeRecord(base.db, noticeId);
    if (record === null) throw new Error("no notice");
    expect(sha256(await noticePdf(record))).toBe(record.pdfSha256);
  });
});

describe("a posting", () => {
  const post = (noticeId: string, actor: Actor = chair, postedAt = "10:00") => postNotice.run(on("2026-03-15", actor), { noticeId, place: "村务公开栏", postedOn: "2026-03-15", postedAt });
  const posting = async (): Promise<string> => {
    const { noticeId } = await dayNotice();
    const posted = await post(noticeId);
    if (!posted.ok) throw new Error("not posted");
    return posted.value.postingId;
  };
  test("lies between the issue and now, and the township cannot record it", async () => {
    const { noticeId } = await dayNotice();
    expect(codes(await post(noticeId, chair, "09:00"))).toEqual(["postedOn:beforeIssue"]);
    expect(codes(await post(noticeId, chair, "12:00"))).toEqual(["postedOn:inFuture"]);
    expect(codes(await post(noticeId, officer))).toEqual(["forbidden"]);
    expect(await post(noticeId)).toMatchObject({ ok: true });
  });
  test("keeps photos without place, time and device of the camera; the ledger has their hash", async () => {
    const postingId = await posting();
    const added = await addPostingPhoto.run(on("2026-03-15"), { postingId, bytes: phoneJpeg() });
    if (!added.ok) throw new Error("no photo");
    const photo = await postingPhoto(base.db, added.value.photoId);
    expect(photo).toMatchObject({ mediaType: "image/jpeg", electionId: one.electionId });
    expect(asText(photo?.bytes ?? new Uint8Array())).not.toMatch(/GPS|121\.5440|HUAWEI|secretnote|behind the end/u);
    const entry = await base.db.ledgerEntry.findFirstOrThrow({ where: { scope: `election:${one.electionId}` }, orderBy: { sequence: "desc" } });
    expect(entry.payload).toContain(photo?.sha256 ?? "none");
    expect(await addPostingPhoto.run(on("2026-03-15"), { postingId, bytes: notedPng() })).toMatchObject({ ok: true });
    const [line] = await issuedNotices(base.db, one.electionId);
    expect(line?.postings.map((row) => row.photos.map(({ width, height }) => [width, height]))).toEqual([[[8, 8], [1, 1]]]);
  });
  test("refuses what is no photo, a damaged one, the same one twice, and more than four", async () => {
    const postingId = await posting();
    const add = (bytes: Uint8Array, actor: Actor = chair) => addPostingPhoto.run(on("2026-03-15", actor), { postingId, bytes });
    expect(codes(await add(new TextEncoder().encode("<svg onload=alert(1)>")))).toEqual(["file:photoWrongType"]);
    expect(codes(await add(phoneJpeg().slice(0, 120)))).toEqual(["file:photoDamaged"]);
    expect(codes(await add(phoneJpeg(), officer))).toEqual(["forbidden"]);
    expect(codes(await addPostingPhoto.run(on("2026-03-15"), { postingId: randomUUID(), bytes: phoneJpeg() }))).toEqual(["notFound"]);
    expect(await add(phoneJpeg(1))).toMatchObject({ ok: true });
    expect(codes(await add(phoneJpeg(1)))).toEqual(["file:photoKnown"]);
    for (const orientation of [3, 6, 8]) expect(await add(phoneJpeg(orientation))).toMatchObject({ ok: true });
    expect(codes(await add(notedPng()))).toEqual(["file:photosEnough"]);
  });
});

describe("the set of a case and of a township", () => {
  test("tells what is out, drafted, posted and lacking", async () => {
    await dayNotice();
    await seatCommittee();
    const facts = await noticeSetFactsOf(base.db, one.electionId);
    if (facts === null) throw new Error("no facts");
    const lacking = lackingNotices(noticeStates(facts, "2026-03-20"));
    expect(lacking.map((line) => [line.kind.number, line.state])).toEqual([["2", "late"], ["3", "late"]]);
    expect(facts.issued).toMatchObject([{ code: "electionDay", number: "1", postings: 0 }]);
    expect(await noticeSetFactsOf(base.db, randomUUID())).toBeNull();
  });
  test("of many villages costs as many queries as of one", async () => {
    const queries = async (townshipId: string): Promise<number> => {
      const sent = vi.spyOn(Client.prototype, "query");
      expect((await townshipNoticeFacts(base.db, townshipId)).length).toBeGreaterThan(0);
      const count = sent.mock.calls.length;
      sent.mockRestore();
      return count;
    };
    // A connection that the pool opens meanwhile sends queries of its own: the fewest of several looks are the page's.
    const fewest = async (): Promise<number> => Math.min(await queries(one.townshipId), await queries(one.townshipId), await queries(one.townshipId));
    const alone = await fewest();
    for (let place = 0; place < 4; place += 1) {
      const villageId = randomUUID();
      await base.db.village.create({ data: { id: villageId, townshipId: one.townshipId, code: `v${place}`, name: `第${place}村` } });
      await base.db.election.create({ data: { id: randomUUID(), driveId: one.driveId, villageId, countyCode: "1", term: 13, electionDay: "2026-04-18", nationalPack: "CN-2025", parameters: {}, createdAt: new Date() } });
    }
    expect(await fewest()).toBe(alone);
  });
});
