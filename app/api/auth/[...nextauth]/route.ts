import NextAuth from "next-auth";
import { authOptions } from "#lib/web/auth.ts";
import { publicRoute } from "#lib/web/route.ts";

type AuthHandler = (request: Request, context: { readonly params: Promise<Readonly<Record<string, string>>> }) => Promise<Response>;

/** next-auth's own addresses (token for forms, sign-in). Made at the first request, when the keys are there. */
const made: { handler?: AuthHandler } = {};

const handle = publicRoute(({ request, params }) => {
  made.handler ??= NextAuth(authOptions());
  return (made.handler ?? notReady)(request, { params: Promise.resolve(params) });
});

const notReady: AuthHandler = () => Promise.resolve(new Response(null, { status: 503 }));

export const GET = handle;
export const POST = handle;
