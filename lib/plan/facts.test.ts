import { describe, expect, it } from "vitest";
import type { PlanStep } from "../calendar/steps.ts";
import type { CaseFacts } from "../election/progress-facts.ts";
import { caseFactsOf, emptyRows, midway, oneVote, planFor } from "#tests/support/plan.ts";
import type { PlanRows } from "./facts.ts";
import { noticesOfStep } from "./step-notices.ts";
import { partOf, todaySteps } from "./today.ts";

const at = (facts: Partial<CaseFacts>, today: string, rows: Partial<PlanRows> = {}) => {
  const plan = planFor(caseFactsOf("2026-04-18", null, facts), today, { ...emptyRows, ...rows });
  return (step: PlanStep) => {
    const found = plan.steps.find((one) => one.planned.step === step);
    if (found === undefined) throw new Error(step);
    return found;
  };
};
const posted = (publishedOn: string) => ({ roll: { entries: 10, listed: 10, open: 0, doubles: 0, publishedOn, publishedTotal: 10 } });

describe("what a case's facts say of its steps", () => {
  it("a case of which nothing is done has nothing done, and begins with what its days say", () => {
    const step = at({}, "2026-03-15");
    expect(step("committee").standing).toMatchObject({ state: "due", doneOn: null });
    expect(step("rollPublication").standing.state).toBe("ahead");
  });
  it("R-09: objections run from the day of the list and are over the day after their last", () => {
    expect(at(posted("2026-03-20"), "2026-03-25")("objections")).toMatchObject({ planned: { latest: "2026-03-25" }, standing: { state: "due" } });
    expect(at(posted("2026-03-20"), "2026-03-26")("objections").standing).toMatchObject({ state: "done", doneOn: "2026-03-25" });
    expect(at(posted("2026-03-20"), "2026-03-26")("decisions").standing).toMatchObject({ state: "done" });
  });
  it("R-10: an objection that waits sets the day of its decision, three days from receipt, and is late after it", () => {
    const objections = [{ receivedOn: "2026-03-23", decidedOn: null, open: true }, { receivedOn: "2026-03-21", decidedOn: "2026-03-22", open: false }];
    expect(at(posted("2026-03-20"), "2026-03-26", { objections })("decisions")).toMatchObject({ planned: { latest: "2026-03-26" }, standing: { state: "due" } });
    expect(at(posted("2026-03-20"), "2026-03-27", { objections })("decisions").standing.state).toBe("late");
    const decided = [{ receivedOn: "2026-03-23", decidedOn: "2026-03-28", open: false }];
    expect(at(posted("2026-03-20"), "2026-03-29", { objections: decided })("decisions").standing).toMatchObject({ state: "doneLate", doneOn: "2026-03-28" });
  });
  it("the candidates' meeting is done when it was recorded, the primary when it was held, and is left out once the list is out", () => {
    expect(at({}, "2026-04-17", { candidatesMetOn: "2026-04-15" })("candidatesMeeting").standing).toMatchObject({ state: "done", doneOn: "2026-04-15" });
    const list = { notices: [{ code: "candidates", number: "9", issuedOn: "2026-04-08" }] };
    expect(at(list, "2026-04-08")("primary").standing.state).toBe("leftOut");
    expect(at(list, "2026-04-08", { primaryHeldOn: "2026-04-06" })("primary").standing).toMatchObject({ state: "done", doneOn: "2026-04-06" });
    expect(at(list, "2026-04-08")("candidateList").standing).toMatchObject({ state: "done", doneOn: "2026-04-08" });
  });
  it("where nomination and vote are one meeting, nothing of the nomination comes before it", () => {
    const step = at({ method: "combinedMeeting", ...posted("2026-03-20") }, "2026-04-17");
    for (const one of ["nominationNotice", "nomination", "vetting", "candidateList", "candidatesMeeting"] as const) expect(step(one).standing.state, one).toBe("leftOut");
    expect(step("ballots").standing.blockedBy).toEqual([]);
  });
  it("roaming boxes and proxies are only asked of a case that has them", () => {
    expect(at(posted("2026-03-20"), "2026-04-16")("roamingVoters").standing.state).toBe("leftOut");
    expect(at(posted("2026-03-20"), "2026-04-16", { roamingBoxes: true })("roamingVoters").standing.state).toBe("due");
    expect(at(posted("2026-03-20"), "2026-04-18")("proxyList").standing.state).toBe("leftOut");
    expect(at({ ...posted("2026-03-20"), votes: [{ ...oneVote, proxies: 2 }] }, "2026-04-18")("proxyList").standing.state).toBe("due");
  });
  it("vote, count, result, run-off, certificates and handover follow the votes and what is recorded", () => {
    const first = { ...oneVote, state: "determined", determined: true, announced: true, next: "runoff" };
    const results = [{ voteId: "vote", determinedAt: new Date("2026-04-18T12:00:00Z"), announcedAt: new Date("2026-04-18T12:30:00Z") }];
    const runoffDue = at({ votes: [first] }, "2026-04-20", { results });
    for (const step of ["electionDay", "count", "result"] as const) expect(runoffDue(step).standing, step).toMatchObject({ state: "done", doneOn: "2026-04-18" });
    expect(runoffDue("furtherVote").standing.state).toBe("now");
    const second = { ...oneVote, id: "second", kind: "runoff", parentId: "vote", heldOn: "2026-04-26", determined: true, announced: true, state: "determined", next: "none" };
    const done = at({ votes: [first, second], certificates: 4 }, "2026-05-10", { results, certifiedOn: "2026-05-02", records: [{ step: "filing", doneOn: "2026-04-28" }, { step: "handover", doneOn: "2026-05-07" }] });
    expect(done("furtherVote").standing).toMatchObject({ state: "done", doneOn: "2026-04-26" });
    expect(done("handover")).toMatchObject({ planned: { latest: "2026-05-06" }, standing: { state: "doneLate", doneOn: "2026-05-07" } });
    expect(done("certificates").standing).toMatchObject({ state: "done", doneOn: "2026-05-02" });
    expect(at({ votes: [first, second] }, "2026-05-07", { results, records: [{ step: "handover", doneOn: null }] })("handover").standing.state).toBe("late");
  });
});

