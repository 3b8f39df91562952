import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import { addDays } from "#lib/calendar/day.ts";
import type { Database } from "#lib/database/client.ts";
import { noticePdf } from "#lib/notice/pdf.ts";
import { noticeRecord } from "#lib/notice/queries.ts";
import { sha256 } from "#lib/platform/crypto.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import type { Result } from "#lib/platform/result.ts";
import { addEntry, correctEntry } from "#lib/roll/entry/commands.ts";
import { excludeEntry, readmitEntry } from "#lib/roll/entry/standing-commands.ts";
import { exportRoll, ownExport, recentExports } from "#lib/roll/papers/export.ts";
import { makeExport } from "#lib/roll/papers/make.ts";
import { EXPORT_FILES, type ExportFile } from "#lib/roll/papers/model.ts";
import { listAsOf } from "#lib/roll/publish/as-of.ts";
import { publishRoll, supplementRoll } from "#lib/roll/publish/commands.ts";
import { rollStatistics, type Line } from "#lib/roll/statistics.ts";
import { cellText } from "#lib/spreadsheet/model.ts";
import { readSheets } from "#lib/spreadsheet/read.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { makeLawful } from "#tests/support/lawful.ts";
import { pdfText } from "#tests/support/pdf.ts";

let testDatabase: TestDatabase;
let db: Database;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
});
afterAll(() => testDatabase.close());

const FIRST_DAY = "2026-03-01";
/** What replaces a given name, one for each round. */
const CORRECTED = ["", "改新", "改明", "改华", "改国"];
const NAMES = ["王伟", "李娜", "张敏", "丁一", "欧阳明", "张敏", "王芳", "马超", "林海", "何玉兰", "孙福", "罗立新"];

type Desk = { readonly place: TestCase; readonly chair: Actor; readonly onDay: (day: string) => <Output>(command: { run: (context: { db: Database; actor: Actor; clock: () => Date }, input: unknown) => Promise<Result<Output, Refusal>> }, input: unknown) => Promise<Output> };

