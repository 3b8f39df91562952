import { readFileSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { birthIn, checkCharacter, completeOldNumber } from "#lib/chinese/identity-number.ts";
import { cellDay } from "#lib/spreadsheet/days.ts";
import { cellText } from "#lib/spreadsheet/model.ts";
import { readSheets } from "#lib/spreadsheet/read.ts";
import { writeWorkbook } from "#lib/spreadsheet/write.ts";
import { windowFor, staffedCase, type Staffed } from "#tests/security/staff.ts";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { makeLawful } from "#tests/support/lawful.ts";
import { act, press } from "./pages/form.ts";
import { issued } from "./pages/committee.ts";
import { paperText } from "./pages/papers.ts";
import { labelOf, villagers, type Villager } from "./pages/villagers.ts";

/**
 * The roll, by a registrar who sees the screens for the first time: takes in the register, hands the faulty rows back,
 * takes in the mended ones, tells the chair to post the list, and settles two objections with him. Both go only where
 * the page says that the next step is.
 */
test.describe.configure({ mode: "serial" });

let place: Staffed;
let registrar: Page;
let chair: Page;

test.beforeAll(async ({ browser, trial }) => {
  trial.setClock("2026-03-10");
  place = await staffedCase(trial, "2026-04-18", ["registrar", "committeeChair"]);
  await makeLawful(trial.db, place, "roll");
  registrar = await windowFor(browser, trial, place.username("registrar"));
  chair = await windowFor(browser, trial, place.username("committeeChair"));
});
test.afterAll(async () => {
  for (const page of [registrar, chair]) await page.context().close();
});

const fixture = path.resolve(import.meta.dirname, "../fixtures/register/register-jiangjiazhuang.xlsx");

/** Goes to the roll from one's own home page, as everybody finds it; what the page says to do next. */
async function nextStep(page: Page, words: string): Promise<Locator> {
  await page.goto("/home");
  await page.waitForURL(/\/desk\//u);
  await page.getByRole("link", { name: "选民登记" }).first().click();
  await page.waitForURL(/\/roll$/u);
  const box = page.locator(".clock-box");
  await expect(box).toContainText(words);
  return box;
}

/** Goes on by the button of the next step. */
async function followNextStep(page: Page, words: string): Promise<void> {
  const box = await nextStep(page, `下一步：${words}`);
  await box.locator("a.btn").click();
  await page.waitForURL((address) => !address.pathname.endsWith("/roll"));
}

async function upload(page: Page, file: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(file);
  await press(page, "上传并核对");
  await page.waitForURL(/\/roll\/import\/[0-9a-f-]{36}/u);
  await expect(page.getByRole("button", { name: /^确认导入/u })).toBeVisible({ timeout: 60_000 });
}

/** A sound number for somebody born on this day. */
function numberFor(born: string, sex: string, place: number): string {
  const first17 = `141002${born.replaceAll("-", "")}${String(90 + Math.floor(place / 5)).slice(-2)}${2 * (place % 5) + (sex === "男" ? 1 : 0)}`;
  return `${first17}${checkCharacter(first17) ?? ""}`;
}

/** The workbook that was handed back, as whoever gave the register mends it from the household booklets; rows that stand twice are struck out. */
async function mended(bytes: Uint8Array): Promise<Buffer> {
  const sheets = readSheets(bytes);
  if (!sheets.ok) throw new Error(sheets.error);
  const [headings = [], ...rows] = (sheets.value[0]?.rows ?? []).map((row) => row.cells.map(cellText));
  const at = (words: RegExp): number => headings.findIndex((heading) => words.test(heading));
  const [number, born, sex, reason] = [at(/身份/u), at(/出生/u), at(/性别/u), at(/错误原因/u)];
  const write = (row: readonly string[], column: number, text: string): readonly string[] => row.with(column, text);
  const right = rows.flatMap((row, place) => {
    const [why = "", day = "", man = "", written = ""] = [row[reason], row[born], row[sex], row[number]];
    if (/重复登记/u.test(why)) return [];
    if (/15位/u.test(why)) return [write(row, number, completeOldNumber(written) ?? "")];
    if (/（公民身份号码）/u.test(why)) return [write(row, number, numberFor(cellDay({ kind: "text", text: day }, false) ?? "", man, place))];
    if (/（出生日期）/u.test(why)) return [write(row, born, birthIn(written) ?? "")];
    return [/（性别）/u.test(why) ? write(row, sex, man === "男" ? "女" : "男") : row];
  });
  return Buffer.from(await writeWorkbook([{ name: "改好的行", headings, widths: [], rows: right }]));
}

test("the registrar finds the import from his own home page, sees what is wrong before anything is written, and confirms", async ({ trial }) => {
  await followNextStep(registrar, "导入户籍花名册");
  await upload(registrar, fixture);
  for (const words of ["2,733", "2,407", "1,214", "1,193"]) await expect(registrar.locator("main")).toContainText(words);
  expect(await trial.db.rollEntry.count({ where: { electionId: place.electionId } })).toBe(0);
  await press(registrar, /^确认导入/u);
  await expect(registrar.locator(".confirmation")).toBeVisible({ timeout: 60_000 });
  await expect(registrar.locator("main")).toContainText("名册现有 2,727 人，其中 2,407 人符合列入名单的条件，24 人的信息有待核实。");
});

test("the faulty rows are handed back, come mended, and are taken in alone", async ({ trial }) => {
  const before = await trial.db.rollEntry.count({ where: { electionId: place.electionId } });
  const [download] = await Promise.all([registrar.waitForEvent("download"), registrar.getByRole("link", { name: /下载有误的行/u }).click()]);
  const file = await mended(new Uint8Array(readFileSync(await download.path())));
  await registrar.getByRole("link", { name: "上传改好的行" }).click();
  await registrar.waitForURL(/\/roll\/import$/u);
  await upload(registrar, { name: "改好的行.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: file });
  await press(registrar, /^确认导入/u);
  await expect(registrar.locator(".confirmation")).toBeVisible({ timeout: 60_000 });
  expect(await trial.db.rollEntry.count({ where: { electionId: place.electionId } })).toBe(before);
});

test("the chair, told by the registrar, posts 2,407 names", async ({ trial }) => {
  const box = await nextStep(registrar, "下一步：公布参加选举的村民名单");
  await expect(box).toContainText("请告诉主任");
  await expect(box.locator("a.btn")).toHaveCount(0);
  trial.setClock("2026-03-20");
  await followNextStep(chair, "公布参加选举的村民名单");
  for (const words of ["2,407", "1,214", "1,193"]) await expect(chair.locator("main")).toContainText(words);
  await act(chair, "electionId", {}, /issued=/u);
  const text = await paperText(chair, `/api/notices/${await issued(chair)}/pdf`);
  expect(text).toContain("2407");
});

/** Enters an objection as it is told at the desk. */
async function object(asks: string, about: Villager, statement: string): Promise<void> {
  await registrar.getByRole("link", { name: "申诉", exact: true }).click();
  await registrar.getByRole("link", { name: "登记申诉" }).click();
  await registrar.waitForURL(/objections\/new/u);
  await act(registrar, "asks", { asks, about: labelOf(about), statement, objector: "邻居一人" }, /done=recorded/u);
}

/** Decides the objection about this person. */
async function decide(about: Villager, decision: "granted" | "refused", decisionReason: string): Promise<void> {
  await followNextStep(chair, "办理申诉");
  await chair.getByRole("link", { name: about.name }).click();
  await act(chair, "decision", { decision, decisionReason }, /done=decided/u);
}

test("two objections are entered by the registrar, decided by the chair, carried out and announced", async ({ trial }) => {
  trial.setClock("2026-03-23");
  const [dead, alive] = villagers.principals;
  await nextStep(registrar, "名单已公布");
  await object("remove", dead, "三月初去世");
  await object("remove", alive, "听说已经搬走");

  await decide(dead, "granted", "死亡证明已经核对");
  await chair.getByRole("link", { name: `打开 ${dead.name} 的登记` }).click();
  await chair.waitForURL(/\/roll\/list\//u);
  await act(chair, "exclusion", { exclusion: "dead", note: "三月三日去世，有死亡证明" }, /done=saved/u);
  await decide(alive, "refused", "户口和住处都在本村");

  await chair.getByRole("link", { name: "起草公告" }).click();
  await press(chair, /^发布第/u);
  const decisions = await paperText(chair, `/api/notices/${await issued(chair)}/pdf`);
  for (const { name } of [dead, alive]) expect(decisions).toContain(name);

  await followNextStep(chair, "发布补充公告");
  await act(chair, "electionId", {}, /issued=/u);
  expect(await paperText(chair, `/api/notices/${await issued(chair)}/pdf`)).toContain(dead.name);
  await expect(await nextStep(chair, "名单已公布")).toContainText("2,406");
});
