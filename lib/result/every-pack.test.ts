import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counts, SOUND_COUNT } from "#tests/support/counts.ts";
import { brokenInvariants } from "#tests/support/outcome-invariants.ts";
import { lawFor, type Law } from "#lib/law/law.ts";
import { NATIONAL_PACKS, PROVINCE_PACKS } from "#lib/law/packs.ts";
import { VILLAGE_KEYS, type VillageParameters } from "#lib/law/parameters.ts";
import type { CountDocument, Determination } from "./count-document.ts";
import { determine } from "./determine.ts";
import { readCount } from "./read-count.ts";

/** Values that some village might set; each pack allows its own part of them. */
const VILLAGE_VALUES = {
  votesDown: ["none", "toLower"],
  women: ["declareFirst", "reservedSeat"],
  kinResolve: ["none", "officeThenVotes"],
  recoveredAgainst: ["issued", "voters"],
  runoffMargin: [1, 2, 6],
  runoffTurnout: ["none", "majority"],
  runoffDays: [null, 0, 15, 30],
  vacancyAllowedFrom: [3, 4, 7],
  vacancyNeedsChair: [false, true],
  vacancyAfter: ["runoff", "regular"],
  vacancyBy: ["law", "meeting"],
  presidingElse: ["representatives", "memberMostVotes"],
} as const satisfies { readonly [Key in (typeof VILLAGE_KEYS)[number]]: readonly VillageParameters[Key][] };

const DAY_OF = { "CN-2018": "2024-04-18", "CN-2025": "2026-04-18" } as const;
const PROVINCES: readonly (string | null)[] = [null, ...PROVINCE_PACKS.map((pack) => pack.id)];
const LAWS = NATIONAL_PACKS.flatMap((national) => PROVINCES.map((province) => ({ national: national.id, province })));
type PackPair = (typeof LAWS)[number];

function lawOf({ national, province }: PackPair, parameters: Readonly<Record<string, unknown>> = {}): Law | null {
  const law = lawFor({ firstVoteOn: DAY_OF[national], national, province, parameters });
  return law.ok ? law.value : null;
}

/** Every single value that a village may choose under these packs. */
function legalChoices(packs: PackPair): readonly VillageParameters[] {
  return VILLAGE_KEYS.flatMap((key) => VILLAGE_VALUES[key].map((value): VillageParameters => ({ [key]: value }))).filter((choice) => lawOf(packs, choice) !== null);
}

/** The same count under other packs: its day is of their time, its re-votes are left out, voters are counted where that is asked. */
function under(document: CountDocument, packs: PackPair, parameters: VillageParameters, law: Law): CountDocument {
  const { firstVoteOn: _earlier, tieBreaks: _revotes, ...rest } = document;
  const counted = (sheet: NonNullable<CountDocument["ballots"]>) => (law.values.recoveredAgainst === "voters" ? { ...sheet, voters: sheet.voters ?? sheet.issued } : sheet);
  return {
    ...rest,
    law: { ...packs, parameters },
    date: DAY_OF[packs.national],
    ...(document.ballots === undefined ? {} : { ballots: counted(document.ballots) }),
    contests: document.contests.map((contest) => (contest.ballots === undefined ? contest : { ...contest, ballots: counted(contest.ballots) })),
    tieBreaks: [],
  };
}

