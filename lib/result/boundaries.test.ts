import { describe, expect, test } from "vitest";
import { SOUND_COUNT } from "#tests/support/counts.ts";
import type { CountDocument, Determination } from "./count-document.ts";
import { determine } from "./determine.ts";

function outcomeOf(document: CountDocument): Determination {
  const result = determine(document);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Paths at which a document is refused. */
function refusedAt(document: CountDocument): readonly string[] {
  const result = determine(document);
  return result.ok ? [] : result.error.map((fault) => fault.path);
}

const ids = (outcome: Determination): readonly string[] => outcome.elected.map((one) => one.person);
const chairOnly = { contests: [{ contest: "chair", office: "chair", seats: 1 }] } as const satisfies Partial<CountDocument>;

/** One seat of the chair, `returned` papers in the box, p1 with so many votes. */
const chairVote = (returned: number, votes: number, more: Partial<CountDocument> = {}): CountDocument => ({
  ...SOUND_COUNT,
  ...chairOnly,
  registered: Math.min(2407, 2 * returned - 1),
  ballots: { issued: returned, returned, invalid: 0 },
  votes: [{ contest: "chair", person: "p1", for: votes }],
  ...more,
});

describe("E-01: an election is valid when more than half of the registered took part", () => {
  const turnout = (registered: number, returned: number, more: Partial<CountDocument> = {}) => outcomeOf(chairVote(returned, returned, { registered, ...more }));

  test.each([
    ["exactly half of an even number is not enough", 2406, 1203, false],
    ["one more than half of an even number is enough", 2406, 1204, true],
    ["the smaller half of an odd number is not enough", 2407, 1203, false],
    ["the larger half of an odd number is enough", 2407, 1204, true],
    ["nobody came", 2407, 0, false],
  ] as const)("%s", (_what, registered, returned, valid) => {
    const outcome = turnout(registered, returned);
    expect(outcome.valid).toBe(valid);
    expect(ids(outcome)).toEqual(valid ? ["p1"] : []);
    expect(outcome.void).toEqual(valid ? [] : ["chair"]);
    expect(outcome.next.kind).toBe(valid ? "none" : "newVote");
    expect(outcome.findings.find((one) => one.code === "turnout")).toMatchObject({ ok: valid, severity: "error", required: `2 x ${returned} > ${registered}`, citation: { article: "18" } });
  });

  test("E-05: a run-off with exactly half is warned about and stands; under Henan's Article 38 it is void", () => {
    const runoff = { kind: "runoff" } as const;
    const stands = turnout(2406, 1203, runoff);
    expect([stands.valid, ids(stands)]).toEqual([true, ["p1"]]);
    expect(stands.findings.find((one) => one.code === "turnout")).toMatchObject({ ok: false, severity: "warning" });
    const henan = { ...runoff, law: { national: "CN-2025", province: "CN-HA-2011", parameters: {} } } as const;
    expect(turnout(2406, 1203, henan)).toMatchObject({ valid: false, void: ["chair"], elected: [] });
    expect(turnout(2406, 1203, henan).findings.find((one) => one.code === "turnout")).toMatchObject({ severity: "error", citation: { article: "38" } });
    expect(turnout(2406, 1204, henan).valid).toBe(true);
  });
});

describe("E-02: elected is who has the votes of more than half of those taking part", () => {
  test.each([
    ["exactly half of an even number is not elected", 2288, 1144, false],
    ["one more than half of an even number is elected", 2288, 1145, true],
    ["the smaller half of an odd number is not elected", 2289, 1144, false],
    ["the larger half of an odd number is elected", 2289, 1145, true],
  ] as const)("%s", (_what, returned, votes, elected) => {
    const outcome = outcomeOf(chairVote(returned, votes));
    expect(ids(outcome)).toEqual(elected ? ["p1"] : []);
    expect(outcome.vacant).toEqual(elected ? [] : [{ office: "chair", seats: 1, only: null }]);
  });

  test("BJ12 28, G-33: invalid papers stay among those taking part", () => {
    const withInvalid = (invalid: number) => chairVote(2288, 1144, { ballots: { issued: 2288, returned: 2288, invalid } });
    expect(ids(outcomeOf(withInvalid(0)))).toEqual([]);
    expect(ids(outcomeOf(withInvalid(1000)))).toEqual([]);
  });

  test("E-02 and its finding speak of the same number in a village of a thousand million", () => {
    const half = 500_000_000;
    expect(ids(outcomeOf(chairVote(2 * half, half, { registered: 2 * half })))).toEqual([]);
    const outcome = outcomeOf(chairVote(2 * half, half + 1, { registered: 2 * half }));
    expect(ids(outcome)).toEqual(["p1"]);
    expect(outcome.findings.find((one) => one.code === "majority")?.required).toBe("2 x 500000001 > 1000000000");
  });
});

describe("E-05: elected in a run-off is who has most votes and not less than a third", () => {
  test.each([
    ["exactly one third is elected", 1500, 500, true],
    ["one less than a third is not elected", 1500, 499, false],
    ["a third rounded down is not elected", 1501, 500, false],
    ["a third rounded up is elected", 1501, 501, true],
  ] as const)("%s", (_what, returned, votes, elected) => {
    const outcome = outcomeOf(chairVote(returned, votes, { kind: "runoff" }));
    expect(ids(outcome)).toEqual(elected ? ["p1"] : []);
    if (elected) expect(outcome.findings.find((one) => one.code === "majority")).toMatchObject({ required: `3 x ${votes} >= ${returned}`, citation: { article: "18" } });
  });

  test("where no paper came back, no votes at all are a third of nothing, and still nobody is elected", () => {
    const outcome = outcomeOf(chairVote(0, 0, { kind: "runoff", registered: 2407 }));
    expect(outcome).toMatchObject({ valid: true, elected: [], tied: [], vacant: [{ office: "chair", seats: 1, only: null }] });
  });

  test("of two above a third the one with one vote more is elected; equal, they are tied (E-14)", () => {
    const two = (first: number, second: number) =>
      outcomeOf(chairVote(1500, first, { kind: "runoff", votes: [{ contest: "chair", person: "p1", for: first }, { contest: "chair", person: "p2", for: second }] }));
    expect(ids(two(600, 601))).toEqual(["p2"]);
    expect(two(600, 600)).toMatchObject({ elected: [], tied: [{ people: ["p1", "p2"], seats: 1, votes: 600, reason: "votes" }], next: { kind: "revote" } });
  });
});

describe("G-34, HA11 35, SH20 19: no more papers may come back than went out", () => {
  const issued = (returned: number) => chairVote(2000, 1500, { ballots: { issued: 2000, returned, invalid: 0 } });
  const voters = (returned: number, province: string | null) =>
    chairVote(2000, 1500, { ballots: { issued: 2100, voters: 2000, returned, invalid: 0 }, law: { national: "CN-2025", province, parameters: province === null ? { recoveredAgainst: "voters" } : {} } });

  test("G-34: as many as were given out stand, one more makes the vote void, whatever is known of the voters", () => {
    const known = chairVote(2000, 1500, { ballots: { issued: 2000, voters: 1900, returned: 2000, invalid: 0 } });
    expect(outcomeOf(known).valid).toBe(true);
    expect(outcomeOf(issued(2000)).valid).toBe(true);
    expect(outcomeOf(issued(2001))).toMatchObject({ valid: false, void: ["chair"], elected: [], next: { kind: "newVote" } });
    expect(outcomeOf(issued(2001)).findings.find((one) => one.code === "recovered")).toMatchObject({ ok: false, required: "2001 <= 2000", actual: { returned: 2001, issued: 2000 } });
  });

  test.each(["CN-SH-2020", "CN-ZJ-2020", "CN-BJ-2012", null])("where the papers are held against the voters, one more than voters is void (%s)", (province) => {
    expect(outcomeOf(voters(2000, province)).valid).toBe(true);
    expect(outcomeOf(voters(2001, province))).toMatchObject({ valid: false, void: ["chair"] });
    expect(outcomeOf(voters(2001, province)).findings.find((one) => one.code === "recovered")).toMatchObject({ ok: false, actual: { returned: 2001, voters: 2000 } });
  });
});

describe("the law of the first vote's day decides", () => {
  const relatives: Partial<CountDocument> = { kin: [["p1", "p3"]] };
  const on = (date: string, national: string, more: Partial<CountDocument> = {}): CountDocument => ({ ...SOUND_COUNT, ...relatives, date, law: { national, province: null, parameters: {} }, ...more });

  test("V-04: relatives elected on 31 December 2025 sit together, on 1 January 2026 they do not", () => {
    const old = outcomeOf(on("2025-12-31", "CN-2018"));
    expect([ids(old), old.skipped]).toEqual([["p1", "p3", "p4", "p5", "p6"], []]);
    const current = outcomeOf(on("2026-01-01", "CN-2025"));
    expect([ids(current), current.skipped]).toEqual([["p1", "p4", "p5", "p6"], [{ contest: "vice", person: "p3", reason: "kin" }]]);
    expect(current.findings.find((one) => one.code === "kin")?.citation).toMatchObject({ text: "村民委员会组织法(2025)", article: "8" });
  });

  test("the pack of the other year is refused on either side of the turn", () => {
    expect(refusedAt(on("2026-01-01", "CN-2018"))).toEqual(["law.national"]);
    expect(refusedAt(on("2025-12-31", "CN-2025"))).toEqual(["law.national"]);
  });

  test("E-03: a run-off in January 2026 keeps the law of the first vote in December 2025", () => {
    const runoff = on("2026-01-10", "CN-2018", { firstVoteOn: "2025-12-31", kind: "runoff" });
    const outcome = outcomeOf(runoff);
    expect(outcome.skipped).toEqual([]);
    expect(outcome.findings.find((one) => one.code === "majority")?.citation).toMatchObject({ text: "村民委员会组织法(2018)", article: "15" });
    expect(refusedAt({ ...runoff, law: { ...runoff.law, national: "CN-2025" } })).toEqual(["law.national"]);
  });
});

describe("seats", () => {
  const committeeOf = (committee: number): CountDocument => ({ ...SOUND_COUNT, ...chairOnly, committee, votes: SOUND_COUNT.votes.slice(0, 1) });

  test.each([[2, false], [3, true], [7, true], [8, false]] as const)("V-01: a committee of %i is lawful: %s", (committee, lawful) => {
    expect(refusedAt(committeeOf(committee))).toEqual(lawful ? [] : ["committee"]);
  });

  /** A run-off after which so many people hold office, a woman among them, and one seat of a member is empty. */
  const holders = (count: number, more: Partial<CountDocument> = {}): CountDocument => ({
    ...SOUND_COUNT,
    kind: "runoff",
    committee: 7,
    contests: [{ contest: "member", office: "member", seats: 1 }],
    votes: [],
    people: [],
    holding: (["chair", "viceChair", "member", "member", "member"] as const).slice(0, count).map((office, index) => ({ person: `h${index}`, office, votes: 1500 - index, sex: index === 1 ? "female" : "male" })),
    ...more,
  });

  test("G-41, ZJ20 30: with three in office the rest may stay empty after a run-off, with two it may not", () => {
    expect(outcomeOf(holders(2)).next.kind).toBe("runoff");
    expect(outcomeOf(holders(3)).next.kind).toBe("none");
    expect(outcomeOf(holders(3)).findings.find((one) => one.code === "vacancy")).toMatchObject({ ok: true, required: "3 >= 3", actual: { members: 3, vacant: 1 } });
    expect(outcomeOf(holders(3, { kind: "regular" })).next.kind).toBe("runoff");
  });

  test("BJ12 30: Beijing asks for more than three with the chair among them, and the meeting agrees", () => {
    const beijing = { law: { national: "CN-2025", province: "CN-BJ-2012", parameters: {} }, ballots: { issued: 2290, voters: 2288, returned: 2288, invalid: 12 } } as const;
    expect(outcomeOf(holders(3, beijing)).next.kind).toBe("runoff");
    expect(outcomeOf(holders(4, beijing)).next).toMatchObject({ kind: "meetingDecides", by: "2026-05-03" });
    const chairless = holders(5, beijing).holding.slice(1);
    expect(outcomeOf(holders(5, { ...beijing, holding: chairless })).next.kind).toBe("runoff");
  });

  test("V-02: without a woman nothing may stay empty", () => {
    const men = holders(4).holding.map((held) => ({ ...held, sex: "male" as const }));
    const outcome = outcomeOf(holders(4, { holding: men }));
    expect(outcome.next).toMatchObject({ kind: "runoff", contests: [{ only: "women", seats: 1 }] });
    expect(outcome.findings.find((one) => one.code === "women")).toMatchObject({ ok: false, required: "0 >= 1" });
  });

  test.each([["CN-BJ-2012", "2026-05-03"], ["CN-ZJ-2020", "2026-05-18"], ["CN-SH-2020", "2026-05-18"], [null, null]] as const)(
    "E-03: the last day of a run-off is counted from the vote, its own day not counted (%s)",
    (province, by) => {
      const ballots = province === null ? { issued: 2290, returned: 2288, invalid: 12 } : { issued: 2290, voters: 2288, returned: 2288, invalid: 12 };
      const nobody = outcomeOf({ ...SOUND_COUNT, ...chairOnly, votes: [], ballots, law: { national: "CN-2025", province, parameters: {} } });
      expect(nobody.next).toMatchObject({ kind: "runoff", by });
    },
  );
});
