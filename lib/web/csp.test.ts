import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "./csp.ts";

describe("the content security policy", () => {
  const policy = contentSecurityPolicy("abc123", false);
  it("lets scripts and styles run only with the request's nonce", () => {
    expect(policy).toContain("script-src 'self' 'nonce-abc123' 'strict-dynamic'");
    expect(policy).not.toContain("unsafe-");
  });
  it("forbids framing and foreign form targets", () => {
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
  });
  it("never upgrades to HTTPS, which a hall's plain network does not have", () => {
    expect(policy).not.toContain("upgrade-insecure-requests");
  });
  it("allows evaluation only for development", () => {
    expect(contentSecurityPolicy("n", true)).toContain("'unsafe-eval'");
  });
});

describe("the other headers", () => {
  it("insist on HTTPS only where it is in use", () => {
    expect(securityHeaders(false)).not.toHaveProperty("Strict-Transport-Security");
    expect(securityHeaders(true)).toHaveProperty("Strict-Transport-Security");
  });
  it("tell no other site where a visitor came from", () => {
    expect(securityHeaders(false)["Referrer-Policy"]).toBe("same-origin");
  });
});
