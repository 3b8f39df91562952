import { describe, expect, test } from "vitest";
import { proxyFindings } from "#lib/ballot/rules.ts";
import { lawFor, type Law } from "./law.ts";

function lawOf(province: string, firstVoteOn: string): Law {
  const law = lawFor({ firstVoteOn, province, parameters: {} });
  if (!law.ok) throw new Error(JSON.stringify(law.error));
  return law.value;
}

const under2025 = (province: string) => lawOf(province, "2026-01-01");
const under2018 = (province: string) => lawOf(province, "2025-12-31");

describe("an older provincial text against the law of 2025", () => {
  test.each([
    ["CN-ZJ-2020", ["kinScope", "committeeLeaveKin", "nominators", "proxyHolder"]],
    ["CN-SH-2020", ["kinScope", "committeeLeaveOn", "voterCategoryThree", "nominators", "proxyHolder"]],
    ["CN-BJ-2012", ["termYears", "committeeLeaveOn", "nominators", "proxyHolder"]],
    ["CN-HA-2011", ["termYears", "kinScope", "committeeLeaveOn", "voterCategoryThree", "nominators", "proxyHolder"]],
  ])("%s gives way in exactly the rules that the new law settles, and each is kept with both places", (province, keys) => {
    const law = under2025(province);
    expect(law.superseded.map((one) => one.key)).toEqual(keys);
    for (const { key, province: older, national } of law.superseded) {
      expect(law.values[key]).toEqual(national.value);
      expect(older.value).not.toEqual(national.value);
      expect([law.sources[key], law.citations[key]]).toEqual(["national", national.citation]);
      expect(national.citation).toMatchObject({ text: "村民委员会组织法(2025)", confidence: "seen" });
      expect(older.citation.text).not.toBe(national.citation.text);
    }
  });

  test("V-07: under the law of 2018 only the printed term of three years gives way", () => {
    const keys = ["CN-ZJ-2020", "CN-SH-2020", "CN-BJ-2012", "CN-HA-2011"].map((province) => under2018(province).superseded.map((one) => one.key));
    expect(keys).toEqual([[], [], ["termYears"], ["termYears"]]);
    expect(under2018("CN-BJ-2012").values.termYears).toBe(5);
  });

  test("N-01, N-02: who nominates follows the nation on either side of the turn of the year", () => {
    expect([under2018("CN-ZJ-2020").values.nominators, under2025("CN-ZJ-2020").values.nominators]).toEqual(["electors", "partyOrganisationOrElectors"]);
    expect(under2018("CN-ZJ-2020").citations.nominators).toMatchObject({ text: "浙江省村民委员会选举办法(2020)", article: "16" });
    expect(under2025("CN-ZJ-2020").citations.nominators).toMatchObject({ article: "18" });
  });

  test("C-04, C-05: whose candidacy makes a member leave the election committee follows the nation", () => {
    expect([under2018("CN-SH-2020").values.committeeLeaveOn, under2025("CN-SH-2020").values.committeeLeaveOn]).toEqual(["confirmed", "nominatedOrRelativeNominated"]);
  });
});

describe("E-08, E-09: a neighbour as holder of a proxy in Zhejiang", () => {
  const asked = (law: Law, heldOn: string, today: string) =>
    proxyFindings({ principalId: "a", holderId: "h", principalName: "甲", holderName: "受", relation: "villager", today }, [], new Set(), heldOn, law).filter((one) => !one.ok);

  test("is refused on 31 December 2025 by Zhejiang's Article 25", () => {
    expect(asked(under2018("CN-ZJ-2020"), "2025-12-31", "2025-12-20")).toMatchObject([{ code: "proxyHolderNotRelative", citation: { text: "浙江省村民委员会选举办法(2020)", article: "25" } }]);
  });

  test("is lawful from 1 January 2026 by the nation's Article 18", () => {
    expect(asked(under2025("CN-ZJ-2020"), "2026-01-01", "2025-12-20")).toEqual([]);
  });

  test("still asks in Zhejiang's time, three days before, though the nation sets none", () => {
    expect(asked(under2025("CN-ZJ-2020"), "2026-01-05", "2026-01-02")).toEqual([]);
    expect(asked(under2025("CN-ZJ-2020"), "2026-01-05", "2026-01-03")).toMatchObject([{ code: "proxyTooLate", citation: { text: "浙江省村民委员会选举办法(2020)", article: "25" } }]);
  });
});
