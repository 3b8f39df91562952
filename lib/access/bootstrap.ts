import { randomUUID } from "node:crypto";
import type { Database, Reader, Transaction } from "../database/client.ts";
import { openChain } from "../ledger/append.ts";
import { provincePack } from "../law/packs.ts";
import { invalid, parseInput, type Refusal } from "../platform/refusal.ts";
import { err, ok, type Result } from "../platform/result.ts";
import { firstRunInput } from "./model.ts";
import { hashPassword } from "./password.ts";
import type { Role } from "./permissions.ts";
import { systemWrite } from "./system-write.ts";

/** Whether nobody can sign in yet: only then is the first run open. */
export const isFirstRun = async (db: Reader): Promise<boolean> => (await db.account.count({ take: 1 })) === 0;

/** What the first run made. */
export type FirstRun = { readonly administratorId: string; readonly officerId: string | null; readonly countyId: string; readonly townshipId: string };

/**
 * Creates the first administrator, county and township, and the township's first officer when one is named. The only
 * write without an actor: possible while no account exists, decided under the lock of the system's chain, so that two
 * browsers cannot both be first. Afterwards it answers like something that does not exist.
 */
export async function firstRun(context: { readonly db: Database; readonly clock: () => Date }, raw: unknown): Promise<Result<FirstRun, Refusal>> {
  const parsed = parseInput(firstRunInput, raw);
  if (!parsed.ok) return parsed;
  const { administrator, county, township, officer } = parsed.value;
  if (county.provincePack !== null && provincePack(county.provincePack) === null) return invalid("county.provincePack", "invalidChoice");
  const hashes = {
    administrator: await hashPassword(administrator.ownPassword),
    officer: officer === null ? null : await hashPassword(officer.password),
  };
  const now = context.clock();
  return systemWrite<FirstRun>(context.db, now, async (tx) => {
    if (!(await isFirstRun(tx))) return err({ kind: "notFound" });
    const countyId = randomUUID();
    const townshipId = randomUUID();
    await tx.county.create({ data: { id: countyId, code: county.countyCode, name: county.countyName, provincePack: county.provincePack } });
    await tx.township.create({ data: { id: townshipId, countyId, code: township.townshipCode, name: township.townshipName } });
    await openChain(tx, { kind: "county", id: countyId });
    await openChain(tx, { kind: "township", id: townshipId });
    const administratorId = await createPerson(tx, { ...administrator, hash: hashes.administrator, mustChangePassword: false, role: "administrator", scopeKind: "system", scopeId: "system", now });
    const officerId =
      officer === null || hashes.officer === null
        ? null
        : await createPerson(tx, { ...officer, hash: hashes.officer, mustChangePassword: true, role: "townshipOfficer", scopeKind: "township", scopeId: townshipId, now });
    const value = { administratorId, officerId, countyId, townshipId };
    return ok({ value, actor: administratorId, command: "system.firstRun", payload: { ...value, countyCode: county.countyCode, townshipCode: township.townshipCode } });
  });
}

type NewPerson = {
  readonly name: string;
  readonly username: string;
  readonly hash: string;
  readonly mustChangePassword: boolean;
  readonly role: Role;
  readonly scopeKind: string;
  readonly scopeId: string;
  readonly now: Date;
};

/** Writes an account with its first role; returns its id. */
export async function createPerson(tx: Transaction, person: NewPerson): Promise<string> {
  const accountId = randomUUID();
  const { name, username, hash, mustChangePassword, now: createdAt, role, scopeKind, scopeId } = person;
  await tx.account.create({ data: { id: accountId, username, name, passwordHash: hash, mustChangePassword, createdAt } });
  await tx.grant.create({ data: { id: randomUUID(), accountId, role, scopeKind, scopeId, createdAt } });
  return accountId;
}
