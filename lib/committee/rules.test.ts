import fc from "fast-check";
import { expect, test } from "vitest";
import { electionLaw } from "../election/law.ts";
import type { MemberRow } from "./model.ts";
import { committeeFindings, memberIssues, mustLeave, ranked, seatFindings, seatPlans, succeed, type Standing } from "./rules.ts";

const law = electionLaw({ electionDay: "2026-04-18", provincePack: null, parameters: {} });
const law2018 = electionLaw({ electionDay: "2025-04-18", provincePack: null, parameters: {} });
const zhejiang = electionLaw({ electionDay: "2026-04-18", provincePack: "CN-ZJ-2020", parameters: {} });

const standing = fc
  .record({ vice: fc.integer({ min: 0, max: 2 }), members: fc.integer({ min: 1, max: 6 }), reserves: fc.integer({ min: 0, max: 5 }) })
  .map(({ vice, members, reserves }): readonly Standing[] => {
    const positions = ["chair", ...Array.from({ length: vice }, () => "viceChair"), ...Array.from({ length: members }, () => "member"), ...Array.from({ length: reserves }, () => "reserve")] as const;
    return positions.map((position, index) => ({ id: `m${index}`, rank: index + 1, position: position as Standing["position"], state: position === "reserve" ? ("reserve" as const) : ("serving" as const) }));
  });

test("whoever leaves, one chair stands while anybody serves, and the number serving holds while reserves last", () => {
  fc.assert(
    fc.property(standing, fc.array(fc.nat(13), { maxLength: 8 }), (members, picks) => {
      const leaving = new Set(picks.map((pick) => `m${pick % members.length}`));
      const after = succeed(members, leaving);
      const serving = after.members.filter((member) => member.state === "serving");
      const before = members.filter((member) => member.state === "serving").length;
      const gone = members.filter((member) => member.state === "serving" && leaving.has(member.id)).length;
      const reserves = members.filter((member) => member.state === "reserve" && !leaving.has(member.id)).length;
      expect(serving.length).toBe(before - gone + Math.min(gone, reserves));
      expect(serving.filter((member) => member.position === "chair").length).toBe(serving.length > 0 ? 1 : 0);
      expect(serving.some((member) => leaving.has(member.id))).toBe(false);
    }),
  );
});

test("C-06: reserves step in by the order of the result", () => {
  const members: readonly Standing[] = [
    { id: "a", rank: 1, position: "chair", state: "serving" },
    { id: "b", rank: 2, position: "member", state: "serving" },
    { id: "c", rank: 3, position: "reserve", state: "reserve" },
    { id: "d", rank: 4, position: "reserve", state: "reserve" },
  ];
  const after = succeed(members, new Set(["a"]));
  expect(after.steppedIn).toEqual([{ id: "c", replaces: "a" }]);
  expect(after.members.find((member) => member.id === "b")?.position).toBe("chair");
  expect(after.members.find((member) => member.id === "d")?.state).toBe("reserve");
});

test("C-06: where groups chose, the next of the same group steps in first, then the next of the whole result", () => {
  const members: readonly Standing[] = [
    { id: "a", rank: 1, position: "chair", state: "serving", chosenByGroup: 1 },
    { id: "b", rank: 2, position: "member", state: "serving", chosenByGroup: 2 },
    { id: "c", rank: 3, position: "reserve", state: "reserve", chosenByGroup: 1 },
    { id: "d", rank: 4, position: "reserve", state: "reserve", chosenByGroup: 2 },
  ];
  expect(succeed(members, new Set(["b"])).steppedIn).toEqual([{ id: "d", replaces: "b" }]);
  expect(succeed(members.filter((member) => member.id !== "d"), new Set(["b"])).steppedIn).toEqual([{ id: "c", replaces: "b" }]);
});

test("a nominee leaves; his near relative leaves under the law of 2025 and stays under that of 2018", () => {
  const members = [{ id: "a", entryId: "e1", state: "serving" }, { id: "b", entryId: "e2", state: "serving" }, { id: "c", entryId: "e3", state: "reserve" }] as const;
  const nominated = new Set(["e1"]);
  const kin = [["e1", "e2"]] as const;
  expect(mustLeave(members, nominated, kin, law.values.committeeLeaveOn)).toEqual([{ id: "a", reason: "nominated" }, { id: "b", reason: "relativeNominated" }]);
  expect(mustLeave(members, nominated, kin, law2018.values.committeeLeaveOn)).toEqual([{ id: "a", reason: "nominated" }]);
});

const row = (over: Partial<MemberRow> & { readonly row: number }) => ({ name: `人${over.row}`, sex: "male" as const, group: 1, chosenByGroup: null, votes: 30, position: "member" as const, ...over });

test("C-02: votes above those present, two chairs, a reserve above a member and a person twice are each told at their row", () => {
  const rows = [row({ row: 0, position: "chair", votes: 61 }), row({ row: 1, position: "chair" }), row({ row: 3, position: "reserve", votes: 40 }), row({ row: 4, name: "人1", votes: 20 })];
  expect(memberIssues(rows, { kind: "representatives", present: 60, groups: [] }).map((issue) => [issue.field, issue.code])).toEqual([
    ["members.1.position", "oneChair"], ["members.0.votes", "aboveBallots"], ["members.3.position", "reserveAbove"], ["members.4.name", "standsTwice"],
  ]);
});

