import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { byTheLetter, type Letter } from "#tests/support/by-the-letter.ts";
import { counts } from "#tests/support/counts.ts";
import { lawFor } from "#lib/law/law.ts";
import type { CountDocument } from "./count-document.ts";
import { determine } from "./determine.ts";
import { readCount } from "./read-count.ts";

/** What the program determines, without findings and schema. */
function determined(document: CountDocument): Letter {
  const result = determine(document);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { findings: _findings, schema: _schema, ...shown } = result.value;
  return shown;
}

function letterOf(document: CountDocument): Letter {
  const { national, province, parameters } = document.law;
  const law = lawFor({ firstVoteOn: document.firstVoteOn ?? document.date, national, province, parameters });
  if (!law.ok) throw new Error(JSON.stringify(law.error));
  return byTheLetter(document, law.value.values);
}

const FOLDER = new URL("../../tests/fixtures/determine/", import.meta.url);

test.each(readdirSync(FOLDER).filter((name) => name.endsWith(".json")))("the letter of the rules gives the outcome of %s too", (name) => {
  const { input, outcome }: { readonly input: unknown; readonly outcome: unknown } = JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
  const read = readCount(input);
  if (!read.ok) throw new Error(name);
  expect(letterOf(read.value)).toEqual(outcome);
});

/** Equal and unequal counts of re-votes, one after another as ties open. */
const revotes = fc.array(fc.array(fc.nat(2), { minLength: 9, maxLength: 9 }), { maxLength: 4 });

/** The count with a re-vote about every tie that opens, as long as there are any. */
function revoted(document: CountDocument, rounds: readonly (readonly number[])[]): CountDocument {
  const [round, ...others] = rounds;
  const [tie] = determined(document).tied;
  if (round === undefined || tie === undefined) return document;
  const votes = tie.people.map((person, index) => ({ person, for: round[index] ?? 0 }));
  return revoted({ ...document, tieBreaks: [...document.tieBreaks, { contest: tie.contest, votes }] }, others);
}

test("both ways of reckoning agree on every count, re-votes included", () => {
  fc.assert(
    fc.property(counts, revotes, (document, rounds) => {
      const asked = revoted(document, rounds);
      expect(determined(asked)).toEqual(letterOf(asked));
    }),
    { numRuns: 2 * (fc.readConfigureGlobal().numRuns ?? 500) },
  );
});

/** The same counts on a sheet per office, some of them void, and with votes for one person in two contests. */
const apart = fc
  .record({ document: counts, returned: fc.array(fc.constantFrom(90, 95, 96, 100, 103, 104), { minLength: 4, maxLength: 4 }), twice: fc.array(fc.record({ person: fc.nat(8), contest: fc.nat(3), votes: fc.constantFrom(1, 5, 20) }), { maxLength: 4 }), rounds: revotes })
  .map(({ document: { ballots: _common, ...document }, returned, twice, rounds }): CountDocument => {
    const contests = document.contests.map((contest, index) => ({ ...contest, ballots: { issued: 103, returned: returned[index] ?? 100, invalid: 0 } }));
    const votes = twice.reduce<CountDocument["votes"]>((known, { person, contest: place, votes: more }) => {
      const [id, contest] = [document.people[person]?.id, contests[place]?.contest];
      if (id === undefined || contest === undefined || known.some((vote) => vote.contest === contest && vote.person === id)) return known;
      const added = [...known, { contest, person: id, for: more }];
      return determine({ ...document, contests, votes: added }).ok ? added : known;
    }, document.votes);
    const counted = { ...document, contests, votes };
    return determine(counted).ok ? revoted(counted, rounds) : { ...counted, votes: [] };
  });

test("both agree with a sheet per office, void contests and votes carried down", () => {
  fc.assert(
    fc.property(apart, (document) => {
      expect(determined(document)).toEqual(letterOf(document));
    }),
    { numRuns: 2 * (fc.readConfigureGlobal().numRuns ?? 500) },
  );
});

/**
 * One contest for members without a woman in office: women and men with equal votes, relatives among them, now and then
 * somebody barred or a relative in a higher office. Here the rule that a woman comes first has the most to decide.
 */
const women = fc
  .record({
    seats: fc.integer({ min: 1, max: 3 }),
    people: fc.array(fc.record({ female: fc.boolean(), barred: fc.integer({ min: 0, max: 9 }), votes: fc.constantFrom(51, 51, 52, 53) }), { minLength: 2, maxLength: 5 }),
    kin: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 5 }),
    rounds: revotes,
  })
  .map(({ seats, people, kin, rounds }): CountDocument => {
    const ids = [...people.map((_person, index) => `p${index}`), "h0", "h1"];
    const pairs = kin.flatMap(([one, other]): (readonly [string, string])[] => {
      const [first, second] = [ids[one % ids.length], ids[other % ids.length]];
      return first === undefined || second === undefined || first === second ? [] : [[first, second]];
    });
    const document: CountDocument = {
      schema: "cunxuan.count/1",
      law: { national: "CN-2025", province: null, parameters: {} },
      date: "2026-04-18",
      kind: "runoff",
      committee: 7,
      contests: [{ contest: "member", office: "member", seats }],
      registered: 190,
      ballots: { issued: 153, returned: 153, invalid: 0 },
      people: people.map((person, index) => ({ id: `p${index}`, sex: person.female ? "female" : "male", barred: person.barred === 0 })),
      kin: pairs,
      votes: people.map((person, index) => ({ contest: "member", person: `p${index}`, for: person.votes })),
      holding: [{ person: "h0", office: "chair", votes: 90, sex: "male" }, { person: "h1", office: "member", votes: 80, sex: "male" }],
      tieBreaks: [],
    };
    return determine(document).ok ? revoted(document, rounds) : { ...document, votes: [] };
  });

test("G-37: both agree where a woman comes first, whatever relatives, ties and re-votes there are", () => {
  fc.assert(
    fc.property(women, (document) => {
      expect(determined(document)).toEqual(letterOf(document));
    }),
    { numRuns: 4 * (fc.readConfigureGlobal().numRuns ?? 500) },
  );
});