/** A village with a register of these people, its desk ready to post the list. */
async function desk(): Promise<Desk> {
  const place = await openCase(db);
  await makeLawful(db, place, "roll");
  const chair = await place.person("committeeChair", "王秀英");
  const rows = NAMES.map((name, index) => ({ id: randomUUID(), personId: randomUUID(), name, index }));
  await db.person.createMany({ data: rows.map(({ personId }) => ({ id: personId, townshipId: place.townshipId, idMask: "330327********123X" })) });
  await db.rollEntry.createMany({
    data: rows.map(({ id, personId, name, index }) => ({
      id, electionId: place.electionId, driveId: place.driveId, personId, name, sex: index % 3 === 0 ? "female" : "male", bornOn: index === 5 ? "1970-09-01" : "1970-05-01", groupNumber: (index % 3) + 1, householdNumber: `${index >> 1}`,
      category: 1, livesHere: true, status: "listed", openFindings: [], pinyin: "", sourceRow: index + 4,
    })),
  });
  const onDay: Desk["onDay"] = (day) => async (command, input) => {
    const result = await command.run({ db, actor: chair, clock: () => new Date(`${day}T02:00:00Z`) }, input);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  return { place, chair, onDay };
}

const faces = (rows: readonly { readonly name: string; readonly sex: string; readonly groupNumber: number }[]): readonly string[] => rows.map(({ name, sex, groupNumber }) => `${name} ${sex} ${groupNumber}`).toSorted();
const published = (electionId: string) => db.rollEntry.findMany({ where: { electionId, published: true }, select: { id: true, name: true, sex: true, groupNumber: true, version: true } });
async function asOf(electionId: string, day: string) {
  const list = await listAsOf(db, electionId, day);
  if (list === null) throw new Error(`no list on ${day}`);
  return list;
}

describe("posting in a chosen order and layout", () => {
  it("freezes order, numbers and months with the version; the hash is that of the list of the day, and the paper is made again byte for byte", async () => {
    const { place, onDay } = await desk();
    const { noticeId, versionId } = await onDay(FIRST_DAY)(publishRoll, { electionId: place.electionId, order: "strokes", sheet: "a3-5" });
    const version = await db.rollVersion.findUniqueOrThrow({ where: { id: versionId }, select: { nameOrder: true, sha256: true, entries: { orderBy: { ordinal: "asc" }, select: { name: true, groupNumber: true, birthMonth: true } } } });
    expect(version.nameOrder).toBe("strokes");
    expect(version.entries.map(({ name }) => name)).toEqual(["丁一", "王伟", "王芳", "何玉兰", "马超", "孙福", "李娜", "欧阳明", "张敏", "张敏", "林海", "罗立新"]);
    expect(version.entries.filter(({ name }) => name === "张敏").map(({ birthMonth }) => birthMonth)).toEqual([5, 9]);
    expect((await asOf(place.electionId, FIRST_DAY)).sha256).toBe(version.sha256);
    const notice = await noticeRecord(db, noticeId);
    if (notice?.paper.kind !== "voterList") throw new Error("not the list");
    expect([notice.paper.data.paper, notice.paper.data.columns]).toEqual(["a3", 5]);
    const pdf = await noticePdf(notice);
    expect(sha256(pdf)).toBe(notice.pdfSha256);
    const text = await pdfText(pdf);
    for (const words of ["各组内以姓氏笔画为序", "（1970年5月生）", "（1970年9月生）"]) expect(text).toContain(words);
  });

  it("refuses a layout that does not exist", async () => {
    const { place, chair } = await desk();
    const result = await publishRoll.run({ db, actor: chair, clock: () => new Date(`${FIRST_DAY}T02:00:00Z`) }, { electionId: place.electionId, sheet: "a4-5" });
    expect(result).toMatchObject({ ok: false, error: { kind: "invalid", issues: [{ field: "sheet", code: "invalidChoice" }] } });
  });
});

describe("the list in use on a day", () => {
  it("made again from version and supplements is the live roll's list at every step, whatever was done, and stays so for every earlier day", async () => {
    const { place, onDay } = await desk();
    const { electionId } = place;
    await onDay(FIRST_DAY)(publishRoll, { electionId, order: "pinyin" });
    const remembered = new Map([[FIRST_DAY, (await asOf(electionId, FIRST_DAY)).sha256]]);
    for (let round = 1; round <= 4; round += 1) {
      const day = addDays(FIRST_DAY, round * 2);
      const act = onDay(day);
      for (const [index, entry] of (await published(electionId)).entries()) {
        const common = { entryId: entry.id, version: String(entry.version) };
        if (index % 4 === round % 4) await act(excludeEntry, { ...common, exclusion: "dead", note: "去世", acceptances: { exclusionWithoutGround: "村民小组证明" } });
        else if (index % 5 === round) await act(correctEntry, { ...common, name: `${entry.name.slice(0, 1)}${CORRECTED[round] ?? ""}`, sex: entry.sex, bornOn: "1971-02-03", groupNumber: "9", category: "1", reason: "户口簿" });
      }
      await act(addEntry, { electionId, name: `新来${CORRECTED[round] ?? ""}`, sex: "female", bornOn: "1980-01-01", groupNumber: String(round), category: "1", reason: "漏登" });
      const [back] = await db.rollEntry.findMany({ where: { electionId, exclusion: "dead" }, orderBy: { id: round % 2 === 0 ? "asc" : "desc" }, take: 1 });
      if (back !== undefined) await act(readmitEntry, { entryId: back.id, version: String(back.version), reason: "弄错了人" });
      const between = await asOf(electionId, day);
      const removed = new Set((await db.rollChange.findMany({ where: { electionId, noticeId: null, kind: "remove" }, select: { rollEntryId: true } })).map(({ rollEntryId }) => rollEntryId));
      expect(between.sha256).toBe([...remembered.values()].at(-1));
      expect(between.rows.map(({ id }) => id).filter((id) => !removed.has(id)).toSorted()).toEqual((await published(electionId)).map(({ id }) => id).toSorted());
      await act(supplementRoll, { electionId });
      const after = await asOf(electionId, day);
      expect(faces(after.rows)).toEqual(faces(await published(electionId)));
      remembered.set(day, after.sha256);
      expect((await db.ledgerEntry.findFirstOrThrow({ where: { scope: `election:${electionId}`, command: "roll.supplement" }, orderBy: { sequence: "desc" } })).payload).toContain(after.sha256);
    }
    for (const [day, hash] of remembered) expect((await asOf(electionId, addDays(day, 1))).sha256).toBe(hash);
    // 4-2 is kept for decisions on objections.
    expect((await asOf(electionId, place.electionDay)).notices.map(({ number }) => number)).toEqual(["4", "4-1", "4-3", "4-4", "4-5"]);
  });

  it("is none before the posting; an announced change is neither edited nor taken back", async () => {
    const { place, onDay } = await desk();
    const { electionId } = place;
    await onDay(FIRST_DAY)(publishRoll, { electionId });
    expect(await listAsOf(db, electionId, addDays(FIRST_DAY, -1))).toBeNull();
    await onDay(addDays(FIRST_DAY, 1))(addEntry, { electionId, name: "新来人", sex: "male", bornOn: "1980-01-01", groupNumber: "1", category: "1", reason: "漏登" });
    await onDay(addDays(FIRST_DAY, 1))(supplementRoll, { electionId });
    const change = await db.rollChange.findFirstOrThrow({ where: { electionId } });
    await expect(db.rollChange.update({ where: { id: change.id }, data: { kind: "remove" } })).rejects.toThrow();
    await expect(db.rollChange.delete({ where: { id: change.id } })).rejects.toThrow();
  });
});

const plain = (key: string, values?: Record<string, string | number>): string => (values === undefined ? key : `${key} ${Object.values(values).join(" ")}`);
const words = { t: plain, papers: plain, roll: plain };

async function exported({ place, onDay, chair }: Desk, file: ExportFile, more: Record<string, string> = {}) {
  const { exportId } = await onDay("2026-03-05")(exportRoll, { electionId: place.electionId, file, ...more });
  const one = await ownExport(db, place.electionId, exportId, chair.accountId, new Date("2026-03-05T02:30:00Z"));
  if (one === null) throw new Error("no export");
  const stages: string[] = [];
  const made = await makeExport(one, { db, paperWords: words, words, made: "第7号导出　王秀英", onStage: (stage) => stages.push(stage) });
  if (made === null || !made.ok) throw new Error(`${file}: ${JSON.stringify(made)}`);
  return { one, file: made.value, stages };
}

describe("taking files out of the roll", () => {
  let at: Desk;
  beforeAll(async () => {
    at = await desk();
    await at.onDay(FIRST_DAY)(publishRoll, { electionId: at.place.electionId });
  });

  it("every file says who made it and which export it is, holds no identity number, and tells its stages", async () => {
    for (const file of EXPORT_FILES) {
      const { file: bytes, stages, one } = await exported(at, file);
      const text = file.endsWith(".pdf") ? await pdfText(bytes) : await workbookText(bytes);
      expect(text.replaceAll(/\s/g, ""), file).toContain("第7号导出王秀英");
      expect(text, file).not.toMatch(/[1-9]\d{16}[\dXx]/u);
      expect(stages, file).toEqual(file.endsWith(".pdf") ? ["reading", "layingOut", "writing"] : ["reading", "writing"]);
      expect(one.people, file).toBe(12);
    }
  });

  it("records each in the ledger, with number, file and how many people, without names; the record only grows", async () => {
    await exported(at, "list.pdf", { group: "2" });
    const [newest] = await recentExports(db, at.place.electionId);
    const entry = await db.ledgerEntry.findFirstOrThrow({ where: { scope: `election:${at.place.electionId}`, command: "roll.export" }, orderBy: { sequence: "desc" } });
    expect([newest?.file, newest?.choice.group, newest?.people, newest?.byName]).toEqual(["list.pdf", 2, 4, "王秀英"]);
    expect(entry.payload).toContain('"file":"list.pdf"');
    expect(entry.payload).not.toMatch(/\p{Script=Han}/u);
    await expect(db.rollExport.update({ where: { id: newest?.id ?? "" }, data: { people: 0 } })).rejects.toThrow();
    await expect(db.rollExport.delete({ where: { id: newest?.id ?? "" } })).rejects.toThrow();
  });

  it("opens to the account that asked, within the hour, and to nobody else", async () => {
    const { one } = await exported(at, "register.xlsx");
    const other = await at.place.person("registrar");
    const fetched = (account: string, time: string) => ownExport(db, at.place.electionId, one.id, account, new Date(time));
    expect((await fetched(at.chair.accountId, "2026-03-05T02:59:00Z"))?.id).toBe(one.id);
    expect([await fetched(at.chair.accountId, "2026-03-05T03:00:01Z"), await fetched(other.accountId, "2026-03-05T02:30:00Z")]).toEqual([null, null]);
  });

  it("is refused to township staff, for a day before the posting, and for a group without people", async () => {
    const attempt = (actor: Actor, input: Record<string, string>) => exportRoll.run({ db, actor, clock: () => new Date("2026-03-05T02:00:00Z") }, { electionId: at.place.electionId, ...input });
    expect(await attempt(await at.place.person("townshipOfficer"), { file: "list.pdf" })).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    expect(await attempt(at.chair, { file: "list.pdf", day: "2026-02-01" })).toMatchObject({ ok: false, error: { issues: [{ field: "day", code: "listNotPosted" }] } });
    expect(await attempt(at.chair, { file: "voterCards.pdf", group: "77" })).toMatchObject({ ok: false, error: { issues: [{ field: "group", code: "nobodyToExport" }] } });
    const { place, chair } = await desk();
    expect(await exportRoll.run({ db, actor: chair, clock: () => new Date() }, { electionId: place.electionId, file: "voterCards.pdf" })).toMatchObject({ ok: false, error: { issues: [{ field: "file", code: "listNotPosted" }] } });
  });

  it("the workbook of the list has number, group, name and sex of everybody, and what differs from the posting on a second sheet", async () => {
    const sheets = readSheets((await exported(at, "list.xlsx")).file);
    if (!sheets.ok) throw new Error("unreadable");
    const [list, differences] = sheets.value;
    expect(list?.rows.slice(1, 3).map((row) => row.cells.slice(0, 4).map((cell) => cellText(cell)))).toEqual([["1", "group 1", "王伟", "sex.female"], ["2", "group 1", "丁一", "sex.female"]]);
    expect(differences?.rows[0]?.cells.map((cell) => cellText(cell)).slice(0, 2)).toEqual(["columns.number", "columns.change"]);
  });
});

async function workbookText(bytes: Uint8Array): Promise<string> {
  const sheets = readSheets(bytes);
  if (!sheets.ok) throw new Error("unreadable");
  return sheets.value.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells.map((cell) => cellText(cell)))).join("\n");
}

