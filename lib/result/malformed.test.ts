import { expect, test } from "vitest";
import { SOUND_COUNT as sound } from "#tests/support/counts.ts";
import { determine } from "./determine.ts";

function placesRefused(input: unknown): readonly string[] {
  const result = determine(input);
  return result.ok ? [] : result.error.map((fault) => fault.path);
}

const [chair, vice, member] = sound.contests;
const [firstVote, ...otherVotes] = sound.votes;

test("the count these tests change is itself sound", () => {
  expect(placesRefused(sound)).toEqual([]);
});

test.each<readonly [string, unknown, string]>([
  ["no object", null, ""],
  ["a list", [], ""],
  ["an unknown field", { ...sound, extra: 1 }, "extra"],
  ["a field named like a built-in one", JSON.parse(`{"__proto__":1,"schema":"x"}`), "__proto__"],
  ["a missing field", { ...sound, kin: undefined }, "kin"],
  ["another schema", { ...sound, schema: "cunxuan.count/2" }, "schema"],
  ["an unknown field inside", { ...sound, people: [...sound.people, { id: "p9", sex: "male", barred: false, age: 3 }] }, "people[8].age"],
  ["an unknown office", { ...sound, contests: [{ ...chair, office: "mayor" }, vice, member] }, "contests[0].office"],
  ["an unknown national pack", { ...sound, law: { ...sound.law, national: "CN-1998" } }, "law.national"],
  ["the national pack of another time", { ...sound, law: { ...sound.law, national: "CN-2018" } }, "law.national"],
  ["the pack of the day when the first vote was under the older law", { ...sound, firstVoteOn: "2025-12-30" }, "law.national"],
  ["an unknown province", { ...sound, law: { ...sound.law, province: "CN-XX-2020" } }, "law.province"],
  ["an unknown parameter", { ...sound, law: { ...sound.law, parameters: { proxyCap: 3 } } }, "law.parameters.proxyCap"],
  ["a parameter outside its limits", { ...sound, law: { ...sound.law, parameters: { kinResolve: "none" } } }, "law.parameters.kinResolve"],
  ["a parameter of a wrong kind", { ...sound, law: { ...sound.law, parameters: { runoffMargin: "1" } } }, "law.parameters.runoffMargin"],
  ["a run-off longer than the province allows", { ...sound, law: { ...sound.law, province: "CN-ZJ-2020", parameters: { runoffDays: 31 } } }, "law.parameters.runoffDays"],
  ["a day that does not exist", { ...sound, date: "2026-02-30" }, "date"],
  ["a person twice", { ...sound, people: [...sound.people, sound.people[0]] }, "people[8].id"],
  ["a contest twice", { ...sound, contests: [chair, { ...vice, contest: "chair" }, member], votes: [] }, "contests[1].contest"],
  ["somebody counted and holding", { ...sound, committee: 6, holding: [{ person: "p1", office: "member", votes: 1, sex: "male" }] }, "holding[0].person"],
  ["a person's votes given twice", { ...sound, votes: [...sound.votes, firstVote] }, "votes[5]"],
  ["a negative number", { ...sound, ballots: { ...sound.ballots, invalid: -1 } }, "ballots.invalid"],
  ["half a ballot", { ...sound, ballots: { ...sound.ballots, issued: 2290.5 } }, "ballots.issued"],
  ["a number as text", { ...sound, registered: "2407" }, "registered"],
  ["more invalid than returned", { ...sound, ballots: { issued: 2290, returned: 10, invalid: 11 }, votes: [] }, "ballots.invalid"],
  ["more given out than registered", { ...sound, ballots: { ...sound.ballots, issued: 2408 } }, "ballots.issued"],
  ["votes above the valid ballots", { ...sound, votes: [{ ...firstVote, for: 2277 }, ...otherVotes] }, "votes[0].for"],
  ["carried votes above the valid ballots", { ...sound, law: { ...sound.law, parameters: { votesDown: "toLower" } }, votes: [...sound.votes, { contest: "member", person: "p1", for: 777 }] }, "votes[5].for"],
  ["a contest's votes above its ballots", { ...sound, votes: [...sound.votes, { contest: "chair", person: "p2", for: 777 }] }, "contests[0]"],
  ["one name more than seats on every valid ballot", { ...sound, votes: ["p4", "p5", "p6", "p8"].map((person) => ({ contest: "member", person, for: 2276 })) }, "contests[2]"],
  ["votes for nobody known", { ...sound, votes: [{ ...firstVote, person: "p9" }] }, "votes[0].person"],
  ["votes in no contest", { ...sound, votes: [{ ...firstVote, contest: "mayor" }] }, "votes[0].contest"],
  ["relatives of nobody known", { ...sound, kin: [["p1", "p9"]] }, "kin[0][1]"],
  ["somebody his own relative", { ...sound, kin: [["p1", "p1"]] }, "kin[0]"],
  ["three relatives in a pair", { ...sound, kin: [["p1", "p2", "p3"]] }, "kin[0]"],
  ["two open contests of one office", { ...sound, contests: [chair, { ...vice, office: "chair" }, member] }, "contests[1].office"],
  ["a committee of eight", { ...sound, committee: 8 }, "committee"],
  ["a committee of two", { ...sound, committee: 2 }, "committee"],
  ["more seats than the committee has", { ...sound, committee: 4 }, "contests"],
  ["a re-vote that fits no tie", { ...sound, tieBreaks: [{ contest: "member", votes: [{ person: "p4", for: 2 }, { person: "p5", for: 1 }] }] }, "tieBreaks[0]"],
  ["a re-vote about nobody known", { ...sound, tieBreaks: [{ contest: "member", votes: [{ person: "p9", for: 2 }] }] }, "tieBreaks[0].votes[0].person"],
  ["a re-vote in no contest", { ...sound, tieBreaks: [{ contest: "mayor", votes: [] }] }, "tieBreaks[0].contest"],
  ["no ballots at all", { ...sound, ballots: undefined }, "contests[0].ballots"],
  ["common ballots and a contest's own", { ...sound, contests: [{ ...chair, ballots: sound.ballots }, vice, member] }, "contests[0].ballots"],
  ["ballots against voters without their number", { ...sound, law: { ...sound.law, parameters: { recoveredAgainst: "voters" } } }, "ballots.voters"],
])("%s is refused at its place", (_what, input, place) => {
  expect(placesRefused(JSON.parse(JSON.stringify(input)))).toContain(place);
});

