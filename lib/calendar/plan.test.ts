import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lawFor, type Law } from "#lib/law/law.ts";
import { addDays, daysBetween, formatDay } from "./day.ts";
import { candidateListDeadline, decisionDeadline, listDeadline, objectionDeadline, proxyListDeadline } from "./deadlines.ts";
import { calendarOf, isWorkday, nationalCalendar } from "./holidays.ts";
import { planOf, type PlanOptions } from "./plan.ts";
import { PLAN_STEPS, STEP_SPECS, type PlanStep } from "./steps.ts";

function lawOf(province: string | null, firstVoteOn = "2026-03-15"): Law {
  const law = lawFor({ firstVoteOn, province, parameters: {} });
  if (!law.ok) throw new Error("no law");
  return law.value;
}

function stepOf(step: PlanStep, electionDay: string, law: Law = lawOf(null, electionDay), options: PlanOptions = {}) {
  const found = planOf(electionDay, law, options).find((one) => one.step === step);
  if (found === undefined) throw new Error(step);
  return found;
}

describe("limits of the law", () => {
  it("R-08, R-09, R-10: the list is out twenty days before, objections five days, decisions three days", () => {
    const law = lawOf(null);
    expect(listDeadline("2026-03-15", law)).toBe("2026-02-23");
    expect(objectionDeadline("2026-02-23", law)).toBe("2026-02-28");
    expect(decisionDeadline("2026-02-28", law)).toBe("2026-03-03");
  });
  it("R-08: D-20 is in time though it is a holiday, D-19 is not", () => {
    expect(listDeadline("2026-03-12", lawOf(null))).toBe("2026-02-20");
    expect(isWorkday("2026-02-20", nationalCalendar)).toBe(false);
    expect(daysBetween(listDeadline("2026-03-12", lawOf(null)), "2026-03-12")).toBe(20);
  });
  it("R-09: an objection on day 5 is in time, on day 6 not, where day 5 is worked", () => {
    const end = objectionDeadline("2026-03-22", lawOf(null));
    expect(daysBetween("2026-03-22", end)).toBe(5);
    expect("2026-03-28" <= end).toBe(false);
  });
  it("R-09: day 5 on a Sunday moves to Monday; the committee's own three days never move", () => {
    expect(objectionDeadline("2026-03-17", lawOf(null))).toBe("2026-03-23");
    expect(decisionDeadline("2026-03-19", lawOf(null))).toBe("2026-03-22");
    expect(isWorkday("2026-03-22", nationalCalendar)).toBe(false);
  });
  it("an administrator's calendar moves the end of objections, not the limits counted back", () => {
    const own = calendarOf([{ year: 2026, status: "official", source: "县", holidays: [{ name: "县庆", from: "2026-03-27", to: "2026-03-28", statutory: [] }], workdays: [] }]);
    expect(objectionDeadline("2026-03-22", lawOf(null), own)).toBe("2026-03-30");
    expect(stepOf("rollPublication", "2026-04-16", lawOf(null), { calendar: own }).latest).toBe("2026-03-27");
  });
  it("the day of the candidate list is the province's; the nation sets none", () => {
    expect(candidateListDeadline("2026-03-15", lawOf(null))).toBeNull();
    expect(candidateListDeadline("2026-03-15", lawOf("CN-ZJ-2020"))).toBe("2026-03-10");
    expect(proxyListDeadline("2026-03-15", lawOf("CN-SH-2020"))).toBe("2026-03-13");
  });
});

