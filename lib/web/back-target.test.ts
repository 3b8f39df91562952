import { describe, expect, it } from "vitest";
import { backTarget } from "./back-target.ts";

const from = (referer: string) => new Headers({ host: "192.168.1.5:3000", referer });

describe("going back after a small form", () => {
  it("goes to the path the form names", () => {
    expect(backTarget("/desk/1?page=2", new Headers())).toBe("/desk/1?page=2");
  });
  it("goes to the page the form was sent from when none is named", () => {
    expect(backTarget(null, from("http://192.168.1.5:3000/v/1?x=1"))).toBe("/v/1?x=1");
  });
  it.each(["https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)", "/\t/evil.example", "/.//evil.example"])("never leaves the app for %s", (wanted) => {
    expect(backTarget(wanted, new Headers())).toBe("/");
  });
  it("does not trust a page of another site", () => {
    expect(backTarget(null, from("https://evil.example/v/1"))).toBe("/");
    expect(backTarget(null, from("no address"))).toBe("/");
  });
});
