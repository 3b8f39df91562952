import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#lib/database/client.ts";
import { unseal } from "#lib/platform/crypto.ts";
import { comparedRows, comparisonOf } from "#lib/roll/import/comparison.ts";
import { mergeEntries } from "#lib/roll/duplicates/merge-commands.ts";
import { chooseKept, confirmImport, discardImport, rereadRegister, uploadRegister } from "#lib/roll/import/commands.ts";
import { faultyRows } from "#lib/roll/import/faulty-rows.ts";
import { readNow } from "#lib/roll/import/read-now.ts";
import { excludeEntry } from "#lib/roll/entry/standing-commands.ts";
import { personContext } from "#lib/roll/person-keys.ts";
import { cellText } from "#lib/spreadsheet/model.ts";
import { readSheets } from "#lib/spreadsheet/read.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { book, entryNamed, importDay, importDesk, keptOf, person, read, summaryOf, take, type Cells, type ImportDesk } from "#tests/support/import-desk.ts";
import { issues, valueOf } from "#tests/support/outcome.ts";
import { workbookOf, type Grid } from "#tests/support/workbook.ts";

const ZHANG = person({});
const LI = person({ 姓名: "李秀英", 性别: "女", 公民身份号码: "11010519491231002X" });
const WANG: Cells = { 姓名: "王小明", 公民身份号码: null, 出生日期: "1950-01-01", 村民小组: "二组" };
const WANG_NUMBER = "110105195001010039";
let testDatabase: TestDatabase;
let db: Database;
const desk = (): Promise<ImportDesk> => importDesk(db);

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
});
afterAll(() => testDatabase.close());

