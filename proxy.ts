import { NextResponse, type NextRequest } from "next/server";
import { pathHeader } from "#lib/web/sign-in-path.ts";
import { contentSecurityPolicy, securityHeaders } from "#lib/web/csp.ts";

/** Gives every page a nonce of its own and the security headers. Who may see what is decided by pages and actions. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  const secure = (request.headers.get("x-forwarded-proto") ?? request.nextUrl.protocol).startsWith("https");
  for (const [name, value] of Object.entries(securityHeaders(secure))) response.headers.set(name, value);
  return response;
}

/** Not for built files, which need no nonce, nor for uploads, which the proxy would cut at ten megabytes. */
export const config = {
  matcher: ["/((?!_next/static|_next/image|favicon\\.ico|api/upload).*)"],
};
