import { describe, expect, it } from "vitest";
import { lawFor, type Law } from "../law/law.ts";
import { doubledVillages, electionDayFindings, parseVillageLines } from "./rules.ts";

function lawOn(day: string): Law {
  const law = lawFor({ firstVoteOn: day, province: null, parameters: {} });
  if (!law.ok) throw new Error("no law");
  return law.value;
}
const law = lawOn("2026-04-18");
const open = (today: string) => electionDayFindings("2026-04-18", today, law).filter((one) => !one.ok);
const codes = (today: string): readonly string[] => open(today).map((one) => one.code);

describe("an election day", () => {
  it("must lie ahead", () => {
    expect(codes("2026-04-18")).toEqual(["electionDayPast"]);
    expect(codes("2026-04-19")).toEqual(["electionDayPast"]);
  });
  it("must leave the statutory days for the list: the twentieth day before is in time, the nineteenth is not", () => {
    expect(codes("2026-03-29")).not.toContain("listTooLate");
    expect(codes("2026-03-30")).toEqual(["listTooLate"]);
  });
  it("warns, but does not stop, when the customary plan no longer fits", () => {
    expect(open("2026-03-20")).toMatchObject([{ code: "electionDayTight", severity: "warning" }]);
    expect(open("2026-03-15")).toEqual([]);
  });
});

describe("pasted villages", () => {
  it("are read from spreadsheet cells, commas and spaces, without heading and empty lines", () => {
    const text = "编码\t名称\n101\t江家庄村\r\n\n102，石桥村\n103 ２号村\n";
    expect(parseVillageLines(text)).toEqual([
      { villageCode: "101", villageName: "江家庄村" }, { villageCode: "102", villageName: "石桥村" }, { villageCode: "103", villageName: "2号村" },
    ]);
  });
  it("have no name where a line is not a code and a name", () => {
    expect(parseVillageLines("101\n102 石桥村 多余\n103 河口村").map((row) => row.villageName)).toEqual(["", "", "河口村"]);
  });
  it("may not stand twice, in the list or in the township", () => {
    const rows = [{ villageCode: "1", villageName: "甲村" }, { villageCode: "1", villageName: "乙村" }, { villageCode: "3", villageName: "丙村" }];
    expect(doubledVillages(rows, [{ villageCode: "9", villageName: "丙村" }])).toEqual([{ index: 1, field: "villageCode" }, { index: 2, field: "villageName" }]);
  });
});