describe("a register that comes again", () => {
  const first = book(ZHANG, LI, person(WANG));
  const about = (at: ImportDesk, importId: string) => ({ electionId: at.electionId, importId, youngAfter: "2007-04-18" });

  it("shows who is new, who changes and how, who stays and who is gone, before anything is written", async () => {
    const at = await desk();
    await take(at, first);
    const next = await read(at, book(person({ 村民小组: "三组", 备注: "低保户" }), person({ ...WANG, 姓名: "赵新来", 公民身份号码: WANG_NUMBER, 备注: "2025年迁入" }), person(WANG)));
    const comparison = await comparisonOf(db, about(at, next));
    expect(comparison).toMatchObject({ added: 1, changed: 1, kept: 0, same: 1, left: 0, gone: { whole: 1, groups: 0, part: 0 }, shifts: [{ shift: "movedIn", people: 1 }] });
    const changed = await comparedRows(db, { ...about(at, next), extent: "whole" }, "changed", 1);
    expect(changed.rows.map(({ name, changes }) => [name, changes])).toEqual([["张国强", [{ field: "groupNumber", before: 1, after: 3 }, { field: "remarks", before: null, after: "低保户" }]]]);
    const gone = await comparedRows(db, { ...about(at, next), extent: "whole" }, "gone", 1);
    expect(gone.rows.map(({ name }) => name)).toEqual(["李秀英"]);
    expect(await db.rollEntry.findMany({ where: { electionId: at.electionId }, select: { version: true } })).toEqual([{ version: 1 }, { version: 1 }, { version: 1 }]);
  });

  it("writes the changed fields with their history, removes nobody, and asks about whoever is gone until he is back", async () => {
    const at = await desk();
    await take(at, first);
    expect(await take(at, book(person({ 村民小组: "三组" }), person(WANG)))).toMatchObject({ added: 0, updated: 1, kept: 0, gone: 1 });
    expect(await entryNamed(at, "张国强")).toMatchObject({ groupNumber: 3, version: 2, importVersion: 2 });
    expect(await entryNamed(at, "李秀英")).toMatchObject({ status: "listed", openFindings: ["goneFromRegister"] });
    const zhang = await entryNamed(at, "张国强");
    expect(await db.rollEvent.findMany({ where: { entryId: zhang.id }, select: { kind: true, detail: true, version: true } })).toEqual([{ kind: "imported", version: 2, detail: { before: { groupNumber: 1 }, after: { groupNumber: 3 } } }]);
    expect(await take(at, book(person({ 村民小组: "三组" }), LI, person(WANG), person({ 姓名: "钱多", 公民身份号码: "110105194901010013", 出生日期: "1949-01-01" })))).toMatchObject({ updated: 0, gone: 0 });
    expect((await entryNamed(at, "李秀英")).openFindings).toEqual([]);
  });

  it("keeps entries that somebody worked on by hand, unless the registrar chooses the register's content for one", async () => {
    const at = await desk();
    await take(at, first);
    const [zhang, li] = [await entryNamed(at, "张国强"), await entryNamed(at, "李秀英")];
    for (const entry of [zhang, li]) valueOf(await at.run(excludeEntry, { entryId: entry.id, version: "1", exclusion: "unreachable", note: "多次上门未见", acceptances: { unreachableNotProvided: "已托亲属联系", unreachableNotTried: "已托亲属联系" } }));
    const next = await read(at, book(person({ 备注: "已故" }), person({ 姓名: "李秀英", 性别: "女", 公民身份号码: "11010519491231002X", 备注: "已故" }), person(WANG)));
    const kept = await comparedRows(db, { ...about(at, next), extent: "whole" }, "kept", 1);
    expect(kept.rows.map(({ name, changes }) => [name, changes.map(({ field }) => field)])).toEqual([["张国强", ["remarks", "exclusion"]], ["李秀英", ["remarks", "exclusion"]]]);
    valueOf(await at.run(chooseKept, { importId: next, shown: "1 2", take: ["2"] }));
    expect(valueOf(await at.run(confirmImport, { importId: next }))).toMatchObject({ updated: 1, kept: 1 });
    expect([(await entryNamed(at, "张国强")).exclusion, await entryNamed(at, "李秀英")]).toMatchObject(["unreachable", { exclusion: "dead", exclusionNote: null, status: "excluded" }]);
  });

  it("never writes an entry that was merged into another one: nothing to choose, and nobody of the two is gone", async () => {
    const at = await desk();
    const double = { ...WANG, 户号: "9" };
    await take(at, book(ZHANG, person(WANG), person(double)));
    const [kept, gone] = await db.rollEntry.findMany({ where: { electionId: at.electionId, name: "王小明" }, orderBy: { sourceRow: "asc" }, select: { id: true, version: true } });
    valueOf(await at.run(mergeEntries, { keptId: kept?.id ?? "", keptVersion: String(kept?.version), goneId: gone?.id ?? "", goneVersion: String(gone?.version), reason: "同一人登记了两次" }));
    const merged = () => db.rollEntry.findUniqueOrThrow({ where: { id: gone?.id ?? "" } });
    const before = await merged();
    // Both rows come again, the second one with news.
    const next = await read(at, book(ZHANG, person(WANG), person({ ...double, 村民小组: "三组", 备注: "已故" })));
    const rows = await comparedRows(db, { ...about(at, next), extent: "whole" }, "kept", 1);
    expect(rows.rows.map(({ entryId, row, changes }) => [entryId, row, changes])).toContainEqual([gone?.id, 4, []]);
    valueOf(await at.run(chooseKept, { importId: next, shown: "2 3", take: ["3"] }));
    expect(valueOf(await at.run(confirmImport, { importId: next }))).toMatchObject({ added: 0, updated: 0, gone: 0 });
    expect(await merged()).toEqual(before);
    // The register has him once: the one row is the kept entry's, and the other one is not asked about.
    expect(await take(at, book(ZHANG, person({ ...WANG, 村民小组: "四组" })))).toMatchObject({ added: 0, gone: 0 });
    expect(await merged()).toEqual(before);
    // Gone from the register, and back in it.
    expect(await take(at, book(ZHANG))).toMatchObject({ gone: 1 });
    expect((await db.rollEntry.findUniqueOrThrow({ where: { id: kept?.id ?? "" } })).openFindings).toContain("goneFromRegister");
    expect(await take(at, book(ZHANG, person(double), person(WANG)))).toMatchObject({ gone: 0 });
    expect((await db.rollEntry.findUniqueOrThrow({ where: { id: kept?.id ?? "" } })).openFindings).not.toContain("goneFromRegister");
    expect(await merged()).toEqual(before);
  });

  it("takes over a number that was missing, and never replaces a sound one by a faulty one", async () => {
    const at = await desk();
    await take(at, first);
    expect(await take(at, book(ZHANG, LI, person({ ...WANG, 公民身份号码: WANG_NUMBER })))).toMatchObject({ added: 0, updated: 1 });
    const wang = await entryNamed(at, "王小明");
    expect([wang.openFindings, wang.person.idMask, unseal(wang.person.idCipher ?? new Uint8Array(), personContext(wang.personId)).toString()]).toEqual([[], "110105***********9", WANG_NUMBER]);
    expect(await take(at, book(ZHANG, LI, person({ ...WANG, 公民身份号码: "110105195001010038" })))).toMatchObject({ added: 0, updated: 0, gone: 0 });
    expect(await db.rollEntry.count({ where: { electionId: at.electionId } })).toBe(3);
  });

  it("says nothing by columns that it does not have", async () => {
    const at = await desk();
    await take(at, book(ZHANG, person({ 姓名: "李秀英", 性别: "女", 公民身份号码: "11010519491231002X", 居住情况: "外出", 是否参加选举: "参加", 备注: "低保户" })));
    const short: Grid = [["小组", "姓名", "身份证号"], ["2", "李秀英", "11010519491231002X"], ["1", "张国强", "110105194912310038"]];
    expect(await take(at, workbookOf({ 名册: short }))).toMatchObject({ added: 0, updated: 1 });
    expect(await entryNamed(at, "李秀英")).toMatchObject({ groupNumber: 2, category: 2, takesPart: true, remarks: "低保户", householdNumber: "1", status: "listed" });
  });

  it("as a file of one group, or of some people, leaves everybody else alone", async () => {
    const at = await desk();
    await take(at, first);
    const next = await read(at, book(ZHANG));
    expect((await comparisonOf(db, about(at, next)))?.gone).toEqual({ whole: 2, groups: 1, part: 0 });
    expect(valueOf(await at.run(confirmImport, { importId: next, extent: "groups" }))).toMatchObject({ gone: 1 });
    expect((await entryNamed(at, "王小明")).openFindings).toEqual(["idMissing"]);
    expect(await take(at, book(person({ 村民小组: "二组" })), "part")).toMatchObject({ gone: 0, updated: 1 });
  });

  it("has to be read again when election day has moved since", async () => {
    const at = await desk();
    const importId = await read(at, first);
    await db.election.update({ where: { id: at.electionId }, data: { electionDay: "2026-05-18" } });
    expect(issues(await at.run(confirmImport, { importId }))).toEqual(["null:registerDayMoved"]);
    valueOf(await at.run(rereadRegister, { importId }));
    await readNow(db, importId, importDay);
    expect(valueOf(await at.run(confirmImport, { importId }))).toMatchObject({ added: 3 });
  });

  it("may come again after it was discarded, not while it waits", async () => {
    const at = await desk();
    const importId = await read(at, first);
    const input = { electionId: at.electionId, fileName: "x.xlsx", bytes: first };
    expect(issues(await at.run(uploadRegister, input))).toEqual(["file:registerWaiting"]);
    valueOf(await at.run(discardImport, { importId }));
    expect(await keptOf(at, importId)).toEqual([null, 0]);
    valueOf(await at.run(uploadRegister, input));
  });
});

