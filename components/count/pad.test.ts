import { describe, expect, it } from "vitest";
import type { BallotForm } from "#lib/count/model.ts";
import { keysOf, marksOfPad, nextPaper, padAfter, padOf, undecided, type PadAction } from "./pad.ts";

const form: BallotForm = [
  { contest: "chair", office: "chair", seats: 1, only: null, candidates: [{ id: "a", personId: "A", name: "陈立" }, { id: "b", personId: "B", name: "王建国" }] },
  { contest: "member", office: "member", seats: 2, only: null, candidates: [{ id: "c", personId: "C", name: "赵玉梅" }] },
];
const after = (...actions: readonly PadAction[]) => actions.reduce(padAfter, padOf(form, undefined));

describe("keying a paper", () => {
  it("gives every candidate of the sheet one key, in order, none that means something else", () => {
    expect(keysOf(form).map((one) => one.key)).toEqual(["1", "2", "3"]);
    const long: BallotForm = [{ ...form[0], contest: "m", office: "member", seats: 5, only: null, candidates: Array.from({ length: 30 }, (_, place) => ({ id: `${place}`, personId: `${place}`, name: "" })) }];
    const keys = keysOf(long).map((one) => one.key);
    expect(new Set(keys).size).toBe(30);
    for (const taken of ["W", "B", "X", "U", "G"]) expect(keys).not.toContain(taken);
  });
  it("marks, and unmarks on the same key", () => {
    const mark: PadAction = { kind: "candidate", contest: 0, candidateId: "a" };
    expect(marksOfPad(form, after(mark))).toMatchObject({ blocks: { chair: { kind: "marked", candidates: ["a"] }, member: { kind: "blank" } } });
    expect(undecided(after(mark, mark))).toBe(0);
  });
  it("moves on to the next block without marks when one is blank", () => {
    const blank = after({ kind: "blank", contest: 0 });
    expect(blank.active).toBe(1);
    expect(undecided(blank)).toBe(1);
    expect(undecided(after({ kind: "blank", contest: 0 }, { kind: "written", contest: 1, nameId: "w" }))).toBeNull();
  });
  it("takes back step by step", () => {
    const two = after({ kind: "candidate", contest: 0, candidateId: "a" }, { kind: "unreadable", contest: 1 });
    expect(marksOfPad(form, padAfter(two, { kind: "undo" }))).toMatchObject({ blocks: { chair: { kind: "marked" }, member: { kind: "blank" } } });
    expect(padAfter(padAfter(two, { kind: "undo" }), { kind: "undo" }).blocks).toEqual([null, null]);
  });
  it("an invalid paper needs no marks, and a mark makes it a paper again", () => {
    const invalid = after({ kind: "invalid", ground: "sealMissing" });
    expect(marksOfPad(form, invalid)).toEqual({ kind: "invalid", ground: "sealMissing" });
    expect(undecided(invalid)).toBeNull();
    expect(padAfter(invalid, { kind: "candidate", contest: 0, candidateId: "a" }).ground).toBeNull();
  });
  it("shows a kept paper as it was kept", () => {
    const kept = marksOfPad(form, after({ kind: "candidate", contest: 0, candidateId: "b" }));
    expect(marksOfPad(form, padOf(form, kept))).toEqual(kept);
  });
});

describe("which paper comes next", () => {
  it("the following one, then the gaps, then none", () => {
    expect(nextPaper(5, new Set([1, 2]), 2)).toBe(3);
    expect(nextPaper(5, new Set([1, 3, 4, 5]), 5)).toBe(2);
    expect(nextPaper(3, new Set([1, 2, 3]), 3)).toBeNull();
  });
});
