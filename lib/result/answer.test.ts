import { expect, test } from "vitest";
import { SOUND_COUNT } from "#tests/support/counts.ts";
import { answerBlock, answerText, refusalText } from "./answer.ts";
import { determine } from "./determine.ts";

const sound = JSON.stringify(SOUND_COUNT);

function outcomeText(indent?: number): string {
  const outcome = determine(SOUND_COUNT);
  return JSON.stringify(outcome.ok ? outcome.value : null, null, indent);
}

/** The answered lines of a block; each ends with a line feed. */
function linesOf(text: string): { readonly lines: readonly string[]; readonly refused: boolean } {
  const { bytes, refused } = answerBlock(Buffer.from(text));
  const answered = Buffer.from(bytes).toString("utf8");
  expect(answered === "" || answered.endsWith("\n")).toBe(true);
  return { lines: answered.split("\n").slice(0, -1), refused };
}

test("a sound count is answered with its outcome, indented when asked for", () => {
  expect(answerText(sound)).toEqual({ text: outcomeText(), refused: false });
  expect(answerText(sound, 2)).toEqual({ text: outcomeText(2), refused: false });
});

test("a byte order mark before the count is no part of it, a second one is", () => {
  expect(answerText(`\uFEFF${sound}`)).toEqual({ text: outcomeText(), refused: false });
  expect(answerText(`\uFEFF\uFEFF${sound}`).refused).toBe(true);
});

test("what is no JSON is refused with the reader's words", () => {
  const { text, refused } = answerText("{");
  expect(refused).toBe(true);
  expect(JSON.parse(text)).toEqual({ errors: [{ path: "", message: expect.stringMatching(/^not JSON: Expected property name/) }] });
});

test("a malformed count is refused with the places of its faults", () => {
  expect(answerText(JSON.stringify({ ...SOUND_COUNT, committee: 9 }))).toEqual({ text: refusalText([{ path: "committee", message: "a committee has 3 to 7 seats" }]), refused: true });
  expect(refusalText([{ path: "a", message: "b" }])).toBe(`{"errors":[{"path":"a","message":"b"}]}`);
});

test("a block is answered line by line in order, blank lines passed over", () => {
  expect(linesOf(`\n${sound}\n \t\r\n${sound}\n\n`)).toEqual({ lines: [outcomeText(), outcomeText()], refused: false });
  expect(linesOf("")).toEqual({ lines: [], refused: false });
});

test("one refused line makes the block refused, whatever comes after it", () => {
  const { lines, refused } = linesOf(`no\n${sound}`);
  expect([lines.length, lines[1], refused]).toEqual([2, outcomeText(), true]);
});

test("answers longer than their questions are written whole, and what was written before is kept", () => {
  const { lines } = linesOf(`${sound}\n${"1\n".repeat(500)}${sound}`);
  expect(lines).toHaveLength(502);
  expect([lines[0], lines[501]]).toEqual([outcomeText(), outcomeText()]);
  expect(new Set(lines.slice(1, 501))).toEqual(new Set([refusalText([{ path: "", message: "an object is needed" }])]));
});

test("Chinese words keep all their bytes where room is short", () => {
  const line = JSON.stringify({ 姜: 1 });
  const { lines } = linesOf(`${line}\n`.repeat(200));
  expect(lines).toHaveLength(200);
  for (const answered of lines) expect(JSON.parse(answered)).toMatchObject({ errors: expect.arrayContaining([{ path: "姜", message: "this field is unknown" }]) });
});
