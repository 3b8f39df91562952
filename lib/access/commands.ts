import type { z } from "zod";
import type { Transaction } from "../database/client.ts";
import type { Scope } from "../ledger/append.ts";
import { defineCommand, type Facts } from "../platform/command.ts";
import { conflict, invalid, type Refusal } from "../platform/refusal.ts";
import { err, ok, unreachable, type Result } from "../platform/result.ts";
import { createPerson } from "./bootstrap.ts";
import { mayGrant, mayManage, rolesClash, type HeldRole } from "./granting.ts";
import { accountInput, createAccountInput, grantInput, resetPasswordInput } from "./model.ts";
import { hashPassword } from "./password.ts";
import { roleScope, type Action, type Place } from "./permissions.ts";
import { placeOfElection, placeOfTownship, placeOfVillage } from "./place.ts";

/** Where accounts are managed: the installation, a township, one election. */
export type AccountLevel = "system" | "township" | "election";

const actionOf = { system: "account.manage", township: "account.manageTownship", election: "account.manageElection" } as const satisfies Record<AccountLevel, Action>;

function scopeOf(level: AccountLevel, placeId: string): Promise<Scope | null> {
  if (level === "system") return Promise.resolve(placeId === "system" ? { kind: "system" } : null);
  return Promise.resolve({ kind: level, id: placeId });
}

/** The place of the row that a role is to be held for; null when there is none or it lies outside the managed place. */
async function placeOfGrant(tx: Transaction, role: string, scopeKind: string, scopeId: string): Promise<Place | null> {
  switch (scopeKind) {
    case "system":
      return scopeId === "system" ? {} : null;
    case "county":
      return (await tx.county.count({ where: { id: scopeId } })) === 0 ? null : { countyId: scopeId };
    case "township":
      return placeOfTownship(tx, scopeId);
    case "village":
      return placeOfVillage(tx, scopeId);
    case "election":
      return placeOfElection(tx, scopeId);
    default:
      throw new Error(`grant of unknown scope: ${role}`);
  }
}

/** Whether a row lies in the place whose people are managed. */
function liesWithin(inner: Place, outer: Place): boolean {
  if (outer.electionId !== undefined) return inner.electionId === outer.electionId;
  return outer.townshipId === undefined || inner.townshipId === outer.townshipId;
}

type Target = { readonly accountId: string; readonly version: number; readonly disabled: boolean; readonly held: readonly HeldRole[] };

/** An account that holds a role inside the managed place; others answer like missing ones. */
async function targetIn(tx: Transaction, accountId: string, facts: Facts): Promise<Target | null> {
  const account = await tx.account.findUnique({
    where: { id: accountId },
    select: { version: true, disabledAt: true, grants: { select: { role: true, scopeKind: true, scopeId: true } } },
  });
  if (account === null) return null;
  const held: HeldRole[] = [];
  for (const grant of account.grants) {
    const place = await placeOfGrant(tx, grant.role, grant.scopeKind, grant.scopeId);
    if (place !== null) held.push({ role: grant.role, place });
  }
  if (!held.some((one) => liesWithin(one.place, facts.place))) return null;
  return { accountId, version: account.version, disabled: account.disabledAt !== null, held };
}

/** May the actor manage this account as it stands? */
function manageable(target: Target, version: number | null, facts: Facts): Result<Target, Refusal> {
  if (!mayManage(facts.actor.grants, target.held)) return err({ kind: "forbidden" });
  if (target.accountId === facts.actor.accountId) return invalid(null, "ownAccount");
  if (version !== null && version !== target.version) return conflict;
  return ok(target);
}

/** Creates an account with one role and a handed-out password. */
function createCommand(level: AccountLevel) {
  return defineCommand({
    name: `account.create.${level}`,
    action: actionOf[level],
    input: createAccountInput,
    scope: (input) => scopeOf(level, input.placeId),
    load: async (tx, input, facts) => {
      const place = await placeOfGrant(tx, input.role, roleScope[input.role], input.scopeId);
      if (place === null || !liesWithin(place, facts.place)) return null;
      const taken = (await tx.account.count({ where: { username: input.username } })) > 0;
      return { place, taken, hash: await hashPassword(input.password) };
    },
    decide: (loaded, input, facts) => {
      if (!mayGrant(facts.actor.grants, input.role, loaded.place)) return invalid("role", "roleNotYours");
      if (loaded.taken) return invalid("username", "usernameTaken");
      if (input.password.toLowerCase() === input.username) return invalid("password", "passwordIsName");
      return ok({ name: input.name, username: input.username, hash: loaded.hash, role: input.role, scopeKind: roleScope[input.role], scopeId: input.scopeId });
    },
    save: async (tx, change, facts) => ({ accountId: await createPerson(tx, { ...change, mustChangePassword: true, now: facts.now }) }),
    entry: (change, _, facts) => ({ role: change.role, scopeKind: change.scopeKind, scopeId: change.scopeId, person: facts.commit(`${change.username}\n${change.name}`) }),
  });
}

const grantKey = (input: z.output<typeof grantInput>) => ({ accountId: input.accountId, role: input.role, scopeKind: roleScope[input.role], scopeId: input.scopeId });

