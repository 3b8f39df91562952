import fc from "fast-check";
import type { Contest, CountDocument, CountedPerson, HeldOffice } from "#lib/result/count-document.ts";

/** A sound count to change for one test: five seats, everybody elected (the first published case). */
export const SOUND_COUNT: CountDocument = {
  schema: "cunxuan.count/1",
  law: { national: "CN-2025", province: null, parameters: {} },
  date: "2026-04-18",
  kind: "regular",
  committee: 5,
  contests: [
    { contest: "chair", office: "chair", seats: 1 },
    { contest: "vice", office: "viceChair", seats: 1 },
    { contest: "member", office: "member", seats: 3 },
  ],
  registered: 2407,
  ballots: { issued: 2290, returned: 2288, invalid: 12 },
  people: [
    { id: "p1", sex: "male", barred: false },
    { id: "p2", sex: "male", barred: false },
    { id: "p3", sex: "male", barred: false },
    { id: "p4", sex: "female", barred: false },
    { id: "p5", sex: "male", barred: false },
    { id: "p6", sex: "male", barred: false },
    { id: "p7", sex: "female", barred: false },
    { id: "p8", sex: "male", barred: false },
  ],
  kin: [],
  votes: [
    { contest: "chair", person: "p1", for: 1500 },
    { contest: "vice", person: "p3", for: 1400 },
    { contest: "member", person: "p4", for: 1700 },
    { contest: "member", person: "p5", for: 1600 },
    { contest: "member", person: "p6", for: 1300 },
  ],
  holding: [],
  tieBreaks: [],
};

const OFFICE_CONTESTS: readonly Contest[] = [
  { contest: "chair", office: "chair", seats: 1 },
  { contest: "vice", office: "viceChair", seats: 1 },
  { contest: "woman", office: "member", seats: 1, only: "women" },
];

const parameters = fc.record(
  {
    votesDown: fc.constantFrom("none" as const, "toLower" as const),
    women: fc.constantFrom("declareFirst" as const, "reservedSeat" as const),
    runoffMargin: fc.constantFrom(1, 2),
    runoffDays: fc.constantFrom(null, 15),
    vacancyAfter: fc.constantFrom("runoff" as const, "regular" as const),
    vacancyBy: fc.constantFrom("law" as const, "meeting" as const),
    presidingElse: fc.constantFrom("representatives" as const, "memberMostVotes" as const),
  },
  { requiredKeys: [] },
);

/** Votes come from few numbers, so that ties, relatives and the threshold meet often. */
const votesFor = fc.constantFrom(0, 40, 49, 50, 51, 52, 60);

/**
 * Sound counts of 100 ballots (50 votes are exactly half) with equal votes, relatives, barred people, offices held
 * and every parameter mixed; carried votes stay below the valid ballots because nobody stands for two open offices.
 */
export const counts: fc.Arbitrary<CountDocument> = fc
  .record({
    law: fc.constantFrom("CN-2025", "CN-2018"),
    kind: fc.constantFrom("regular" as const, "runoff" as const),
    chosen: fc.subarray([...OFFICE_CONTESTS]),
    memberSeats: fc.integer({ min: 1, max: 3 }),
    people: fc.array(fc.record({ female: fc.boolean(), barred: fc.integer({ min: 0, max: 5 }), contest: fc.nat(3), votes: votesFor }), { maxLength: 9 }),
    kin: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 5 }),
    holding: fc.array(fc.record({ female: fc.boolean(), office: fc.constantFrom("viceChair" as const, "member" as const) }), { maxLength: 2 }),
    parameters,
  })
  .map(({ law, kind, chosen, memberSeats, people, kin, holding, parameters: village }): CountDocument => {
    const contests: readonly Contest[] = [...chosen, { contest: "member", office: "member", seats: memberSeats }];
    const counted = people.map((person, index): CountedPerson => ({ id: `p${index}`, sex: person.female ? "female" : "male", barred: person.barred === 0 }));
    const held = holding.map((one, index): HeldOffice => ({ person: `h${index}`, office: one.office, votes: 50 + index, sex: one.female ? "female" : "male" }));
    const ids = [...counted.map((person) => person.id), ...held.map((one) => one.person)];
    const room = new Map(contests.map((contest) => [contest.contest, contest.seats * 100]));
    const votes = people.flatMap((person, index) => {
      const { contest } = contests[person.contest % contests.length] ?? { contest: "member" };
      const left = room.get(contest) ?? 0;
      if (left < person.votes) return [];
      room.set(contest, left - person.votes);
      return [{ contest, person: `p${index}`, for: person.votes }];
    });
    const pairs = kin.flatMap(([one, other]): (readonly [string, string])[] => {
      const first = ids[one % Math.max(ids.length, 1)];
      const second = ids[other % Math.max(ids.length, 1)];
      return first === undefined || second === undefined || first === second ? [] : [[first, second]];
    });
    return {
      schema: "cunxuan.count/1",
      law: { national: law, province: null, parameters: village },
      date: law === "CN-2025" ? "2026-04-18" : "2024-04-18",
      kind,
      committee: 7,
      contests,
      registered: 190,
      ballots: { issued: 100, returned: 100, invalid: 0 },
      people: counted,
      kin: pairs,
      votes,
      holding: contests.reduce((sum, contest) => sum + contest.seats, 0) + held.length > 7 ? [] : held,
      tieBreaks: [],
    };
  })
  .map((document) => withoutKinOfMissing(document));

function withoutKinOfMissing(document: CountDocument): CountDocument {
  const ids = new Set([...document.people.map((person) => person.id), ...document.holding.map((held) => held.person)]);
  return { ...document, kin: document.kin.filter(([one, other]) => ids.has(one) && ids.has(other)) };
}
