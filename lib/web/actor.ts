import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import type { Actor } from "../access/actor.ts";
import { actorOfSession } from "../access/session.ts";
import { database } from "../database/client.ts";
import { key } from "../platform/keys.ts";

/** next-auth's cookie on plain HTTP (a desk's local network). */
export const sessionCookie = "next-auth.session-token";

/** The id of the session that the request's token names, living or not. */
export async function sessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie)?.value;
  if (token === undefined) return null;
  const decoded = await decode({ token, secret: key("auth").bytes.toString("base64") }).catch(() => null);
  const id = decoded?.["sessionId"];
  return typeof id === "string" ? id : null;
}

/** Who sends this request, checked against the Session row once per request; null when nobody is signed in. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const id = await sessionId();
  return id === null ? null : actorOfSession(database(), id, new Date());
});