describe("today's list", () => {
  it("puts late before due, due before blocked, and within a part the fewest days first", () => {
    const steps = todaySteps([midway("2026-04-12"), planFor(caseFactsOf("2026-04-18"), "2026-04-12")], "2026-04-12");
    const order = ["late", "due", "blocked", "now", "soon"];
    const places = steps.map((step) => order.indexOf(step.part));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(steps[0]).toMatchObject({ part: "late", step: { planned: { step: "rollPublication" } } });
  });
  it("tells a week ahead what begins, not earlier", () => {
    const plan = planFor(caseFactsOf("2026-04-18"), "2026-03-05");
    const parts = new Map(plan.steps.map((step) => [step.planned.step, partOf(step, "2026-03-05")]));
    expect(parts.get("seats")).toBeNull();
    expect(new Map(planFor(caseFactsOf("2026-04-18"), "2026-03-07").steps.map((step) => [step.planned.step, partOf(step, "2026-03-07")])).get("seats")).toBe("soon");
  });
});

describe("the notices of a step", () => {
  const notices = (step: PlanStep) => {
    const plan = midway();
    const found = plan.steps.find((one) => one.planned.step === step);
    return found === undefined ? [] : noticesOfStep(plan, found).map((notice) => [notice.number, notice.issued]);
  };
  it("are those issued, and the one still to come; changes only once they are out", () => {
    expect(notices("rollPublication")).toEqual([["4", true]]);
    expect(notices("candidateList")).toEqual([["9", false]]);
    expect(notices("dayNotice")).toEqual([["1", true]]);
    expect(notices("roamingVoters")).toEqual([]);
    expect(notices("count")).toEqual([]);
  });
});
