import { z } from "zod";

const pairs = (response: Response): string => response.headers.getSetCookie().map((line) => line.split(";", 1)[0]).join("; ");

/** Signs in as the sign-in page does; returns the cookies of the session. */
export async function session(base: string, username: string, password: string): Promise<string> {
  const asked = await fetch(`${base}/api/auth/csrf`);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await asked.json());
  const body = new URLSearchParams({ csrfToken, username, password, json: "true" });
  const answer = await fetch(`${base}/api/auth/callback/credentials`, { method: "POST", body, headers: { cookie: pairs(asked) }, redirect: "manual" });
  const cookie = pairs(answer);
  if (!cookie.includes("session-token")) throw new Error(`${username} could not sign in: ${answer.status}`);
  return cookie;
}
