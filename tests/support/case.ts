import { randomUUID } from "node:crypto";
import { hashPassword } from "#lib/access/password.ts";
import { roleScope, type Role } from "#lib/access/permissions.ts";
import { actorOfAccount } from "#lib/access/session.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Database } from "#lib/database/client.ts";
import { openChain } from "#lib/ledger/append.ts";

/** A county, township, village and one open election, with a way to make people of any role in it. */
export type TestCase = {
  readonly countyId: string;
  readonly townshipId: string;
  readonly villageId: string;
  readonly driveId: string;
  readonly electionId: string;
  readonly electionDay: string;
  readonly person: (role: Role, name?: string) => Promise<Actor>;
};

let passwordHash: string | undefined;

/** The password of every account that tests make. */
export const testPassword = "test-password-1";

/** An account with one role in the role's own scope of a case. */
export async function accountIn(db: Database, ids: Omit<TestCase, "person" | "electionDay">, role: Role, name: string, username = `u-${randomUUID()}`): Promise<Actor> {
  passwordHash ??= await hashPassword(testPassword);
  const scopeIds = { system: "system", county: ids.countyId, township: ids.townshipId, village: ids.villageId, election: ids.electionId };
  const scopeKind = roleScope[role];
  const id = randomUUID();
  await db.account.create({
    data: {
      id, username, name, passwordHash, mustChangePassword: false, createdAt: new Date("2026-01-01T00:00:00Z"),
      grants: { create: { id: randomUUID(), role, scopeKind, scopeId: scopeIds[scopeKind], createdAt: new Date("2026-01-01T00:00:00Z") } },
    },
  });
  const actor = await actorOfAccount(db, id);
  if (actor === null) throw new Error("account not found");
  return actor;
}

/** Opens one more election (own county, township and village) straight in the database. */
export async function openCase(db: Database, electionDay = "2026-04-18", names = { township: "河西镇", village: "江家庄村" }): Promise<TestCase> {
  const ids = { countyId: randomUUID(), townshipId: randomUUID(), villageId: randomUUID(), driveId: randomUUID(), electionId: randomUUID() };
  const code = ids.countyId.slice(0, 6);
  const createdAt = new Date("2026-01-01T00:00:00Z");
  await db.county.create({ data: { id: ids.countyId, code, name: "临河县" } });
  await db.township.create({ data: { id: ids.townshipId, countyId: ids.countyId, code: `${code}100`, name: names.township } });
  await db.village.create({ data: { id: ids.villageId, townshipId: ids.townshipId, code: `${code}100201`, name: names.village } });
  await db.drive.create({ data: { id: ids.driveId, townshipId: ids.townshipId, term: 13, name: "第十三届村民委员会换届选举", createdAt } });
  await db.election.create({
    data: {
      id: ids.electionId, driveId: ids.driveId, villageId: ids.villageId, countyCode: code, term: 13, electionDay,
      nationalPack: electionDay < "2026-01-01" ? "CN-2018" : "CN-2025", parameters: {}, createdAt,
    },
  });
  await db.$transaction(async (tx) => {
    await openChain(tx, { kind: "township", id: ids.townshipId });
    await openChain(tx, { kind: "election", id: ids.electionId });
  });
  return { ...ids, electionDay, person: (role, name = role) => accountIn(db, ids, role, name) };
}
