import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SeatPlan } from "../committee/rules.ts";
import { electionLaw } from "../election/law.ts";
import { primaryTurnoutFinding, primaryVotersFinding, roundIssues, type RoundContest } from "./primary-rules.ts";
import { roundContests, selectCandidates, type Standing } from "./rules.ts";

const lawOf = (provincePack: string | null) => electionLaw({ electionDay: "2026-04-18", provincePack, parameters: {} });
const national = lawOf(null);
const zhejiang = lawOf("CN-ZJ-2020");
const plan: SeatPlan = { contest: "member", office: "member", only: null, seats: 2, margin: 1 };
const standing = (id: string, votes: number, rounds: Standing["rounds"], state: Standing["state"] = "nominated"): Standing => ({
  id, contest: "member", rollEntryId: `e-${id}`, name: id, sex: "male", votes, source: "voters", state, vetted: true, consented: true, rounds, listed: true,
});

describe("turnout of a primary", () => {
  it("G-16: is more than half of the registered voters in 浙江, exactly half being too few", () => {
    expect(primaryTurnoutFinding("electors", 2407, 1204, zhejiang).ok).toBe(true);
    expect(primaryTurnoutFinding("electors", 2408, 1204, zhejiang)).toMatchObject({ ok: false, severity: "error", actual: { needed: 1205 } });
    expect(primaryTurnoutFinding("electors", 2408, 1204, national)).toMatchObject({ ok: false, severity: "warning" });
  });

  it("M-08: is two thirds of the representatives' meeting, exactly two thirds being enough", () => {
    expect(primaryTurnoutFinding("representatives", 36, 24, national).ok).toBe(true);
    expect(primaryTurnoutFinding("representatives", 36, 23, national)).toMatchObject({ ok: false, severity: "error", actual: { needed: 24 } });
    expect(primaryTurnoutFinding("representatives", 37, 24, national).ok).toBe(false);
  });

  it("names as many as are needed, never one too many, for any number entitled", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000 }), fc.constantFrom("electors" as const, "representatives" as const), (entitled, voters) => {
        const needed = Number(primaryTurnoutFinding(voters, entitled, 0, zhejiang).actual["needed"]);
        expect(primaryTurnoutFinding(voters, entitled, needed, zhejiang).ok).toBe(true);
        expect(primaryTurnoutFinding(voters, entitled, needed - 1, zhejiang).ok).toBe(false);
      }),
    );
  });

  it("is voted on by those whom the province names", () => {
    expect(primaryVotersFinding("electors", zhejiang).ok).toBe(true);
    expect(primaryVotersFinding("representatives", zhejiang)).toMatchObject({ ok: false, actual: { by: "electors" } });
    expect(primaryVotersFinding("representatives", national).ok).toBe(true);
  });
});

describe("votes of a round", () => {
  const contest: RoundContest = { plan, running: ["a", "b", "c", "d"], tied: [] };
  const issues = (number: number, one: RoundContest, typed: Readonly<Record<string, number | null>>, valid = 20) => roundIssues(number, [one], new Map(Object.entries(typed)), valid).map((issue) => `${issue.field} ${issue.code}`);

  it("are given for everybody running or for nobody", () => {
    expect(issues(1, contest, { a: 5, b: 6, c: 7, d: 8 })).toEqual([]);
    expect(issues(1, contest, { a: 5, b: 6, c: 7, d: null })).toEqual(["votes.d required"]);
    expect(issues(1, contest, { a: null, b: null, c: null, d: null })).toEqual(["votes required"]);
  });

  it("are given for the tied alone where only they stood", () => {
    const tied = { ...contest, tied: ["c", "d"] };
    expect(issues(1, tied, { a: null, b: null, c: 9, d: 8 })).toEqual([]);
    expect(issues(2, tied, { a: 1, b: null, c: 9, d: 8 })).toEqual(["votes.a notTied"]);
    expect(issues(2, tied, { a: null, b: null, c: 9, d: null })).toEqual(["votes.d required"]);
  });

  it("are never more than valid ballots, nor in all more than ballots can name", () => {
    expect(issues(1, contest, { a: 21, b: 0, c: 0, d: 0 })).toEqual(["votes.a aboveBallots"]);
    expect(issues(1, contest, { a: 20, b: 20, c: 20, d: 0 })).toEqual([]);
    expect(issues(1, contest, { a: 20, b: 20, c: 20, d: 1 })).toEqual(["votes.a votesAboveNames"]);
  });
});

describe("who becomes a candidate", () => {
  it("is decided by the primary alone where all stood in it, however the nomination went", () => {
    const nominees = [standing("a", 90, [1]), standing("b", 80, [2]), standing("c", 70, [3]), standing("d", 60, [4])];
    expect(selectCandidates(plan, nominees, false).chosen.map((one) => one.id)).toEqual(["d", "c", "b"]);
  });

  it("is decided by voting again among the tied, and by nothing else for them", () => {
    const nominees = [standing("a", 9, [5, null]), standing("b", 8, [4, null]), standing("c", 7, [3, 1]), standing("d", 60, [3, 2])];
    expect(selectCandidates(plan, nominees, false)).toMatchObject({ tied: [], chosen: [{ id: "a" }, { id: "b" }, { id: "d" }] });
    const open = nominees.map((one) => ({ ...one, rounds: one.rounds.slice(0, 1) }));
    expect(selectCandidates(plan, open, false).tied.map((one) => one.id)).toEqual(["c", "d"]);
  });

  it("keeps the nomination's order where only the tied voted again", () => {
    const nominees = [standing("a", 9, [null]), standing("b", 8, [null]), standing("c", 3, [4]), standing("d", 3, [12])];
    expect(selectCandidates(plan, nominees, false)).toMatchObject({ tied: [], chosen: [{ id: "a" }, { id: "b" }, { id: "d" }] });
  });

  it("never leaves anybody out who had more in the voting that decides, and a withdrawal makes room for exactly the next", () => {
    const rows = fc.uniqueArray(fc.record({ id: fc.constantFrom("a", "b", "c", "d", "e", "f"), votes: fc.nat(40), first: fc.nat(40) }), { selector: (row) => row.id, minLength: 4 });
    fc.assert(
      fc.property(rows, (all) => {
        const nominees = all.map((row) => standing(row.id, row.votes, [row.first]));
        const { chosen } = selectCandidates(plan, nominees, false);
        const lowest = Math.min(...chosen.map((one) => one.rounds[0] ?? 0));
        for (const one of nominees) expect(chosen.includes(one) || (one.rounds[0] ?? 0) <= lowest).toBe(true);
        const [first, ...others] = chosen;
        const after = nominees.map((one) => (one.id === first?.id ? { ...one, state: "withdrawn" as const } : one));
        expect(selectCandidates(plan, after, false).chosen.map((one) => one.id)).toEqual(expect.arrayContaining(others.map((one) => one.id)));
      }),
    );
  });

  it("asks for a primary only where nominees are more than places, afterwards only where votes are equal", () => {
    const four = ["a", "b", "c", "d"].map((id, index) => standing(id, 10 - index, []));
    expect(roundContests([plan], four, 0)).toHaveLength(1);
    expect(roundContests([plan], four.slice(0, 3), 0)).toEqual([]);
    expect(roundContests([plan], four.map((one, index) => ({ ...one, rounds: [index] })), 1)).toEqual([]);
    expect(roundContests([plan], four.map((one) => ({ ...one, rounds: [5] })), 1)).toMatchObject([{ tied: ["a", "b", "c", "d"] }]);
  });
});
