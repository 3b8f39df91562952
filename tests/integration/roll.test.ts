import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import { addDays } from "#lib/calendar/day.ts";
import type { Database } from "#lib/database/client.ts";
import { execute } from "#lib/platform/command.ts";
import { unseal } from "#lib/platform/crypto.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import type { Result } from "#lib/platform/result.ts";
import { addEntry, correctEntry } from "#lib/roll/entry/commands.ts";
import { recordContact } from "#lib/roll/entry/contact-commands.ts";
import { excludeEntry, readmitEntry } from "#lib/roll/entry/standing-commands.ts";
import { confirmImport, uploadRegister } from "#lib/roll/import/commands.ts";
import { readNow } from "#lib/roll/import/read-now.ts";
import { summarySchema } from "#lib/roll/import/summary.ts";
import { publishRoll, supplementRoll } from "#lib/roll/publish/commands.ts";
import { rollList, rollOverview } from "#lib/roll/queries.ts";
import { personContext } from "#lib/roll/person-keys.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { makeLawful } from "#tests/support/lawful.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { issues, valueOf } from "#tests/support/outcome.ts";
import { csvOf, workbookOf, type Grid } from "#tests/support/workbook.ts";

const register = Uint8Array.from(readFileSync(new URL("../fixtures/register/register-jiangjiazhuang.xlsx", import.meta.url)));
let testDatabase: TestDatabase;
let db: Database;
const clock = () => new Date("2026-02-20T02:00:00Z");

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
});
afterAll(() => testDatabase.close());

const HEADINGS = ["村民小组", "户号", "姓名", "性别", "公民身份号码", "出生日期", "居住情况", "是否参加选举", "备注"];
const person = (changes: Partial<Record<(typeof HEADINGS)[number], string | number | null>>): (string | number | null)[] => {
  const plain: Record<string, string | number | null> = { 村民小组: "一组", 户号: "1", 姓名: "张国强", 性别: "男", 公民身份号码: "110105194912310038", 出生日期: "1949-12-31", 居住情况: "常住", 是否参加选举: "", 备注: "" };
  return HEADINGS.map((heading) => (heading in changes ? (changes[heading] ?? null) : (plain[heading] ?? null)));
};
const small: Grid = [HEADINGS, person({}), person({ 姓名: "李秀英", 性别: "女", 公民身份号码: "11010519491231002X", 居住情况: "外出" }), person({ 姓名: "王小明", 公民身份号码: null, 出生日期: "1980-01-01" })];

type Desk = { readonly place: TestCase; readonly chair: Actor; readonly run: <Input, Output>(command: { run: (context: { db: Database; actor: Actor | null; clock: () => Date }, input: unknown) => Promise<Result<Output, Refusal>> }, input: Input, at?: Date) => Promise<Result<Output, Refusal>> };

async function desk(electionDay = "2026-04-18"): Promise<Desk> {
  const place = await openCase(db, electionDay);
  const chair = await place.person("committeeChair");
  await makeLawful(db, place, "roll");
  return { place, chair, run: (command, input, at) => command.run({ db, actor: chair, clock: at === undefined ? clock : () => at }, input) };
}


async function imported(bytes: Uint8Array, electionDay?: string): Promise<Desk> {
  const at = await desk(electionDay);
  const importId = await read(at, bytes);
  valueOf(await at.run(confirmImport, { importId }));
  return at;
}

/** Uploads a register and has it read; nothing is confirmed yet. */
async function read(at: Desk, bytes: Uint8Array): Promise<string> {
  const { importId } = valueOf(await at.run(uploadRegister, { electionId: at.place.electionId, fileName: "花名册.xlsx", bytes }));
  await readNow(db, importId, clock());
  return importId;
}
const heard = { how: "phone", outcome: "heard", said: "takesPart", day: "2026-02-19", note: "" } as const;
const entryNamed = (electionId: string, name: string) => db.rollEntry.findFirstOrThrow({ where: { electionId, name } });
const acceptAll = { rollFaultsOpen: "已逐户核对，余下的于申诉期内更正", namesNotPrintable: "由登记员手写补全" };