function determined(document: CountDocument): Determination {
  const result = determine(document);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const FIXTURES = new URL("../../tests/fixtures/determine/", import.meta.url);
const published = readdirSync(FIXTURES)
  .filter((name) => name.endsWith(".json"))
  .map((name): CountDocument => {
    const { input }: { readonly input: unknown } = JSON.parse(readFileSync(new URL(name, FIXTURES), "utf8"));
    const read = readCount(input);
    if (!read.ok) throw new Error(name);
    return read.value;
  });

describe.each(LAWS)("under $national with $province", (packs) => {
  test("every single choice that a village has gives a lawful outcome of published counts", () => {
    const choices = legalChoices(packs);
    expect(choices.length).toBeGreaterThanOrEqual(VILLAGE_KEYS.length);
    choices.forEach((choice, index) => {
      const law = lawOf(packs, choice);
      if (law === null) throw new Error("not legal");
      for (const step of [0, 13]) {
        const document = published[(index + step) % published.length] ?? SOUND_COUNT;
        const tried = under(document, packs, choice, law);
        const result = determine(tried);
        // Carried down, a published count may name more people than its papers carry; that is refused, never determined.
        if (!result.ok) expect([choice.votesDown, result.error[0]?.message]).toEqual(["toLower", expect.stringContaining("carried down")]);
        else expect(brokenInvariants(tried, result.value, law)).toEqual([]);
      }
    });
  });

  test("whatever method a village puts together, the outcome of any count is lawful", () => {
    const choices = legalChoices(packs);
    const method = fc.subarray([...choices]).map((chosen): VillageParameters => Object.assign({}, ...chosen));
    fc.assert(
      fc.property(counts, method, (count, parameters) => {
        const law = lawOf(packs, parameters);
        if (law === null) throw new Error(`two legal choices are illegal together: ${JSON.stringify(parameters)}`);
        const document = under(count, packs, parameters, law);
        expect(brokenInvariants(document, determined(document), law)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("every finding cites the text that set its rule: the province's where it speaks, else the nation's", () => {
    const law = lawOf(packs);
    if (law === null) throw new Error("no law");
    const province = PROVINCE_PACKS.find((pack) => pack.id === packs.province);
    const national = NATIONAL_PACKS.find((pack) => pack.id === packs.national);
    const textOf = (key: keyof Law["values"]) => (law.sources[key] === "province" ? province : national)?.parameters[key]?.citation;
    for (const kind of ["regular", "runoff"] as const) {
      const { findings } = determined(under({ ...SOUND_COUNT, kind, votes: SOUND_COUNT.votes.slice(1), kin: [["p3", "p4"]] }, packs, {}, law));
      const cited = (code: string) => findings.find((finding) => finding.code === code)?.citation;
      expect(cited("recovered")).toEqual(textOf("recoveredAgainst"));
      expect(cited("turnout")).toEqual(textOf(kind === "regular" ? "validTurnout" : "runoffTurnout"));
      expect(cited("takingPart")).toEqual(textOf("participants"));
      expect(cited("majority")).toEqual(textOf(kind === "regular" ? "electedThreshold" : "runoffThreshold"));
      expect(cited("size")).toEqual(textOf("membersMin"));
      expect(findings.filter((finding) => finding.citation === null)).toEqual([]);
    }
  });
});

const LAW_2025 = "村民委员会组织法(2025)";
const SHANGHAI = "上海市村民委员会选举办法(2020)";
const relatives = (national: "CN-2018" | "CN-2025", province: string): CountDocument => {
  const packs = { national, province: PROVINCES.find((id) => id === province) ?? null };
  const law = lawOf(packs);
  if (law === null) throw new Error(province);
  return under({ ...SOUND_COUNT, kin: [["p1", "p3"]] }, packs, {}, law);
};

describe("where the province's older text and the national law disagree", () => {
  test.each(["CN-SH-2020", "CN-ZJ-2020", "CN-HA-2011", "CN-BJ-2012"])("V-04: from 2026 the national circle of relatives counts, whatever %s says", (province) => {
    const outcome = determined(relatives("CN-2025", province));
    expect(outcome.elected.map((one) => one.person)).toEqual(["p1", "p4", "p5", "p6"]);
    expect(outcome.skipped).toEqual([{ contest: "vice", person: "p3", reason: "kin" }]);
    expect(outcome.findings.find((one) => one.code === "kin")?.citation).toEqual({ text: LAW_2025, article: "8", confidence: "seen" });
  });

  test("V-04: the same count of 2024 in Shanghai seats both, because no national rule parted relatives then", () => {
    const outcome = determined(relatives("CN-2018", "CN-SH-2020"));
    expect(outcome.elected.map((one) => one.person)).toEqual(["p1", "p3", "p4", "p5", "p6"]);
    expect(outcome.skipped).toEqual([]);
  });

  test("SH20 21: what the national law leaves open stays Shanghai's: the meeting decides on empty seats already after the first vote", () => {
    const outcome = determined(relatives("CN-2025", "CN-SH-2020"));
    expect(outcome.vacant).toEqual([{ office: "viceChair", seats: 1, only: null }]);
    expect(outcome.next).toMatchObject({ kind: "meetingDecides", by: "2026-05-18" });
    expect(outcome.findings.find((one) => one.code === "vacancy")?.citation).toMatchObject({ text: SHANGHAI, article: "21" });
    expect(outcome.findings.find((one) => one.code === "recovered")?.citation).toMatchObject({ text: SHANGHAI, article: "19" });
    expect(outcome.findings.find((one) => one.code === "majority")?.citation).toMatchObject({ text: LAW_2025, article: "18" });
  });

  test.each([
    ["CN-SH-2020", SHANGHAI, "19"],
    ["CN-ZJ-2020", "浙江省村民委员会选举办法(2020)", "27"],
    ["CN-BJ-2012", "北京市村民委员会选举办法(2012)", "28"],
    ["CN-HA-2011", "河南省实施村民委员会组织法办法(2011)", "35"],
  ])("SH20 19, ZJ20 27, BJ12 28, HA11 35: %s itself says against what the papers are held", (province, text, article) => {
    const { findings } = determined(relatives("CN-2025", province));
    expect(findings.find((one) => one.code === "recovered")?.citation).toEqual({ text, article, confidence: "seen" });
  });
});
