import { describe, expect, it } from "vitest";
import { fieldId, fieldPath } from "./field-id.ts";
import { parseKept } from "./keep.ts";

describe("what a form kept", () => {
  it("is read back", () => {
    expect(parseKept('{"name":["陈立"],"kinds":["a","b"]}')).toEqual({ name: ["陈立"], kinds: ["a", "b"] });
  });
  it.each(["", "null", "[]", "7", '{"name":"text"}', "{broken"])("counts as nothing when it has another shape: %s", (text) => {
    expect(parseKept(text)).toBeNull();
  });
});

describe("a field's id", () => {
  it("is the same for the name in the form and the path of a refusal", () => {
    expect(fieldPath("rows[0].votes")).toBe("rows.0.votes");
    expect(fieldId("rows[0].votes")).toBe(fieldId("rows.0.votes"));
  });
  it("tells several forms of a page apart", () => {
    expect(fieldId("name", "a")).not.toBe(fieldId("name", "b"));
  });
});