describe("importing the register of Jiangjiazhuang", () => {
  let at: Desk;
  let importId: string;
  beforeAll(async () => {
    at = await desk();
    importId = await read(at, register);
  });

  it("first shows a preview with its counts and findings, and puts nobody on the roll", async () => {
    const row = await db.rollImport.findUniqueOrThrow({ where: { id: importId } });
    const summary = summarySchema.parse(row.summary);
    expect([row.state, await db.rollEntry.count({ where: { electionId: at.place.electionId } })]).toEqual(["preview", 0]);
    expect(summary.kind === "preview" ? [summary.counts.eligible.total, Object.values(summary.faults).reduce((total, count) => total + count, 0)] : summary.kind).toEqual([2407, 58]);
  });

  it("keeps the file encrypted until it is confirmed, then no longer", async () => {
    const before = await db.rollImport.findUniqueOrThrow({ where: { id: importId } });
    expect(Buffer.from(before.fileCipher ?? new Uint8Array()).includes(Buffer.from(register.subarray(0, 64)))).toBe(false);
    valueOf(await at.run(confirmImport, { importId }));
    expect((await db.rollImport.findUniqueOrThrow({ where: { id: importId } })).fileCipher).toBeNull();
  });

  it("lists the people of the answer key, by sex and group", async () => {
    const overview = await rollOverview(db, at.place.electionId);
    expect([overview.listed.total, overview.listed.men, overview.listed.women]).toEqual([2407, 1214, 1193]);
    expect(overview.groups.map(({ groupNumber, listed }) => [groupNumber, listed])).toEqual([[1, 301], [2, 312], [3, 301], [4, 314], [5, 303], [6, 287], [7, 301], [8, 288]]);
    expect(overview.notListed).toEqual({ minor: 290, notStated: 19, notApproved: 0, deprived: 2, dead: 4, movedOut: 5, other: 0 });
  });

  it("keeps identity numbers only encrypted and hashed, and masked on screens", async () => {
    const entry = await db.rollEntry.findFirstOrThrow({ where: { electionId: at.place.electionId, sourceRow: 4 }, select: { name: true, personId: true, person: true } });
    const { idCipher, idHash, idMask } = entry.person;
    expect([entry.name, idMask, idHash?.length]).toEqual(["张娜淑", "141002***********1", 32]);
    expect(unseal(idCipher ?? new Uint8Array(), personContext(entry.personId)).toString()).toBe("141002195710239161");
    const texts = JSON.stringify([await db.ledgerEntry.findMany({ where: { scope: `election:${at.place.electionId}` } }), await db.rollImport.findMany({ select: { summary: true } }), await db.rollImportRow.findMany({ where: { importId }, omit: { cells: true, idCipher: true, idHash: true } }), await rollList(db, at.place.electionId, { text: "张娜淑" })]);
    expect(texts).not.toMatch(/"[1-9]\d{16}[\dX]"|141002195710239161/u);
  });

  it("writes one ledger entry for the whole file, with its SHA-256 and without names", async () => {
    const entries = await db.ledgerEntry.findMany({ where: { scope: `election:${at.place.electionId}` }, orderBy: { sequence: "asc" } });
    expect(entries.map(({ command }) => command)).toEqual(["roll.uploadRegister", "roll.confirmImport"]);
    expect(entries[1]?.payload).toMatch(/"fileSha256":"[0-9a-f]{64}"/u);
    expect(entries.map(({ payload }) => payload).join()).not.toMatch(/\p{Script=Han}/u);
  });

  it("recognises the same file when it comes again", async () => {
    expect(issues(await at.run(uploadRegister, { electionId: at.place.electionId, fileName: "again.xlsx", bytes: register }))).toEqual(["file:registerKnown"]);
    expect(issues(await at.run(confirmImport, { importId }))).toEqual(["null:alreadyDone"]);
  });

  it("finds people by name, by pinyin and by its first letters, and keeps rare characters", async () => {
    const names = async (text: string) => (await rollList(db, at.place.electionId, { text })).rows.map((row) => row.name);
    expect(await names("尉迟平勇")).toEqual(["尉迟平勇"]);
    expect(await names("yuchipingyong")).toEqual(["尉迟平勇"]);
    expect(await names("ycpy")).toContain("尉迟平勇");
    expect(await names("刘𬭎")).toEqual(["刘𬭎"]);
  });

  it("is published with warnings answered, as a frozen list with notice 4 that holds no identity number", async () => {
    expect(await at.run(publishRoll, { electionId: at.place.electionId })).toMatchObject({ ok: false, error: { kind: "findings" } });
    const { versionId, noticeId, total, number } = valueOf(await at.run(publishRoll, { electionId: at.place.electionId, acceptances: acceptAll }));
    expect([total, number, await db.rollVersionEntry.count({ where: { versionId } }), await db.rollEntry.count({ where: { electionId: at.place.electionId, published: true } })]).toEqual([2407, "4", 2407, 2407]);
    const notice = await db.notice.findUniqueOrThrow({ where: { id: noticeId } });
    expect(JSON.stringify(notice.document) + JSON.stringify(notice.data)).not.toMatch(/\d{15}/u);
    await expect(db.rollVersion.update({ where: { id: versionId }, data: { total: 1 } })).rejects.toThrow();
    expect(issues(await at.run(publishRoll, { electionId: at.place.electionId, acceptances: acceptAll }))).toEqual(["null:alreadyDone"]);
    expect(issues(await at.run(uploadRegister, { electionId: at.place.electionId, fileName: "x.csv", bytes: new TextEncoder().encode(csvOf(small)) }))).toEqual(["null:rollPublished"]);
  });
});

