import { describe, expect, it } from "vitest";
import { accountState, typedCount, typedState } from "./sums.ts";

const account = { id: "a", version: 1, received: 10, issued: 6, spoiled: 1, left: 3, returned: 6 };

describe("a station's account", () => {
  it("agrees when issued, spoiled and left make what was received", () => {
    expect(accountState(account)).toEqual({ kind: "agrees" });
    expect(accountState({ ...account, left: 2 })).toEqual({ kind: "differs", by: -1 });
    expect(accountState({ ...account, spoiled: 4 })).toEqual({ kind: "differs", by: 3 });
  });

  it("is open while any figure is missing, and there is none before ballots came", () => {
    expect(accountState({ ...account, returned: null })).toEqual({ kind: "open" });
    expect(accountState(null)).toEqual({ kind: "none" });
  });
});

describe("figures being typed", () => {
  it("count as numbers in any width, never as 0 when empty", () => {
    expect(typedCount("１，２３４")).toBe(1234);
    expect(typedCount("")).toBeNull();
    expect(typedCount("12x")).toBeNull();
    expect(typedCount("-1")).toBeNull();
  });

  it("say the sum as soon as three figures stand, and compare what came back", () => {
    expect(typedState(10, { issued: "6", spoiled: "", left: "3", returned: "" })).toMatchObject({ sum: { kind: "open" }, accounted: null, returned: "open" });
    expect(typedState(10, { issued: "6", spoiled: "1", left: "3", returned: "5" })).toEqual({ sum: { kind: "agrees" }, accounted: 10, returned: "fewer", gap: 1 });
    expect(typedState(10, { issued: "6", spoiled: "0", left: "3", returned: "7" })).toEqual({ sum: { kind: "differs", by: -1 }, accounted: 9, returned: "more", gap: 1 });
    expect(typedState(10, { issued: "6", spoiled: "0", left: "4", returned: "6" }).returned).toBe("equal");
  });
});
