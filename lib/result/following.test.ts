import { expect, test } from "vitest";
import { followingVote } from "./following.ts";

const contests = [
  { contest: "chair", office: "chair", seats: 1, only: null, people: ["p1", "p2"] },
  { contest: "woman", office: "member", seats: 1, only: "women", people: ["p3"] },
  { contest: "member", office: "member", seats: 3, only: null, people: ["p6", "p4", "p5"] },
] as const;

test("no vote follows when the election is complete or the meeting decides", () => {
  expect(followingVote({ kind: "none", contests: [], by: null }, contests)).toBeNull();
  expect(followingVote({ kind: "meetingDecides", contests: [], by: "2026-05-18" }, contests)).toBeNull();
});

test("E-14: a re-vote keeps its contest and the order of the sheet; written-in names stand behind the candidates", () => {
  const vote = followingVote({ kind: "revote", by: null, contests: [{ contest: "member", seats: 1, people: ["w9", "p4", "p6"] }, { contest: "woman", seats: 1, people: ["p3"] }] }, contests);
  expect(vote).toEqual({
    kind: "revote", by: null,
    contests: [
      { contest: "member", office: "member", seats: 1, only: null, people: ["p6", "p4", "w9"] },
      { contest: "woman", office: "member", seats: 1, only: "women", people: ["p3"] },
    ],
  });
});

test("G-35: a new vote is the same vote again: seats, people and contest stay", () => {
  const vote = followingVote({ kind: "newVote", by: null, contests: [{ contest: "woman", seats: 9, people: [] }, { contest: "chair", seats: 1, people: [] }] }, contests);
  expect(vote).toEqual({
    kind: "newVote", by: null,
    contests: [
      { contest: "woman", office: "member", seats: 1, only: "women", people: ["p3"] },
      { contest: "chair", office: "chair", seats: 1, only: null, people: ["p1", "p2"] },
    ],
  });
  expect(followingVote({ kind: "newVote", by: null, contests: [{ contest: "chair", seats: 1, people: [] }] }, contests, "2026-05-18")?.by).toBe("2026-05-18");
});

test("a contest that the vote did not have is not voted on again", () => {
  const unknown = [{ contest: "mayor", seats: 1, people: ["p1"] }];
  expect(followingVote({ kind: "revote", by: null, contests: unknown }, contests)?.contests).toEqual([]);
  expect(followingVote({ kind: "newVote", by: null, contests: unknown }, contests)?.contests).toEqual([]);
});

test("E-03: a run-off fills the vacant seats only, by the given day, in the office's own contest", () => {
  const vote = followingVote(
    {
      kind: "runoff", by: "2026-05-18",
      contests: [
        { office: "member", only: null, seats: 2, people: ["p4", "p5", "p6"], short: false },
        { office: "member", only: "women", seats: 1, people: ["p7"], short: true },
      ],
    },
    contests,
  );
  expect(vote).toEqual({
    kind: "runoff", by: "2026-05-18",
    contests: [
      { contest: "member", office: "member", seats: 2, only: null, people: ["p4", "p5", "p6"] },
      { contest: "woman", office: "member", seats: 1, only: "women", people: ["p7"] },
    ],
  });
});

test("a seat kept for a woman gets a contest of its own where the first vote had none", () => {
  const open = contests.filter((contest) => contest.only === null);
  const vote = followingVote(
    { kind: "runoff", by: null, contests: [{ office: "member", only: "women", seats: 1, people: [], short: true }, { office: "viceChair", only: null, seats: 1, people: [], short: true }] },
    open,
  );
  expect(vote?.contests.map((contest) => contest.contest)).toEqual(["member-women", "viceChair"]);
});
