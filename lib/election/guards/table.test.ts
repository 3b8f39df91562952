import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import en from "../../../messages/en.json" with { type: "json" };
import zh from "../../../messages/zh-CN.json" with { type: "json" };
import { breaks, guardDay, lawfulFacts } from "#tests/support/guard-facts.ts";
import type { Finding } from "../../law/finding.ts";
import type { FindingCode } from "../../law/catalogue.ts";
import { acceptedAs, digestOf, subjectOf, type KeptAcceptance } from "../acceptance.ts";
import { phases } from "../model.ts";
import { guardedActs, type Check } from "./check.ts";
import { passGuard } from "./command.ts";
import type { GuardFacts } from "./facts.ts";
import { guardFindings, guardLines, guardTable } from "./table.ts";

const walked = guardTable.flatMap((check) => check.codes.map((code) => ({ check, code, name: `${check.phase} ${check.side} ${code}` })));
const failing = (findings: readonly Finding[], code: string): Finding | undefined => findings.find((one) => one.code === code && !one.ok);
const broken = (check: Check, code: FindingCode): { readonly finding: Finding | undefined; readonly facts: GuardFacts; readonly today: string } => {
  const fault = breaks[code];
  const [facts, today] = [fault?.facts ?? lawfulFacts, fault?.today ?? guardDay];
  return { facts, today, finding: failing(check.find(facts, today), code) };
};

/** What passing a guard needs of a command's facts; nothing is written. */
const commandFacts = (today: string) => ({
  commit: (value: string) => `c:${value}`, alongside: () => undefined, newId: () => "id", now: new Date(`${today}T02:00:00Z`), today, command: "x.y",
  actor: { accountId: "a", name: "何主持", grants: [], mustChangePassword: false }, scope: { kind: "election", id: "e" } as const,
});
const everyReason = Object.fromEntries(walked.map(({ code }) => [code, "已经核实，情况属实"]));
const kept = (one: Finding): KeptAcceptance => ({ code: one.code, subject: subjectOf(one), digest: digestOf(one), phase: "ballot", reason: "已经核实", name: "何主持", at: new Date(0) });
const pass = (act: (typeof guardedActs)[number], facts: GuardFacts, today: string, reasons: Readonly<Record<string, string>>, accepted: readonly KeptAcceptance[] = []) =>
  passGuard(act, { facts, kept: accepted }, reasons, commandFacts(today));

describe("a case in which everything is in order", () => {
  test.each(guardedActs)("passes the guard of %s without a word", (act) => {
    const open = guardFindings(act, lawfulFacts, guardDay).filter((one) => !one.ok && one.severity !== "info");
    expect(open).toEqual([]);
    expect(pass(act, lawfulFacts, guardDay, {})).toEqual({ ok: true, value: [] });
  });
});

describe("each check of the table", () => {
  it.each(walked)("$name: fails when its fault is there, with figures, and is in order when it is not", ({ check, code }) => {
    expect(Object.hasOwn(breaks, code), `a case that breaks ${code}`).toBe(true);
    expect(broken(check, code).finding).toBeDefined();
    expect(failing(check.find(lawfulFacts, guardDay), code)).toBeUndefined();
  });
  it.each(walked.filter(({ check }) => check.acts.length > 0))("$name: as an error it stops every act it guards, whatever reasons are given or kept; as a warning it asks for one", ({ check, code }) => {
    const { finding, facts, today } = broken(check, code);
    if (finding === undefined) throw new Error(code);
    for (const act of check.acts) {
      const all = guardFindings(act, facts, today);
      const answer = pass(act, facts, today, everyReason, all.map(kept));
      const stopped = all.some((one) => !one.ok && one.severity === "error");
      expect(answer.ok, act).toBe(!stopped);
      if (finding.severity === "error") expect(!answer.ok && answer.error.kind === "findings" ? answer.error.findings.map((one) => one.code) : [], act).toContain(code);
      if (finding.severity === "warning") expect(pass(act, facts, today, {}).ok, act).toBe(false);
      if (finding.severity === "info") expect(finding.ok).toBe(false);
    }
  });
  it("makes no finding that its row does not name", () => {
    for (const check of guardTable) {
      for (const fault of [{ facts: lawfulFacts }, ...Object.values(breaks)]) {
        const found = check.find(fault.facts, ("today" in fault ? fault.today : undefined) ?? guardDay).map((one) => one.code);
        expect(found.filter((code) => !check.codes.some((known) => known === code)), `${check.phase} ${check.side}`).toEqual([]);
      }
    }
  });
  it("has a short name in both languages, and every act and phase has", () => {
    const names = [zh.guards, en.guards];
    for (const { checks, acts, phases: words } of names) {
      const known: readonly string[] = [...Object.keys(checks), ...Object.keys(acts), ...Object.keys(words)];
      for (const key of [...walked.map(({ code }) => code), ...guardedActs, ...phases]) expect(known).toContain(key);
    }
    expect(Object.keys(zh.guards.checks).filter((code) => !walked.some((one) => one.code === code))).toEqual([]);
  });
});

