import { expect, test } from "vitest";
import { SOUND_COUNT as sound } from "#tests/support/counts.ts";
import type { Fault } from "./count-document.ts";
import { CN_2018, CN_2025 } from "#lib/law/packs/national.ts";
import { CN_SH_2020 } from "#lib/law/packs/shanghai.ts";
import { determine } from "./determine.ts";

function faultsOf(input: unknown): readonly Fault[] {
  const result = determine(input);
  return result.ok ? [] : result.error;
}

const placesRefused = (input: unknown): readonly string[] => faultsOf(input).map((fault) => fault.path);

const [chair, vice, member] = sound.contests;
const [firstVote, ...otherVotes] = sound.votes;

test("the count these tests change is itself sound", () => {
  expect(placesRefused(sound)).toEqual([]);
});

/** What is wrong, the document, the place and the words of its fault, and how many further faults follow from it. */
type Malformed = readonly [what: string, input: unknown, path: string, message: string, others?: number];

const MALFORMED: readonly Malformed[] = [
  ["no object", null, "", "an object is needed"],
  ["a list", [], "", "an object is needed"],
  ["an unknown field", { ...sound, extra: 1 }, "extra", "this field is unknown"],
  ["a field named like a built-in one", JSON.parse(`{"__proto__":1,"schema":"x"}`), "__proto__", "this field is unknown", 12],
  ["a missing field", { ...sound, kin: undefined }, "kin", "this field is missing"],
  ["another schema", { ...sound, schema: "cunxuan.count/2" }, "schema", "one of cunxuan.count/1 is needed"],
  ["an unknown field inside", { ...sound, people: [...sound.people, { id: "p9", sex: "male", barred: false, age: 3 }] }, "people[8].age", "this field is unknown"],
  ["an unknown office", { ...sound, contests: [{ ...chair, office: "mayor" }, vice, member] }, "contests[0].office", "one of chair, viceChair, member is needed"],
  ["an unknown national pack", { ...sound, law: { ...sound.law, national: "CN-1998" } }, "law.national", "packNotInForce: CN-2025 is needed"],
  ["the national pack of another time", { ...sound, law: { ...sound.law, national: "CN-2018" } }, "law.national", "packNotInForce: CN-2025 is needed"],
  ["the pack of the day when the first vote was under the older law", { ...sound, firstVoteOn: "2025-12-30" }, "law.national", "packNotInForce: CN-2018 is needed"],
  ["an unknown province", { ...sound, law: { ...sound.law, province: "CN-XX-2020" } }, "law.province", "packUnknown: a province pack of this program is needed"],
  ["an unknown parameter", { ...sound, law: { ...sound.law, parameters: { proxyCap: 3 } } }, "law.parameters.proxyCap", "this parameter is unknown"],
  ["a parameter outside its limits", { ...sound, law: { ...sound.law, parameters: { kinResolve: "none" } } }, "law.parameters.kinResolve", expect.stringMatching(/^parameterOutsideLimits: .*officeThenVotes/)],
  ["a parameter of a wrong kind", { ...sound, law: { ...sound.law, parameters: { runoffMargin: "1" } } }, "law.parameters.runoffMargin", "Invalid input: expected number, received string"],
  ["a run-off longer than the province allows", { ...sound, law: { ...sound.law, province: "CN-ZJ-2020", parameters: { runoffDays: 31 } } }, "law.parameters.runoffDays", "parameterOutsideLimits: >= 0; <= 30 is needed"],
  ["a day that does not exist", { ...sound, date: "2026-02-30" }, "date", "an existing day, written YYYY-MM-DD, is needed"],
  ["a person twice", { ...sound, people: [...sound.people, sound.people[0]] }, "people[8].id", "\"p1\" occurs twice"],
  ["a contest twice", { ...sound, contests: [chair, { ...vice, contest: "chair" }, member], votes: [] }, "contests[1].contest", "\"chair\" occurs twice"],
  ["somebody counted and holding", { ...sound, committee: 6, holding: [{ person: "p1", office: "member", votes: 1, sex: "male" }] }, "holding[0].person", "\"p1\" occurs twice"],
  ["a person's votes given twice", { ...sound, votes: [...sound.votes, firstVote] }, "votes[5]", "\"p1\" occurs twice in one contest", 1],
  ["a negative number", { ...sound, ballots: { ...sound.ballots, invalid: -1 } }, "ballots.invalid", "a whole number that is not negative is needed"],
  ["half a ballot", { ...sound, ballots: { ...sound.ballots, issued: 2290.5 } }, "ballots.issued", "a whole number that is not negative is needed"],
  ["a number as text", { ...sound, registered: "2407" }, "registered", "a whole number that is not negative is needed"],
  ["more invalid than returned", { ...sound, ballots: { issued: 2290, returned: 10, invalid: 11 }, votes: [] }, "ballots.invalid", "more invalid ballots than returned"],
  ["more given out than registered", { ...sound, ballots: { ...sound.ballots, issued: 2408 } }, "ballots.issued", "more ballots given out than registered voters"],
  ["votes above the valid ballots", { ...sound, votes: [{ ...firstVote, for: 2277 }, ...otherVotes] }, "votes[0].for", "more votes than valid ballots", 1],
  ["carried votes above the valid ballots", { ...sound, law: { ...sound.law, parameters: { votesDown: "toLower" } }, votes: [...sound.votes, { contest: "member", person: "p1", for: 777 }] }, "votes[5].for", "more votes, over the contests whose votes are carried down, than valid ballots"],
  ["a contest's votes above its ballots", { ...sound, votes: [...sound.votes, { contest: "chair", person: "p2", for: 777 }] }, "contests[0]", "more votes than the valid ballots can carry"],
  ["one name more than seats on every valid ballot", { ...sound, votes: ["p4", "p5", "p6", "p8"].map((person) => ({ contest: "member", person, for: 2276 })) }, "contests[2]", "more votes than the valid ballots can carry"],
  ["votes for nobody known", { ...sound, votes: [{ ...firstVote, person: "p9" }] }, "votes[0].person", "nobody has the id \"p9\""],
  ["votes in no contest", { ...sound, votes: [{ ...firstVote, contest: "mayor" }] }, "votes[0].contest", "no contest has the id \"mayor\""],
  ["relatives of nobody known", { ...sound, kin: [["p1", "p9"]] }, "kin[0][1]", "nobody has the id \"p9\""],
  ["somebody his own relative", { ...sound, kin: [["p1", "p1"]] }, "kin[0]", "\"p1\" occurs twice"],
  ["three relatives in a pair", { ...sound, kin: [["p1", "p2", "p3"]] }, "kin[0]", "a pair of ids is needed"],
  ["two open contests of one office", { ...sound, contests: [chair, { ...vice, office: "chair" }, member] }, "contests[1].office", "two open contests for one office"],
  ["a committee of eight", { ...sound, committee: 8 }, "committee", "a committee has 3 to 7 seats"],
  ["a committee of two", { ...sound, committee: 2 }, "committee", "a committee has 3 to 7 seats", 1],
  ["more seats than the committee has", { ...sound, committee: 4 }, "contests", "more seats, with the offices already held, than the committee has"],
  ["a re-vote that fits no tie", { ...sound, tieBreaks: [{ contest: "member", votes: [{ person: "p4", for: 2 }, { person: "p5", for: 1 }] }] }, "tieBreaks[0]", "this re-vote fits no tied group"],
  ["a re-vote about nobody known", { ...sound, tieBreaks: [{ contest: "member", votes: [{ person: "p9", for: 2 }] }] }, "tieBreaks[0].votes[0].person", "nobody has the id \"p9\""],
  ["a re-vote in no contest", { ...sound, tieBreaks: [{ contest: "mayor", votes: [] }] }, "tieBreaks[0].contest", "no contest has the id \"mayor\""],
  ["no ballots at all", { ...sound, ballots: undefined }, "contests[0].ballots", "ballots are needed here, or common ones for all contests", 2],
  ["common ballots and a contest's own", { ...sound, contests: [{ ...chair, ballots: sound.ballots }, vice, member] }, "contests[0].ballots", "ballots stand here or once for all contests, not both"],
  ["ballots against voters without their number", { ...sound, law: { ...sound.law, parameters: { recoveredAgainst: "voters" } } }, "ballots.voters", "the number of voters is needed"],
  ["a missing law", { ...sound, law: undefined }, "law", "this field is missing"],
  ["a law that is none", { ...sound, law: "CN-2025" }, "law", "an object is needed"],
  ["an unknown field of the law", { ...sound, law: { ...sound.law, county: "x" } }, "law.county", "this field is unknown"],
  ["a province that is no text", { ...sound, law: { ...sound.law, province: 33 } }, "law.province", "a text that is not empty is needed"],
  ["a national pack that is no text", { ...sound, law: { ...sound.law, national: "" } }, "law.national", "a text that is not empty is needed"],
  ["a missing national pack", { ...sound, law: { province: null, parameters: {} } }, "law.national", "this field is missing"],
  ["missing parameters", { ...sound, law: { national: "CN-2025", province: null } }, "law.parameters", "this field is missing"],
  ["parameters in a list", { ...sound, law: { ...sound.law, parameters: [] } }, "law.parameters", "an object is needed"],
  ["packs that are no object", { ...sound, law: { ...sound.law, packs: 5 } }, "law.packs", "an object is needed"],
  ["packs of a county", { ...sound, law: { ...sound.law, packs: { county: {} } } }, "law.packs.county", "this field is unknown"],
  ["an unsound national pack", { ...sound, law: { ...sound.law, packs: { national: { ...CN_2025, parameters: {} } } } }, "law.packs.national", "a sound pack with the id of law.national is needed"],
  ["another national pack than the one named", { ...sound, law: { ...sound.law, packs: { national: CN_2018 } } }, "law.packs.national", "a sound pack with the id of law.national is needed"],
  ["another province's pack than the one named", { ...sound, law: { ...sound.law, province: "CN-ZJ-2020", packs: { province: CN_SH_2020 } }, ballots: { ...sound.ballots, voters: 2288 } }, "law.packs.province", "a sound pack with the id of law.province is needed"],
  ["a day that is no text", { ...sound, date: 20260418 }, "date", "a text that is not empty is needed"],
  ["an empty day", { ...sound, date: "" }, "date", "a text that is not empty is needed"],
  ["a missing day", { ...sound, date: undefined }, "date", "this field is missing"],
  ["a first vote on no day", { ...sound, firstVoteOn: "2025-02-30" }, "firstVoteOn", "an existing day, written YYYY-MM-DD, is needed"],
  ["another kind of vote", { ...sound, kind: "primary" }, "kind", "one of regular, runoff is needed"],
  ["a missing kind of vote", { ...sound, kind: undefined }, "kind", "this field is missing"],
  ["a missing number", { ...sound, registered: undefined }, "registered", "this field is missing"],
  ["contests that are no list", { ...sound, contests: {} }, "contests", "a list is needed"],
  ["a contest that is no object", { ...sound, contests: [...sound.contests, 7] }, "contests[3]", "an object is needed"],
  ["a contest of no seats", { ...sound, contests: [{ ...chair, seats: 0 }, vice, member] }, "contests[0].seats", "a whole number of at least 1 is needed"],
  ["a contest for men", { ...sound, contests: [{ ...chair, only: "men" }, vice, member] }, "contests[0].only", "one of women is needed"],
  ["ballots of a contest that are no object", { ...sound, ballots: undefined, contests: [{ ...chair, ballots: 1 }, { ...vice, ballots: sound.ballots }, { ...member, ballots: sound.ballots }] }, "contests[0].ballots", "an object is needed"],
  ["half a ballot on a sheet of its own", { ...sound, ballots: undefined, contests: [{ ...chair, ballots: { ...sound.ballots, voters: 0.5 } }, { ...vice, ballots: sound.ballots }, { ...member, ballots: sound.ballots }] }, "contests[0].ballots.voters", "a whole number that is not negative is needed"],
  ["more invalid than returned on a sheet of its own", { ...sound, ballots: undefined, votes: [], contests: [{ ...chair, ballots: { issued: 3, returned: 2, invalid: 3 } }, { ...vice, ballots: sound.ballots }, { ...member, ballots: sound.ballots }] }, "contests[0].ballots.invalid", "more invalid ballots than returned"],
  ["a missing sheet beside sheets of their own", { ...sound, ballots: undefined, contests: [{ ...chair, ballots: sound.ballots }, { ...vice, ballots: sound.ballots }, member] }, "contests[2].ballots", "ballots are needed here, or common ones for all contests"],
  ["ballots that are no object", { ...sound, ballots: 2288 }, "ballots", "an object is needed"],
  ["ballots without those returned", { ...sound, ballots: { issued: 2290, invalid: 0 } }, "ballots.returned", "this field is missing"],
  ["a person who is no object", { ...sound, people: [...sound.people, "p9"] }, "people[8]", "an object is needed"],
  ["a person without a name", { ...sound, people: [...sound.people, { id: "", sex: "male", barred: false }] }, "people[8].id", "a text that is not empty is needed"],
  ["a person of no sex", { ...sound, people: [...sound.people, { id: "p9", sex: "", barred: false }] }, "people[8].sex", "one of female, male is needed"],
  ["a person barred by a word", { ...sound, people: [...sound.people, { id: "p9", sex: "male", barred: "no" }] }, "people[8].barred", "true or false is needed"],
  ["a person of whom nothing is said", { ...sound, people: [...sound.people, { id: "p9", sex: "male" }] }, "people[8].barred", "this field is missing"],
  ["a number among relatives", { ...sound, kin: [[1, "p1"]] }, "kin[0]", "a pair of ids is needed"],
  ["a number as a relative", { ...sound, kin: [["p1", 1]] }, "kin[0]", "a pair of ids is needed"],
  ["relatives that are no pair", { ...sound, kin: ["p1p2"] }, "kin[0]", "a pair of ids is needed"],
  ["nobody known as the first of relatives", { ...sound, kin: [["p9", "p1"]] }, "kin[0][0]", "nobody has the id \"p9\""],
  ["votes that are no object", { ...sound, votes: [...sound.votes, 5] }, "votes[5]", "an object is needed"],
  ["a negative vote", { ...sound, votes: [...sound.votes, { contest: "chair", person: "p2", for: -1 }] }, "votes[5].for", "a whole number that is not negative is needed"],
  ["an office held by no object", { ...sound, holding: [null] }, "holding[0]", "an object is needed"],
  ["an unknown office held", { ...sound, committee: 6, holding: [{ person: "h1", office: "mayor", votes: 1, sex: "male" }] }, "holding[0].office", "one of chair, viceChair, member is needed"],
  ["offices held by nobody", { ...sound, committee: 6, holding: [{ person: "", office: "member", votes: 1, sex: "male" }] }, "holding[0].person", "a text that is not empty is needed"],
  ["a re-vote that is no object", { ...sound, tieBreaks: [[]] }, "tieBreaks[0]", "an object is needed"],
  ["a re-vote whose votes are no list", { ...sound, tieBreaks: [{ contest: "member", votes: "p4" }] }, "tieBreaks[0].votes", "a list is needed"],
  ["a vote of a re-vote that is no object", { ...sound, tieBreaks: [{ contest: "member", votes: [null] }] }, "tieBreaks[0].votes[0]", "an object is needed"],
  ["no contest at all", { ...sound, contests: [], votes: [] }, "contests", "at least one contest is needed"],
  ["more seats with those held than the committee has", { ...sound, holding: [{ person: "h1", office: "member", votes: 1, sex: "male" }] }, "contests", "more seats, with the offices already held, than the committee has"],
  ["a person twice in a re-vote", { ...sound, tieBreaks: [{ contest: "member", votes: [{ person: "p4", for: 2 }, { person: "p4", for: 1 }] }] }, "tieBreaks[0].votes[1].person", "\"p4\" occurs twice"],
  ...([["p5", "p6"], ["p5", "p6", "p4"], ["p5", "p6", "p8", "p4"]] as const).map((people): Malformed => [
    `a re-vote about ${people.join(", ")} where p5, p6 and p8 are tied`,
    { ...sound, votes: [...sound.votes.slice(0, 3), ...["p5", "p6", "p8"].map((person) => ({ contest: "member", person, for: 1300 }))], tieBreaks: [{ contest: "member", votes: people.map((person, index) => ({ person, for: index })) }] },
    "tieBreaks[0]", "this re-vote fits no tied group",
  ]),
  ["a re-vote of these people in another contest", { ...sound, votes: [...sound.votes.slice(0, 3), { contest: "member", person: "p5", for: 1300 }, { contest: "member", person: "p6", for: 1300 }, { contest: "member", person: "p8", for: 1300 }], tieBreaks: [{ contest: "vice", votes: [{ person: "p5", for: 3 }, { person: "p6", for: 2 }, { person: "p8", for: 1 }] }] }, "tieBreaks[0]", "this re-vote fits no tied group"],
];

