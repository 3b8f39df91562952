import { describe, expect, test } from "vitest";
import { changeOfPosted, type ListedFace } from "./entry/change.ts";
import { filterOf, listHref, pageOf } from "./list-search.ts";
import { nextOfRoll, type RollStep, type StepFacts } from "./next-step.ts";
import { addYears } from "./years.ts";

describe("a change of a posted list", () => {
  const face: ListedFace = { name: "张三", sex: "male", groupNumber: 1 };
  const change = (before: boolean, after: boolean, now: Partial<ListedFace> = {}) => changeOfPosted({ listed: before, face }, { listed: after, face: { ...face, ...now } });
  test("is an addition, a removal, a correction of what was posted, or nothing", () => {
    expect([change(false, true), change(true, false), change(true, true), change(false, false)]).toEqual(["add", "remove", null, null]);
    expect([change(true, true, { name: "张叁" }), change(true, true, { groupNumber: 2 }), change(true, true, { sex: "female" }), change(true, false, { name: "张叁" })]).toEqual(["correct", "correct", "correct", "remove"]);
  });
});

describe("the next step of a roll", () => {
  const empty: StepFacts = { entries: 0, waitingImports: 0, openFindings: 0, version: null, pendingChanges: 0, listed: { total: 0, men: 0, women: 0 }, registered: null, doubles: 0, reports: 0, objections: 0, decideUntil: null };
  const filled: StepFacts = { ...empty, entries: 10, listed: { total: 9, men: 4, women: 5 } };
  const posted: StepFacts = { ...filled, version: { id: "v", number: 1, publishedOn: "2026-03-20", total: 2407 }, registered: 2406 };
  test.each<[string, StepFacts, { readonly step: RollStep; readonly count: number }]>([
    ["a register is imported", empty, { step: "empty", count: 0 }],
    ["an upload is confirmed before anything else", { ...filled, waitingImports: 1, openFindings: 3, doubles: 1 }, { step: "waiting", count: 1 }],
    ["people registered elsewhere too are cleared up, for they keep both lists from being posted", { ...filled, doubles: 2, reports: 1, openFindings: 3 }, { step: "doubles", count: 2 }],
    ["what was heard at the doors is settled", { ...filled, reports: 4, openFindings: 3 }, { step: "reports", count: 4 }],
    ["findings are settled", { ...filled, openFindings: 3 }, { step: "faults", count: 3 }],
    ["the list is posted", filled, { step: "publish", count: 9 }],
    ["an objection to the posted list is decided", { ...posted, objections: 1, pendingChanges: 2, reports: 1 }, { step: "objections", count: 1 }],
    ["what is heard after the posting is settled", { ...posted, reports: 1, pendingChanges: 2 }, { step: "reports", count: 1 }],
    ["changes of a posted list are announced", { ...posted, pendingChanges: 2, openFindings: 1 }, { step: "supplement", count: 2 }],
    ["nothing is left", posted, { step: "done", count: 2406 }],
  ])("%s", (_what, roll, next) => {
    expect(nextOfRoll(roll)).toEqual(next);
  });
});

describe("the address of the list", () => {
  test("narrows by what it knows and passes over the rest", () => {
    expect(filterOf({ text: "ycpy", group: "3", status: "open", finding: "idCheckDigit", category: "2", page: "2" })).toEqual({ text: "ycpy", group: 3, status: "open", finding: "idCheckDigit", category: 2, page: 2 });
    expect(filterOf({ text: ["a", "b"], group: "-1", status: "drop table", finding: "'; --", category: "4", page: "0" })).toEqual({ text: "", group: null, status: null, finding: null, category: null, page: 1 });
    expect([pageOf("1.5"), pageOf("x"), pageOf(undefined)]).toEqual([1, 1, 1]);
  });
  test("leads back to the same filter", () => {
    expect(listHref("e", { text: "张 三", group: 3, status: "open", page: 2 })).toBe("/desk/e/roll/list?text=%E5%BC%A0+%E4%B8%89&group=3&status=open&page=2");
    expect(listHref("e", {})).toBe("/desk/e/roll/list");
  });
});

test("years are added by date; the leap day becomes the first of March", () => {
  expect([addYears("2025-04-18", 1), addYears("2024-02-29", 1), addYears("2024-02-29", 4)]).toEqual(["2026-04-18", "2025-03-01", "2028-02-29"]);
});
