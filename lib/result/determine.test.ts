import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SOUND_COUNT } from "#tests/support/counts.ts";
import type { CountDocument, Determination } from "./count-document.ts";
import { determine } from "./determine.ts";

const FOLDER = new URL("../../tests/fixtures/determine/", import.meta.url);

type Case = { readonly input: unknown; readonly outcome: Readonly<Record<string, unknown>> };

const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name): readonly [string, Case] => [name, JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"))]);

test("every published case is here", () => {
  expect(cases).toHaveLength(24);
});

test.each(cases)("%s has the outcome worked out by hand", (_name, { input, outcome }) => {
  const result = determine(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { findings, schema, ...shown } = result.value;
  expect(schema).toBe("cunxuan.determination/1");
  expect(shown).toEqual(outcome);
  const codes = findings.map((finding) => finding.code);
  expect(codes).toEqual(expect.arrayContaining(["recovered", "turnout", "women", "size"]));
  expect(codes.filter((code) => code === "majority")).toHaveLength(result.value.elected.length);
  expect(findings.every((finding) => finding.citation !== null)).toBe(true);
});

function outcomeOf(document: CountDocument): Determination {
  const result = determine(document);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const member = (person: string, votes: number) => ({ contest: "member", person, for: votes });
const officers = SOUND_COUNT.votes.slice(0, 2);
/** Three seats of members; p4 and p7 are women. */
const withMembers = (votes: readonly (readonly [string, number])[], more: Partial<CountDocument> = {}): CountDocument => ({
  ...SOUND_COUNT,
  votes: [...officers, ...votes.map(([person, count]) => member(person, count))],
  ...more,
});
const electedMembers = (outcome: Determination) => outcome.elected.filter((one) => one.contest === "member").map((one) => one.person);

test("findings quote the numbers and the article", () => {
  const { findings } = outcomeOf(SOUND_COUNT);
  expect(findings.find((one) => one.code === "turnout")).toMatchObject({
    ok: true,
    actual: { returned: 2288, registered: 2407 },
    required: "2 x 2288 > 2407",
    citation: { text: "村民委员会组织法(2025)", article: "18", confidence: "seen" },
  });
  expect(findings.find((one) => one.code === "recovered")?.citation?.confidence).toBe("unverified");
});

test("a re-vote between relatives seats one, and the other is passed over for the next by votes", () => {
  const outcome = outcomeOf(
    withMembers([["p4", 1700], ["p5", 1300], ["p6", 1300], ["p8", 1200]], {
      kin: [["p5", "p6"]],
      tieBreaks: [{ contest: "member", votes: [{ person: "p5", for: 10 }, { person: "p6", for: 20 }] }],
    }),
  );
  expect(electedMembers(outcome)).toEqual(["p4", "p6", "p8"]);
  expect(outcome.skipped).toEqual([{ contest: "member", person: "p5", reason: "kin" }]);
});

test("V-04: of two pairs of relatives with equal votes as many are chosen as can sit together", () => {
  const outcome = outcomeOf(withMembers([["p4", 1700], ["p2", 1300], ["p5", 1300], ["p6", 1300], ["p8", 1300]], { kin: [["p5", "p6"], ["p8", "p2"]] }));
  expect(electedMembers(outcome)).toEqual(["p4"]);
  expect(outcome.tied).toEqual([{ contest: "member", people: ["p2", "p5", "p6", "p8"], seats: 2, votes: 1300, reason: "kin" }]);
});

test("equal counts in a re-vote leave the same people tied; a second re-vote settles it", () => {
  const revote = (p5: number, p6: number) => ({ contest: "member", votes: [{ person: "p5", for: p5 }, { person: "p6", for: p6 }] });
  const votes = [["p4", 1700], ["p8", 1600], ["p5", 1300], ["p6", 1300]] as const;
  expect(outcomeOf(withMembers(votes, { tieBreaks: [revote(7, 7)] })).tied).toEqual([{ contest: "member", people: ["p5", "p6"], seats: 1, votes: 1300, reason: "votes" }]);
  expect(electedMembers(outcomeOf(withMembers(votes, { tieBreaks: [revote(7, 7), revote(5, 9)] })))).toEqual(["p4", "p8", "p6"]);
});

test("a barred person in a group that fits takes his seat as void; in a larger group he drops out", () => {
  const barred = SOUND_COUNT.people.map((person) => (person.id === "p5" ? { ...person, barred: true } : person));
  const fits = outcomeOf(withMembers([["p4", 1700], ["p5", 1300], ["p6", 1300]], { people: barred }));
  expect(fits.voided).toEqual([{ contest: "member", person: "p5" }]);
  expect(fits.vacant).toEqual([{ office: "member", seats: 1, only: null }]);
  const larger = outcomeOf(withMembers([["p4", 1700], ["p8", 1600], ["p5", 1300], ["p6", 1300]], { people: barred }));
  expect(larger.voided).toEqual([]);
  expect(electedMembers(larger)).toEqual(["p4", "p8", "p6"]);
});

test("G-37: a woman related to somebody elected above her votes is passed over for the next woman", () => {
  const outcome = outcomeOf(withMembers([["p5", 1700], ["p6", 1600], ["p8", 1500], ["p4", 1300], ["p7", 1200]], { kin: [["p4", "p5"]] }));
  expect(electedMembers(outcome)).toEqual(["p5", "p6", "p7"]);
  expect(outcome.skipped).toEqual([{ contest: "member", person: "p4", reason: "kin" }]);
});

test("a woman's relative with fewer votes yields to her, and a tie of men above her comes first", () => {
  const yields = outcomeOf(withMembers([["p5", 1700], ["p2", 1600], ["p6", 1500], ["p4", 1300]], { kin: [["p4", "p1"]] }));
  expect(yields.skipped).toEqual([{ contest: "member", person: "p4", reason: "kin" }]);
  expect(yields.vacant).toEqual([{ office: "member", seats: 1, only: "women" }]);
  const tie = outcomeOf(withMembers([["p5", 1500], ["p6", 1500], ["p8", 1500], ["p4", 1300]]));
  expect(electedMembers(tie)).toEqual(["p4"]);
  expect(tie.tied).toEqual([{ contest: "member", people: ["p5", "p6", "p8"], seats: 2, votes: 1500, reason: "votes" }]);
  expect(tie.pending).toEqual([]);
});

test("a single best woman whose relative is in the tie above her waits for its outcome", () => {
  const outcome = outcomeOf(withMembers([["p5", 1500], ["p6", 1500], ["p8", 1500], ["p4", 1300]], { kin: [["p4", "p6"]] }));
  expect(electedMembers(outcome)).toEqual([]);
  expect(outcome.tied).toEqual([{ contest: "member", people: ["p5", "p6", "p8"], seats: 2, votes: 1500, reason: "votes" }]);
  expect(outcome.pending).toEqual(["member"]);
  expect(outcome.vacant).toEqual([]);
});

test("a holder related to two winners is displaced by the one elected first", () => {
  const viceChairs = ["p4", "p8", "p9"] as const;
  const outcome = outcomeOf({
    ...SOUND_COUNT,
    kind: "runoff",
    contests: [{ contest: "vice", office: "viceChair", seats: 2 }],
    people: viceChairs.map((id) => ({ id, sex: "male" as const, barred: false })),
    kin: [["p4", "p8"], ["p4", "h1"], ["p9", "h1"]],
    votes: viceChairs.map((person) => ({ contest: "vice", person, for: 1200 })),
    holding: [{ person: "h1", office: "member", votes: 1500, sex: "male" }],
    tieBreaks: [{ contest: "vice", votes: [{ person: "p4", for: 9 }, { person: "p8", for: 7 }] }],
  });
  expect(outcome.elected.map((one) => one.person)).toEqual(["p4", "p9"]);
  expect(outcome.displaced).toEqual([{ person: "h1", office: "member", by: "p9" }]);
});

test("Shanghai leaves the rest to the meeting after the first vote, and the member with most votes presides", () => {
  const outcome = outcomeOf({
    ...SOUND_COUNT,
    law: { national: "CN-2025", province: "CN-SH-2020", parameters: {} },
    ballots: { issued: 2290, voters: 2288, returned: 2288, invalid: 12 },
    votes: [{ contest: "chair", person: "p1", for: 1000 }, ...SOUND_COUNT.votes.slice(2)],
  });
  expect(outcome.next).toMatchObject({ kind: "meetingDecides", by: "2026-05-18" });
  expect(outcome.presiding).toEqual({ person: "p4" });
});

test("ids sort by code point, not by the machine's units", () => {
  const renamed: CountDocument = JSON.parse(JSON.stringify(withMembers([["p4", 1700], ["p5", 1300], ["p6", 1300]])).replaceAll('"p5"', '"𣘴"').replaceAll('"p6"', '"\uFF5E"'));
  expect(electedMembers(outcomeOf(renamed))).toEqual(["p4", "\uFF5E", "𣘴"]);
});
