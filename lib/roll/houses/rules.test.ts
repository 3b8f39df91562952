import { expect, it } from "vitest";
import type { HousePerson, Household, PersonState } from "./model.ts";
import { householdsOf, housesMatching, isDone, nextOpenHouse, personState } from "./rules.ts";

const state = (change: Partial<Parameters<typeof personState>[0]>): PersonState => personState({ status: "listed", seen: false, heard: false, tried: false, reports: [], ...change });

it("somebody counts as checked when he was seen or heard himself; being sought is not enough", () => {
  expect(state({})).toBe("open");
  expect(state({ tried: true })).toBe("notReached");
  expect(state({ tried: true, heard: true })).toBe("heard");
  expect(state({ tried: true, heard: true, seen: true })).toBe("seen");
  expect(state({ seen: true, reports: ["died"] })).toBe("reported");
});

it("nobody has to seek the young and those kept off the list", () => {
  expect(state({ status: "minor" })).toBe("notDue");
  expect(state({ status: "excluded" })).toBe("notDue");
  for (const status of ["notStated", "notApproved", "unclear"]) expect(state({ status })).toBe("open");
});

it("a household is done when nobody is left", () => {
  expect(isDone(["seen", "heard", "reported", "notDue"])).toBe(true);
  expect(isDone(["seen", "notReached"])).toBe(false);
  expect(isDone(["open"])).toBe(false);
});

it("the next unfinished household is sought around the end", () => {
  const houses: readonly (readonly PersonState[])[] = [["open"], ["seen"], ["notReached"], ["heard"]];
  expect(nextOpenHouse(houses, -1)).toBe(0);
  expect(nextOpenHouse(houses, 0)).toBe(2);
  expect(nextOpenHouse(houses, 2)).toBe(0);
  expect(nextOpenHouse([["seen"], ["heard"]], 0)).toBeNull();
});

it("keeps the register's order of households, the head first, and whoever has no number apart", () => {
  const one = (name: string, householdNumber: string | null, relation: string | null = null, groupNumber = 1) => ({ name, householdNumber, relation, groupNumber });
  const houses = householdsOf([one("妻", "2", "妻"), one("甲", null), one("主", "2", "户主"), one("别组", "2", null, 2), one("乙", null)]);
  expect(houses.map((members) => members.map(({ name }) => name))).toEqual([["主", "妻"], ["甲"], ["别组"], ["乙"]]);
});

it("a household is found by part of a name or by its number, however wide the digits were typed", () => {
  const person = (name: string): HousePerson => ({
    id: name, version: 1, name, sex: "male", birthYear: 1970, relation: null, groupNumber: 1, householdNumber: "12", category: 1, livesHere: true, takesPart: null, status: "listed",
    exclusion: null, seen: false, heard: false, tried: false, last: null, reports: [],
  });
  const houses: readonly Household[] = [{ id: "a", groupNumber: 1, number: "12", people: [person("王建国")], newcomers: 0 }, { id: "b", groupNumber: 1, number: "112", people: [person("李建平")], newcomers: 0 }];
  const found = (typed: string) => housesMatching(houses, typed).map(({ id }) => id);
  expect(found("建")).toEqual(["a", "b"]);
  expect(found(" 李 建 ")).toEqual(["b"]);
  expect(found("１２")).toEqual(["a"]);
  expect(found("  ")).toEqual([]);
});