describe("a register that needs help", () => {
  it("is read with its heading in row 3, numbers as numbers, scripts as text, and long and rare names whole", async () => {
    const long = "张".repeat(40);
    const grid: Grid = [["某村花名册"], [], HEADINGS, person({ 姓名: long }), person({ 姓名: "刘𬭎", 公民身份号码: 110105194912310050, 出生日期: "1949-12-31" }), person({ 姓名: "<script>alert(1)</script>", 公民身份号码: "110105195001010039", 出生日期: "1950-01-01" })];
    const at = await imported(workbookOf({ 名册: grid }));
    const entries = await db.rollEntry.findMany({ where: { electionId: at.place.electionId }, orderBy: { sourceRow: "asc" } });
    expect(entries.map(({ name, sourceRow, openFindings }) => [name, sourceRow, openFindings.filter((kind) => kind !== "idCheckDigit")])).toEqual([[long, 4, []], ["刘𬭎", 5, ["idLostDigits"]], ["<script>alert(1)</script>", 6, ["nameUnusual"]]]);
  });
});

const typed = { name: "王小明", sex: "male", bornOn: "1980-01-01", groupNumber: "2", category: "1" };

describe("working on entries", () => {
  it("corrects an entry: a sound number settles its findings, a faulty one is refused, birth and sex must agree with it", async () => {
    const at = await imported(workbookOf({ 名册: small }));
    const entry = await entryNamed(at.place.electionId, "王小明");
    expect(entry.openFindings).toEqual(["idMissing"]);
    const input = { ...typed, entryId: entry.id, version: "1" };
    expect(issues(await at.run(correctEntry, { ...input, idNumber: "110105198001010010" }))).toEqual(["idNumber:invalidIdNumber"]);
    expect(issues(await at.run(correctEntry, { ...input, idNumber: "110105194912310038" }))).toEqual(["idNumber:numberOnRoll"]);
    expect(issues(await at.run(correctEntry, { ...input, idNumber: "110105195001010039" }))).toEqual(["bornOn:birthDiffersFromNumber"]);
    valueOf(await at.run(correctEntry, { ...input, idNumber: "１１０１０５１９５００１０１００３９", bornOn: "1950-01-01" }));
    expect(await db.rollEntry.findUniqueOrThrow({ where: { id: entry.id }, select: { openFindings: true, version: true, groupNumber: true, person: { select: { idMask: true } } } })).toEqual({ openFindings: [], version: 2, groupNumber: 2, person: { idMask: "110105***********9" } });
    expect(await at.run(correctEntry, input)).toMatchObject({ ok: false, error: { kind: "conflict" } });
  });

  it("adds a person once, and derives from birth and category whether he is listed", async () => {
    const at = await imported(workbookOf({ 名册: small }));
    const input = { ...typed, electionId: at.place.electionId, name: "赵　新", bornOn: "2008-04-18" };
    const { entryId } = valueOf(await at.run(addEntry, input));
    expect(await db.rollEntry.findUniqueOrThrow({ where: { id: entryId } })).toMatchObject({ name: "赵新", status: "listed", openFindings: ["idMissing"] });
    expect(issues(await at.run(addEntry, { ...input, name: "赵新" }))).toEqual(["name:personOnRoll"]);
    const young = valueOf(await at.run(addEntry, { ...input, name: "赵小", bornOn: "2008-04-19" }));
    const outside = valueOf(await at.run(addEntry, { ...input, name: "外来人", category: "3" }));
    expect([(await db.rollEntry.findUniqueOrThrow({ where: { id: young.entryId } })).status, (await db.rollEntry.findUniqueOrThrow({ where: { id: outside.entryId } })).status]).toEqual(["minor", "notApproved"]);
  });

  it("lists somebody away only after he said that he takes part", async () => {
    const at = await imported(workbookOf({ 名册: small }));
    const before = await entryNamed(at.place.electionId, "李秀英");
    valueOf(await at.run(recordContact, { entryId: before.id, version: "1", ...heard }));
    const resident = await entryNamed(at.place.electionId, "张国强");
    expect([before.status, (await entryNamed(at.place.electionId, "李秀英")).status]).toEqual(["notStated", "listed"]);
    expect(issues(await at.run(recordContact, { entryId: resident.id, version: "1", ...heard }))).toEqual(["said:notAway"]);
  });

  it("answers a foreign entry like a missing one, and does not let township staff write", async () => {
    const at = await imported(workbookOf({ 名册: small }));
    const other = await desk();
    const entry = await entryNamed(at.place.electionId, "张国强");
    const exclusion = { entryId: entry.id, version: "1", exclusion: "deprived" as const, note: "判决书" };
    expect(await execute(excludeEntry, { db, actor: other.chair, clock }, exclusion)).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    expect(await execute(excludeEntry, { db, actor: await at.place.person("townshipOfficer"), clock }, exclusion)).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    expect(await execute(excludeEntry, { db, actor: at.chair, clock }, { ...exclusion, entryId: randomUUID() })).toMatchObject({ ok: false, error: { kind: "notFound" } });
  });
});

