import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#lib/database/client.ts";
import { unseal } from "#lib/platform/crypto.ts";
import { childEnvironment } from "#lib/platform/env.ts";
import { childFiles } from "#lib/roll/import/child-files.mjs";
import { confirmImport, discardImport, mapRegisterColumns, rereadRegister } from "#lib/roll/import/commands.ts";
import type { ReadingProgress } from "#lib/roll/import/progress.ts";
import { importDetail } from "#lib/roll/import/queries.ts";
import { readNow } from "#lib/roll/import/read-now.ts";
import { startReading } from "#lib/roll/import/reader-process.ts";
import { readingJob } from "#lib/roll/import/waiting-job.ts";
import { personContext } from "#lib/roll/person-keys.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { book, entryNamed, importDay, importDesk, jiangjiazhuang, keptOf, person, read, summaryOf, upload, type ImportDesk } from "#tests/support/import-desk.ts";
import { issues, valueOf } from "#tests/support/outcome.ts";
import { workbookOf, type Grid } from "#tests/support/workbook.ts";

const root = path.resolve(import.meta.dirname, "../..");
const ZHANG = person({});
const LI = person({ 姓名: "李秀英", 性别: "女", 公民身份号码: "11010519491231002X" });
let testDatabase: TestDatabase;
let db: Database;
const desk = (): Promise<ImportDesk> => importDesk(db);

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
});
afterAll(() => testDatabase.close());

describe("reading an upload", () => {
  it.each([
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), "wrongFileType"],
    ["a letter", new TextEncoder().encode("各位村民：\n现将有关事项通知如下，请相互转告。\n"), "registerNoTable"],
    ["an empty workbook", workbookOf({ Sheet1: [] }), "registerEmpty"],
    ["a cut workbook", jiangjiazhuang.subarray(0, 90_000), "registerDamaged"],
    ["headings without people", book(), "registerNobody"],
  ])("ends with the reason, and the file is deleted, for %s", async (_, bytes, problem) => {
    const at = await desk();
    const importId = await read(at, bytes);
    expect((await summaryOf(at, importId)).summary).toEqual({ kind: "failed", problem });
    expect(await keptOf(at, importId)).toEqual([null, 0]);
  });

  it("tells how far it is: the file opened, rows read of all, rows stored of all", async () => {
    const told: ReadingProgress[] = [];
    const importId = await upload(await desk(), jiangjiazhuang);
    await readNow(db, importId, importDay, (progress) => told.push(progress));
    const steps = [...new Set(told.map(({ step }) => step))];
    expect(steps).toEqual(["opening", "reading", "staging"]);
    expect(told.at(-1)).toEqual({ step: "staging", done: 2733, total: 2733 });
    expect(told.every(({ done, total }) => done >= 0 && done <= total)).toBe(true);
  });

  it("keeps nothing when the upload is discarded while it goes on", async () => {
    const at = await desk();
    const importId = await upload(at, jiangjiazhuang);
    let discarded: Promise<unknown> | null = null;
    const job = await readingJob(db, importId, importDay);
    await readNow(db, importId, importDay, ({ step }) => {
      if (step === "staging") discarded ??= at.run(discardImport, { importId });
    });
    await discarded;
    expect([job?.attempt, (await summaryOf(at, importId)).state, ...(await keptOf(at, importId))]).toEqual([1, "discarded", null, 0]);
  });

  it("keeps identity numbers and the cells of faulty rows under cipher only", async () => {
    const importId = await read(await desk(), jiangjiazhuang);
    const rows = await db.rollImportRow.findMany({ where: { importId }, orderBy: { place: "asc" } });
    expect([rows.length, rows.filter(({ cells }) => cells !== null).length]).toEqual([2733, 39]);
    const [first] = rows;
    expect(unseal(first?.idCipher ?? new Uint8Array(), personContext(first?.personId ?? "")).toString()).toBe("141002195710239161");
    const plain = await db.rollImportRow.findMany({ where: { importId }, omit: { idCipher: true, idHash: true, cells: true } });
    expect(JSON.stringify(plain)).not.toMatch(/[1-9]\d{16}[\dXx]/u);
  });
});

