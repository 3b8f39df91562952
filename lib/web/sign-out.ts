import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { signOut } from "../access/session.ts";
import { database } from "../database/client.ts";
import { actionBrand } from "./action.ts";
import { sessionCookie, sessionId } from "./actor.ts";

/** Ends the session of this browser and forgets its cookie. */
async function endOwnSession(): Promise<void> {
  const id = await sessionId();
  if (id !== null) await signOut(database(), id, new Date());
  (await cookies()).delete(sessionCookie);
  redirect("/sign-in");
}

/** The action behind 退出; needs no right but one's own session. */
export const signOutAction = Object.assign(() => endOwnSession(), { [actionBrand]: "session.end" });
