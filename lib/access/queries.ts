import type { Reader } from "../database/client.ts";
import { termWords } from "../chinese/term.ts";
import { grantableAt, roleOf } from "./granting.ts";
import { covers, roles, roleScope, type Grant, type Place, type Role } from "./permissions.ts";

/** Somewhere a person can go: a county's packs, a township or an election, with the roles held there. */
export type Workplace = {
  readonly kind: "system" | "county" | "township" | "election";
  readonly href: string;
  /** County, township, or village. */
  readonly name: string;
  /** Term of the election; null elsewhere. */
  readonly term: number | null;
  readonly electionDay: string | null;
  readonly roles: readonly Role[];
};

const idsOf = (grants: readonly Grant[], scopeKind: string): string[] => grants.filter((grant) => grant.scopeKind === scopeKind).map((grant) => grant.scopeId);

/** Every place to which the grants lead, from the widest to the narrowest. */
export async function workplaces(db: Reader, grants: readonly Grant[]): Promise<readonly Workplace[]> {
  const [counties, townships, elections] = await Promise.all([countiesOf(db, grants), townshipsOf(db, grants), electionsOf(db, grants)]);
  const system: readonly Workplace[] = grants.some((grant) => grant.role === "administrator")
    ? [{ kind: "system", href: "/accounts", name: "", term: null, electionDay: null, roles: ["administrator"] }]
    : [];
  return [...system, ...counties, ...townships, ...elections];
}

async function countiesOf(db: Reader, grants: readonly Grant[]): Promise<readonly Workplace[]> {
  const rows = await db.county.findMany({ where: { id: { in: idsOf(grants, "county") } }, select: { id: true, name: true }, orderBy: { code: "asc" } });
  return rows.map((row) => ({ kind: "county", href: `/county/${row.id}`, name: row.name, term: null, electionDay: null, roles: heldAt(grants, { countyId: row.id }) }));
}

async function townshipsOf(db: Reader, grants: readonly Grant[]): Promise<readonly Workplace[]> {
  const rows = await db.township.findMany({
    where: { OR: [{ id: { in: idsOf(grants, "township") } }, { countyId: { in: idsOf(grants, "county") } }] },
    select: { id: true, name: true, countyId: true },
    orderBy: { code: "asc" },
  });
  return rows.map((row) => ({
    kind: "township", href: `/township/${row.id}`, name: row.name, term: null, electionDay: null,
    roles: heldAt(grants, { townshipId: row.id, countyId: row.countyId }),
  }));
}

async function electionsOf(db: Reader, grants: readonly Grant[]): Promise<readonly Workplace[]> {
  const rows = await db.election.findMany({
    where: { OR: [{ id: { in: idsOf(grants, "election") } }, { villageId: { in: idsOf(grants, "village") } }] },
    select: { id: true, term: true, electionDay: true, villageId: true, village: { select: { name: true } } },
    orderBy: [{ electionDay: "desc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    kind: "election", href: `/desk/${row.id}`, name: row.village.name, term: row.term, electionDay: row.electionDay,
    roles: heldAt(grants, { electionId: row.id, villageId: row.villageId }),
  }));
}

/** Roles held at a place itself, without those that cover everything. */
const heldAt = (grants: readonly Grant[], place: Place): readonly Role[] =>
  roles.filter((role) => roleScope[role] !== "system" && grants.some((grant) => grant.role === role && covers(grant, place)));

/** A role an account holds, with the name of the row it is held for. */
export type AccountRole = { readonly role: Role; readonly scopeId: string; readonly where: string };

/** An account as its managers see it. */
export type AccountRow = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly version: number;
  readonly disabled: boolean;
  readonly mustChangePassword: boolean;
  /** Last sign of a session that was not ended; null when there is none. */
  readonly seenAt: Date | null;
  readonly roles: readonly AccountRole[];
};

/** Which grants belong to a place: those of the row itself and of the rows below it that are managed from it. */
async function scopeIdsAt(db: Reader, place: Place): Promise<ReadonlyMap<string, string>> {
  if (place.electionId !== undefined) {
    const election = await db.election.findUniqueOrThrow({ where: { id: place.electionId }, select: { id: true, term: true, village: { select: { name: true } } } });
    return new Map([[election.id, election.village.name]]);
  }
  if (place.townshipId !== undefined) return namesInTownship(db, place.townshipId);
  const [counties, townships] = await Promise.all([
    db.county.findMany({ select: { id: true, name: true }, orderBy: { code: "asc" } }),
    db.township.findMany({ select: { id: true, name: true }, orderBy: { code: "asc" } }),
  ]);
  return new Map([["system", ""], ...[...counties, ...townships].map((row) => [row.id, row.name] as const)]);
}