describe("faulty rows handed back", () => {
  const faulty = book(person({ 姓名: "张 国强" }), person({ 姓名: "李四", 公民身份号码: "110105194912310039" }), person({ 姓名: "王五", 公民身份号码: null, 出生日期: null }), person(WANG));
  const words = { sheet: "有误的行", words: (key: string, values: Record<string, string | number> = {}) => `${key} ${values["cell"] ?? ""}` };

  const rowsOf = (file: Uint8Array | null): string[][] => {
    const sheets = file === null ? null : readSheets(file);
    return sheets?.ok === true ? (sheets.value[0]?.rows ?? []).map((row) => row.cells.map(cellText)) : [];
  };
  /** The workbook as the registrar gets it, with some cells mended. */
  const mended = (rows: string[][], column: string, byName: Readonly<Record<string, string>>): Uint8Array => {
    const place = rows[0]?.indexOf(column) ?? -1;
    const name = rows[0]?.indexOf("姓名") ?? -1;
    return workbookOf({ 有误的行: rows.map((row) => row.map((cell, index) => (index === place ? (byName[row[name] ?? ""] ?? cell) : cell))) });
  };

  it("have the same columns, the mark of their row, and the reason in the last column; for this election only", async () => {
    const at = await desk();
    const importId = await read(at, faulty);
    const rows = rowsOf(await faultyRows(db, at.electionId, importId, words));
    const mark = (place: number): string => `第${place + 1}行（${importId.slice(0, 8)}-${place}）`;
    expect(rows.map((row) => [row[2], row[4], row.at(-2), row.at(-1)])).toEqual([
      ["姓名", "公民身份号码", "原表行号", "错误原因"], ["李四", "110105194912310039", mark(2), "faults.idCheckDigit E3"], ["王五", "", mark(3), expect.stringContaining("faults.idMissing E4")], ["王小明", "", mark(4), "faults.idMissing E5"],
    ]);
    expect(await faultyRows(db, (await desk()).electionId, importId, words)).toBeNull();
  });

  it("show a day as a day, also where the file holds its serial number", async () => {
    const at = await desk();
    const rows = rowsOf(await faultyRows(db, at.electionId, await read(at, book(person({ 公民身份号码: null, 出生日期: 26_501 }))), words));
    expect(rows[1]).toContain("1972-07-21");
  });

  it("come back alone: each mends the entry that it made, nobody is gone, and whoever was left out joins", async () => {
    const at = await desk();
    const importId = await read(at, faulty);
    expect(valueOf(await at.run(confirmImport, { importId }))).toMatchObject({ added: 3 });
    const before = await entryNamed(at, "李四");
    const rows = rowsOf(await faultyRows(db, at.electionId, importId, words));
    const next = await read(at, mended(rows, "公民身份号码", { 李四: "110105194912310011", 王五: "110105194901010013" }));
    expect((await summaryOf(at, next)).part).toBe(true);
    expect(valueOf(await at.run(confirmImport, { importId: next }))).toMatchObject({ added: 1, gone: 0 });
    const after = await entryNamed(at, "李四");
    expect([after.id, after.openFindings, after.person.idMask]).toEqual([before.id, [], "110105***********1"]);
    expect(await entryNamed(at, "王五")).toMatchObject({ bornOn: "1949-01-01", openFindings: [] });
    expect(await db.rollEntry.count({ where: { electionId: at.electionId } })).toBe(4);
  });

  it("find their entry even when name and birth were mended too", async () => {
    const at = await desk();
    const importId = await read(at, faulty);
    valueOf(await at.run(confirmImport, { importId }));
    const before = await entryNamed(at, "王小明");
    const rows = rowsOf(await faultyRows(db, at.electionId, importId, words)).map((row) => row.map((cell) => (cell === "王小明" ? "王晓明" : cell === "1950-01-01" ? "1950-01-02" : cell)));
    expect(valueOf(await at.run(confirmImport, { importId: await read(at, workbookOf({ 有误的行: rows })) }))).toMatchObject({ added: 0, updated: 1, gone: 0 });
    expect(await entryNamed(at, "王晓明")).toMatchObject({ id: before.id, bornOn: "1950-01-02" });
  });

  describe("whose number was another person's", () => {
    const QIAN: Cells = { 姓名: "钱七", 性别: "女", 公民身份号码: "110105194912310011" };
    const handedBack = async (at: ImportDesk, importId: string) => rowsOf(await faultyRows(db, at.electionId, importId, words));

    it("give their entry the right number: no second person stands beside it", async () => {
      const at = await desk();
      const importId = await read(at, book(person(QIAN)));
      valueOf(await at.run(confirmImport, { importId }));
      const before = await entryNamed(at, "钱七");
      const next = await read(at, mended(await handedBack(at, importId), "公民身份号码", { 钱七: "11010519491231002X" }));
      expect(valueOf(await at.run(confirmImport, { importId: next }))).toMatchObject({ added: 0, updated: 1, kept: 0 });
      const after = await entryNamed(at, "钱七");
      expect([after.id, after.openFindings, after.sex, after.person.idMask]).toEqual([before.id, [], "female", "110105***********X"]);
      expect(await db.person.count({ where: { id: before.personId } })).toBe(0);
    });

    it("with another name too, change nothing until the registrar chooses", async () => {
      const at = await desk();
      const importId = await read(at, book(person(QIAN)));
      valueOf(await at.run(confirmImport, { importId }));
      const rows = (await handedBack(at, importId)).map((row) => row.map((cell) => (cell === "钱七" ? "钱琪" : cell === "110105194912310011" ? "11010519491231002X" : cell)));
      const next = await read(at, workbookOf({ 有误的行: rows }));
      expect((await comparedRows(db, { importId: next, extent: "part" }, "kept", 1)).rows.map(({ name, changes }) => [name, changes.map(({ field }) => field)])).toEqual([["钱琪", ["name", "sex", "idNumber", "openFindings"]]]);
      valueOf(await at.run(chooseKept, { importId: next, shown: "1", take: ["1"] }));
      expect(valueOf(await at.run(confirmImport, { importId: next }))).toMatchObject({ added: 0, updated: 1 });
      expect((await entryNamed(at, "钱琪")).person.idMask).toBe("110105***********X");
    });

    it("with the number of somebody else of the roll leave both as they are, and ask whether they are one", async () => {
      const at = await desk();
      const importId = await read(at, book(LI, person(QIAN)));
      valueOf(await at.run(confirmImport, { importId }));
      const next = await read(at, mended(await handedBack(at, importId), "公民身份号码", { 钱七: "11010519491231002X" }));
      expect(valueOf(await at.run(confirmImport, { importId: next }))).toMatchObject({ added: 0, updated: 0, kept: 1, gone: 0 });
      expect(await entryNamed(at, "李秀英")).toMatchObject({ version: 1, openFindings: [] });
      expect((await entryNamed(at, "钱七")).openFindings).toContain("likelyDuplicate");
      expect(await db.rollEntry.count({ where: { electionId: at.electionId } })).toBe(2);
    });
  });
});
