import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../calendar/day.ts";
import { lawFor } from "../law/law.ts";
import { phases } from "./model.ts";
import { charts, progressOf, riskRank, type PhaseProgress } from "./progress.ts";
import type { CaseFacts, VoteFacts } from "./progress-facts.ts";

const electionDay = "2026-04-18";
const law = lawFor({ firstVoteOn: electionDay, province: null, parameters: {} });
if (!law.ok) throw new Error("no law");

const fresh: CaseFacts = {
  electionId: "e", villageId: "v", village: "江家庄村", electionDay, version: 1, law: law.value, closed: false, auditPublishedOn: null, method: null, mainVenue: null,
  stations: 0, committee: { chair: false, serving: 0, reserves: 0 }, seats: [], notices: [],
  roll: { entries: 0, listed: 0, open: 0, doubles: 0, publishedOn: null, publishedTotal: null }, nominees: { standing: 0, unvetted: 0, candidates: 0, introduced: false }, votes: [], certificates: 0,
};
const notice = (code: string) => ({ code, number: "1", issuedOn: "2026-03-15" });
const withCommittee: CaseFacts = {
  ...fresh, committee: { chair: true, serving: 7, reserves: 2 }, seats: [{ office: "chair", seats: 1 }, { office: "member", seats: 3 }], method: "candidates",
  notices: [notice("electionDay"), notice("electionCommittee")],
};
const withRoll: CaseFacts = { ...withCommittee, roll: { entries: 2733, listed: 2407, open: 19, doubles: 0, publishedOn: null, publishedTotal: null } };
const published: CaseFacts = { ...withRoll, roll: { ...withRoll.roll, publishedOn: "2026-03-21", publishedTotal: 2407 } };
const nominated: CaseFacts = { ...published, notices: [...published.notices, notice("candidates")], nominees: { standing: 6, unvetted: 0, candidates: 6, introduced: true }, votes: [] };
const vote: VoteFacts = {
  id: "1", number: 1, kind: "regular", state: "preparing", heldOn: electionDay, parentId: null, registered: null, printed: 0, issued: 0, returned: 0,
  staff: 0, proxies: 0, bundles: 0, settled: 0, determined: false, announced: false, next: null,
};
const prepared: CaseFacts = { ...nominated, votes: [vote] };
const held = (over: Partial<VoteFacts> = {}): CaseFacts => ({ ...nominated, stations: 7, votes: [{ ...vote, state: "closed", printed: 2500, staff: 9, ...over }] });
const determined = { state: "determined", bundles: 48, settled: 48, determined: true, announced: true } as const;

const at = (facts: CaseFacts, today = "2026-03-26") => {
  const progress = progressOf(facts, today);
  const phase = (name: PhaseProgress["phase"]): PhaseProgress => {
    const found = progress.phases.find((one) => one.phase === name);
    if (found === undefined) throw new Error(name);
    return found;
  };
  return { progress, phase };
};

