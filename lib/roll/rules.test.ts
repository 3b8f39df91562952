import { describe, expect, test } from "vitest";
import { statusOn, type Standing } from "./rules.ts";

const law = { voterAge: 18 };
const resident: Standing = { birthDate: "1980-01-01", category: 1, takesPart: null, exclusion: null };
const status = (changes: Partial<Standing>, day = "2026-04-18"): string => statusOn({ ...resident, ...changes }, day, law);

describe("who is on the list", () => {
  test("a resident of full age is, a day younger is not", () => {
    expect([status({}), status({ birthDate: "2008-04-18" }), status({ birthDate: "2008-04-19" })]).toEqual(["listed", "listed", "minor"]);
  });
  test("a person born on a leap day is of age on the first of March", () => {
    expect([status({ birthDate: "2008-02-29" }, "2026-02-28"), status({ birthDate: "2008-02-29" }, "2026-03-01")]).toEqual(["minor", "listed"]);
  });
  test("somebody away only when he said that he takes part", () => {
    expect([status({ category: 2, takesPart: true }), status({ category: 2, takesPart: false }), status({ category: 2 })]).toEqual(["listed", "notStated", "notStated"]);
  });
  test("somebody with his household elsewhere only with consent", () => {
    expect([status({ category: 3 }), status({ category: 3, takesPart: true })]).toEqual(["notApproved", "listed"]);
  });
  test("nobody who is excluded, whatever else is true", () => {
    expect([status({ exclusion: "deprived" }), status({ exclusion: "dead", birthDate: null }), status({ exclusion: "registeredElsewhere", category: 2 })]).toEqual(["excluded", "excluded", "excluded"]);
  });
  test("nobody whose birth is unknown", () => {
    expect(status({ birthDate: null })).toBe("unclear");
  });
  test("the age comes from the law", () => {
    expect(statusOn({ ...resident, birthDate: "2009-01-01" }, "2026-04-18", { voterAge: 16 })).toBe("listed");
  });
});