describe("the plan", () => {
  const anyLaw = fc.constantFrom(lawOf(null), lawOf("CN-SH-2020"), lawOf("CN-ZJ-2020"), lawOf("CN-BJ-2012"), lawOf("CN-HA-2011"), lawOf(null, "2025-10-12"));
  const anyDay = fc.integer({ min: 20_089, max: 22_200 }).map(formatDay);

  it("has every step in order; each window is open at least a day and holds what is recommended", () => {
    fc.assert(
      fc.property(anyDay, anyLaw, fc.constantFrom(null, "candidates", "selfNomination", "combinedMeeting"), (day, law, method) => {
        const plan = planOf(day, law, { happened: { method } });
        expect(plan.map((step) => step.step)).toEqual([...PLAN_STEPS]);
        for (const step of plan) {
          expect(step.earliest <= step.latest, step.step).toBe(true);
          expect(step.earliest <= step.recommended && step.recommended <= step.latest, `${step.step} ${step.earliest} ${step.recommended} ${step.latest}`).toBe(true);
        }
      }),
    );
  });
  it("counts every limit before the vote back from the day itself, whatever holidays there are", () => {
    fc.assert(
      fc.property(anyDay, anyLaw, (day, law) => {
        const distance = (one: string) => planOf(one, law).filter((step) => step.latest <= one && step.step !== "objections" && step.step !== "decisions").map((step) => [step.step, daysBetween(step.latest, one)]);
        expect(distance(day)).toEqual(distance("2026-05-20"));
      }),
    );
  });
  it("recommends a worked day wherever the window has one", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const fixed = new Set<PlanStep>(["audit", "electionDay", "count", "result", "objections", "decisions"]);
        for (const step of planOf(day, lawOf(null)).filter((one) => !fixed.has(one.step))) {
          const worked = Array.from({ length: daysBetween(step.earliest, step.latest) + 1 }, (_, place) => addDays(step.earliest, place)).some((one) => isWorkday(one, nationalCalendar));
          if (worked) expect(isWorkday(step.recommended, nationalCalendar), `${step.step} for ${day}`).toBe(true);
        }
      }),
    );
  });
  it("calls statutory only what a text of law sets that was read", () => {
    const statutory = planOf("2026-03-15", lawOf(null)).filter((step) => step.statutory).map((step) => step.step);
    expect(statutory).toEqual(["audit", "rollPublication", "objections", "decisions", "electionDay", "count", "result", "handover"]);
    expect(stepOf("handover", "2026-03-15")).toMatchObject({ latest: "2026-03-25", citation: { article: "24" } });
    expect(stepOf("certificates", "2026-03-15")).toMatchObject({ statutory: false });
  });
  it("names the duty's article where only custom sets the day", () => {
    expect(stepOf("committee", "2026-03-15")).toMatchObject({ statutory: false, duty: { article: "15" }, citation: { confidence: "seenPractice" } });
    expect(stepOf("candidatesMeeting", "2026-03-15")).toMatchObject({ latest: "2026-03-14", duty: { article: "18" } });
    expect(stepOf("candidatesMeeting", "2025-11-16")).toMatchObject({ duty: { article: "15" } });
  });
  it("P-14: takes the province's days where they are set: candidates and staff on D-5 in Zhejiang", () => {
    const law = lawOf("CN-ZJ-2020");
    expect(stepOf("candidateList", "2026-03-15", law)).toMatchObject({ latest: "2026-03-10", statutory: true });
    expect(stepOf("staff", "2026-03-15", law)).toMatchObject({ latest: "2026-03-10", statutory: true });
    expect(stepOf("staff", "2026-03-15")).toMatchObject({ latest: "2026-03-13", statutory: false });
  });
  it("without candidates, intent by D-10 and the list by D-5 in Zhejiang", () => {
    const options = { happened: { method: "selfNomination" } };
    expect(stepOf("nomination", "2026-03-15", lawOf("CN-ZJ-2020"), options)).toMatchObject({ latest: "2026-03-05", statutory: true });
    expect(stepOf("candidateList", "2026-03-15", lawOf("CN-ZJ-2020"), options)).toMatchObject({ latest: "2026-03-10", statutory: true });
  });
  it("across Spring Festival: nothing moves but the end of objections, and recommended days lie outside the holidays", () => {
    const plan = planOf("2026-03-08", lawOf(null));
    const at = (step: PlanStep) => plan.find((one) => one.step === step);
    expect(at("rollPublication")).toMatchObject({ latest: "2026-02-16", recommended: "2026-02-09" });
    expect(at("objections")).toMatchObject({ earliest: "2026-02-16", latest: "2026-02-24" });
    expect(at("decisions")).toMatchObject({ latest: "2026-02-27" });
    expect(at("nominationNotice")).toMatchObject({ earliest: "2026-02-20", latest: "2026-02-21" });
    expect(at("nomination")).toMatchObject({ earliest: "2026-02-21", latest: "2026-02-23" });
    expect(at("vetting")).toMatchObject({ latest: "2026-03-03", recommended: "2026-03-03" });
  });
  it("on 1 January 2026 goes by the 2025 law, and its list is due in 2025", () => {
    const plan = planOf("2026-01-01", lawOf(null, "2026-01-01"));
    expect(plan.find((step) => step.step === "rollPublication")).toMatchObject({ latest: "2025-12-12", citation: { text: "村民委员会组织法(2025)", article: "17" } });
    expect(stepOf("rollPublication", "2025-12-31")).toMatchObject({ latest: "2025-12-11", citation: { text: "村民委员会组织法(2018)", article: "14" } });
  });
});

describe("the plan after things happened", () => {
  it("counts objections from the day on which the list was really out", () => {
    expect(stepOf("objections", "2026-04-18", lawOf(null), { happened: { listPublishedOn: "2026-03-21" } })).toMatchObject({ earliest: "2026-03-21", latest: "2026-03-26" });
    expect(stepOf("decisions", "2026-04-18", lawOf(null), { happened: { listPublishedOn: "2026-03-21", lastObjectionOn: "2026-03-22" } })).toMatchObject({ latest: "2026-03-25" });
  });
  it("G-39: counts certificates and handover from the vote that filled the committee", () => {
    const options = { happened: { resultOn: "2026-05-02" } };
    expect(stepOf("handover", "2026-04-18", lawOf(null), options)).toMatchObject({ earliest: "2026-05-02", latest: "2026-05-12" });
    expect(stepOf("certificates", "2026-04-18", lawOf(null), options).latest).toBe("2026-05-12");
    expect(stepOf("filing", "2026-04-18", lawOf(null), options)).toMatchObject({ earliest: "2026-05-03", latest: "2026-05-07" });
  });
  it("G-40: gives a run-off the province's days, else the guide's ten", () => {
    expect(stepOf("furtherVote", "2026-04-18", lawOf("CN-BJ-2012"))).toMatchObject({ latest: "2026-05-03", statutory: true });
    expect(stepOf("furtherVote", "2026-04-18")).toMatchObject({ latest: "2026-04-28", statutory: false });
  });
});

describe("the steps", () => {
  it("wait only for steps that come before them", () => {
    for (const [place, step] of PLAN_STEPS.entries()) {
      for (const need of STEP_SPECS[step].needs) expect(PLAN_STEPS.indexOf(need), `${step} needs ${need}`).toBeLessThan(place);
    }
  });
});