describe("the process that reads", () => {
  it("reads an upload and leaves it to be confirmed", async () => {
    const at = await desk();
    const importId = await upload(at, book(ZHANG, LI));
    await startReading(db, importId);
    expect((await summaryOf(at, importId)).state).toBe("preview");
    expect(valueOf(await at.run(confirmImport, { importId }))).toMatchObject({ added: 2, updated: 0, kept: 0, gone: 0 });
  });

  it("leaves the upload interrupted when it is killed; it can be read again or given up", async () => {
    const at = await desk();
    const importId = await upload(at, book(ZHANG, LI));
    const old = new Date(importDay.getTime() + 60_000);
    expect((await importDetail(db, at.electionId, importId, importDay))?.interrupted).toBe(false);
    expect(issues(await at.run(rereadRegister, { importId }))).toEqual(["conflict"]);
    expect((await importDetail(db, at.electionId, importId, old))?.interrupted).toBe(true);
    await db.rollImport.update({ where: { id: importId }, data: { progress: { step: "interrupted", done: 0, total: 1 } } });
    expect(issues(await at.run(confirmImport, { importId }))).toEqual(["null:registerNotRead"]);
    valueOf(await at.run(rereadRegister, { importId }));
    await readNow(db, importId, importDay);
    expect((await summaryOf(at, importId)).state).toBe("preview");
  });

  it("says that it was interrupted when its program ends without an outcome", async () => {
    const at = await desk();
    const importId = await upload(at, book(ZHANG, LI));
    // Bytes that cannot be decrypted: the program ends with an error, as it would for want of memory.
    await db.rollImport.update({ where: { id: importId }, data: { fileCipher: Uint8Array.from(Buffer.alloc(64)) } });
    await startReading(db, importId);
    expect((await importDetail(db, at.electionId, importId, importDay))?.interrupted).toBe(true);
    valueOf(await at.run(discardImport, { importId }));
    expect(await keptOf(at, importId)).toEqual([null, 0]);
  });

  it("runs from the files that the standalone build is given, and from no others", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "cunxuan-child-"));
    try {
      for (const pattern of childFiles(root)) {
        const file = pattern.replace(/\/\*\*.*$/u, "");
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
      }
      cpSync(path.join(root, "package.json"), path.join(folder, "package.json"));
      const at = await desk();
      const importId = await upload(at, book(ZHANG, LI));
      const job = await readingJob(db, importId, importDay);
      const child = spawn(process.execPath, [path.join(folder, "lib/roll/import/reading-child.ts")], { cwd: folder, env: childEnvironment(), stdio: ["pipe", "ignore", "ignore"] });
      child.stdin.end(JSON.stringify(job));
      expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(0);
      expect((await summaryOf(at, importId)).state).toBe("preview");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("columns named by hand", () => {
  const grid: Grid = [["人", "号", "哪个组", "别"], ["张国强", "110105194912310038", "3", "男"]];
  const other: Grid = [["别", "哪个组", "人", "号"], ["女", "4", "李秀英", "11010519491231002X"]];

  it("are asked for when headings are not recognised, must not repeat, and must hold what is needed", async () => {
    const at = await desk();
    const importId = await read(at, workbookOf({ 名册: grid }));
    const { state, summary } = await summaryOf(at, importId);
    expect([state, summary]).toMatchObject(["mapping", { kind: "mapping", missing: ["idNumber", "name", "group"] }]);
    expect(JSON.stringify(summary)).not.toContain("110105194912310038");
    expect(issues(await at.run(confirmImport, { importId }))).toEqual(["null:columnMissing"]);
    expect(issues(await at.run(mapRegisterColumns, { importId, headerRow: "1", columns: { name: "0", idNumber: "0", group: "2" } }))).toEqual(["columns:columnTwice"]);
    expect(issues(await at.run(mapRegisterColumns, { importId, headerRow: "1", columns: { name: "0", group: "2" } }))).toEqual(["columns.idNumber:columnMissing"]);
  });

  it("are remembered in the township by the set of headings, whatever their order, and can be changed", async () => {
    const at = await desk();
    const importId = await read(at, workbookOf({ 名册: grid }));
    valueOf(await at.run(mapRegisterColumns, { importId, headerRow: "1", columns: { name: "0", idNumber: "1", group: "2", sex: "" } }));
    await readNow(db, importId, importDay);
    expect((await summaryOf(at, importId)).summary).toMatchObject({ kind: "preview", by: "hand" });
    valueOf(await at.run(confirmImport, { importId }));
    expect(await entryNamed(at, "张国强")).toMatchObject({ groupNumber: 3, status: "listed", bornOn: "1949-12-31" });
    const again = await read(at, workbookOf({ 名册: other }));
    expect((await summaryOf(at, again)).summary).toMatchObject({ kind: "preview", by: "memory", counts: { rows: 1 } });
    expect((await db.rollImportRow.findFirstOrThrow({ where: { importId: again } })).name).toBe("李秀英");
    valueOf(await at.run(mapRegisterColumns, { importId: again, headerRow: "1", columns: { name: "2", idNumber: "3", group: "1", sex: "0" } }));
    await readNow(db, again, importDay);
    expect((await summaryOf(at, again)).summary).toMatchObject({ kind: "preview", by: "hand" });
    const neighbour = await desk();
    expect((await summaryOf(neighbour, await read(neighbour, workbookOf({ 名册: other })))).state).toBe("mapping");
  });

  it("are not remembered when the row named as heading holds a person", async () => {
    const at = await desk();
    const importId = await read(at, workbookOf({ 名册: [["张国强", "110105194912310038", "3"], ["李秀英", "11010519491231002X", "3"]] }));
    valueOf(await at.run(mapRegisterColumns, { importId, headerRow: "1", columns: { name: "0", idNumber: "1", group: "2" } }));
    await readNow(db, importId, importDay);
    expect(await db.registerMapping.count({ where: { townshipId: at.place.townshipId } })).toBe(0);
  });
});
