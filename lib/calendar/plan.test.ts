import { expect, test } from "vitest";
import { lawFor, type Law } from "#lib/law/law.ts";
import { candidateListDeadline, decisionDeadline, listDeadline, objectionDeadline, proxyListDeadline } from "./deadlines.ts";
import { planOf, PLAN_STEPS } from "./plan.ts";

function lawOf(province: string | null): Law {
  const law = lawFor({ firstVoteOn: "2026-03-15", province, parameters: {} });
  if (!law.ok) throw new Error("no law");
  return law.value;
}

test("the list is out twenty days before, objections five days, decisions three days", () => {
  const law = lawOf(null);
  expect(listDeadline("2026-03-15", law)).toBe("2026-02-23");
  expect(objectionDeadline("2026-02-23", law)).toBe("2026-02-28");
  expect(decisionDeadline("2026-02-28", law)).toBe("2026-03-03");
});

test("the day of the candidate list is the province's; the nation sets none", () => {
  expect(candidateListDeadline("2026-03-15", lawOf(null))).toBeNull();
  expect(candidateListDeadline("2026-03-15", lawOf("CN-ZJ-2020"))).toBe("2026-03-10");
  expect(proxyListDeadline("2026-03-15", lawOf("CN-SH-2020"))).toBe("2026-03-13");
});

test("the plan has every step in order, and no step ends before it begins", () => {
  const plan = planOf("2026-03-15", lawOf("CN-SH-2020"));
  expect(plan.map((step) => step.step)).toEqual([...PLAN_STEPS]);
  for (const step of plan) expect(step.earliest === null || step.earliest <= step.latest).toBe(true);
});

test("only what a text of law sets is called statutory", () => {
  const statutory = planOf("2026-03-15", lawOf(null)).filter((step) => step.statutory).map((step) => step.step);
  expect(statutory).toEqual(["rollPublication", "objections", "decisions", "electionDay", "handover"]);
  const handover = planOf("2026-03-15", lawOf(null)).at(-1);
  expect(handover).toMatchObject({ step: "handover", latest: "2026-03-25", citation: { article: "24" } });
});