for (const [what, input, path, message, others = 0] of MALFORMED) {
  test(`${what} is refused at its place, in words, and nothing else is`, () => {
    const faults = faultsOf(JSON.parse(JSON.stringify(input)));
    expect(faults).toContainEqual({ path, message });
    expect(faults).toHaveLength(1 + others);
  });
}

test.each<readonly [string, unknown]>([
  ["packs of the case's own", { ...sound, law: { ...sound.law, province: "CN-SH-2020", packs: { national: CN_2025, province: CN_SH_2020 } }, ballots: { ...sound.ballots, voters: 2288 } }],
  ["people without votes", { ...sound, votes: [] }],
  ["contests open to all, said so", { ...sound, contests: [{ ...chair, only: null }, vice, member] }],
  ["votes over several offices above the valid ballots, where none are carried down,", { ...sound, votes: [...sound.votes, { contest: "member", person: "p1", for: 777 }] }],
  ["carried votes of exactly the valid ballots", { ...sound, law: { ...sound.law, parameters: { votesDown: "toLower" } }, votes: [...sound.votes, { contest: "member", person: "p1", for: 776 }] }],
  [
    "a woman's votes in her own contest and the open one",
    { ...sound, law: { ...sound.law, parameters: { votesDown: "toLower" } }, contests: [chair, { contest: "woman", office: "member", seats: 1, only: "women" }, { ...member, seats: 2 }], votes: [{ contest: "woman", person: "p4", for: 1700 }, { contest: "member", person: "p4", for: 1700 }] },
  ],
  ["as many given out as are registered, all of them returned and invalid,", { ...sound, votes: [], ballots: { issued: 2407, returned: 2407, invalid: 2407 } }],
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