describe("statistics of any roll", () => {
  it("agree across all tables: each sums to the list by people and by women, list and left out to the register, those away to their categories", async () => {
    let seed = 7;
    const pick = <Value>(values: readonly Value[]): Value => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      const value = values[Math.floor((seed / 2_147_483_648) * values.length)];
      if (value === undefined) throw new Error("nothing to pick");
      return value;
    };
    for (let roll = 0; roll < 5; roll += 1) {
      const { place } = await desk();
      for (const { id } of await db.rollEntry.findMany({ where: { electionId: place.electionId }, select: { id: true } })) {
        const status = pick(["listed", "listed", "listed", "minor", "notStated", "notApproved", "excluded"]);
        await db.rollEntry.update({
          where: { id },
          data: {
            status, exclusion: status === "excluded" ? pick(["deprived", "dead", "unreachable"]) : null, category: pick([1, 2, 3]), takesPart: pick([true, false, null]), sex: pick(["male", "female"]), ethnicity: pick(["汉族", "回族", "", null]),
            groupNumber: pick([0, 1, 2, 11]), bornOn: `${pick([1930, 1951, 1966, 1981, 1996, 2007])}-0${pick([1, 4, 9])}-18`,
          },
        });
      }
      const statistics = await rollStatistics(db, place.electionId, place.electionDay);
      const sum = (lines: readonly Line[]): readonly number[] => [lines.reduce((total, line) => total + line.all, 0), lines.reduce((total, line) => total + line.women, 0)];
      const counted = async (where: Record<string, unknown>): Promise<readonly number[]> => [await db.rollEntry.count({ where: { electionId: place.electionId, ...where } }), await db.rollEntry.count({ where: { electionId: place.electionId, sex: "female", ...where } })];
      const listed = await counted({ status: "listed" });
      expect([statistics.listed.all, statistics.listed.women]).toEqual(listed);
      for (const lines of [statistics.byGroup, statistics.byAge, statistics.byEthnicity, statistics.byCategory]) expect(sum(lines)).toEqual(listed);
      expect(sum(statistics.notListed)).toEqual(await counted({ status: { not: "listed" } }));
      expect(sum(statistics.away)).toEqual(await counted({ category: 2, status: { in: ["listed", "notStated"] } }));
    }
  });
});
