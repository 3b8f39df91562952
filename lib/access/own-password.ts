import type { Database } from "../database/client.ts";
import { invalid, parseInput, type Refusal } from "../platform/refusal.ts";
import { err, ok, type Result } from "../platform/result.ts";
import type { Actor } from "./actor.ts";
import { changePasswordInput } from "./model.ts";
import { hashPassword, passwordFits } from "./password.ts";
import { systemWrite } from "./system-write.ts";

type Context = { readonly db: Database; readonly actor: Actor | null; readonly clock: () => Date };

/**
 * Changes one's own password; needs the old one. The only thing that may be done while a handed-out password is due to
 * be changed. The chain learns that it happened, never a password or hash.
 */
export async function changeOwnPassword(context: Context, raw: unknown): Promise<Result<{ readonly accountId: string }, Refusal>> {
  const parsed = parseInput(changePasswordInput, raw);
  if (!parsed.ok) return parsed;
  if (context.actor === null) return err({ kind: "signedOut" });
  const { accountId } = context.actor;
  const { oldPassword, newPassword } = parsed.value;
  const account = await context.db.account.findUnique({ where: { id: accountId }, select: { passwordHash: true, username: true, version: true } });
  if (account === null) return err({ kind: "signedOut" });
  if (!(await passwordFits(account.passwordHash, oldPassword))) return invalid("oldPassword", "wrongPassword");
  if (newPassword.toLowerCase() === account.username) return invalid("newPassword", "passwordIsName");
  const passwordHash = await hashPassword(newPassword);
  return systemWrite(context.db, context.clock(), async (tx) => {
    const changed = await tx.account.updateMany({
      where: { id: accountId, version: account.version, disabledAt: null },
      data: { passwordHash, mustChangePassword: false, version: { increment: 1 } },
    });
    if (changed.count === 0) return err({ kind: "conflict" });
    return ok({ value: { accountId }, actor: accountId, command: "account.changeOwnPassword", payload: { accountId } });
  });
}