describe("an accepted warning", () => {
  const warned = walked.filter(({ check, code }) => check.acts.length > 0 && broken(check, code).finding?.severity === "warning");
  it.each(warned)("$name: does not ask again with the same figures, and asks again with others", ({ check, code }) => {
    const { facts, today } = broken(check, code);
    for (const act of check.acts) {
      const open = guardFindings(act, facts, today).filter((one) => !one.ok);
      if (open.some((one) => one.severity === "error")) continue;
      expect(pass(act, facts, today, {}, open.map(kept)).ok, act).toBe(true);
      expect(pass(act, facts, today, {}, open.map((one) => kept({ ...one, actual: { ...one.actual, other: 1 } }))).ok, act).toBe(false);
    }
  });
  it("a reason of three characters is none", () => {
    const { facts } = breaks.registrationNotAnnounced ?? { facts: lawfulFacts };
    expect(pass("publishRoll", facts, guardDay, { registrationNotAnnounced: "没空。" })).toMatchObject({ ok: false, error: { kind: "invalid", issues: [{ code: "reasonTooShort" }] } });
  });
  it("A-10: an audit that was waived at the start stops the polls on election day", () => {
    const facts = { ...lawfulFacts, auditPublishedOn: null };
    const [before] = guardFindings("announceCommittee", facts, "2026-03-14").filter((one) => !one.ok);
    if (before === undefined) throw new Error("no finding");
    expect(before).toMatchObject({ code: "auditNotPublished", severity: "warning" });
    expect(pass("announceCommittee", facts, "2026-03-14", {}, [kept(before)]).ok).toBe(true);
    expect(pass("openVote", facts, guardDay, everyReason, [kept(before)])).toMatchObject({ ok: false, error: { kind: "findings", findings: [{ code: "auditNotPublished", severity: "error" }] } });
  });
});

describe("the rules behind the checks", () => {
  const standing = (act: (typeof guardedActs)[number], facts: GuardFacts, today = guardDay) => guardFindings(act, facts, today).filter((one) => !one.ok && one.severity !== "info").map((one) => `${one.severity}:${one.code}`);
  const faultOf = (code: FindingCode): GuardFacts => breaks[code]?.facts ?? lawfulFacts;
  it("G-23: the day is announced before the list, and the polls open on that day and no other", () => {
    expect(standing("publishRoll", faultOf("dayNotAnnounced"))).toEqual(["error:dayNotAnnounced"]);
    expect(standing("openVote", lawfulFacts, "2026-04-17")).toEqual(["error:voteNotOnDay"]);
    expect(standing("openVote", lawfulFacts, "2026-04-19")).toContain("error:voteNotOnDay");
  });
  it("G-03: the list goes out under a committee that the villagers were told of", () => {
    expect(standing("publishRoll", faultOf("committeeNotAnnounced"))).toEqual(["error:committeeNotAnnounced"]);
  });
  it("G-09: a list without a notice of registration asks for a reason", () => {
    expect(standing("publishRoll", faultOf("registrationNotAnnounced"))).toEqual(["warning:registrationNotAnnounced"]);
  });
  it("C-01, C-02: nothing goes on without an election committee and its chair", () => {
    for (const act of ["announceCommittee", "publishRoll", "announceNomination", "publishCandidates", "openVote"] as const) {
      expect(standing(act, faultOf("committeeNotChosen")), act).toEqual(expect.arrayContaining(["error:committeeNotChosen", "error:committeeNoChair"]));
    }
  });
  it("C-03, M-08: a committee chosen by fewer than two thirds of the representatives is not announced; exactly two thirds suffice", () => {
    const with35 = faultOf("committeeQuorum");
    const meeting = with35.chosenBy;
    expect(standing("announceCommittee", with35)).toEqual(["error:committeeQuorum"]);
    expect(standing("announceCommittee", { ...with35, chosenBy: meeting === null ? null : { ...meeting, present: 36, entitled: 54 } })).toEqual([]);
  });
  it("G-14: without seats decided there is no nomination", () => {
    for (const act of ["announceNomination", "publishCandidates", "prepareOpenVote"] as const) expect(standing(act, faultOf("seatsNotDecided"))).toContain("error:seatsNotDecided");
  });
  it("N-05: as many candidates as seats are no choice and stop the formal list", () => {
    expect(standing("publishCandidates", faultOf("marginTooSmall"))).toContain("error:marginTooSmall");
  });
  it("R-10: the polls stay shut while an objection is undecided, untold or not carried out, or a change of the list is untold", () => {
    for (const code of ["objectionOpen", "objectionsNotAnnounced", "objectionNotCarriedOut", "rollChangesNotAnnounced"] as const) expect(standing("openVote", faultOf(code)), code).toEqual([`error:${code}`]);
  });
  it("N-06: the polls stay shut until the candidates met the villagers", () => {
    expect(standing("openVote", faultOf("candidatesMeetingMissing"))).toEqual(["error:candidatesMeetingMissing"]);
  });
  it("G-21, G-25, G-26, G-27: a vote needs a place, enough ballots, and staff that is named, told and related to nobody who stands", () => {
    expect(standing("openVote", faultOf("stationsMissing"))).toEqual(["error:stationsMissing"]);
    expect(standing("openVote", faultOf("printedTooFew"))).toContain("warning:printedTooFew");
    expect(standing("openVote", faultOf("staffNotNamed"))).toEqual(["warning:staffNotNamed"]);
    expect(standing("openVote", faultOf("staffNotAnnounced"))).toEqual(["warning:staffNotAnnounced"]);
    expect(standing("openVote", faultOf("staffConflict"))).toEqual(["error:staffConflict"]);
  });
  it("G-25: ballots that no station got ask where they are when the polls close", () => {
    expect(standing("closeVote", faultOf("printedNotSupplied"))).toEqual(["warning:printedNotSupplied"]);
  });
  it("E-06, G-38: boxes stay shut while the polls are open; a result announced on another day than the vote's asks why", () => {
    expect(standing("beginCount", faultOf("pollsNotClosed"))).toEqual(["error:pollsNotClosed"]);
    expect(standing("announceResult", faultOf("resultNotAnnounced"), "2026-04-19")).toEqual(["warning:resultNotOnTheSpot"]);
    expect(standing("announceResult", faultOf("resultNotAnnounced"))).toEqual([]);
  });
  it("E-03, G-39: certificates wait for every further vote, and ask why after their days", () => {
    expect(standing("issueCertificates", faultOf("electionNotComplete"))).toEqual(["error:electionNotComplete"]);
    expect(standing("issueCertificates", lawfulFacts, "2026-04-28")).toEqual([]);
    expect(standing("issueCertificates", lawfulFacts, "2026-04-29")).toEqual(["warning:certificatesLate"]);
  });
  it("A-09: the handover is told with its last day, which itself is in time", () => {
    const told = (today: string) => guardFindings("issueCertificates", lawfulFacts, today).find((one) => one.code === "handoverDue");
    expect([told("2026-04-28")?.ok, told("2026-04-29")?.ok, told("2026-04-29")?.severity]).toEqual([true, false, "info"]);
  });
});