test.each<readonly [string, unknown]>([
  ["people without votes", { ...sound, votes: [] }],
  ["votes of 0", { ...sound, votes: [...sound.votes, { contest: "chair", person: "p2", for: 0 }] }],
  ["more returned than given out or registered", { ...sound, ballots: { issued: 2290, returned: 2500, invalid: 0 } }],
  ["the older law when the first vote was under it", { ...sound, firstVoteOn: "2025-12-30", law: { ...sound.law, national: "CN-2018" } }],
  ["a shorter run-off than the province's", { ...sound, ballots: { ...sound.ballots, voters: 2288 }, law: { ...sound.law, province: "CN-ZJ-2020", parameters: { runoffDays: 10 } } }],
])("%s are not malformed", (_what, input) => {
  expect(placesRefused(input)).toEqual([]);
});

test("a re-vote may have more votes than the first count had ballots", () => {
  const tied = {
    ...sound,
    votes: [...sound.votes.slice(0, 3), { contest: "member", person: "p5", for: 1300 }, { contest: "member", person: "p6", for: 1300 }, { contest: "member", person: "p8", for: 1300 }],
    tieBreaks: [{ contest: "member", votes: [{ person: "p5", for: 9000 }, { person: "p6", for: 8000 }, { person: "p8", for: 0 }] }],
  };
  const result = determine(tied);
  expect(result.ok ? result.value.elected.map((one) => one.person) : result.error).toEqual(["p1", "p3", "p4", "p5", "p6"]);
});

test("every fault of a document is told at once", () => {
  expect(placesRefused({ ...sound, extra: 1, committee: -1, date: "yesterday" })).toEqual(["extra", "date", "committee"]);
});
