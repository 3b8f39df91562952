import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundleSizes, claim, enters, finish, mayAskReopen, mayConfirmReopen, maySettle, type Bundle, type ReopenRole } from "./bundle.ts";

const bundle = (part: Partial<Bundle>): Bundle => ({ state: "empty", firstBy: null, secondBy: null, reopenAskedBy: null, reopens: 0, ...part });
const none: ReadonlySet<string> = new Set();
const roles = (asker: ReopenRole, confirmer: ReopenRole) => ({ asker: new Set([asker]), confirmer: new Set([confirmer]) });

describe("taking a bundle", () => {
  it("an empty one for the first entry, a finished one for the second by another person", () => {
    expect(claim(bundle({}), "li", none)).toEqual({ ok: true, state: "firstEntry", pass: 1 });
    expect(claim(bundle({ state: "firstDone", firstBy: "li" }), "wu", new Set(["li"]))).toEqual({ ok: true, state: "secondEntry", pass: 2 });
    expect(claim(bundle({ state: "firstDone", firstBy: "li" }), "li", new Set(["li"]))).toEqual({ ok: false, why: "bundleSecondByOther" });
  });
  it("one that somebody else is entering is refused, one's own goes on", () => {
    expect(claim(bundle({ state: "firstEntry", firstBy: "li" }), "wu", none)).toEqual({ ok: false, why: "bundleHeld" });
    expect(claim(bundle({ state: "firstEntry", firstBy: "li" }), "li", none)).toEqual({ ok: true, state: "firstEntry", pass: 1 });
  });
  it("whoever read papers of the first entry before it was handed over does not make the second", () => {
    expect(claim(bundle({ state: "firstDone", firstBy: "wu" }), "li", new Set(["li", "wu"]))).toEqual({ ok: false, why: "bundleSecondByOther" });
  });
  it("a compared or settled one has nothing to enter", () => {
    expect(claim(bundle({ state: "settled" }), "li", none)).toEqual({ ok: false, why: "bundleNothingToEnter" });
  });
});

describe("finishing an entry", () => {
  const second = bundle({ state: "secondEntry", firstBy: "li", secondBy: "wu" });
  it("is refused while papers are missing or by somebody else", () => {
    expect(finish(second, "wu", 2, { size: 50, read: 49, differing: 0 })).toEqual({ ok: false, why: "bundleIncomplete" });
    expect(finish(second, "li", 2, { size: 50, read: 50, differing: 0 })).toEqual({ ok: false, why: "bundleNotYours" });
    expect(enters(second, "wu", 1)).toBe(false);
  });
  it("equal entries settle by themselves, differing ones wait for the scrutineer", () => {
    expect(finish(second, "wu", 2, { size: 50, read: 50, differing: 0 })).toMatchObject({ state: "settled" });
    expect(finish(second, "wu", 2, { size: 50, read: 50, differing: 1 })).toMatchObject({ state: "compared" });
  });
});

describe("settling and reopening", () => {
  it("G-31: a third person settles", () => {
    const compared = bundle({ state: "compared", firstBy: "li", secondBy: "wu" });
    expect(maySettle(compared, "wu", none)).toBe("bundleSettleByThird");
    expect(maySettle(compared, "sun", new Set(["sun"]))).toBe("bundleSettleByThird");
    expect(maySettle(compared, "sun", none)).toBeNull();
  });
  it("chair and scrutineer reopen together, in either order, never one alone", () => {
    const asked = bundle({ state: "settled", reopenAskedBy: "chen" });
    expect(mayAskReopen(asked)).toBe("bundleReopenAsked");
    expect(mayConfirmReopen(asked, "sun", roles("committeeChair", "scrutineer"))).toBeNull();
    expect(mayConfirmReopen(asked, "sun", roles("scrutineer", "committeeChair"))).toBeNull();
    expect(mayConfirmReopen(asked, "sun", roles("scrutineer", "scrutineer"))).toBe("bundleReopenByOther");
    expect(mayConfirmReopen(asked, "chen", roles("committeeChair", "scrutineer"))).toBe("bundleReopenByOther");
  });
});

describe("making bundles", () => {
  it("all full but the last, and together as many as the papers", () => {
    expect(bundleSizes(2288, 50)).toHaveLength(46);
    expect(bundleSizes(2288, 50).at(-1)).toBe(38);
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 200 }), (papers, size) => {
      const sizes = bundleSizes(papers, size);
      expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(papers);
      expect(sizes.every((one) => one >= 1 && one <= size)).toBe(true);
    }));
  });
});
