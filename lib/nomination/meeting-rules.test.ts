import { describe, expect, it } from "vitest";
import { electionLaw } from "../election/law.ts";
import { candidateListFinding, candidatesMeetingFindings, meetingDayFinding, type CandidatesMeetingFacts } from "./meeting-rules.ts";
import { nominationFindings, selfNominationFinding, withdrawalDeadline, withdrawalFinding, type Standing } from "./rules.ts";

const lawOf = (provincePack: string | null, electionDay = "2026-04-18") => electionLaw({ electionDay, provincePack, parameters: {} });
const national = lawOf(null);
const zhejiang = lawOf("CN-ZJ-2020");
const stopped = (findings: readonly { readonly ok: boolean; readonly code: string }[]): readonly string[] => findings.filter((one) => !one.ok).map((one) => one.code);

describe("the candidates' meeting with the villagers", () => {
  const meeting = { id: "m", heldOn: "2026-04-14", place: "村文化礼堂", attendance: 200, nomineeIds: ["a", "b"], note: "" };
  const facts: CandidatesMeetingFacts = { electionDay: "2026-04-18", candidates: [{ id: "a", name: "甲", statementChecked: true }, { id: "b", name: "乙", statementChecked: true }], meetings: [meeting] };

  it("N-06: is asked for by both texts of the law before anybody votes", () => {
    for (const law of [national, lawOf(null, "2025-11-18")]) {
      expect(candidatesMeetingFindings({ ...facts, meetings: [] }, "2026-04-18", law).find((one) => !one.ok)).toMatchObject({ code: "candidatesMeetingMissing", severity: "error", citation: { article: law === national ? "18" : "15" } });
    }
    expect(stopped(candidatesMeetingFindings(facts, "2026-04-18", national))).toEqual([]);
  });

  it("counts from the day on which it is held", () => {
    expect(stopped(candidatesMeetingFindings(facts, "2026-04-13", national))).toEqual(["candidatesMeetingMissing"]);
    expect(stopped(candidatesMeetingFindings(facts, "2026-04-14", national))).toEqual([]);
  });

  it("has everybody speak, also who came in for others, with a checked text", () => {
    const late = { id: "c", name: "丙", statementChecked: true };
    expect(stopped(candidatesMeetingFindings({ ...facts, candidates: [...facts.candidates, late] }, "2026-04-18", national))).toEqual(["candidateNotIntroduced"]);
    const unchecked = facts.candidates.map((one) => ({ ...one, statementChecked: false }));
    expect(candidatesMeetingFindings({ ...facts, candidates: unchecked }, "2026-04-18", national).find((one) => !one.ok)).toMatchObject({ code: "statementNotChecked", actual: { people: 2 } });
  });

  it("is before election day: an error where campaigning stops by then, else a warning", () => {
    expect(meetingDayFinding("2026-04-17", "2026-04-18", zhejiang).ok).toBe(true);
    expect(meetingDayFinding("2026-04-18", "2026-04-18", zhejiang)).toMatchObject({ ok: false, severity: "error" });
    expect(meetingDayFinding("2026-04-18", "2026-04-18", national)).toMatchObject({ ok: false, severity: "warning" });
  });

  it("is about a list on which everybody still stands", () => {
    expect(candidateListFinding([], national).ok).toBe(true);
    expect(candidateListFinding(["甲"], national)).toMatchObject({ ok: false, severity: "error", actual: { people: 1 } });
  });
});

describe("withdrawal of a formal candidate", () => {
  const dates = { electionDay: "2026-04-18", listedOn: "2026-04-10" };

  it("G-18: is in time on the third day before the vote in 浙江, too late on the second", () => {
    expect(withdrawalFinding({ name: "甲", state: "candidate" }, "2026-04-15", dates, zhejiang)?.ok).toBe(true);
    expect(withdrawalFinding({ name: "甲", state: "candidate" }, "2026-04-16", dates, zhejiang)).toMatchObject({ ok: false, actual: { until: "2026-04-15" } });
    expect(withdrawalFinding({ name: "甲", state: "nominated" }, "2026-04-16", dates, zhejiang)).toBeNull();
    expect(withdrawalFinding({ name: "甲", state: "candidate" }, "2026-04-17", dates, national)).toBeNull();
  });

  it("is in time within three days of the list in 河南", () => {
    const henan = lawOf("CN-HA-2011");
    expect(withdrawalDeadline("2026-04-18", "2026-04-10", henan)).toBe("2026-04-13");
    expect(withdrawalDeadline("2026-04-18", null, henan)).toBeNull();
  });
});

describe("the nomination itself", () => {
  const nominee = (id: string, votes: number, source: Standing["source"] = "voters"): Standing => ({ id, contest: "chair", rollEntryId: id, name: id, sex: "male", votes, source, state: "nominated", vetted: true, consented: true, rounds: [], listed: true });
  const plans = [{ contest: "chair", office: "chair", only: null, seats: 1, margin: 1 }] as const;
  const ask = (ballots: number, votes: readonly number[], law = zhejiang) => stopped(nominationFindings(plans, { registered: 100, ballots, nominees: votes.map((count, index) => nominee(`n${index}`, count)), primary: null }, law));

  it("G-16: needs ballots of more than half of the registered voters in 浙江, exactly half being too few", () => {
    expect(ask(51, [30, 21])).toEqual([]);
    expect(ask(50, [30, 20])).toEqual(["nominationTurnoutLow"]);
    expect(ask(50, [30, 20], national)).toEqual([]);
  });

  it("G-16: holds when a primary of more than half makes up for it, not one of the representatives", () => {
    const primary = { heldOn: "2026-04-08", methodPosted: "current", resultPosted: "current", rounds: [{ number: 1, heldOn: "2026-04-08", entitled: 100, ballots: 51, invalid: 0, votes: new Map() }] } as const;
    const find = (voters: "electors" | "representatives") => stopped(nominationFindings(plans, { registered: 100, ballots: 40, nominees: [nominee("a", 20), nominee("b", 20)], primary: { ...primary, voters } }, zhejiang));
    expect(find("electors")).toEqual([]);
    expect(find("representatives")).toEqual(["nominationTurnoutLow"]);
  });

  it("G-16: has at most one name for each seat on a ballot, so that the votes add up to no more than ballots", () => {
    expect(ask(51, [30, 21])).toEqual([]);
    expect(ask(51, [30, 22])).toEqual(["nominationNamesTooMany"]);
  });

  it("N-02: comes by a way that the rules provide for, else it needs a reason", () => {
    const findings = nominationFindings(plans, { registered: 100, ballots: null, nominees: [nominee("a", 0, "party")], primary: null }, lawOf(null, "2025-11-18"));
    expect(findings.find((one) => one.code === "nominationWayNotProvided")).toMatchObject({ ok: false, severity: "warning" });
    expect(stopped(nominationFindings(plans, { registered: 100, ballots: null, nominees: [nominee("a", 0, "party")], primary: null }, national))).toEqual([]);
  });

  it("G-19: takes oneself forward up to the tenth day before the vote in 浙江", () => {
    expect(selfNominationFinding("2026-04-08", "2026-04-18", zhejiang)?.ok).toBe(true);
    expect(selfNominationFinding("2026-04-09", "2026-04-18", zhejiang)).toMatchObject({ ok: false, code: "selfNominationTooLate" });
    expect(selfNominationFinding("2026-04-17", "2026-04-18", national)).toBeNull();
  });
});
