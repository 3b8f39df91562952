import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { electionLaw } from "../election/law.ts";
import { principalFindings, roamingDayFinding, roamingFindings, roamingVoterFindings, scribeFindings, type RoamingFacts, type ScribeRequest, type Ways } from "./assistance-rules.ts";
import { comparePosted, postedFindings } from "./posted-rules.ts";

const lawOf = (provincePack: string | null) => electionLaw({ electionDay: "2026-04-18", provincePack, parameters: {} });
const national = lawOf(null);
const zhejiang = lawOf("CN-ZJ-2020");
const stopped = (findings: readonly { readonly ok: boolean; readonly code: string }[]): readonly string[] => findings.filter((one) => !one.ok).map((one) => one.code);
const nobody: Ways = { principals: new Set(), roaming: new Set(), scribed: new Set(), scribes: new Set() };

describe("roaming boxes", () => {
  const posted = { count: 4, posted: { number: "12" }, added: 0, removed: 0 };
  const plan = { boxes: 2, route: "上午九时起，沿北沟", approvedOn: "2026-04-10", approvedBy: "河西镇" };
  const facts: RoamingFacts = { plan, staff: 6, list: posted };

  it("P-05: need the township's approval where the province asks for it, on record before they go out", () => {
    expect(stopped(roamingFindings(facts, "2026-04-18", zhejiang))).toEqual([]);
    expect(stopped(roamingFindings({ ...facts, plan: { ...plan, approvedOn: null, approvedBy: null } }, "2026-04-18", zhejiang))).toEqual(["roamingNotApproved"]);
    expect(stopped(roamingFindings(facts, "2026-04-09", zhejiang))).toEqual(["roamingNotApproved"]);
    expect(stopped(roamingFindings({ ...facts, plan: { ...plan, approvedOn: null, approvedBy: null } }, "2026-04-18", national))).toEqual([]);
  });

  it("P-05: need three scrutineers each in 浙江, exactly three being enough", () => {
    expect(stopped(roamingFindings({ ...facts, staff: 5 }, "2026-04-18", zhejiang))).toEqual(["roamingStaffTooFew"]);
    expect(roamingFindings({ ...facts, staff: 5 }, "2026-04-18", zhejiang).find((one) => !one.ok)).toMatchObject({ severity: "error", actual: { needed: 6, staff: 5 } });
    expect(roamingFindings({ ...facts, staff: 1 }, "2026-04-18", national).find((one) => !one.ok)).toMatchObject({ severity: "warning", actual: { needed: 2, staff: 1 } });
  });

  it("P-05: are a warning with a reason where the rules do not speak of them, as in 上海", () => {
    expect(roamingFindings(facts, "2026-04-18", lawOf("CN-SH-2020")).filter((one) => !one.ok)).toMatchObject([{ code: "roamingNotProvided", severity: "warning" }]);
  });

  it("go out only with their voters posted as they stand", () => {
    expect(stopped(roamingFindings({ ...facts, list: { ...posted, posted: null } }, "2026-04-18", zhejiang))).toEqual(["roamingListNotPublished"]);
    expect(stopped(roamingFindings({ ...facts, list: { ...posted, removed: 1 } }, "2026-04-18", zhejiang))).toEqual(["roamingListStale"]);
  });

  it("are no matter at all where a vote has none", () => {
    expect(roamingFindings({ plan: null, staff: 0, list: posted }, "2026-04-18", zhejiang)).toEqual([]);
  });

  it("are posted by the province's day: the day before in 河南, the day itself being too late", () => {
    const henan = lawOf("CN-HA-2011");
    expect(roamingDayFinding("2026-04-17", "2026-04-18", henan)?.ok).toBe(true);
    expect(roamingDayFinding("2026-04-18", "2026-04-18", henan)).toMatchObject({ ok: false, code: "roamingListTooLate", actual: { until: "2026-04-17" } });
    expect(roamingDayFinding("2026-04-18", "2026-04-18", national)).toBeNull();
  });

  it("come to the old and sick in 北京, not to somebody who only lives far away", () => {
    const person = { id: "a", name: "甲" };
    expect(stopped(roamingVoterFindings(person, "old", nobody, lawOf("CN-BJ-2012")))).toEqual([]);
    expect(stopped(roamingVoterFindings(person, "remote", nobody, lawOf("CN-BJ-2012")))).toEqual(["roamingReasonNotProvided"]);
  });
});

