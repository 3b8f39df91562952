import { expect, it } from "vitest";
import { afterSignIn } from "./sign-in-path.ts";

it("goes back to the page that asked for a sign-in", () => {
  expect(afterSignIn("/desk/1/roll?page=2")).toBe("/desk/1/roll?page=2");
});
it.each(["https://evil.example/", "//evil.example/x", "/\\evil.example", "/.//evil.example", "javascript:alert(1)", "", undefined, ["/desk"], "desk", "/sign-in?from=/sign-in", "/api/auth/signout"])(
  "goes home instead of to %s",
  (from) => {
    expect(afterSignIn(from)).toBe("/home");
  },
);
