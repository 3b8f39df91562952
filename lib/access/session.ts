import { randomUUID } from "node:crypto";
import type { Database } from "../database/client.ts";
import { ok } from "../platform/result.ts";
import type { Actor } from "./actor.ts";
import { normalUsername } from "./model.ts";
import { passwordFits } from "./password.ts";
import { systemWrite } from "./system-write.ts";

/** A session ends after this long without a request: 30 minutes. */
export const idleMs = 30 * 60_000;
/** How stale `lastSeenAt` may get before a request refreshes it. */
const refreshMs = 60_000;
/** A hash that no password fits: an unknown name costs as much time as a wrong password. */
const nobody = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$WQZ0m1kYxV6tq9g0n9x8hK1d8m3sZb0k6m3l0yqkz1E";

/** Checks name and password; on success opens the person's one session (an earlier one ends) and returns its id. */
export async function signIn(db: Database, username: string, password: string, now: Date): Promise<string | null> {
  const account = await db.account.findUnique({ where: { username: normalUsername(username) }, select: { id: true, passwordHash: true, disabledAt: true } });
  const fits = await passwordFits(account?.passwordHash ?? nobody, password);
  if (account === null || account.disabledAt !== null || !fits) return null;
  const id = randomUUID();
  const fresh = { id, createdAt: now, lastSeenAt: now, revokedAt: null };
  const opened = await systemWrite(db, now, async (tx) => {
    await tx.session.upsert({ where: { accountId: account.id }, create: { ...fresh, accountId: account.id }, update: fresh });
    return ok({ value: id, actor: account.id, command: "session.open", payload: { accountId: account.id } });
  });
  return opened.ok ? opened.value : null;
}

/** Ends a session, once; one that has ended already stays as it is. */
export async function signOut(db: Database, sessionId: string, now: Date): Promise<void> {
  const session = await db.session.findUnique({ where: { id: sessionId }, select: { accountId: true, revokedAt: true } });
  if (session === null || session.revokedAt !== null) return;
  const { accountId } = session;
  await systemWrite(db, now, async (tx) => {
    await tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } });
    return ok({ value: null, actor: accountId, command: "session.end", payload: { accountId } });
  });
}

/** Who stands behind a session id, or null when it has ended (revoked, idle, replaced, account disabled). */
export async function actorOfSession(db: Database, sessionId: string, now: Date): Promise<Actor | null> {
  const session = await db.session.findUnique({
    where: { id: sessionId },
    select: { revokedAt: true, lastSeenAt: true, account: { select: accountFields } },
  });
  if (session === null || session.revokedAt !== null || session.account.disabledAt !== null) return null;
  const idle = now.getTime() - session.lastSeenAt.getTime();
  if (idle > idleMs) return null;
  if (idle > refreshMs) await db.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { lastSeenAt: now } });
  return actorFrom(session.account);
}

const accountFields = {
  id: true, name: true, mustChangePassword: true, disabledAt: true,
  grants: { select: { role: true, scopeKind: true, scopeId: true } },
} as const;

type AccountRow = { readonly id: string; readonly name: string; readonly mustChangePassword: boolean; readonly grants: Actor["grants"] };

const actorFrom = (row: AccountRow): Actor => ({ accountId: row.id, name: row.name, grants: row.grants, mustChangePassword: row.mustChangePassword });

/** The actor of an account, for the seed, the command line and tests. Null when there is none or it is disabled. */
export async function actorOfAccount(db: Database, accountId: string): Promise<Actor | null> {
  const account = await db.account.findUnique({ where: { id: accountId }, select: accountFields });
  return account === null || account.disabledAt !== null ? null : actorFrom(account);
}
