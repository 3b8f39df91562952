import { read as readBook, utils, write } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Database } from "#lib/database/client.ts";
import { confirmImport } from "#lib/roll/import/commands.ts";
import { importDetail } from "#lib/roll/import/queries.ts";
import { startReading } from "#lib/roll/import/reader-process.ts";
import { registerTemplate } from "#lib/roll/import/template.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { bookOf, HEADING, partsOfBook, rowsXml, sheetXml, ZHANG, zipOf } from "#tests/support/hostile-files.ts";
import { entryNamed, importDay, importDesk, keptOf, read, summaryOf, upload, type ImportDesk } from "#tests/support/import-desk.ts";
import { valueOf } from "#tests/support/outcome.ts";

vi.setConfig({ testTimeout: 180_000 });

let testDatabase: TestDatabase;
let db: Database;
const desk = (): Promise<ImportDesk> => importDesk(db);

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
});
afterAll(() => testDatabase.close());

describe("what of a file was not read", () => {
  it("is kept with the import, before and after it is confirmed", async () => {
    const at = await desk();
    const importId = await read(at, zipOf(partsOfBook([
      { name: "名册", xml: sheetXml(rowsXml([HEADING, ZHANG, ["示例", "", "王小明", "男", "110105198003020035", "1980-03-02"]])) },
      { name: "旧名册", xml: sheetXml(rowsXml([HEADING, ZHANG])), state: "hidden" },
      { name: "通讯录", xml: sheetXml(rowsXml([["某某", "某处"]])) },
    ])));
    const leftOut = [{ sheet: "旧名册", reason: "hidden", row: null }, { sheet: "通讯录", reason: "noTable", row: null }, { sheet: "名册", reason: "example", row: 3 }];
    expect((await summaryOf(at, importId)).summary).toMatchObject({ kind: "preview", leftOut, counts: { rows: 1 } });
    valueOf(await at.run(confirmImport, { importId }));
    expect((await importDetail(db, at.electionId, importId, importDay))?.summary).toMatchObject({ leftOut });
  });
});

describe("the blank register", () => {
  it("is imported as it was filled in: its example left out, no row to be mended", async () => {
    const at = await desk();
    const book = readBook(await registerTemplate(), { type: "buffer" });
    const sheet = book.Sheets[book.SheetNames[0] ?? ""];
    if (sheet === undefined) throw new Error("the template has no sheet");
    utils.sheet_add_aoa(sheet, [["1", "第三村民小组", "007", "张国强", "户主", "男", "畲族", "110105194912310038", "1949-12-31", "常住", null, "05771234567", null]], { origin: "A3" });
    const importId = await read(at, z.instanceof(Uint8Array).parse(write(book, { type: "buffer", bookType: "xlsx" })));
    expect((await summaryOf(at, importId)).summary).toMatchObject({ kind: "preview", faultyRows: 0, faults: {}, leftOut: [], counts: { rows: 1 } });
    valueOf(await at.run(confirmImport, { importId }));
    expect(await entryNamed(at, "张国强")).toMatchObject({ groupNumber: 3, householdNumber: "007", ethnicity: "畲族", status: "listed" });
  });
});

describe("the process that reads, within the memory it is given", () => {
  const cells = (count: number): string => Array.from({ length: count / 1_000 }, () => `<row>${"<c><v>1</v></c>".repeat(1_000)}</row>`).join("");
  it.each([
    ["as many cells as it may hold", () => bookOf(cells(2_400_000)), "mapping"],
    ["more cells than it may hold", () => bookOf(cells(2_600_000)), "failed"],
  ] as const)("ends with an outcome for %s", async (_, make, state) => {
    const at = await desk();
    const importId = await upload(at, make());
    await startReading(db, importId);
    const ended = await summaryOf(at, importId);
    expect(ended.state).toBe(state);
    if (state === "failed") expect([ended.summary, await keptOf(at, importId)]).toEqual([{ kind: "failed", problem: "registerTooLarge" }, [null, 0]]);
  });
});