/** Gives an account one more role. */
function grantCommand(level: AccountLevel) {
  return defineCommand({
    name: `account.grant.${level}`,
    action: actionOf[level],
    input: grantInput,
    scope: (input) => scopeOf(level, input.placeId),
    load: async (tx, input, facts) => {
      const target = await targetIn(tx, input.accountId, facts);
      const place = await placeOfGrant(tx, input.role, roleScope[input.role], input.scopeId);
      return target === null || place === null || !liesWithin(place, facts.place) ? null : { target, place, twice: (await tx.grant.count({ where: grantKey(input) })) > 0 };
    },
    decide: ({ target, place, twice }, input, facts) => {
      const allowed = manageable(target, null, facts);
      if (!allowed.ok) return allowed;
      if (!mayGrant(facts.actor.grants, input.role, place)) return invalid("role", "roleNotYours");
      if (twice) return invalid("role", "roleHeld");
      if (rolesClash(target.held.map((one) => one.role), input.role)) return invalid("role", "rolesClash");
      return ok(grantKey(input));
    },
    save: async (tx, change, facts) => {
      await tx.grant.create({ data: { id: facts.newId(), ...change, createdAt: facts.now } });
      return { accountId: change.accountId };
    },
    entry: (change) => change,
  });
}

/** Takes a role from an account; the last one goes only with the account (close it instead). */
function revokeCommand(level: AccountLevel) {
  return defineCommand({
    name: `account.revoke.${level}`,
    action: actionOf[level],
    input: grantInput,
    scope: (input) => scopeOf(level, input.placeId),
    load: async (tx, input, facts) => {
      const target = await targetIn(tx, input.accountId, facts);
      const held = (await tx.grant.count({ where: grantKey(input) })) > 0;
      return target === null || !held ? null : target;
    },
    decide: (target, input, facts) => {
      const allowed = manageable(target, null, facts);
      if (!allowed.ok) return allowed;
      return target.held.length === 1 ? invalid("role", "lastRole") : ok(grantKey(input));
    },
    save: async (tx, change) => {
      await tx.grant.deleteMany({ where: change });
      return { accountId: change.accountId };
    },
    entry: (change) => change,
  });
}

/** Sets a handed-out password; the person's session ends and the password must be changed at the next sign-in. */
function resetPasswordCommand(level: AccountLevel) {
  return defineCommand({
    name: `account.resetPassword.${level}`,
    action: actionOf[level],
    input: resetPasswordInput,
    scope: (input) => scopeOf(level, input.placeId),
    load: async (tx, input, facts) => {
      const target = await targetIn(tx, input.accountId, facts);
      return target === null ? null : { target, hash: await hashPassword(input.password) };
    },
    decide: ({ target, hash }, input, facts) => {
      const allowed = manageable(target, input.version, facts);
      return allowed.ok ? ok({ accountId: target.accountId, hash }) : allowed;
    },
    save: async (tx, { accountId, hash }, facts) => {
      await tx.account.update({ where: { id: accountId }, data: { passwordHash: hash, mustChangePassword: true, version: { increment: 1 } } });
      await endSessions(tx, accountId, facts.now);
      return { accountId };
    },
    entry: ({ accountId }) => ({ accountId }),
  });
}

/** Closing, opening again, and ending the session of an account. */
export type AccountDeed = "disable" | "enable" | "endSession";

function deedCommand(level: AccountLevel, deed: AccountDeed) {
  return defineCommand({
    name: `account.${deed}.${level}`,
    action: actionOf[level],
    input: accountInput,
    scope: (input) => scopeOf(level, input.placeId),
    load: (tx, input, facts) => targetIn(tx, input.accountId, facts),
    decide: (target, input, facts) => manageable(target, input.version, facts),
    save: async (tx, { accountId }, facts) => {
      await applyDeed(tx, accountId, deed, facts.now);
      return { accountId };
    },
    entry: ({ accountId }) => ({ accountId }),
  });
}

async function applyDeed(tx: Transaction, accountId: string, deed: AccountDeed, now: Date): Promise<void> {
  switch (deed) {
    case "disable":
      await tx.account.update({ where: { id: accountId }, data: { disabledAt: now, version: { increment: 1 } } });
      await endSessions(tx, accountId, now);
      return;
    case "enable":
      await tx.account.update({ where: { id: accountId }, data: { disabledAt: null, version: { increment: 1 } } });
      return;
    case "endSession":
      await endSessions(tx, accountId, now);
      return;
    default:
      unreachable(deed);
  }
}

const endSessions = (tx: Transaction, accountId: string, now: Date) => tx.session.updateMany({ where: { accountId, revokedAt: null }, data: { revokedAt: now } });

/** All commands on accounts of one level; each level writes to its own chain. */
const commandsOf = (level: AccountLevel) => ({
  create: createCommand(level),
  grant: grantCommand(level),
  revoke: revokeCommand(level),
  resetPassword: resetPasswordCommand(level),
  disable: deedCommand(level, "disable"),
  enable: deedCommand(level, "enable"),
  endSession: deedCommand(level, "endSession"),
});

/** The administrator's: administrators, county readers, township officers. `placeId` is `system`. */
export const systemAccounts = commandsOf("system");
/** The township's: guides of its villages, chairs and observers of its elections. `placeId` is the township's id. */
export const townshipAccounts = commandsOf("township");
/** An election's: the chair's own desk. `placeId` is the election's id. */
export const electionAccounts = commandsOf("election");
