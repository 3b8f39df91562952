import { describe, expect, test } from "vitest";
import { lawFor } from "#lib/law/law.ts";
import { publishFindings, type RollReadiness } from "./rules.ts";

const law = lawFor({ firstVoteOn: "2026-04-18", province: null, parameters: {} });
if (!law.ok) throw new Error("no law");
const ready: RollReadiness = { electionDay: "2026-04-18", today: "2026-03-20", law: law.value, listed: 2407, withOpenFindings: 0, listedElsewhere: [], registeredTwice: [], likelyTwice: [], unprintable: { characters: [], people: [] } };
const wrong = (changes: Partial<RollReadiness>): readonly string[] => publishFindings({ ...ready, ...changes }).filter(({ ok }) => !ok).map(({ code, severity }) => `${severity}:${code}`);

describe("posting the list", () => {
  test("is in time on the twentieth day before election day and too late a day after", () => {
    expect([wrong({ today: "2026-03-29" }), wrong({ today: "2026-03-30" })]).toEqual([[], ["error:listTooLate"]]);
  });
  test("cites Article 17 of the 2025 law for the day, and Article 16 for a person listed elsewhere", () => {
    const articles = new Map(publishFindings(ready).map(({ code, citation }) => [code, citation?.article]));
    expect([articles.get("listTooLate"), articles.get("listedElsewhere")]).toEqual(["17", "16"]);
  });
  test("of nobody, or of people listed elsewhere, is stopped", () => {
    expect(wrong({ listed: 0, listedElsewhere: ["张三"] })).toEqual(["error:rollEmpty", "error:listedElsewhere"]);
  });
  test("R-07: of people registered in another village too is stopped, and only warned of when they are likely the same", () => {
    expect([wrong({ registeredTwice: ["张三（石桥村）"] }), wrong({ likelyTwice: ["李四（石桥村）"] })]).toEqual([["error:registeredTwice"], ["warning:likelyTwice"]]);
    expect(publishFindings({ ...ready, registeredTwice: ["张三（石桥村）"] }).find(({ code }) => code === "registeredTwice")?.actual).toEqual({ count: 1, names: ["张三（石桥村）"] });
  });
  test("with open faults or characters without a font is only warned of", () => {
    expect(wrong({ withOpenFindings: 3, unprintable: { characters: ["𣘴"], people: ["张𣘴（3组）"] } })).toEqual(["warning:rollFaultsOpen", "warning:namesNotPrintable"]);
  });
});
