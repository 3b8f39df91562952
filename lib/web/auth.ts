import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { signIn } from "../access/session.ts";
import { database } from "../database/client.ts";
import { key } from "../platform/keys.ts";

/** Ten tries a quarter of an hour for one name: enough for a tired clerk, too few for guessing. */
const tries = new RateLimiterMemory({ points: 10, duration: 900 });

/** next-auth: the token carries only the session's id; the Session row decides on every request. */
export const authOptions = (): NextAuthOptions => ({
  secret: key("auth").bytes.toString("base64"),
  session: { strategy: "jwt", maxAge: 12 * 3_600 },
  useSecureCookies: false,
  pages: { signIn: "/sign-in" },
  providers: [
    Credentials({
      credentials: { username: {}, password: {} },
      authorize: async (given) => {
        const username = given?.username.trim() ?? "";
        if (username === "" || !given?.password) return null;
        try {
          await tries.consume(username);
        } catch {
          throw new Error("tooManyRequests");
        }
        const sessionId = await signIn(database(), username, given.password, new Date());
        if (sessionId === null) return null;
        await tries.delete(username);
        return { id: sessionId };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user === undefined ? token : { sessionId: user.id }),
    session: ({ session, token }) => ({ expires: session.expires, sessionId: token["sessionId"] }),
  },
});
