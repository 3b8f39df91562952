import { expect, test } from "vitest";
import { electionPacks } from "#lib/election/law.ts";
import { CN_ZJ_2020 } from "#lib/law/packs/zhejiang.ts";
import { determine } from "./determine.ts";
import { countDocumentOf, holdersAfter, type PackageFacts, type PackagePerson } from "./package.ts";

const person = (id: string, sex: "female" | "male" = "male"): readonly [string, PackagePerson] => [id, { id, sex, barred: false }];

const packsOn = (electionDay: string, provincePack: string | null = null) => electionPacks({ electionDay, provincePack, parameters: {} });

const facts: PackageFacts = {
  packs: packsOn("2026-04-18"),
  parameters: { runoffMargin: 2 },
  date: "2026-04-18",
  firstVoteOn: "2026-04-18",
  kind: "regular",
  committee: 5,
  registered: 100,
  ballots: { issued: 90, returned: 88, invalid: 2 },
  againstVoters: false,
  contests: [
    { contest: "chair", office: "chair", seats: 1, only: null, votes: new Map([["p2", 30], ["p1", 50]]) },
    { contest: "woman", office: "member", seats: 1, only: "women", votes: new Map([["p3", 40]]) },
  ],
  people: new Map([person("p2"), person("p1"), person("p3", "female"), person("p4"), person("h1")]),
  kin: [["p1", "p3"], ["p1", "p4"], ["p4", "p1"], ["p3", "h1"]],
  holding: [],
  tieBreaks: [],
};

test("the document names everybody with votes once, in the order of the ids, and relatives among them only", () => {
  expect(countDocumentOf(facts)).toEqual({
    schema: "cunxuan.count/1",
    law: { national: "CN-2025", province: null, parameters: { runoffMargin: 2 } },
    date: "2026-04-18",
    kind: "regular",
    committee: 5,
    contests: [{ contest: "chair", office: "chair", seats: 1 }, { contest: "woman", office: "member", seats: 1, only: "women" }],
    registered: 100,
    ballots: { issued: 90, returned: 88, invalid: 2 },
    people: [{ id: "p1", sex: "male", barred: false }, { id: "p2", sex: "male", barred: false }, { id: "p3", sex: "female", barred: false }],
    kin: [["p1", "p3"]],
    votes: [{ contest: "chair", person: "p1", for: 50 }, { contest: "chair", person: "p2", for: 30 }, { contest: "woman", person: "p3", for: 40 }],
    holding: [],
    tieBreaks: [],
  });
});

test("votes for somebody who holds an office already, or for nobody of the roll, are void", () => {
  const holding = [{ person: "h1", office: "viceChair", votes: 60, sex: "male" }] as const;
  const contests = [{ contest: "chair", office: "chair", seats: 1, only: null, votes: new Map([["h1", 80], ["nobody", 5], ["p3", 3]]) }] as const;
  const document = countDocumentOf({ ...facts, contests, holding });
  expect(document.votes).toEqual([{ contest: "chair", person: "p3", for: 3 }]);
  expect(document.people.map((one) => one.id)).toEqual(["p3"]);
  expect(document.kin).toEqual([["p3", "h1"]]);
  expect(document.holding).toEqual(holding);
});

test("the law is that of the first vote's day, which is named when it is another", () => {
  const later = countDocumentOf({ ...facts, packs: packsOn("2025-12-31"), date: "2026-01-10", firstVoteOn: "2025-12-31", kind: "runoff" });
  expect([later.law.national, later.date, later.firstVoteOn, later.kind]).toEqual(["CN-2018", "2026-01-10", "2025-12-31", "runoff"]);
  expect("firstVoteOn" in countDocumentOf(facts)).toBe(false);
});

test("a province without a pack of its own is under the national law alone", () => {
  expect(countDocumentOf({ ...facts, packs: packsOn("2026-04-18", "CN-ZJ-2020") }).law.province).toBe("CN-ZJ-2020");
  expect(countDocumentOf({ ...facts, packs: packsOn("2026-04-18", "CN-XX-1999") }).law.province).toBeNull();
});

test("a case under another version of its province's pack carries it, so that anybody recomputes the same outcome", () => {
  const runoffDays = { value: 45, citation: { text: "浙江省村民委员会选举办法(2027)", article: "30", confidence: "seen" } } as const;
  const province = { ...CN_ZJ_2020, parameters: { ...CN_ZJ_2020.parameters, runoffDays } };
  const { national } = packsOn("2026-04-18");
  const document = countDocumentOf({ ...facts, againstVoters: true, packs: { national, province } });
  expect(document.law.packs?.province?.parameters.runoffDays?.value).toBe(45);
  const next = (packs: typeof document.law.packs) => {
    const outcome = determine({ ...document, law: { ...document.law, ...(packs === undefined ? { packs: {} } : { packs }) } });
    return outcome.ok && outcome.value.next.kind === "runoff" ? outcome.value.next.by : null;
  };
  expect([next(document.law.packs), next(undefined)]).toEqual(["2026-06-02", "2026-05-18"]);
  const unsound = determine({ ...document, law: { ...document.law, packs: { province: { ...province, region: "Zhejiang" } } } });
  expect(unsound.ok ? [] : unsound.error.map((fault) => fault.path)).toEqual(["law.packs.province"]);
});

test("SH20 19, ZJ20 27, BJ12 28: where papers are held against voters, those who got a paper are the voters", () => {
  expect(countDocumentOf({ ...facts, againstVoters: true }).ballots).toEqual({ issued: 90, returned: 88, invalid: 2, voters: 90 });
});

test("the committee after several votes has the elected of each, without those a later one displaced", () => {
  const sexOf = (id: string) => (id === "p3" ? "female" : "male");
  const first = { elected: [{ contest: "member", office: "member", person: "p1", votes: 50 }, { contest: "member", office: "member", person: "p3", votes: 49 }], displaced: [] } as const;
  const second = { elected: [{ contest: "chair", office: "chair", person: "p2", votes: 40 }], displaced: [{ person: "p1", office: "member", by: "p2" }] } as const;
  expect(holdersAfter([first, second], sexOf)).toEqual([
    { person: "p3", office: "member", votes: 49, sex: "female" },
    { person: "p2", office: "chair", votes: 40, sex: "male" },
  ]);
  expect(holdersAfter([], sexOf)).toEqual([]);
});
