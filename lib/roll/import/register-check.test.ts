import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { workbookOf } from "#tests/support/workbook.ts";

vi.setConfig({ testTimeout: 120_000 });

const root = path.resolve(import.meta.dirname, "../../..");
const fixture = path.join(root, "tests/fixtures/register/register-jiangjiazhuang.xlsx");
const folder = mkdtempSync(path.join(tmpdir(), "register-"));
afterAll(() => rmSync(folder, { recursive: true }));

const checkSchema = z.strictObject({
  rows: z.number(),
  eligible: z.strictObject({ total: z.number(), men: z.number(), women: z.number(), byGroup: z.record(z.string(), z.number()) }),
  notListed: z.strictObject({ minor: z.number(), deprived: z.number(), awayNotStated: z.number(), dead: z.number(), movedOut: z.number(), duplicate: z.number() }),
  findings: z.array(z.strictObject({ row: z.number(), kind: z.string(), field: z.string(), message: z.string() })),
});
const errorsSchema = z.strictObject({ errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).min(1) });

function check(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", "lib/roll/import/register-check-cli.ts", ...args], { cwd: root, encoding: "utf8" });
  return { status, lines: stdout.split("\n"), stderr };
}

function file(name: string, content: Uint8Array | string): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

describe("register:check", () => {
  test("prints one line of JSON with counts and findings in the order of the rows", () => {
    const { status, lines, stderr } = check(fixture, "--election-day", "2026-04-18");
    expect([status, lines.length, lines[1], stderr]).toEqual([0, 2, "", ""]);
    const { eligible, rows, findings } = checkSchema.parse(JSON.parse(lines[0] ?? ""));
    expect([rows, eligible.total, findings.length]).toEqual([2733, 2407, 58]);
    expect(findings.map(({ row }) => row)).toEqual(findings.map(({ row }) => row).toSorted((first, second) => first - second));
    expect(findings.find(({ row }) => row === 1028)?.message).toMatch(/^第1028行M1028单元格（备注）.*请核实/u);
  });

  test("names row, cell and what to do in every message, and never an identity number", () => {
    const { findings } = checkSchema.parse(JSON.parse(check(fixture, "--election-day", "2026-04-18").lines[0] ?? ""));
    expect(findings.filter(({ row, message }) => !message.startsWith(`第${row}行`) || !message.includes(String(row)) || /\{|\d{15}/u.test(message))).toEqual([]);
  });

  test("counts on the day it is given", () => {
    const later = checkSchema.parse(JSON.parse(check(fixture, "--election-day=2026-04-19").lines[0] ?? ""));
    expect([later.eligible.total, later.notListed.minor]).toEqual([2408, 289]);
  });

  test.each([
    ["no arguments", []],
    ["no election day", [fixture]],
    ["a day that does not exist", [fixture, "--election-day", "2026-02-30"]],
    ["an unknown option", [fixture, "--day", "2026-04-18"]],
    ["a missing file", [path.join(folder, "missing.xlsx"), "--election-day", "2026-04-18"]],
    ["a folder", [folder, "--election-day", "2026-04-18"]],
    ["a picture", [file("picture.xlsx", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)), "--election-day", "2026-04-18"]],
    ["an empty file", [file("empty.csv", ""), "--election-day", "2026-04-18"]],
    ["an empty workbook", [file("empty.xlsx", workbookOf({ Sheet1: [] })), "--election-day", "2026-04-18"]],
    ["a cut workbook", [file("cut.xlsx", readFileSync(fixture).subarray(0, 90_000)), "--election-day", "2026-04-18"]],
    ["a table without the columns", [file("other.csv", "科目,金额,日期\n差旅,3,2026-01-01"), "--election-day", "2026-04-18"]],
    ["a heading without people", [file("bare.csv", "姓名,公民身份号码,村民小组\n"), "--election-day", "2026-04-18"]],
  ])("says what is wrong and ends with 2: %s", (_, args) => {
    const { status, lines, stderr } = check(...args);
    expect([status, stderr]).toEqual([2, ""]);
    expect(errorsSchema.safeParse(JSON.parse(lines[0] ?? "")).success).toBe(true);
  });
});