describe("one voter, one way to vote", () => {
  const people = fc.constantFrom("a", "b", "c", "d");
  const set = fc.array(people, { maxLength: 3 }).map((ids) => new Set(ids));

  it("E-07: a principal is never visited by a box nor helped by a scribe, from whichever side it is asked", () => {
    fc.assert(
      fc.property(fc.record({ principals: set, roaming: set, scribed: set, scribes: set }), people, (ways, id) => {
        const asPrincipal = stopped(principalFindings({ id, name: id }, ways, national));
        expect(asPrincipal.filter((code) => code === "voterTwoWays").length).toBe(Number(ways.roaming.has(id)) + Number(ways.scribed.has(id)));
        expect(asPrincipal.includes("scribeAway")).toBe(ways.scribes.has(id));
        expect(stopped(roamingVoterFindings({ id, name: id }, "sick", ways, national)).includes("voterTwoWays")).toBe(ways.principals.has(id));
      }),
    );
  });
});

describe("scribes", () => {
  const request: ScribeRequest = { voterId: "v", voterName: "甲", scribeId: "s", scribeName: "乙", appointed: true, held: 0 };
  const ask = (over: Partial<ScribeRequest>, ways: Ways = nobody, law = national) => stopped(scribeFindings({ ...request, ...over }, ways, new Set(["c"]), [["c", "k"]], law));

  it("G-32: are neither candidates nor their near relatives", () => {
    expect(ask({})).toEqual([]);
    expect(ask({ scribeId: "c" })).toEqual(["scribeConflict"]);
    expect(ask({ scribeId: "k" })).toEqual(["scribeConflict"]);
    expect(ask({ scribeId: null })).toEqual([]);
  });

  it("write for one voter only in 海南, for any number where no rule limits it", () => {
    const hainan = lawOf("CN-HI-unverified");
    expect(ask({ held: 0 }, nobody, hainan)).toEqual([]);
    expect(ask({ held: 1 }, nobody, hainan)).toEqual(["scribeCap"]);
    expect(ask({ held: 40 })).toEqual([]);
  });

  it("are of the committee's choosing in 浙江, anybody trusted elsewhere", () => {
    expect(ask({ appointed: false }, nobody, zhejiang)).toEqual(["scribeNotAppointed"]);
    expect(ask({ appointed: false })).toEqual([]);
  });

  it("are there and can write; the voter is there too", () => {
    expect(ask({}, { ...nobody, scribed: new Set(["s"]) })).toEqual(["scribeChain"]);
    expect(ask({}, { ...nobody, principals: new Set(["s"]) })).toEqual(["scribeAway"]);
    expect(ask({}, { ...nobody, principals: new Set(["v"]) })).toEqual(["voterTwoWays"]);
  });
});

describe("a posted list of names", () => {
  const at = (minute: number): Date => new Date(Date.UTC(2026, 3, 15, 0, minute));
  const codes = { missing: "proxyListNotPublished", stale: "proxyListStale" } as const;

  it("E-12: agrees with what stands exactly when nobody of it left and nobody came for good", () => {
    const row = fc.record({ from: fc.nat(20), lasts: fc.option(fc.integer({ min: 1, max: 20 })) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.nat(25), (rows, minute) => {
        const dated = rows.map(({ from, lasts }) => ({ approvedAt: at(from), withdrawnAt: lasts === null ? null : at(from + lasts) }));
        const list = comparePosted(dated, { number: "13", issuedAt: at(minute) });
        const then = dated.filter((one) => one.approvedAt <= at(minute) && (one.withdrawnAt === null || one.withdrawnAt > at(minute)));
        const now = dated.filter((one) => one.withdrawnAt === null);
        expect(list.added + list.removed === 0).toBe(then.length === now.length && then.every((one) => now.includes(one)));
        expect(stopped(postedFindings(list, codes, national))).toEqual(list.added + list.removed === 0 ? [] : ["proxyListStale"]);
      }),
    );
  });

  it("is missing as long as somebody stands on it and no notice is out", () => {
    expect(stopped(postedFindings(comparePosted([{ approvedAt: at(1), withdrawnAt: null }], null), codes, national))).toEqual(["proxyListNotPublished"]);
    expect(stopped(postedFindings(comparePosted([{ approvedAt: at(1), withdrawnAt: at(2) }], null), codes, national))).toEqual([]);
  });
});