describe("the desk of a case", () => {
  it("begins with the election committee; everything else says what it waits for", () => {
    const { progress, phase } = at(fresh, "2026-03-01");
    expect(progress.phases.map((one) => one.state)).toEqual(["now", "blocked", "blocked", "blocked", "blocked"]);
    expect(progress.phases.map((one) => one.blockedBy)).toEqual([null, "needsCommittee", "needsCommittee", "needsRoll", "needsClosedPolls"]);
    expect(progress.next?.todo?.code).toBe("chooseCommittee");
    expect(phase("committee").deadline).toMatchObject({ day: "2026-03-15", statutory: false });
  });
  it("names the statutory day of the list, its article and the days left", () => {
    const { progress, phase } = at({ ...withRoll, roll: { ...withRoll.roll, open: 0 } });
    expect(progress.daysToElection).toBe(23);
    expect(progress.next).toMatchObject({ phase: "roll", state: "due", todo: { code: "publishRoll" }, deadline: { day: "2026-03-29", statutory: true, citation: { article: "17" } } });
    expect(phase("nomination").state).toBe("now");
    expect(phase("ballot")).toMatchObject({ state: "blocked", blockedBy: "needsRoll" });
  });
  it("is late the day after the list was due, not on the day itself", () => {
    expect(at(withRoll, "2026-03-29").phase("roll").state).toBe("due");
    expect(at(withRoll, "2026-03-30").phase("roll").state).toBe("late");
  });
  it("calls nobody late for a day that only custom sets", () => {
    expect(at(fresh, "2026-03-20").phase("committee").state).toBe("due");
  });
  it("asks for open findings to be settled before the list is published", () => {
    expect(at(withRoll).phase("roll").todo?.code).toBe("settleRollFindings");
    expect(at(published).phase("roll")).toMatchObject({ state: "done", figures: { params: { total: 2407 } } });
  });
  it("sends the committee to its own notices for notice 7, and to the nominations afterwards", () => {
    expect(at(published).phase("nomination").todo).toEqual({ code: "announceNomination", page: "committee" });
    expect(at({ ...published, notices: [...published.notices, notice("nominationMethod")] }).phase("nomination").todo).toEqual({ code: "enterNominees", page: "nomination" });
  });
  it("opens the ballots when list and candidates are out", () => {
    expect(at(published, "2026-04-01").phase("ballot").blockedBy).toBe("needsCandidates");
    expect(at(prepared, "2026-04-10").phase("ballot")).toMatchObject({ state: "now", todo: { code: "setUpStations" } });
    expect(at(prepared, "2026-04-10").phase("nomination").state).toBe("done");
  });
  it("asks for the vote's books instead of candidates where nomination and vote are one meeting", () => {
    const meeting: CaseFacts = { ...published, method: "combinedMeeting" };
    expect(at(meeting, "2026-04-01").phase("nomination").todo?.code).toBe("prepareVote");
    expect(at({ ...meeting, votes: [vote] }, "2026-04-01").phase("ballot").blockedBy).toBeNull();
  });
  it("counts only after the polls are closed", () => {
    expect(at(held({ state: "open" }), electionDay).phase("count")).toMatchObject({ state: "blocked", blockedBy: "needsClosedPolls" });
    expect(at(held(), electionDay).phase("count")).toMatchObject({ state: "due", todo: { code: "formBundles" } });
    expect(at(held({ bundles: 48, settled: 47 }), electionDay).phase("count").todo?.code).toBe("enterBallots");
    expect(at(held({ bundles: 48, settled: 48 }), electionDay).phase("count").todo?.code).toBe("determine");
    expect(at(held({ ...determined, announced: false }), electionDay).phase("count").todo?.code).toBe("announceResult");
  });
  it("asks for the run-off that the determination wants, then counts it, and ends with the certificates", () => {
    const runoffDue = held({ ...determined, next: "runoff" });
    expect(at(runoffDue, electionDay).phase("count").todo?.code).toBe("holdNextVote");
    const runoffHeld: CaseFacts = { ...runoffDue, votes: [...runoffDue.votes, { ...vote, id: "2", number: 2, kind: "runoff", parentId: "1", state: "closed" }] };
    expect(at(runoffHeld, electionDay).phase("count").todo?.code).toBe("formBundles");
    const over: CaseFacts = { ...runoffDue, votes: [...runoffDue.votes, { ...vote, ...determined, id: "2", number: 2, kind: "runoff", parentId: "1", next: "none" }] };
    expect(at(over, electionDay).phase("count")).toMatchObject({ todo: { code: "issueCertificates" }, deadline: { step: "certificates" } });
    const { progress } = at({ ...over, certificates: 4 }, electionDay);
    expect(progress.phases.every((one) => one.state === "done")).toBe(true);
    expect(progress.next).toBeNull();
  });
  it("N-06: has the candidates meet the villagers before the polls open, where there are candidates before the vote", () => {
    const ready: CaseFacts = { ...prepared, stations: 2, votes: [{ ...vote, printed: 2500, staff: 9 }] };
    const unmet: CaseFacts = { ...ready, nominees: { ...ready.nominees, introduced: false } };
    expect(at(unmet, "2026-04-12").phase("ballot").todo).toEqual({ code: "meetVoters", page: "nomination/introduction" });
    expect(at(ready, "2026-04-12").phase("ballot").todo?.code).toBe("openPolls");
    expect(at({ ...unmet, method: "combinedMeeting" }, "2026-04-12").phase("ballot").todo?.code).toBe("openPolls");
  });
  it("puts late villages before due ones, and finished ones last", () => {
    const ranks = [at(withRoll, "2026-03-30"), at(withRoll, "2026-03-29"), at(withRoll, "2026-03-20"), at({ ...fresh, closed: true })].map(({ progress }) => riskRank(progress));
    expect(ranks).toEqual([0, 1, 2, 3]);
  });
});

describe("at any time of any case", () => {
  const cases = fc.constantFrom(fresh, withCommittee, withRoll, published, nominated, prepared, held(), held(determined), held({ ...determined, next: "revote" }));
  it("a phase that is not done says what to do, and one that cannot begin says why", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: -60, max: 60 }), (facts, offset) => {
        const progress = progressOf(facts, addDays(electionDay, offset));
        expect(progress.phases.map((one) => one.phase)).toEqual([...phases]);
        for (const one of progress.phases) {
          expect(one.state === "done").toBe(one.todo === null);
          if (one.state === "blocked") expect(one.blockedBy).not.toBeNull();
          if (one.todo !== null) expect(charts[one.phase].steps.map((step) => step.todo)).toContain(one.todo.code);
        }
      }),
    );
  });
});
