import { randomUUID } from "node:crypto";
import type { Actor } from "#lib/access/actor.ts";
import type { Role } from "#lib/access/permissions.ts";
import { maskIdentity, readIdentity } from "#lib/chinese/identity-number.ts";
import type { Database } from "#lib/database/client.ts";
import { openChain } from "#lib/ledger/append.ts";
import { identityHash, seal } from "#lib/platform/crypto.ts";
import { personContext, searchKeys } from "#lib/roll/person-keys.ts";
import { accountIn, type TestCase } from "./case.ts";

/** One more village of a case's county with an election of the same term: in the same township and drive, or in a township of its own. */
export async function neighbourOf(db: Database, home: TestCase, name: string, where: "sameTownship" | "otherTownship" = "sameTownship"): Promise<TestCase> {
  const own = where === "otherTownship";
  const ids = { ...home, townshipId: own ? randomUUID() : home.townshipId, driveId: own ? randomUUID() : home.driveId, villageId: randomUUID(), electionId: randomUUID() };
  const createdAt = new Date("2026-01-01T00:00:00Z");
  const { code } = await db.county.findUniqueOrThrow({ where: { id: home.countyId }, select: { code: true } });
  if (own) {
    await db.township.create({ data: { id: ids.townshipId, countyId: home.countyId, code: `${code}${ids.townshipId.slice(0, 6)}`, name: "河东镇" } });
    await db.drive.create({ data: { id: ids.driveId, townshipId: ids.townshipId, term: 13, name: "第十三届村民委员会换届选举", createdAt } });
  }
  await db.village.create({ data: { id: ids.villageId, townshipId: ids.townshipId, code: `${code}${ids.villageId.slice(0, 6)}`, name } });
  await db.election.create({ data: { id: ids.electionId, driveId: ids.driveId, villageId: ids.villageId, countyCode: code, term: 13, electionDay: home.electionDay, nationalPack: "CN-2025", parameters: {}, createdAt } });
  await db.$transaction(async (tx) => {
    if (own) await openChain(tx, { kind: "township", id: ids.townshipId });
    await openChain(tx, { kind: "election", id: ids.electionId });
  });
  return { ...ids, person: (role: Role, who: string = role): Promise<Actor> => accountIn(db, ids, role, who) };
}

/** Somebody as a register would bring him. */
export type Registered = { readonly name: string; readonly idNumber?: string; readonly bornOn?: string; readonly sex?: "male" | "female"; readonly group?: number; readonly household?: string | null; readonly openFindings?: readonly string[] };

/** Puts an entry straight on a roll, with a sound number, a faulty one, or none; answers its id. */
export async function register(db: Database, { electionId, driveId, townshipId }: Pick<TestCase, "electionId" | "driveId" | "townshipId">, { name, idNumber, bornOn = "1970-05-01", sex = "male", group = 1, household = null, openFindings = [] }: Registered): Promise<string> {
  const sound = idNumber === undefined ? null : readIdentity(idNumber);
  const known = sound?.ok === true ? await db.person.findUnique({ where: { townshipId_idHash: { townshipId, idHash: identityHash(sound.value.number) } }, select: { id: true } }) : null;
  const personId = known?.id ?? randomUUID();
  if (known === null) {
    const sealed = idNumber === undefined ? null : seal(idNumber, personContext(personId));
    await db.person.create({ data: { id: personId, townshipId, idCipher: sealed?.cipher ?? null, idKey: sealed?.keyId ?? null, idHash: sound?.ok === true ? identityHash(sound.value.number) : null, idMask: idNumber === undefined ? null : maskIdentity(idNumber) } });
  }
  const id = randomUUID();
  const born = sound?.ok === true ? { bornOn: sound.value.birthDate, sex: sound.value.sex } : { bornOn, sex };
  await db.rollEntry.create({ data: { id, electionId, driveId, personId, name, ...born, groupNumber: group, householdNumber: household, category: 1, livesHere: true, status: "listed", openFindings: [...openFindings], pinyin: searchKeys(name) } });
  return id;
}
