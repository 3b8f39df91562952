import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lawFor } from "../law/law.ts";
import { parseGroups } from "./model.ts";
import { openingFindings, proxyFindings, staffFindings, stationIssues, stationStaffFindings, stationSumFindings, type Opening } from "./rules.ts";

function law(firstVoteOn = "2026-04-18", province: string | null = null) {
  const merged = lawFor({ firstVoteOn, province, parameters: {} });
  if (!merged.ok) throw new Error("no law");
  return merged.value;
}

const stopped = (findings: readonly { readonly ok: boolean; readonly code: string }[]): readonly string[] => findings.filter((one) => !one.ok).map((one) => one.code);

describe("groups of a station", () => {
  it("are read from lists and ranges as people write them", () => {
    expect(parseGroups("1、2，3-5")).toEqual([1, 2, 3, 4, 5]);
    expect(parseGroups("１；７组")).toEqual([1, 7]);
    expect(parseGroups("")).toEqual([]);
  });

  it("are refused when something else stands there", () => {
    for (const text of ["一组", "3-1", "0", "1-500", "x"]) expect(parseGroups(text)).toBeNull();
  });

  it("belong to one station only", () => {
    const issues = stationIssues([{ name: "中心会场", groups: [1, 2], row: 0 }, { name: "东站", groups: [2], row: 1 }]);
    expect(issues).toEqual([{ field: "stations.1.groups", code: "groupTwice", params: { group: 2, station: "中心会场" } }]);
  });
});

const request = { principalId: "a", holderId: "h", principalName: "甲", holderName: "受", relation: "villager" as const, today: "2026-04-10" };

describe("proxies (2025 law, Article 18)", () => {
  it("are three at most for one holder", () => {
    const held = (count: number) => Array.from({ length: count }, (_, index) => ({ principalId: `p${index}`, holderId: "h" }));
    expect(stopped(proxyFindings(request, held(2), new Set(), "2026-04-18", law()))).toEqual([]);
    expect(stopped(proxyFindings(request, held(3), new Set(), "2026-04-18", law()))).toEqual(["proxyCap"]);
  });

  it("are never held by a candidate", () => {
    expect(stopped(proxyFindings(request, [], new Set(["h"]), "2026-04-18", law()))).toEqual(["proxyHolderIsCandidate"]);
  });

  it("G-24: are given once and not handed on", () => {
    expect(stopped(proxyFindings(request, [{ principalId: "a", holderId: "x" }], new Set(), "2026-04-18", law()))).toEqual(["proxyPrincipalTwice"]);
    expect(stopped(proxyFindings(request, [{ principalId: "h", holderId: "x" }], new Set(), "2026-04-18", law()))).toEqual(["proxyChain"]);
    expect(stopped(proxyFindings(request, [{ principalId: "x", holderId: "a" }], new Set(), "2026-04-18", law()))).toEqual(["proxyChain"]);
  });

  it("went to near relatives only under the 2018 law", () => {
    expect(stopped(proxyFindings({ ...request, today: "2025-11-01" }, [], new Set(), "2025-11-18", law("2025-11-18")))).toEqual(["proxyHolderNotRelative"]);
  });

  it("P-04: come too late on the day of the vote", () => {
    expect(stopped(proxyFindings({ ...request, today: "2026-04-17" }, [], new Set(), "2026-04-18", law()))).toEqual([]);
    expect(stopped(proxyFindings({ ...request, today: "2026-04-18" }, [], new Set(), "2026-04-18", law()))).toEqual(["proxyTooLate"]);
  });
});

describe("polling staff", () => {
  it("G-27: are neither candidates nor their near relatives", () => {
    const staff = [{ name: "甲", entryId: "c", row: 0 }, { name: "乙", entryId: "k", row: 1 }, { name: "丙", entryId: "o", row: 2 }, { name: "镇", entryId: null, row: 3 }];
    const found = staffFindings(staff, new Set(["c"]), [["c", "k"]], law());
    expect(found.map((one) => one.fields[0])).toEqual(["staff.0.person", "staff.1.person"]);
  });
});

describe("the sums of a station", () => {
  it("hold exactly when received = issued + spoiled + left", () => {
    const natural = fc.integer({ min: 0, max: 5_000 });
    fc.assert(
      fc.property(natural, natural, natural, natural, (received, issued, spoiled, left) => {
        const [finding] = stationSumFindings({ received, issued, spoiled, left, returned: 0 }, law());
        expect(finding?.ok).toBe(received - issued - spoiled - left === 0);
      }),
    );
  });
});

describe("the guard before the voting", () => {
  const nobody = { count: 0, posted: null, added: 0, removed: 0 };
  const ready: Opening = {
    heldOn: "2026-04-18", today: "2026-04-18", printed: 2500, received: 2450, stations: 8,
    candidatesPublished: true, placesPublished: true, registered: 2407,
    proxyList: { count: 2, posted: { number: "13" }, added: 0, removed: 0 }, roaming: { plan: null, staff: 0, list: nobody }, scribeList: nobody,
  };

  it("lets a prepared vote begin on its day", () => {
    expect(stopped(openingFindings(ready, law()))).toEqual([]);
  });

  it("G-21, G-23, G-25: names each thing that is missing", () => {
    expect(stopped(openingFindings({ ...ready, today: "2026-04-17" }, law()))).toEqual(["voteNotOnDay"]);
    expect(stopped(openingFindings({ ...ready, printed: 0, received: 0 }, law()))).toEqual(["noPrintRun", "printedTooFew"]);
    expect(stopped(openingFindings({ ...ready, proxyList: { ...nobody, count: 2 } }, law()))).toEqual(["proxyListNotPublished"]);
    expect(stopped(openingFindings({ ...ready, proxyList: { ...ready.proxyList, count: 1, removed: 1 } }, law()))).toEqual(["proxyListStale"]);
    expect(stopped(openingFindings({ ...ready, scribeList: { ...nobody, count: 1 } }, law()))).toEqual(["scribeListNotPublished"]);
    expect(stopped(openingFindings({ ...ready, stations: 0 }, law()))).toEqual(["stationsMissing"]);
  });
});

describe("scrutineers of the stations", () => {
  const staff = ["chiefScrutineer", "scrutineer", "scrutineer", "scrutineer", "scrutineer", "issuer", "roamingScrutineer"].map((role) => ({ role }));

  it("P-05: three for every station in Beijing; issuers and those of roaming boxes do not count", () => {
    const beijing = law("2026-04-18", "CN-BJ-2012");
    expect(stationStaffFindings(staff, 2, beijing)).toMatchObject([{ code: "stationStaffTooFew", ok: false, actual: { scrutineers: 5, stations: 2, each: 3, needed: 6 } }]);
    expect(stopped(stationStaffFindings([...staff, { role: "scrutineer" }], 2, beijing))).toEqual([]);
  });

  it("P-05: where no number is set, none is asked for", () => {
    expect(stationStaffFindings([], 4, law())).toEqual([]);
  });
});
