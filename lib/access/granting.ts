import { covers, roles, type Grant, type Place, type Role } from "./permissions.ts";

/**
 * Who may give which role, and so create, reset and close the accounts that hold it. The installation's administrator
 * reaches down to the township, the township to the chair of a village's election, the chair to everybody at his desk.
 */
export const grantedBy: Readonly<Record<Role, readonly Role[]>> = {
  administrator: ["administrator"],
  countyAdministrator: ["administrator"],
  countyReader: ["administrator"],
  townshipOfficer: ["administrator"],
  guide: ["townshipOfficer"],
  committeeChair: ["townshipOfficer"],
  committeeMember: ["committeeChair"],
  registrar: ["committeeChair"],
  ballotIssuer: ["committeeChair"],
  teller: ["committeeChair"],
  scrutineer: ["committeeChair"],
  observer: ["townshipOfficer", "committeeChair"],
};

/** Roles that write a village's election. Nobody holds one beside a role of the authorities: they guide and watch. */
export const deskRoles: readonly Role[] = ["committeeChair", "committeeMember", "registrar", "ballotIssuer", "teller", "scrutineer"];
const authorityRoles: readonly Role[] = ["administrator", "countyAdministrator", "countyReader", "townshipOfficer", "guide"];

/** A role that an account holds, with all the places that cover the row it is held for. */
export type HeldRole = { readonly role: string; readonly place: Place };

/** The role of this name, or null. */
export const roleOf = (text: string): Role | null => roles.find((role) => role === text) ?? null;

/** Whether somebody holding these grants may give this role there. */
export function mayGrant(grants: readonly Grant[], role: string, place: Place): boolean {
  const known = roleOf(role);
  if (known === null) return false;
  const givers: readonly string[] = grantedBy[known];
  return grants.some((grant) => givers.includes(grant.role) && covers(grant, place));
}

/** Whether somebody may reset, close or extend an account: only when he could have given every role that it holds. */
export const mayManage = (grants: readonly Grant[], held: readonly HeldRole[]): boolean =>
  held.length > 0 && held.every((one) => mayGrant(grants, one.role, one.place));

/** Whether one person may not hold both: a role of the authorities and one that writes a village's election. */
export function rolesClash(held: readonly string[], added: Role): boolean {
  const all = [...held, added];
  return all.some((role) => isIn(deskRoles, role)) && all.some((role) => isIn(authorityRoles, role));
}

const isIn = (list: readonly Role[], role: string): boolean => list.some((one) => one === role);

/** Roles that somebody may give at a place, in the order of the table, of those held in this kind of scope. */
export const grantableAt = (grants: readonly Grant[], among: readonly Role[], place: Place): readonly Role[] =>
  among.filter((role) => mayGrant(grants, role, place));