async function namesInTownship(db: Reader, townshipId: string): Promise<ReadonlyMap<string, string>> {
  const [township, villages, elections] = await Promise.all([
    db.township.findUniqueOrThrow({ where: { id: townshipId }, select: { id: true, name: true } }),
    db.village.findMany({ where: { townshipId }, select: { id: true, name: true }, orderBy: { code: "asc" } }),
    db.election.findMany({ where: { village: { townshipId } }, select: { id: true, term: true, village: { select: { name: true } } }, orderBy: [{ term: "desc" }, { village: { code: "asc" } }] }),
  ]);
  return new Map([
    [township.id, township.name],
    ...villages.map((row) => [row.id, row.name] as const),
    ...elections.map((row) => [row.id, `${row.village.name}${termWords(row.term)}`] as const),
  ]);
}

/** The accounts that hold a role at a place, with those roles; one when `accountId` is given. */
export async function accountsAt(db: Reader, place: Place, accountId?: string): Promise<readonly AccountRow[]> {
  const names = await scopeIdsAt(db, place);
  const here = { scopeId: { in: [...names.keys()] } };
  const rows = await db.account.findMany({
    where: { ...(accountId === undefined ? {} : { id: accountId }), grants: { some: here } },
    select: {
      id: true, name: true, username: true, version: true, disabledAt: true, mustChangePassword: true,
      session: { select: { lastSeenAt: true, revokedAt: true } },
      grants: { where: here, select: { role: true, scopeId: true }, orderBy: { createdAt: "asc" } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 1000,
  });
  return rows.map(({ disabledAt, session, grants, ...row }) => ({
    ...row,
    disabled: disabledAt !== null,
    seenAt: session === null || session.revokedAt !== null ? null : session.lastSeenAt,
    roles: grants.flatMap((grant) => {
      const role = roleOf(grant.role);
      return role === null ? [] : [{ role, scopeId: grant.scopeId, where: names.get(grant.scopeId) ?? "" }];
    }),
  }));
}

/** A role that can be given, with the row it would be held for. */
export type RoleChoice = { readonly role: Role; readonly scopeId: string; readonly where: string };

/** What an actor may give at a place: each role with each row it can be held for. */
export async function roleChoicesAt(db: Reader, place: Place, grants: readonly Grant[]): Promise<readonly RoleChoice[]> {
  if (place.electionId !== undefined) {
    const names = await scopeIdsAt(db, place);
    const electionId = place.electionId;
    const ofElection = roles.filter((role) => roleScope[role] === "election");
    return grantableAt(grants, ofElection, place).map((role) => ({ role, scopeId: electionId, where: names.get(electionId) ?? "" }));
  }
  const rows = place.townshipId === undefined ? await systemRows(db) : await townshipRows(db, place);
  return rows.flatMap((row) => grantableAt(grants, roles.filter((role) => roleScope[role] === row.kind), row.place).map((role) => ({ role, scopeId: row.id, where: row.name })));
}

type ScopeRow = { readonly kind: string; readonly id: string; readonly name: string; readonly place: Place };

async function systemRows(db: Reader): Promise<readonly ScopeRow[]> {
  const [counties, townships] = await Promise.all([
    db.county.findMany({ select: { id: true, name: true }, orderBy: { code: "asc" } }),
    db.township.findMany({ select: { id: true, name: true, countyId: true }, orderBy: { code: "asc" } }),
  ]);
  return [
    ...townships.map((row) => ({ kind: "township", id: row.id, name: row.name, place: { townshipId: row.id, countyId: row.countyId } })),
    ...counties.map((row) => ({ kind: "county", id: row.id, name: row.name, place: { countyId: row.id } })),
    { kind: "system", id: "system", name: "", place: {} },
  ];
}

async function townshipRows(db: Reader, place: Place): Promise<readonly ScopeRow[]> {
  const townshipId = place.townshipId ?? "";
  const [villages, elections] = await Promise.all([
    db.village.findMany({ where: { townshipId }, select: { id: true, name: true }, orderBy: { code: "asc" } }),
    db.election.findMany({ where: { village: { townshipId } }, select: { id: true, term: true, villageId: true, village: { select: { name: true } } }, orderBy: [{ term: "desc" }, { village: { code: "asc" } }] }),
  ]);
  return [
    ...elections.map((row) => ({ kind: "election", id: row.id, name: `${row.village.name}${termWords(row.term)}`, place: { ...place, villageId: row.villageId, electionId: row.id } })),
    ...villages.map((row) => ({ kind: "village", id: row.id, name: row.name, place: { ...place, villageId: row.id } })),
  ];
}
