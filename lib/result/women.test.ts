import { describe, expect, test } from "vitest";
import { SOUND_COUNT } from "#tests/support/counts.ts";
import type { CountDocument, Determination } from "./count-document.ts";
import { determine } from "./determine.ts";

/** A vote for three members; ids beginning with w are women's. Chair and vice chair are men in office already. */
function members(votes: Readonly<Record<string, number>>, more: Partial<CountDocument> = {}): Determination {
  const result = determine({
    ...SOUND_COUNT,
    kind: "runoff",
    contests: [{ contest: "member", office: "member", seats: 3 }],
    people: Object.keys(votes).map((id) => ({ id, sex: id.startsWith("w") ? "female" : "male", barred: false })),
    votes: Object.entries(votes).map(([person, count]) => ({ contest: "member", person, for: count })),
    holding: [{ person: "h1", office: "chair", votes: 1500, sex: "male" }, { person: "h2", office: "viceChair", votes: 1400, sex: "male" }],
    ...more,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const ids = (outcome: Determination): readonly string[] => outcome.elected.map((one) => one.person);
const revote = (counts: Readonly<Record<string, number>>) => ({ contest: "member", votes: Object.entries(counts).map(([person, count]) => ({ person, for: count })) });

describe("G-37: the woman with most votes comes first when votes alone leave none", () => {
  test("before men with more votes than she has, who then share the other seats", () => {
    expect(ids(members({ a: 1000, b: 950, c: 900, w1: 800 }))).toEqual(["a", "b", "w1"]);
  });

  test("in a tie with as many men as seats she is declared, and the men are tied for the seat that is left", () => {
    const outcome = members({ a: 1000, b: 900, c: 900, w1: 900 });
    expect(ids(outcome)).toEqual(["a", "w1"]);
    expect(outcome.tied).toEqual([{ contest: "member", people: ["b", "c"], seats: 1, votes: 900, reason: "votes" }]);
  });

  test("not when the tie has fewer men than seats: one of the women is sure", () => {
    const outcome = members({ a: 1000, b: 900, w1: 900, w2: 900 });
    expect(ids(outcome)).toEqual(["a"]);
    expect(outcome.tied).toMatchObject([{ people: ["b", "w1", "w2"], seats: 2, reason: "votes" }]);
  });

  test("but when a man of that tie is a woman's relative, nobody is sure, and the equal women are tied for one seat", () => {
    const outcome = members({ a: 1000, b: 900, w1: 900, w2: 900, w3: 900 }, { kin: [["b", "w1"]] });
    expect(ids(outcome)).toEqual(["a"]);
    expect(outcome.tied).toEqual([{ contest: "member", people: ["w1", "w2", "w3"], seats: 1, votes: 900, reason: "women" }]);
    expect(outcome.pending).toEqual(["member"]);
  });
});

describe("G-37: equal best women", () => {
  const votes = { a: 1000, b: 950, c: 940, w1: 800, w2: 800, w3: 800 };

  test("are tied for one seat, with those above their votes elected meanwhile", () => {
    const outcome = members(votes);
    expect(ids(outcome)).toEqual(["a", "b"]);
    expect(outcome.tied).toEqual([{ contest: "member", people: ["w1", "w2", "w3"], seats: 1, votes: 800, reason: "women" }]);
    expect(outcome.pending).toEqual([]);
  });

  test("are settled by a re-vote about exactly them, and by a second about those equal at its top", () => {
    expect(ids(members(votes, { tieBreaks: [revote({ w1: 5, w2: 7, w3: 6 })] }))).toEqual(["a", "b", "w2"]);
    const again = members(votes, { tieBreaks: [revote({ w1: 5, w2: 7, w3: 7 })] });
    expect(again.tied).toEqual([{ contest: "member", people: ["w2", "w3"], seats: 1, votes: 800, reason: "women" }]);
    expect(ids(members(votes, { tieBreaks: [revote({ w1: 5, w2: 7, w3: 7 }), revote({ w2: 1, w3: 2 })] }))).toEqual(["a", "b", "w3"]);
  });

  test("losing it, stand for the other seats", () => {
    const outcome = members({ a: 1000, w1: 800, w2: 800, b: 800, c: 800 }, { contests: [{ contest: "member", office: "member", seats: 2 }], tieBreaks: [revote({ w1: 9, w2: 8 })] });
    expect(ids(outcome)).toEqual(["a", "w1"]);
  });

  test("wait behind a tie among those with more votes", () => {
    const outcome = members({ a: 1000, b: 1000, c: 1000, w1: 800, w2: 800 });
    expect(outcome.tied).toEqual([{ contest: "member", people: ["a", "b", "c"], seats: 2, votes: 1000, reason: "votes" }]);
    expect(outcome.elected).toEqual([]);
    expect(outcome.pending).toEqual(["member"]);
  });
});

describe("V-04, G-37: women who are relatives of others", () => {
  test("of somebody in a higher office are passed over, and the seat goes to the next woman", () => {
    const outcome = members({ a: 1000, b: 950, c: 900, w1: 850, w2: 800 }, { kin: [["w1", "h1"]] });
    expect(ids(outcome)).toEqual(["a", "b", "w2"]);
    expect(outcome.skipped).toEqual([{ contest: "member", person: "w1", reason: "kin" }]);
  });

  test("of somebody in a higher office are named as passed over, even below the woman who is declared", () => {
    const outcome = members({ a: 1000, b: 950, c: 900, w1: 850, w2: 800 }, { kin: [["w2", "h1"]] });
    expect([ids(outcome), outcome.skipped.map((one) => one.person)]).toEqual([["a", "b", "w1"], ["w2"]]);
  });

  test("of somebody elected above them are passed over too, one level after another", () => {
    const outcome = members({ a: 1000, b: 950, c: 900, w1: 850, w2: 850, w3: 800 }, { kin: [["w1", "a"], ["w2", "b"]] });
    expect(ids(outcome)).toEqual(["a", "b", "w3"]);
    expect(outcome.skipped.map((one) => one.person)).toEqual(["w1", "w2"]);
  });

  test("one of two equal women passed over leaves the other without a tie", () => {
    const outcome = members({ a: 1000, b: 950, c: 900, w1: 850, w2: 850 }, { kin: [["w1", "a"]] });
    expect([ids(outcome), outcome.tied]).toEqual([["a", "b", "w2"], []]);
    expect(outcome.skipped.map((one) => one.person)).toEqual(["w1"]);
  });

  test("with as many votes as she has stand behind her, and are passed over", () => {
    const outcome = members({ a: 1000, b: 900, d: 800, w1: 800 }, { kin: [["w1", "d"]] });
    expect([ids(outcome), outcome.tied]).toEqual([["a", "b", "w1"], []]);
    expect(outcome.skipped).toEqual([]);
    const wider = members({ a: 1000, d: 800, e: 800, f: 800, w1: 800 }, { kin: [["w1", "d"]] });
    expect([ids(wider), wider.skipped, wider.tied.map((one) => one.people)]).toEqual([["a", "w1"], [{ contest: "member", person: "d", reason: "kin" }], [["e", "f"]]]);
  });

  test("all of them leave a seat that only a woman can take", () => {
    const outcome = members({ a: 1000, b: 950, c: 900, w1: 850 }, { kin: [["w1", "h2"]] });
    expect(ids(outcome)).toEqual(["a", "b"]);
    expect(outcome.vacant).toEqual([{ office: "member", seats: 1, only: "women" }]);
  });
});
