import { readFileSync } from "node:fs";
import type { Actor } from "#lib/access/actor.ts";
import type { Database } from "#lib/database/client.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import type { Result } from "#lib/platform/result.ts";
import { confirmImport, uploadRegister } from "#lib/roll/import/commands.ts";
import { readNow } from "#lib/roll/import/read-now.ts";
import { summarySchema } from "#lib/roll/import/summary.ts";
import { openCase, type TestCase } from "./case.ts";
import { makeLawful } from "./lawful.ts";
import { valueOf } from "./outcome.ts";
import { workbookOf, type Grid } from "./workbook.ts";

/** The register of Jiangjiazhuang. */
export const jiangjiazhuang = Uint8Array.from(readFileSync(new URL("../fixtures/register/register-jiangjiazhuang.xlsx", import.meta.url)));
/** When trials of the import happen. */
export const importDay = new Date("2026-02-20T02:00:00Z");

export const HEADINGS = ["村民小组", "户号", "姓名", "性别", "公民身份号码", "出生日期", "居住情况", "是否参加选举", "备注"];
export type Cells = Partial<Record<string, string | number | null>>;
/** A row of a register: 张国强 of group 1 unless told otherwise. */
export const person = (changes: Cells): (string | number | null)[] => {
  const plain: Cells = { 村民小组: "一组", 户号: "1", 姓名: "张国强", 性别: "男", 公民身份号码: "110105194912310038", 出生日期: "1949-12-31", 居住情况: "常住", 是否参加选举: "", 备注: "" };
  return HEADINGS.map((heading) => (heading in changes ? (changes[heading] ?? null) : (plain[heading] ?? null)));
};
/** A register of such rows as a workbook. */
export const book = (...rows: Grid): Uint8Array => workbookOf({ 名册: [HEADINGS, ...rows] });

type Run = <Input, Output>(command: { run: (context: { db: Database; actor: Actor | null; clock: () => Date }, input: unknown) => Promise<Result<Output, Refusal>> }, input: Input) => Promise<Result<Output, Refusal>>;
/** The desk of a village whose roll may be made. */
export type ImportDesk = { readonly db: Database; readonly place: TestCase; readonly electionId: string; readonly run: Run };

export async function importDesk(db: Database): Promise<ImportDesk> {
  const place = await openCase(db, "2026-04-18");
  const actor = await place.person("committeeChair");
  await makeLawful(db, place, "roll");
  return { db, place, electionId: place.electionId, run: (command, input) => command.run({ db, actor, clock: () => importDay }, input) };
}


/** Uploads a register; nobody reads it yet. */
export const upload = async (at: ImportDesk, bytes: Uint8Array): Promise<string> => valueOf(await at.run(uploadRegister, { electionId: at.electionId, fileName: "花名册.xlsx", bytes })).importId;
/** Uploads a register and reads it. */
export async function read(at: ImportDesk, bytes: Uint8Array): Promise<string> {
  const importId = await upload(at, bytes);
  await readNow(at.db, importId, importDay);
  return importId;
}
/** Uploads, reads and confirms a register. */
export async function take(at: ImportDesk, bytes: Uint8Array, extent?: "whole" | "groups" | "part") {
  return valueOf(await at.run(confirmImport, { importId: await read(at, bytes), ...(extent === undefined ? {} : { extent }) }));
}
export async function summaryOf(at: ImportDesk, importId: string) {
  const row = await at.db.rollImport.findUniqueOrThrow({ where: { id: importId } });
  return { state: row.state, summary: summarySchema.parse(row.summary), part: row.part };
}
export const entryNamed = (at: ImportDesk, name: string) => at.db.rollEntry.findFirstOrThrow({ where: { electionId: at.electionId, name }, include: { person: true } });
/** What is kept of an upload: its file, and how many rows. */
export const keptOf = async (at: ImportDesk, importId: string) => [(await at.db.rollImport.findUniqueOrThrow({ where: { id: importId } })).fileCipher, await at.db.rollImportRow.count({ where: { importId } })];