test("C-03: what a group's own meeting chose is measured against those present in that group, and against its own members", () => {
  const meeting = { kind: "groups" as const, present: 90, groups: [{ groupNumber: 1, entitled: 60, present: 50 }, { groupNumber: 2, entitled: 50, present: 40 }] };
  const chosen = [row({ row: 0, position: "chair", chosenByGroup: 1, votes: 50 }), row({ row: 1, chosenByGroup: 2, votes: 41 }), row({ row: 2, chosenByGroup: 3, votes: 1 }), row({ row: 3, chosenByGroup: null, votes: 90 })];
  expect(memberIssues(chosen, meeting).map((issue) => [issue.field, issue.code])).toEqual([["members.1.votes", "aboveBallots"], ["members.2.chosenByGroup", "groupDidNotMeet"]]);
  const reserve = row({ row: 4, position: "reserve", chosenByGroup: 1, votes: 45 });
  expect(memberIssues([...chosen.slice(0, 1), row({ row: 1, chosenByGroup: 2, votes: 40 }), reserve], meeting)).toEqual([]);
  expect(committeeFindings([...chosen.slice(0, 1), { ...reserve, votes: 50 }], false, law).find((one) => one.code === "committeeTie")).toMatchObject({ ok: false, actual: { votes: 50, people: 1 } });
  expect(committeeFindings([...chosen.slice(0, 1), { ...reserve, votes: 50, chosenByGroup: 2 }], false, law).find((one) => one.code === "committeeTie")?.ok).toBe(true);
});

test("G-01, G-02: no woman, near relatives and fewer than three are warnings; a province's own size is an error", () => {
  const two = [row({ row: 0, position: "chair" }), row({ row: 1 })];
  const bad = (found: ReturnType<typeof committeeFindings>) => found.filter((one) => !one.ok).map((one) => [one.code, one.severity]);
  expect(bad(committeeFindings(two, true, law))).toEqual([["committeeTooSmall", "warning"], ["committeeEven", "info"], ["committeeNoWoman", "warning"], ["committeeRelatives", "warning"]]);
  expect(bad(committeeFindings([...two, row({ row: 2, sex: "female" })], false, zhejiang))).toEqual([["committeeTooSmall", "error"]]);
});

test("G-01: an even committee is told where guides prefer an odd one, and stops where the province requires it", () => {
  const four = [row({ row: 0, position: "chair" }), row({ row: 1, sex: "female" }), row({ row: 2 }), row({ row: 3 })];
  const even = (members: readonly MemberRow[], of: typeof law) => committeeFindings(members, false, of).filter((one) => one.code === "committeeEven").map((one) => [one.ok, one.severity]);
  const hunan = electionLaw({ electionDay: "2026-04-18", provincePack: "CN-HN-unverified", parameters: {} });
  expect(even(four, law)).toEqual([[false, "info"]]);
  expect(even(four, hunan)).toEqual([[false, "error"]]);
  expect(even(four.slice(0, 3), hunan)).toEqual([[true, "error"]]);
  expect(even([...four, row({ row: 4, position: "reserve" })], hunan)).toEqual([[false, "error"]]);
});

test("the result's order is by votes, then as entered, whatever the order of entry", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1 }), (votes) => {
      const order = ranked(votes.map((count, index) => ({ votes: count, index })));
      expect(order.map((member) => member.rank)).toEqual(order.map((_, index) => index + 1));
      for (const [one, next] of order.slice(1).map((member, index) => [order[index], member] as const)) {
        expect(one !== undefined && (one.votes > next.votes || (one.votes === next.votes && one.index < next.index))).toBe(true);
      }
    }),
  );
});

const margins = { chairMargin: 1, viceChairMargin: 1, memberMargin: 1, womanMargin: 1 };

test("V-01, N-05, P-03: three to seven seats in all, and a margin where there are candidates", () => {
  const failing = (input: Parameters<typeof seatPlans>[0], method: "candidates" | "selfNomination" = "candidates") => seatFindings(seatPlans(input), method, law).filter((one) => !one.ok).map((one) => one.code);
  expect(failing({ chair: 1, viceChair: 1, member: 3, woman: 0, ...margins })).toEqual([]);
  expect(failing({ chair: 1, viceChair: 1, member: 0, woman: 0, ...margins })).toEqual(["seatsOutOfRange"]);
  expect(failing({ chair: 1, viceChair: 2, member: 5, woman: 0, ...margins })).toEqual(["seatsOutOfRange"]);
  expect(failing({ chair: 1, viceChair: 0, member: 2, woman: 0, ...margins, memberMargin: 0 })).toEqual(["marginTooSmall"]);
  expect(failing({ chair: 1, viceChair: 0, member: 2, woman: 0, ...margins, memberMargin: 0 }, "selfNomination")).toEqual([]);
});

test("V-01, G-37: a province may want an odd number of seats, or an office kept for a woman beforehand", () => {
  const failing = (province: string, input: Parameters<typeof seatPlans>[0]) =>
    seatFindings(seatPlans(input), "candidates", electionLaw({ electionDay: "2026-04-18", provincePack: province, parameters: {} })).filter((one) => !one.ok).map((one) => [one.code, one.severity]);
  const four = { chair: 1, viceChair: 0, member: 3, woman: 0, ...margins };
  expect(failing("CN-TJ-unverified", four)).toEqual([["seatsEven", "error"]]);
  expect(failing("CN-TJ-unverified", { ...four, woman: 1 })).toEqual([]);
  expect(failing("CN-BJ-2012", four)).toEqual([["womanSeatNotFixed", "warning"]]);
  expect(failing("CN-BJ-2012", { ...four, woman: 1 })).toEqual([]);
});
