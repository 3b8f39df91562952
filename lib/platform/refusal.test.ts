import { describe, expect, test } from "vitest";
import { z } from "zod";
import { day, id, line, list, optionalLine, optionalWhole, paragraph, whole } from "./fields.ts";
import { parseInput } from "./refusal.ts";

/** What is refused, as `field code`. */
const refused = (schema: z.ZodType, raw: unknown): readonly string[] => {
  const parsed = parseInput(schema, raw);
  return parsed.ok || parsed.error.kind !== "invalid" ? [] : parsed.error.issues.map((issue) => `${String(issue.field)} ${issue.code}`);
};

describe("what a form is refused for", () => {
  const form = z.object({ heldOn: day, method: z.enum(["candidates", "open"]), person: id, votes: whole(0, 10), margin: optionalWhole(1, 2), note: optionalLine(3) });
  const sent = { heldOn: "2026-04-18", method: "open", person: "3f2a1c1e-5b0e-4a8e-9f57-0d4bb2d1a001", votes: "3" };

  test("a complete form passes", () => expect(refused(form, sent)).toEqual([]));
  test("a radio not set, and an empty list of choices, are asked for", () => {
    const { method: _, ...rest } = sent;
    expect(refused(form, rest)).toEqual(["method notChosen"]);
    expect(refused(form, { ...sent, person: "" })).toEqual(["person notChosen"]);
  });
  test("a choice that does not exist is called so", () => expect(refused(form, { ...sent, method: "toss" })).toEqual(["method invalidChoice"]));
  test("a list with nothing in it is asked for", () => {
    expect(refused(z.object({ people: list(id).pipe(z.array(z.string()).min(1)) }), {})).toEqual(["people noneGiven"]);
  });
  test("an empty date is refused once", () => expect(refused(form, { ...sent, heldOn: "" })).toEqual(["heldOn required"]));
  test("a day that does not exist is not a date", () => expect(refused(form, { ...sent, heldOn: "2026-02-30" })).toEqual(["heldOn invalidDate"]));
  test("an optional number may be left out, and one that is no number is named as such", () => expect(refused(form, { ...sent, margin: "x" })).toEqual(["margin notWhole"]));
  test("an optional line says whether it is too long or holds a forbidden sign", () => {
    expect(refused(form, { ...sent, note: "一二三四" })).toEqual(["note tooLongText"]);
    expect(refused(form, { ...sent, note: "一\u202E" })).toEqual(["note invalidCharacters"]);
  });
  test("a text of several lines keeps its line ends as a browser sends them; a single line has none", () => {
    expect(parseInput(paragraph(20), " 甲\r\n乙\r丙 ")).toEqual({ ok: true, value: "甲\n乙\n丙" });
    expect(refused(z.object({ text: paragraph(20) }), { text: "甲\t乙" })).toEqual(["text invalidCharacters"]);
    expect(refused(z.object({ text: line(20) }), { text: "甲\r\n乙" })).toEqual(["text invalidCharacters"]);
    expect(refused(z.object({ text: paragraph(3) }), { text: "甲\r\n乙丙" })).toEqual(["text tooLongText"]);
    expect(refused(z.object({ text: paragraph(3) }), {})).toEqual(["text required"]);
  });
});