describe("posting the list", () => {
  const inTime = (at: Desk) => at.run(publishRoll, { electionId: at.place.electionId, acceptances: acceptAll });

  it("is possible on the twentieth day before election day and not a day later", async () => {
    const at = await imported(workbookOf({ 名册: small }));
    const day = (daysBefore: number) => new Date(`${addDays("2026-04-18", -daysBefore)}T02:00:00Z`);
    const late = await at.run(publishRoll, { electionId: at.place.electionId, acceptances: { ...acceptAll, listTooLate: "来不及了" } }, day(19));
    expect(!late.ok && late.error.kind === "findings" ? late.error.findings.filter((one) => one.severity === "error").map(({ code, citation }) => [code, citation?.article]) : late).toEqual([["listTooLate", "17"]]);
    valueOf(await at.run(publishRoll, { electionId: at.place.electionId, acceptances: acceptAll }, day(20)));
  });

  it("refuses people who stand on the posted list of another village of the drive", async () => {
    const at = await imported(workbookOf({ 名册: small }));
    valueOf(await inTime(at));
    const villageId = randomUUID();
    const electionId = randomUUID();
    await db.village.create({ data: { id: villageId, townshipId: at.place.townshipId, code: `${at.place.electionId.slice(0, 6)}200`, name: "河东村" } });
    const { county, ...copied } = { county: null, ...(await db.election.findUniqueOrThrow({ where: { id: at.place.electionId }, select: { driveId: true, countyCode: true, term: true, electionDay: true, nationalPack: true, createdAt: true } })) };
    expect(county).toBeNull();
    await db.election.create({ data: { ...copied, id: electionId, villageId, parameters: {} } });
    const { openChain } = await import("#lib/ledger/append.ts");
    await db.$transaction((tx) => openChain(tx, { kind: "election", id: electionId }));
    await makeLawful(db, { electionId, electionDay: at.place.electionDay }, "roll");
    const { accountIn } = await import("#tests/support/case.ts");
    const chair = await accountIn(db, { ...at.place, villageId, electionId }, "committeeChair", "另一位主任");
    const uploaded = valueOf(await uploadRegister.run({ db, actor: chair, clock }, { electionId, fileName: "x.xlsx", bytes: workbookOf({ 名册: small }) }));
    await readNow(db, uploaded.importId, clock());
    valueOf(await confirmImport.run({ db, actor: chair, clock }, { importId: uploaded.importId }));
    const refused = await publishRoll.run({ db, actor: chair, clock }, { electionId, acceptances: acceptAll });
    expect(!refused.ok && refused.error.kind === "findings" ? refused.error.findings.filter((one) => one.severity === "error").map(({ code, actual }) => [code, actual["names"]]) : refused).toEqual([["listedElsewhere", ["张国强（江家庄村）"]]]);
  });

  it("is followed by supplements: added, removed and corrected people in one notice that points at the first", async () => {
    const at = await imported(workbookOf({ 名册: small }));
    valueOf(await inTime(at));
    const { electionId } = at.place;
    expect(issues(await at.run(supplementRoll, { electionId }))).toEqual(["null:nothingToAnnounce"]);
    const zhang = await entryNamed(electionId, "张国强");
    const li = await entryNamed(electionId, "李秀英");
    const wang = await entryNamed(electionId, "王小明");
    valueOf(await at.run(excludeEntry, { entryId: zhang.id, version: "1", exclusion: "dead", note: "三月一日去世" }));
    valueOf(await at.run(recordContact, { entryId: li.id, version: "1", ...heard }));
    expect(issues(await at.run(correctEntry, { ...typed, entryId: wang.id, version: "1", name: "王晓明" }))).toEqual(["reason:required"]);
    valueOf(await at.run(correctEntry, { ...typed, entryId: wang.id, version: "1", name: "王晓明", reason: "户口簿为“晓”" }));
    expect((await rollOverview(db, electionId)).registered).toBe(1);
    const { noticeId, number } = valueOf(await at.run(supplementRoll, { electionId }));
    const notice = await db.notice.findUniqueOrThrow({ where: { id: noticeId } });
    const first = await db.notice.findFirstOrThrow({ where: { electionId, code: "voterList" } });
    expect([number, notice.correctsId, (await rollOverview(db, electionId)).registered]).toEqual(["4-1", first.id, 2]);
    expect(JSON.stringify(notice.data)).toMatch(/增加.*李秀英.*去除.*张国强.*更正.*王小明 更正为 王晓明/u);
    expect(JSON.stringify(notice.data)).not.toMatch(/去世|户口簿/u);
  });

  it("announces nothing of a change that was taken back before its notice", async () => {
    const at = await imported(workbookOf({ 名册: small }));
    valueOf(await inTime(at));
    const zhang = await entryNamed(at.place.electionId, "张国强");
    valueOf(await at.run(excludeEntry, { entryId: zhang.id, version: "1", exclusion: "dead", note: "听说去世" }));
    valueOf(await at.run(readmitEntry, { entryId: zhang.id, version: "2", reason: "本人到场" }));
    expect([await db.rollChange.count({ where: { electionId: at.place.electionId } }), (await entryNamed(at.place.electionId, "张国强")).published]).toEqual([0, true]);
  });

  it("two at the same time publish once", async () => {
    const at = await imported(workbookOf({ 名册: small }));
    const results = await Promise.all([inTime(at), inTime(at)]);
    expect(results.map(issues).flat().toSorted()).toEqual(["accepted", "null:alreadyDone"]);
  });
});
