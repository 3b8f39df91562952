import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { SOUND_COUNT } from "#tests/support/counts.ts";
import { answerLines } from "./determine-cli.ts";
import { determine } from "./determine.ts";

const program = path.join(import.meta.dirname, "determine-cli.ts");
const folder = mkdtempSync(path.join(tmpdir(), "determine-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Lines answered from chunks of the given size in bytes. */
async function answered(input: string, chunkBytes: number): Promise<{ readonly lines: readonly string[]; readonly refused: boolean }> {
  const bytes = Buffer.from(input);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_unused, index) => bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes));
  const output = new PassThrough();
  const [refused, written] = await Promise.all([answerLines(Readable.from(chunks), output).finally(() => output.end()), text(output)]);
  return { lines: written.split("\n").slice(0, -1), refused };
}

function run(args: readonly string[], input = ""): { readonly status: number | null; readonly output: unknown } {
  const done = spawnSync(process.execPath, [program, ...args], { input, encoding: "utf8" });
  return { status: done.status, output: JSON.parse(done.stdout) };
}

const sound = JSON.stringify(SOUND_COUNT);
const outcome = determine(SOUND_COUNT);
const outcomeText = JSON.stringify(outcome.ok ? outcome.value : null);

test.each([1, 7, 1000, 1 << 20])("each line is answered in its place, in chunks of %i bytes", async (chunkBytes) => {
  const { lines, refused } = await answered(`${sound}\n\n  \r\n{"no":"count"}\r\n${sound}\nnot json\n${sound}`, chunkBytes);
  expect(lines).toHaveLength(5);
  expect([lines[0], lines[2], lines[4]]).toEqual([outcomeText, outcomeText, outcomeText]);
  expect(JSON.parse(lines[1] ?? "")).toMatchObject({ errors: expect.arrayContaining([{ path: "no", message: "this field is unknown" }]) });
  expect(JSON.parse(lines[3] ?? "")).toMatchObject({ errors: [{ path: "" }] });
  expect(refused).toBe(true);
});

test("Chinese ids survive any cut of the bytes", async () => {
  const chinese = sound.replaceAll('"p1"', '"姜𣘴"');
  const { lines, refused } = await answered(`\uFEFF${chinese}\n`, 5);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ elected: expect.arrayContaining([expect.objectContaining({ person: "姜𣘴" })]) });
  expect(refused).toBe(false);
});

test("an answer much longer than its question is written whole", async () => {
  const long = { ...SOUND_COUNT, ...Object.fromEntries(Array.from({ length: 12_000 }, (_unused, index) => [`unknown${index}`, 1])) };
  const { lines } = await answered(`${sound}\n${JSON.stringify(long)}\n${sound}\n`, 1 << 16);
  expect(lines).toHaveLength(3);
  expect(JSON.parse(lines[1] ?? "").errors).toHaveLength(12_000);
});

test("no input gives no output", async () => {
  expect(await answered("", 10)).toEqual({ lines: [], refused: false });
});

test("a file is answered with one document and exit code 0", () => {
  const file = path.join(folder, "count.json");
  writeFileSync(file, JSON.stringify(SOUND_COUNT, null, 2));
  expect(run([file])).toEqual({ status: 0, output: JSON.parse(outcomeText) });
});

test("a malformed file, a missing one and a missing argument are refused with exit code 2", () => {
  const file = path.join(folder, "malformed.json");
  writeFileSync(file, JSON.stringify({ ...SOUND_COUNT, committee: 9 }));
  expect(run([file])).toEqual({ status: 2, output: { errors: [{ path: "committee", message: "a committee has 3 to 7 seats" }] } });
  expect(run([path.join(folder, "nothing.json")])).toMatchObject({ status: 2, output: { errors: [{ path: "" }] } });
  expect(run([])).toMatchObject({ status: 2, output: { errors: [{ path: "" }] } });
});

test("standard input ends with exit code 0 when every document is sound", () => {
  expect(run(["-"], `${sound}\n`)).toEqual({ status: 0, output: JSON.parse(outcomeText) });
});
