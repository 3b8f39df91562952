import fc from "fast-check";
import { expect, test } from "vitest";
import { electionLaw } from "../election/law.ts";
import type { SeatPlan } from "../committee/rules.ts";
import { dayFinding, listFindings, orderNames, selectCandidates, type Standing } from "./rules.ts";

const law = electionLaw({ electionDay: "2026-04-18", provincePack: null, parameters: {} });
const shanghai = electionLaw({ electionDay: "2026-04-18", provincePack: "CN-SH-2020", parameters: {} });
const plan: SeatPlan = { contest: "member", office: "member", only: null, seats: 3, margin: 1 };
const chair: SeatPlan = { contest: "chair", office: "chair", only: null, seats: 1, margin: 1 };

const standing = (over: Partial<Standing> & { readonly id: string }): Standing => ({ contest: "member", rollEntryId: `e-${over.id}`, name: over.id, sex: "male", votes: 10, source: "voters", state: "nominated", vetted: true, consented: true, rounds: [], listed: true, ...over });
const states = fc.constantFrom<Standing["state"]>("nominated", "withdrawn", "barred", "candidate", "notSelected");
const nominees = fc
  .array(fc.record({ votes: fc.nat(60), state: states, sex: fc.constantFrom<Standing["sex"]>("male", "female"), contest: fc.constantFrom("member", "chair") }), { maxLength: 14 })
  .map((rows) => rows.map((row, index) => standing({ id: `n${index}`, ...row })));

test("G-16, N-04: the formal list holds the most votes, never anybody withdrawn or barred, never more than seats and margin", () => {
  fc.assert(
    fc.property(nominees, (all) => {
      const { chosen } = selectCandidates(plan, all, false);
      const running = all.filter((one) => one.contest === "member" && one.state !== "withdrawn" && one.state !== "barred");
      expect(chosen.length).toBe(Math.min(4, running.length));
      const lowest = Math.min(...chosen.map((one) => one.votes));
      for (const one of running) expect(chosen.includes(one) || one.votes <= lowest).toBe(true);
    }),
  );
});

test("the order in which nominees were entered changes nothing", () => {
  fc.assert(
    fc.property(nominees, fc.integer(), (all, seed) => {
      const shuffled = all.toSorted((one, other) => ((seed * one.id.length * 31 + one.votes) % 7) - ((seed * other.id.length * 31 + other.votes) % 7));
      expect(selectCandidates(plan, shuffled, false).chosen.map((one) => one.id)).toEqual(selectCandidates(plan, all, false).chosen.map((one) => one.id));
    }),
  );
});

test("G-18: whoever withdraws makes room for exactly the next by votes", () => {
  const all = [50, 40, 30, 20, 10].map((votes, index) => standing({ id: `n${index}`, votes }));
  const after = all.map((one) => (one.id === "n1" ? { ...one, state: "withdrawn" as const } : one));
  expect(selectCandidates(plan, after, false).chosen.map((one) => one.id)).toEqual(["n0", "n2", "n3", "n4"]);
});

test("equal votes for the last place are told with all who have them", () => {
  const all = [50, 40, 30, 20, 20, 20].map((votes, index) => standing({ id: `n${index}`, votes }));
  expect(selectCandidates(plan, all, false).tied.map((one) => one.id)).toEqual(["n3", "n4", "n5"]);
  expect(selectCandidates(plan, all.slice(0, 4), false).tied).toEqual([]);
});

test("G-19: a women's seat takes women only, and self-nomination takes everybody who stands", () => {
  const all = [standing({ id: "a", contest: "woman" }), standing({ id: "b", contest: "woman", sex: "female" })];
  expect(selectCandidates({ ...plan, contest: "woman", only: "women", seats: 1 }, all, false).chosen.map((one) => one.id)).toEqual(["b"]);
  const many = Array.from({ length: 9 }, (_, index) => standing({ id: `n${index}` }));
  expect(selectCandidates(plan, many, true).chosen.length).toBe(9);
});

const dates = { today: "2026-04-10", electionDay: "2026-04-18" };
const failing = (all: readonly Standing[], plans: readonly SeatPlan[] = [plan]) => listFindings(plans.map((one) => selectCandidates(one, all, false)), dates, true, law).filter((one) => !one.ok).map((one) => one.code);

test("as many candidates as seats is no choice and stops the list", () => {
  const women = Array.from({ length: 4 }, (_, index) => standing({ id: `n${index}`, sex: "female", votes: 20 - index }));
  expect(failing(women)).toEqual([]);
  expect(failing(women.slice(0, 3))).toEqual(["marginTooSmall"]);
});

test("G-17, P-11: somebody not vetted stops the list; one person for two offices and a list of men are warnings", () => {
  const men = Array.from({ length: 4 }, (_, index) => standing({ id: `n${index}`, votes: 20 - index, vetted: index > 0 }));
  const chairs = [standing({ id: "c0", contest: "chair", rollEntryId: "e-n1", votes: 9 }), standing({ id: "c1", contest: "chair", votes: 8 })];
  expect(failing([...men, ...chairs], [chair, plan])).toEqual(["nomineeNotVetted", "nomineeTwoOffices", "candidateNoWoman"]);
});

test("G-17: a list of men is a warning by the guides, and stops where the province wants at least one woman", () => {
  const men = Array.from({ length: 4 }, (_, index) => standing({ id: `n${index}`, votes: 20 - index }));
  const women = (of: typeof law) => listFindings([selectCandidates(plan, men, false)], dates, true, of).filter((one) => one.code === "candidateNoWoman").map((one) => [one.ok, one.severity]);
  expect(women(law)).toEqual([[false, "warning"]]);
  expect(women(electionLaw({ electionDay: "2026-04-18", provincePack: "CN-HI-unverified", parameters: {} }))).toEqual([[false, "error"]]);
});

test("somebody taken off the list since his nomination stops the formal list", () => {
  const women = Array.from({ length: 4 }, (_, index) => standing({ id: `n${index}`, sex: "female", votes: 20 - index, listed: index !== 2 }));
  expect(failing(women)).toEqual(["nomineeNotListed"]);
});

test("P-01: a province's day for the list is an error, the customary one only a warning", () => {
  expect(dayFinding("2026-04-13", "2026-04-18", shanghai)).toMatchObject({ code: "candidateListTooLate", ok: true });
  expect(dayFinding("2026-04-14", "2026-04-18", shanghai)).toMatchObject({ code: "candidateListTooLate", ok: false, severity: "error" });
  expect(dayFinding("2026-04-14", "2026-04-18", law)).toMatchObject({ code: "candidateListNoDay", ok: true });
  expect(dayFinding("2026-04-15", "2026-04-18", law)).toMatchObject({ code: "candidateListNoDay", ok: false, severity: "warning" });
});

test("P-02: names stand by votes, by surname strokes, or where a hand put them", () => {
  const people = [standing({ id: "a", name: "丁一", votes: 5 }), standing({ id: "b", name: "魏二", votes: 9 }), standing({ id: "c", name: "王三", votes: 7 })];
  const ids = (order: Parameters<typeof orderNames>[1], places = new Map<string, number>()) => orderNames(people, order, places).map((one) => one.id);
  expect(ids("votes")).toEqual(["b", "c", "a"]);
  expect(ids("surnameStrokes")).toEqual(["a", "c", "b"]);
  expect(ids("manual", new Map([["c", 1], ["a", 2]]))).toEqual(["c", "a", "b"]);
});
