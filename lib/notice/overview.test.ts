import { describe, expect, it } from "vitest";
import { lawFor } from "../law/law.ts";
import { NOTICE_CODES, type NoticeCode } from "../law/notice-set.ts";
import { lackingNotices, nextNotice, noticePath, noticeStates, type NoticeNeeds, type NoticeSetFacts } from "./overview.ts";

const merged = lawFor({ firstVoteOn: "2026-04-18", province: null, parameters: {} });
if (!merged.ok) throw new Error("no law");
const law = merged.value;
const none: NoticeNeeds = { dayChanges: 0, left: 0, listChanges: 0, decisions: 0, method: "candidates", primary: false, roamingVoters: 0, proxies: 0, scribes: 0, votes: 0 };
const facts = (over: Partial<Omit<NoticeSetFacts, "needs">> & { readonly needs?: Partial<NoticeNeeds> } = {}): NoticeSetFacts => ({
  electionId: "e", law, electionDay: "2026-04-18", pollingDay: "2026-04-18", issued: [], anewSince: null, drafts: new Set(), ...over, needs: { ...none, ...over.needs },
});
const issued = (code: NoticeCode, number: string, at = "2026-03-15") => ({ id: code, code, number, issuedOn: at, issuedAt: new Date(`${at}T02:00:00Z`), postings: 0 });
const state = (code: NoticeCode, today: string, one = facts()) => noticeStates(one, today).find((line) => line.kind.code === code)?.state;

describe("the state of a notice", () => {
  it("is not yet due, due within its days, late the day after", () => {
    expect(["2026-04-14", "2026-04-15", "2026-04-16", "2026-04-17"].map((day) => state("pollingPlaces", day))).toEqual(["notYet", "due", "due", "late"]);
  });
  it("is issued once it is out, also when that was late", () => {
    expect(state("electionDay", "2026-04-01", facts({ issued: [issued("electionDay", "1")] }))).toBe("issued");
  });
  it("of proxies, roaming boxes, scribes and a primary is needed only where there are any", () => {
    for (const [code, need] of [["proxies", { proxies: 4 }], ["roamingVoters", { roamingVoters: 2 }], ["scribes", { scribes: 1 }], ["primaryMethod", { primary: true }]] as const) {
      expect(state(code, "2026-04-16"), code).toBe("notNeeded");
      expect(["due", "late"], code).toContain(state(code, "2026-04-16", facts({ needs: need })));
    }
  });
  it("of candidates falls away where nomination and vote are one meeting, and is needed while the method is open", () => {
    expect(state("candidates", "2026-04-10", facts({ needs: { method: "combinedMeeting" } }))).toBe("notNeeded");
    expect(state("candidates", "2026-04-10", facts({ needs: { method: null } }))).toBe("due");
  });
  it("of an event is due when it happened, again after an earlier one of its kind, and else not needed", () => {
    expect(state("committeeChange", "2026-04-01")).toBe("notNeeded");
    expect(state("committeeChange", "2026-04-01", facts({ needs: { left: 1 } }))).toBe("due");
    const out = [issued("committeeChange", "2-1")];
    expect(state("committeeChange", "2026-04-01", facts({ issued: out }))).toBe("issued");
    expect(state("committeeChange", "2026-04-01", facts({ issued: out, needs: { left: 1 } }))).toBe("due");
    expect(state("electionDayChange", "2026-04-01", facts({ needs: { dayChanges: 1 } }))).toBe("due");
    expect(state("voterListChange", "2026-04-01", facts({ needs: { listChanges: 1 } }))).toBe("due");
    expect(state("objectionDecisions", "2026-04-01", facts({ needs: { decisions: 1 } }))).toBe("due");
  });
  it("that the village may issue is optional, never late", () => {
    expect(state("representatives", "2026-05-01")).toBe("optional");
    expect(state("supervisionCommittee", "2026-05-01")).toBe("optional");
  });
  it("that prepares a vote is needed anew for a further vote, counted from that vote's day", () => {
    const further = facts({ pollingDay: "2026-04-27", anewSince: new Date("2026-04-18T12:00:00Z"), issued: [issued("pollingPlaces", "10", "2026-04-15"), issued("electionDay", "1")], needs: { votes: 2 } });
    expect(state("pollingPlaces", "2026-04-20", further)).toBe("notYet");
    expect(state("pollingPlaces", "2026-04-25", further)).toBe("due");
    expect(state("electionDay", "2026-04-25", further)).toBe("issued");
    expect(state("pollingPlaces", "2026-04-25", facts({ ...further, issued: [issued("pollingPlaces", "10-1", "2026-04-19")] }))).toBe("issued");
  });
  it("tells of a draft beside it", () => {
    expect(noticeStates(facts({ drafts: new Set(["electionDay"]) }), "2026-03-01").find((one) => one.kind.code === "electionDay")).toMatchObject({ drafted: true, state: "notYet" });
  });
});

describe("what is lacking, and what is next", () => {
  it("names the late ones first, then the due ones", () => {
    const lacking = lackingNotices(noticeStates(facts({ needs: { left: 1 } }), "2026-03-16"));
    expect(lacking.map((one) => [one.kind.number, one.state])).toEqual([["1", "late"], ["2", "late"], ["2-1", "due"], ["3", "due"]]);
  });
  it("goes on with the first late one, else with what is due soonest", () => {
    expect(nextNotice(noticeStates(facts(), "2026-03-20"))?.kind.number).toBe("1");
    expect(nextNotice(noticeStates(facts(), "2026-03-01"))?.kind.number).toBe("1");
    const done = NOTICE_CODES.map((code, place) => issued(code, String(place)));
    expect(nextNotice(noticeStates(facts({ issued: done }), "2026-05-01"))).toBeNull();
  });
  it("every notice has a page on which it is drafted", () => {
    for (const code of NOTICE_CODES) expect(noticePath(code)).toMatch(/^[a-z/]/i);
  });
});
