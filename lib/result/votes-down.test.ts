import { describe, expect, test } from "vitest";
import { SOUND_COUNT } from "#tests/support/counts.ts";
import type { CountDocument, Determination } from "./count-document.ts";
import { determine } from "./determine.ts";

function outcomeOf(document: CountDocument): Determination {
  const result = determine(document);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const [chair, vice, member] = SOUND_COUNT.contests;
if (chair === undefined || vice === undefined || member === undefined) throw new Error("three contests");
const woman = { contest: "woman", office: "member", seats: 1, only: "women" } as const;
const vote = (contest: string, person: string, votes: number) => ({ contest, person, for: votes });
const carrying = (more: Partial<CountDocument>): CountDocument => ({ ...SOUND_COUNT, law: { ...SOUND_COUNT.law, parameters: { votesDown: "toLower" } }, ...more });
const electedIn = (outcome: Determination, contest: string) => outcome.elected.filter((one) => one.contest === contest).map((one) => [one.person, one.votes]);

describe("P-NM 28: votes for a lost higher office count for the lower one too", () => {
  test("P-07: those of both higher offices, and the sum is what counts", () => {
    const votes = [vote("chair", "p1", 1000), vote("vice", "p1", 100), vote("member", "p1", 45), vote("chair", "p2", 1000), vote("member", "p2", 144)];
    const outcome = outcomeOf(carrying({ votes }));
    expect(electedIn(outcome, "member")).toEqual([["p1", 1145]]);
    expect(electedIn(outcomeOf({ ...SOUND_COUNT, votes }), "member")).toEqual([]);
  });

  test("never upward", () => {
    const outcome = outcomeOf(carrying({ votes: [vote("chair", "p1", 600), vote("member", "p1", 600)] }));
    expect([electedIn(outcome, "chair"), electedIn(outcome, "vice"), electedIn(outcome, "member")]).toEqual([[], [], [["p1", 1200]]]);
  });

  test("whoever won the higher office is not elected again", () => {
    const outcome = outcomeOf(carrying({ votes: [vote("chair", "p1", 1500), vote("member", "p1", 10)] }));
    expect(outcome.elected).toEqual([{ contest: "chair", office: "chair", person: "p1", votes: 1500 }]);
  });

  test("not into a contest for a woman, and not out of one", () => {
    const contests = [chair, woman, { ...member, seats: 2 }];
    const outcome = outcomeOf(carrying({ contests, votes: [vote("chair", "p4", 600), vote("woman", "p4", 600), vote("member", "p4", 500), vote("woman", "p7", 1200)] }));
    expect(electedIn(outcome, "woman")).toEqual([["p7", 1200]]);
    expect(electedIn(outcome, "member")).toEqual([]);
  });

  test("not out of a void contest", () => {
    const sheet = { issued: 2290, returned: 2288, invalid: 12 };
    const over = { issued: 2280, returned: 2288, invalid: 12 };
    const votes = [vote("chair", "p1", 1000), vote("vice", "p1", 100), vote("member", "p1", 100)];
    const { ballots: _common, ...document } = carrying({ votes });
    const apart = (first: typeof sheet) => outcomeOf({ ...document, contests: [{ ...chair, ballots: first }, { ...vice, ballots: sheet }, { ...member, ballots: sheet }] });
    expect(electedIn(apart(sheet), "member")).toEqual([["p1", 1200]]);
    expect(apart(over)).toMatchObject({ void: ["chair"], elected: [] });
  });
});