describe("at any time, of any facts", () => {
  const number = fc.nat(3000);
  const day = fc.constantFrom("2025-12-31", "2026-03-29", "2026-03-30", "2026-04-17", guardDay, "2026-04-19", "2026-06-01");
  const nothing: GuardFacts = {
    ...lawfulFacts, auditPublishedOn: null, method: null, seats: [], notices: [], members: [], chosenBy: null, decidedBy: null, plans: [], introduction: null, poll: null, count: null, votes: [],
    committee: { chair: false, serving: 0, reserves: 0 }, roll: { entries: 0, listed: 0, open: 0, doubles: 0, publishedOn: null, publishedTotal: null }, nomination: { registered: 0, ballots: null, primary: null, nominees: [] },
  };
  const facts: fc.Arbitrary<GuardFacts> = fc.record({
    base: fc.constantFrom(nothing, lawfulFacts, ...Object.values(breaks).map((one) => one.facts)), audit: fc.option(day), method: fc.option(fc.constantFrom("candidates", "selfNomination", "combinedMeeting", "other")),
    published: fc.option(day), listed: number, printed: number, received: number, returned: number, papers: number, announced: fc.option(day), state: fc.constantFrom("preparing", "open", "closed", "counting", "determined"),
  }).map(({ base, audit, method, published, listed, printed, received, returned, papers, announced, state }) => ({
    ...base, auditPublishedOn: audit, method, roll: { ...base.roll, publishedOn: published, publishedTotal: published === null ? null : listed }, list: { ...base.list, listed },
    poll: base.poll === null ? null : { ...base.poll, state, opening: { ...base.poll.opening, printed, received }, accounts: base.poll.accounts.map((one) => ({ ...one, received, returned })) },
    count: base.count === null ? null : { ...base.count, papers, determination: { announcedOn: announced, recomputes: papers % 2 === 0, next: "none" } },
  }));
  it("a guard never throws, and each finding has a digest of its own figures", () => {
    fc.assert(
      fc.property(facts, day, (one, today) => {
        for (const phase of phases) for (const { finding } of guardLines(phase, one, today)) expect(digestOf(finding)).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });
  it("an error never passes and accepted warnings always do", () => {
    fc.assert(
      fc.property(facts, day, fc.constantFrom(...guardedActs), (one, today, act) => {
        const found = guardFindings(act, one, today).filter((each) => !each.ok);
        const errors = found.some((each) => each.severity === "error");
        expect(pass(act, one, today, everyReason).ok).toBe(!errors);
        expect(pass(act, one, today, {}, found.map(kept)).ok).toBe(!errors);
        for (const each of found) if (each.severity === "error") expect(acceptedAs(each, [kept(each)])).toBeNull();
      }),
    );
  });
});
